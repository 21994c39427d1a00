internal import FiscalStandards

/// When, and how often, a paragraph or a part of one is printed.
enum DraftGuard: Sendable {
  case always
  case when(DraftCondition)
  /// Where the conditions before it failed.
  case orWhen(DraftCondition)
  /// Where the conditions before it failed.
  case otherwise
  /// Where the tables do not tell whether a condition before it holds.
  case unknown
  case eachRow(RowDomain)
  case eachTerm
  /// Indicators of the project that is printed, of one kind.
  case eachIndicator(kind: String)
}

/// What the tables must say.
enum DraftCondition: Sendable {
  case isNotZero(Expression)
  case relation(Relation)
  /// A value that the tables tell, whatever it is.
  case isKnown(Expression)

  var expressions: [Expression] {
    switch self {
    case .isNotZero(let expression), .isKnown(let expression): [expression]
    case .relation(let relation): [relation.left, relation.right]
    }
  }
}

/// Rows of a table of one level that are not zero in a column, or all projects.
struct RowDomain: Sendable {
  /// The table and the column; the row is `*`.
  var address: Address
  /// Nil for projects.
  var level: ClassificationLevel?
  /// What the codes start with; empty for all.
  var prefixes: [String]
}
