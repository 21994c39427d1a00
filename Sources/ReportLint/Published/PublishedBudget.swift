internal import FiscalNarrative
internal import FiscalText

/// The original budgets that final accounts state, tested against the budget that was published.
struct PublishedBudget: Sendable {
  let budget: PublishedDocument
  private(set) var checks: [PublishedCheck] = []
  /// The check of each statement, as an index into ``checks``.
  private var byStatement: [Int: Int] = [:]

  /// The section of a budget in which a 科目 means its row in the table of the general public
  /// budget.
  private static let itemSection = "narrative.general"

  private let vocabulary: Vocabulary

  init(_ budget: PublishedDocument, facts: Facts, vocabulary: Vocabulary) {
    self.budget = budget
    self.vocabulary = vocabulary
    for (index, statement) in facts.statements.enumerated() {
      guard let check = check(index, statement) else { continue }
      byStatement[index] = checks.count
      checks.append(check)
    }
  }

  /// The check of a statement, or nil if the budget says nothing to it.
  func check(of statement: Int) -> PublishedCheck? { byStatement[statement].map { checks[$0] } }

  private func check(_ index: Int, _ statement: Statement) -> PublishedCheck? {
    guard let meaning = statement.meaning, meaning.year == nil, meaning.fund == nil,
      statement.region == .plain, case .level(.originalBudget) = meaning.aspect,
      let amount = statement.quantity.amount, let published = published(meaning)
    else { return nil }
    return PublishedCheck(
      kind: .level, statement: index, published: published,
      holds: Rounding.equal(amount.interval, published.interval),
      expected: Amount(
        grains: published.exact, unit: amount.unit, decimals: max(amount.number.decimals, 2),
        isGrouped: amount.number.isGrouped)?.number.description)
  }

  private func published(_ meaning: Meaning) -> PublishedValue? {
    switch meaning.subject {
    case .functional:
      guard meaning.section?.hasPrefix(Self.itemSection) ?? false else { return nil }
      return budget.value(of: meaning.subject, .budget, in: Self.itemSection)
    case .concept(let id):
      guard let id = vocabulary.concept(id)?.budgetConcept else { return nil }
      return budget.value(of: .concept(id), .budget, in: meaning.section)
    case .economic, .project, .unnamed: return nil
    }
  }
}
