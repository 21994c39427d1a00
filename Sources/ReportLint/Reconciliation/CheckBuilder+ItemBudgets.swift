internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// The budgets of the items that are gone through one by one, against the budget of them all.
extension CheckBuilder {
  mutating func buildItemBudgets(_ list: ItemList) {
    let budgets = list.items.compactMap(\.budget)
    guard list.isComplete, budgets.count == list.items.count, let total = totalBudget(),
      let amount = quantity(total).amount,
      budgets.allSatisfy({ quantity($0).interval != nil })
    else { return }
    let sum = sum(budgets)
    let holds = sum.overlaps(amount.interval)
    let isOver = sum.lower > amount.interval.upper
    // Where an item is missing, too little is no wonder.
    guard holds || isOver || list.missing.isEmpty && !namesMore(list) else { return }
    var check = Check(
      kind: .parts, operands: budgets + [total], holds: holds,
      expected: holds ? nil : expected(size(sum), like: amount),
      arithmetic: holds ? nil : arithmetic(budgets))
    check.isProbable = !isOver
    if !holds { check.suspects = accused(by: check) + [total] }
    check.rule = "NN06"
    checks.append(check)
  }

  /// The budgets of which another relation that fails asks the value with which the sum would come
  /// out: of so many, the sum itself tells none.
  private func accused(by sum: Check) -> [Int] {
    let failed = checks.filter { !$0.holds }
    return sum.operands.dropLast().filter { budget in
      guard let right = implied(budget, by: sum) else { return false }
      return failed.contains { check in
        (check.suspects ?? check.operands).contains(budget)
          && implied(budget, by: check)?.overlaps(right) ?? false
      }
    }
  }

  /// 年初预算与决算均为12.00万元: whether the section names an item whose budget was not understood.
  private func namesMore(_ list: ItemList) -> Bool {
    let told = Set(list.items.map(\.path.item))
    return facts.mentions.contains { mention in
      guard mention.section?.hasPrefix(Self.general) ?? false,
        case .functional(let path) = mention.subject
      else { return false }
      return !path.item.isEmpty && !told.contains(path.item)
    }
  }

  private func totalBudget() -> Int? {
    facts.statements.lastIndex { statement in
      guard let meaning = statement.meaning, meaning.section?.hasPrefix(Self.general) ?? false
      else { return false }
      return meaning.subject == .concept("一般公共预算财政拨款支出")
        && meaning.aspect == .level(.originalBudget)
    }
  }

  private static let general = "narrative.general"
}
