public import FiscalModel
internal import FiscalText
public import ReportLint

/// What a reviewer's mark says, and of which finding.
public struct ReviewNote: Sendable {
  /// The name that marks are signed with.
  public static let author = "公开校核"

  /// As in the report, from 1.
  public var number: Int
  public var severity: Severity
  public var location: Location
  public var quote: String
  /// The bytes of the quote in the report.
  public var spot: Spot?
  /// What is wrong, in one sentence.
  public var message: String
  /// The finding in words: number, severity, rule, message, what should stand there.
  public var text: String

  /// The notes of all findings.
  public static func notes(_ result: LintResult) -> [ReviewNote] {
    result.findings.enumerated().map { index, finding in
      ReviewNote(
        number: index + 1, severity: finding.severity, location: finding.location,
        quote: finding.quote, spot: finding.spot, message: printable(finding.message),
        text: text(index + 1, finding, result))
    }
  }

  private static func text(_ number: Int, _ finding: Finding, _ result: LintResult) -> String {
    let doubt = finding.confidence == .high ? "" : "（\(finding.confidence.word)）"
    var lines = ["\(number)．\(finding.severity.word)[\(finding.rule)]\(doubt) \(finding.message)"]
    if let expected = finding.expected { lines.append("\(finding.expectedLabel)：\(expected)") }
    if let arithmetic = finding.arithmetic { lines.append("计算：\(arithmetic)") }
    for place in finding.foremost(Self.mostEvidence) {
      let whereabouts = place.location.words(inside: result.path)
      lines.append("依据：\(place.label)“\(place.quote.prefix(60))”（\(whereabouts)）")
    }
    if let suggestion = finding.suggestion { lines.append("建议：\(suggestion)") }
    return lines.map { printable($0) }.joined(separator: "\n")
  }

  /// A note on a page has little room.
  private static let mostEvidence = 4
}

extension Severity {
  /// Red, green and blue of marks, 0 to 1.
  public var markColour: (red: Double, green: Double, blue: Double) {
    switch self {
    case .error: (1, 0.55, 0.55)
    case .warning: (1, 0.85, 0.35)
    case .info: (0.62, 0.8, 1)
    }
  }
}
