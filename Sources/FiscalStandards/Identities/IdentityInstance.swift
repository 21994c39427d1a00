/// An identity looked at in one place of a report: for one row and column where it has `*`, else
/// for the report as a whole.
public struct IdentityInstance: Sendable {
  public enum Outcome: Sendable {
    case holds
    case broken
    /// One side has no value; never to be taken for held.
    case unchecked(EvaluationFailure)
  }

  public var identity: Identity
  public var relation: Relation
  /// The row that `*` stands for; nil without one.
  public var row: CellReference?
  public var outcome: Outcome
  /// The sides; nil where they have no value.
  public var left: Evaluation?
  public var right: Evaluation?

  public var isBroken: Bool { if case .broken = outcome { true } else { false } }
  public var isHeld: Bool { if case .holds = outcome { true } else { false } }
}
