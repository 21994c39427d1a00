/// An identity looked at in one place of a report: for one row and column where it has `*`, else
/// for the report as a whole.
public struct IdentityInstance: Sendable {
  public enum Outcome: Sendable {
    case holds
    case broken
    /// One side has no value; never to be taken for held.
    case unchecked(EvaluationFailure)
  }

  /// What is looked at, shared by all places.
  let subject: IdentityRelation
  /// The row that `*` stands for; nil without one.
  public var row: CellReference?
  public var outcome: Outcome
  /// The sides; nil where they have no value.
  public var left: Evaluation?
  public var right: Evaluation?

  public var identity: Identity { subject.identity }
  public var relation: Relation { subject.relation }

  public var isBroken: Bool { if case .broken = outcome { true } else { false } }
  public var isHeld: Bool { if case .holds = outcome { true } else { false } }
}

/// One of the relations of an identity.
final class IdentityRelation: Sendable {
  let identity: Identity
  let relation: Relation

  init(_ identity: Identity, _ relation: Relation) {
    self.identity = identity
    self.relation = relation
  }
}
