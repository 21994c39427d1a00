internal import FiscalNarrative
internal import FiscalText

/// Brings 大于, 小于 and 等于 to this year's numbers.
struct OrderRoller {
  let context: PassageContext
  let draft: PassageDraft

  func roll(_ comparison: Comparison) {
    guard let subject = comparison.subject, !draft.edits.meets(comparison.range),
      let near = comparison.final ?? comparison.budget ?? comparison.rate
    else { return }
    do throws(RollNumbers.Failure) {
      let final = try context.numbers.level(of: subject, .finalAmount, near: near)
      let budget: RollNumbers.Result
      if let index = comparison.budget {
        budget = try context.numbers.result(index)
      } else {
        budget = try context.numbers.level(of: subject, .originalBudget, near: near)
      }
      let order: Order =
        final.grains > budget.grains ? .above : final.grains < budget.grains ? .below : .equal
      let isSame = order == comparison.order || comparison.order.allows(order)
      let word = isSame ? context.quote(comparison.range) : DirectionWords.order(order)
      draft.replace(comparison.range, word)
      draft.note(.computed, comparison.range, word, "\(final.source)，\(budget.source)")
    } catch {
      draft.open(comparison.range, "大于、小于或等于", error.reason)
    }
  }
}

extension Order {
  /// Whether 不大于 and 不小于 still say what is so.
  fileprivate func allows(_ order: Order) -> Bool {
    switch self {
    case .notAbove: order != .above
    case .notBelow: order != .below
    case .above, .below, .equal: false
    }
  }
}
