internal import FiscalNarrative
internal import FiscalText

/// A rise or fall against another year, with the words of its reason.
struct ExplainedChange {
  var subject: Subject
  var direction: Direction
  /// The code points of the reason; nil where none is given.
  var reason: Range<Int>?

  /// All of a narrative, in reading order. A change and the rate behind it are one.
  static func all(_ context: LintContext) -> [ExplainedChange] {
    let statements = context.facts.statements
    return statements.indices.compactMap { index in
      let statement = statements[index]
      guard statement.region == .plain, let subject = statement.meaning?.subject,
        isChange(statement.meaning?.aspect), let printed = statement.quantity.printed,
        !printed.isZero, let direction = statement.direction, direction != .unchanged
      else { return nil }
      return ExplainedChange(
        subject: subject, direction: direction,
        reason: ReasonText.range(behind: last(of: index, statements), context))
    }
  }

  private static func isChange(_ aspect: Meaning.Aspect?) -> Bool {
    switch aspect {
    case .change(let base), .rate(let base): base != .originalBudget
    default: false
    }
  }

  /// The rate that stands behind a change, or else the change.
  private static func last(of index: Int, _ statements: [Statement]) -> Statement {
    let change = statements[index]
    guard index + 1 < statements.count, case .rate = statements[index + 1].meaning?.aspect,
      statements[index + 1].meaning?.subject == change.meaning?.subject,
      statements[index + 1].sentence == change.sentence,
      statements[index + 1].passage == change.passage
    else { return change }
    return statements[index + 1]
  }
}
