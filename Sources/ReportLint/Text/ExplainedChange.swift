internal import FiscalNarrative
internal import FiscalText

/// A rise or fall against another year, behind which its reason may stand.
struct ExplainedChange {
  var subject: Subject
  var direction: Direction
  /// Whether its rate goes the other way, so that nobody knows which of the two words is wrong.
  var isContrary: Bool
  /// The number behind which the reason stands: the change, or the rate behind it.
  private var last: Statement

  /// All of a narrative, in reading order. A change and the rate behind it are one.
  static func all(_ facts: Facts) -> [ExplainedChange] {
    let statements = facts.statements
    var changes: [ExplainedChange] = []
    var rate: Int?
    for (index, statement) in statements.enumerated() where index != rate {
      guard statement.region == .plain, let subject = statement.meaning?.subject,
        isChange(statement.meaning?.aspect), let printed = statement.quantity.printed,
        !printed.isZero, let direction = statement.direction, direction != .unchanged
      else { continue }
      rate = Self.rate(behind: index, statements)
      changes.append(
        ExplainedChange(
          subject: subject, direction: direction,
          isContrary: rate.flatMap { statements[$0].direction }.map { $0 != direction } ?? false,
          last: statements[rate ?? index]))
    }
    return changes
  }

  /// The code points of the reason; nil where none is given.
  func reason(_ context: LintContext) -> Range<Int>? {
    ReasonText.range(behind: last, context)
  }

  private static func isChange(_ aspect: Meaning.Aspect?) -> Bool {
    switch aspect {
    case .change(let base), .rate(let base): base != .originalBudget
    default: false
    }
  }

  private static func rate(behind index: Int, _ statements: [Statement]) -> Int? {
    let change = statements[index]
    guard index + 1 < statements.count, case .rate = statements[index + 1].meaning?.aspect,
      statements[index + 1].meaning?.subject == change.meaning?.subject,
      statements[index + 1].sentence == change.sentence,
      statements[index + 1].passage == change.passage
    else { return nil }
    return index + 1
  }
}
