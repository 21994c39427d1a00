internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// What the section on the three public expenses says, by subject.
struct ThreePublicFacts {
  private let context: LintContext
  private static let persons: Set<String> = ["人次", "人", "名"]

  init(_ context: LintContext) { self.context = context }

  /// The amounts of a subject in the report's own year.
  func amounts(_ subject: String) -> [(Statement, Amount)] {
    statements(subject).compactMap { statement in
      guard statement.meaning?.aspect == .level(context.vocabulary.defaultMeasure),
        let amount = statement.quantity.amount
      else { return nil }
      return (statement, amount)
    }
  }

  /// The counts of a subject: 批次, 人次, 辆.
  func counts(_ subject: String) -> [(Statement, PrintedNumber)] {
    statements(subject).compactMap { statement in
      guard case .count(let number, _) = statement.quantity else { return nil }
      return (statement, number)
    }
  }

  func isOfPersons(_ statement: Statement) -> Bool {
    guard case .count(_, let classifier) = statement.quantity else { return false }
    return Self.persons.contains(classifier)
  }

  /// Whether money was spent on a subject.
  func isSpent(_ subject: String) -> Bool {
    amounts(subject).contains { !$0.1.number.isZero }
  }

  /// The numbers of vehicles that the section on assets gives.
  func vehicles() -> [(Statement, PrintedNumber)] {
    context.facts.statements.compactMap { statement in
      guard statement.meaning?.subject == .concept("车辆"), statement.meaning?.year == nil,
        case .count(let number, "辆") = statement.quantity
      else { return nil }
      return (statement, number)
    }
  }

  private func statements(_ subject: String) -> [Statement] {
    let told = context.threePublic
    let subject = Subject.concept(subject)
    // By index: to take each statement out only to look at it costs more than the look.
    return told.indices.filter { index in
      guard told[index].region == .plain, told[index].meaning?.subject == subject else {
        return false
      }
      return told[index].meaning?.year == nil
    }.map { told[$0] }
  }
}
