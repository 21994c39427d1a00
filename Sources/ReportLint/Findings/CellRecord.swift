public import FiscalModel

/// What became of one number of a table in the identities of its form.
public struct CellRecord: Sendable {
  public var spot: Spot
  public var location: Location
  /// What the cell states, in Chinese: 公开01 本年收入合计 决算数.
  public var meaning: String
  /// Verified, contradicted, or unchecked where no identity could be worked out.
  public var state: NumberRecord.State
  /// The identities that it takes part in.
  public var proofs: [Proof]

  public init(
    spot: Spot, location: Location, meaning: String, state: NumberRecord.State,
    proofs: [Proof]
  ) {
    self.spot = spot
    self.location = location
    self.meaning = meaning
    self.state = state
    self.proofs = proofs
  }
}
