public import FiscalModel

/// What became of one number of the narrative. Every number ends in exactly one state.
public struct NumberRecord: Sendable {
  public enum State: String, Sendable, CaseIterable {
    /// It agrees with a cell, a formula or another statement.
    case verified
    /// It disagrees with one.
    case contradicted
    /// It was read, but its meaning is not known or there is no evidence at hand.
    case unchecked
    /// It states nothing that could be checked: a year, a document number, an ordinal.
    case excluded

    /// The word that people are shown.
    public var word: String {
      switch self {
      case .verified: "相符"
      case .contradicted: "矛盾"
      case .unchecked: "未核对"
      case .excluded: "不适用"
      }
    }
  }

  public var location: Location
  /// The number as printed, with its unit: `3610.76 万元`.
  public var quote: String
  public var state: State
  /// What the number says, in Chinese: 2023年度支出决算总计. Nil where it is not known.
  public var meaning: String?
  /// The places that the number was compared with.
  public var evidence: [Finding.Related]
  /// Why the number has its state, in Chinese; always there when it is unchecked or excluded.
  public var reason: String?
  /// The bytes of ``quote`` in the report.
  public var spot: Spot?
  /// The fact that it states, by number, where other sentences state it too.
  public var fact: Int?
  /// How its state came about; only where the linter was asked to explain.
  public var proofs: [Proof]

  public init(
    location: Location, quote: String, state: State, meaning: String? = nil,
    evidence: [Finding.Related] = [], reason: String? = nil, spot: Spot? = nil,
    fact: Int? = nil, proofs: [Proof] = []
  ) {
    self.location = location
    self.quote = quote
    self.state = state
    self.meaning = meaning
    self.evidence = evidence
    self.reason = reason
    self.spot = spot
    self.fact = fact
    self.proofs = proofs
  }
}
