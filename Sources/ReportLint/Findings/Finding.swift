public import FiscalModel

/// Something that is wrong in a document, with the place, the proof and, where it is known, what
/// should stand there.
public struct Finding: Sendable {
  /// Another place that proves the finding.
  public struct Related: Sendable {
    /// What stands there, in Chinese: 支出决算数.
    public var label: String
    /// The text at the place as printed.
    public var quote: String
    public var location: Location
    /// The bytes of ``quote`` in the report, where it comes from one.
    public var spot: Spot?
    /// Whether it proves nothing but follows from the finding.
    var isConsequence = false

    public init(label: String, quote: String, location: Location, spot: Spot? = nil) {
      self.label = label
      self.quote = quote
      self.location = location
      self.spot = spot
    }
  }

  /// The rule's id in the catalogue, such as `NN17`.
  public var rule: String
  /// The kind of fault by which linters are scored: `S1`–`S6`, `N1`–`N10`, `T1`–`T6`.
  public var category: String
  public var severity: Severity
  public var confidence: Confidence
  /// One sentence in Chinese.
  public var message: String
  /// The place of exactly ``quote``.
  public var location: Location
  /// What stands at the place as printed.
  public var quote: String
  /// The value that is stated.
  public var actual: String?
  /// The value that follows from the evidence.
  public var expected: String?
  /// The calculation that gives ``expected``: `1511.37 / 4.20`.
  public var arithmetic: String?
  public var related: [Related]
  /// What to write instead or what to look into, in Chinese.
  public var suggestion: String?
  /// The bytes of ``quote`` in the report, where it comes from one.
  public var spot: Spot?
  /// What must be right for the finding to be one.
  var rests: [Ground] = []
  /// What the finding shows to be wrong: those that rest on it follow from this one.
  var refutes: [Ground] = []
  /// The findings that are not told because they follow from this one.
  var consequences: [Finding] = []

  public init(
    rule: String, category: String, severity: Severity, confidence: Confidence = .high,
    message: String, location: Location, quote: String, actual: String? = nil,
    expected: String? = nil, arithmetic: String? = nil, related: [Related] = [],
    suggestion: String? = nil, spot: Spot? = nil
  ) {
    self.rule = rule
    self.category = category
    self.severity = severity
    self.confidence = confidence
    self.message = message
    self.location = location
    self.quote = quote
    self.actual = actual
    self.expected = expected
    self.arithmetic = arithmetic
    self.related = related
    self.suggestion = suggestion
    self.spot = spot
  }

  /// Of the places beside the finding those that are shown where there is room for a few: the first
  /// that prove it, and the first that follow from it in at least half of the room.
  public func foremost(_ room: Int) -> [Related] {
    guard related.count > room else { return related }
    let (proof, consequences) = (
      related.filter { !$0.isConsequence }, related.filter(\.isConsequence)
    )
    let shown = proof.prefix(max(room - consequences.count, room / 2))
    return Array(shown + consequences.prefix(room - shown.count))
  }

  /// What ``expected`` is called, in Chinese: 应为 only where no other number can be the wrong one.
  public var expectedLabel: String {
    confidence == .high && !(suggestion?.hasPrefix("核对") ?? false) ? "应为" : "可能应为"
  }
}
