public import FiscalModel
internal import FiscalNarrative

/// Takes the findings of one rule, and knows which rule it is.
public struct FindingSink {
  /// How many numbers of a sum are shown: any of them may be the wrong one.
  static let mostEvidence = 40

  private let report: Report
  private let metadata: RuleMetadata
  public private(set) var findings: [Finding] = []
  public private(set) var unchecked: [LintResult.Unchecked] = []

  init(report: Report, metadata: RuleMetadata) {
    self.report = report
    self.metadata = metadata
  }

  /// Another place that proves a finding: what stands there, and where.
  public struct Evidence {
    var label: String
    var text: TracedText
    var range: Range<Int>
    /// The place, where the text is of another document.
    var location: Location?

    public init(_ label: String, _ text: TracedText, _ range: Range<Int>? = nil) {
      self.label = label
      self.text = text
      self.range = range ?? 0..<text.utf8.count
    }
  }

  /// Reports a byte range of a text.
  ///
  /// - Parameters:
  ///   - rests: what must be right for the finding to be one.
  ///   - refutes: what it shows to be wrong, so that what rests on it is not told beside it.
  mutating func report(
    _ text: TracedText, _ range: Range<Int>? = nil, _ message: String,
    severity: Severity? = nil, confidence: Confidence = .high, category: String? = nil,
    actual: String? = nil, expected: String? = nil, arithmetic: String? = nil,
    evidence: [Evidence] = [], suggestion: String? = nil, rests: [Ground] = [],
    refutes: [Ground] = []
  ) {
    let range = range ?? 0..<text.utf8.count
    let quote = text.string(range)
    // 应为 what stands there already tells nobody anything.
    var finding =
      Finding(
        rule: metadata.id, category: category ?? metadata.category,
        severity: severity ?? metadata.severity, confidence: confidence, message: message,
        location: report.location(of: text, range), quote: quote, actual: actual,
        expected: expected == actual ?? quote ? nil : expected, arithmetic: arithmetic,
        related: evidence.map(related), suggestion: suggestion, spot: Spot(text, range))
    finding.rests = rests
    finding.refutes = refutes
    findings.append(finding)
  }

  /// Reports something that is absent from the whole document.
  mutating func report(
    absent message: String, severity: Severity? = nil, confidence: Confidence = .high,
    expected: String? = nil, evidence: [Evidence] = [], suggestion: String? = nil,
    rests: [Ground] = [],
    refutes: [Ground] = []
  ) {
    var finding =
      Finding(
        rule: metadata.id, category: metadata.category, severity: severity ?? metadata.severity,
        confidence: confidence, message: message,
        location: evidence.first.map { report.location(of: $0.text, $0.range) }
          ?? .file(path: report.sources.first?.path ?? ""),
        quote: evidence.first.map { $0.text.string($0.range) } ?? "", expected: expected,
        related: evidence.dropFirst().map(related), suggestion: suggestion,
        spot: evidence.first.map { Spot($0.text, $0.range) })
    finding.rests = rests
    finding.refutes = refutes
    findings.append(finding)
  }

  /// Says that something could not be checked, and why, in Chinese.
  public mutating func skip(_ text: TracedText, _ reason: String) {
    unchecked.append(
      LintResult.Unchecked(
        quote: text.string, reason: reason, location: report.location(of: text)))
  }

  private func related(_ evidence: Evidence) -> Finding.Related {
    Finding.Related(
      label: evidence.label, quote: evidence.text.string(evidence.range),
      location: evidence.location ?? report.location(of: evidence.text, evidence.range),
      spot: evidence.location == nil ? Spot(evidence.text, evidence.range) : nil)
  }
}
