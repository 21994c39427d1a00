internal import FiscalText

/// Changes: by how much an amount is more or less, and with what it is compared.
extension ClauseReader {
  /// Keeps amounts that are said to be more or less, whatever they are of.
  mutating func keepChange(_ statement: Statement, _ index: Int, _ told: Direction?) {
    guard let direction = statement.direction ?? told, direction != .unchanged,
      statement.quantity.amount != nil || statement.missingUnit == .amount
    else { return }
    changes.append(.init(statement: index, isDown: direction == .down))
  }

  mutating func bindChange(
    _ statement: inout Statement, _ index: Int, _ subject: Subject, _ direction: Direction
  ) {
    // …，支出增加30.00万元。新招人员，支出增加12.00万元: the second is a part of the first.
    if state.base == nil, namedSentence != sentence, changed.contains(subject) {
      statement.unboundReason = "前面已经说明了增减额，不能确定这里属于哪一项"
      state.direction = nil
      return
    }
    keepBase()
    let base = state.base ?? unnamedBase(subject, statement)
    // 2024年8.00万元，2023年12.00万元，比上年减少4.00万元: the clause before told of another year.
    if state.year == priorYear, !state.isOfPrior, base == .priorYear, level(subject) != nil {
      state.year = nil
    }
    state.base = base == .originalBudget ? base : state.base
    if base == .priorYear { state.hasPriorBase = true }
    statement.meaning = Meaning(
      subject: subject, aspect: .change(base), year: state.baseYear ?? state.year,
      section: passage.role)
    statement.direction = direction
    statement.directionRange = state.directionRange.map { text.origin($0) }
    state.change = index
    state.changeSubject = subject
    if base == .priorYear { changed.insert(subject) }
    // 2025年预算5.00万元，比2024年减少…: no change of this year's amount.
    guard state.year == nil else {
      state.looseRate = nil
      state.direction = nil
      return
    }
    relateEarlierRates(index, subject, base)
    if base == .originalBudget {
      if let current = level(subject),
        let budget = comparedBudget(subject, current: current, change: statement.quantity)
      {
        relations.append(.difference(current: current, previous: budget, change: index))
      }
    } else if isOfPriorLevel(base), let current = level(subject),
      let previous = previousLevel(subject), previous != current
    {
      relations.append(.difference(current: current, previous: previous, change: index))
    }
    state.direction = nil
  }

  /// Whether a change is from what the report's own measure was the year before: in a budget
  /// 与上年预算12.00万元相比 says so too.
  private func isOfPriorLevel(_ base: Base) -> Bool {
    base == .priorYear || base == .priorBudget && vocabulary.defaultMeasure == .budget
  }

  /// Keeps with what the sentence compares, for the clauses behind that do not say it again.
  private mutating func keepBase() {
    guard let base = state.base else { return }
    if let told = state.toldBase, told != base { state.hasSeveralBases = true }
    state.toldBase = base
  }

  /// 甲比预算减少1.00万元；乙减少2.00万元: what a change is of that does not say it, behind one that does.
  var elidedBase: Base {
    state.hasSeveralBases ? .priorYear : state.toldBase ?? .priorYear
  }

  /// 预算10.00万元，支出3.25万元，节约6.75万元: what a change is of that does not say with what it compares: of
  /// the budget, if it is that difference, else of the year before.
  private func unnamedBase(_ subject: Subject, _ statement: Statement) -> Base {
    guard vocabulary.defaultMeasure == .finalAmount, let final = level(subject),
      budgets(subject, named: nil).contains(where: {
        isDifference(statement.quantity, from: $0.index, to: final)
      })
    else { return elidedBase }
    return .originalBudget
  }

  /// 年初预算80.00万元，全年预算84.00万元，支出82.00万元，比预算减少2.00万元: with which of the budgets that were told an
  /// amount is compared; with the first, if the change fits none.
  private func comparedBudget(_ subject: Subject, current: Int, change: Quantity) -> Int? {
    let budgets = budgets(subject, named: state.measure).map(\.index).filter { $0 != current }
    return budgets.first { isDifference(change, from: $0, to: current) } ?? budgets.first
  }

  private func isDifference(_ change: Quantity, from budget: Int, to final: Int) -> Bool {
    guard budget != final, let change = change.interval, let after = quantity(of: final).interval,
      let before = quantity(of: budget).interval
    else { return false }
    let difference = after - before
    return difference.overlaps(change) || (-difference).overlaps(change)
  }

  /// Relates a change to the rates of it that were told before it.
  private mutating func relateEarlierRates(_ change: Int, _ subject: Subject, _ base: Base) {
    defer {
      state.looseRate = nil
      state.multiple = nil
    }
    guard let current = level(subject) else { return }
    if let rate = state.looseRate, rate.subject == subject, rate.base == base {
      relations.append(.change(current: current, change: change, rate: rate.statement))
    }
    if let multiple = state.multiple, base == .priorYear, self.subject(of: multiple) == subject {
      relations.append(.multipleOfBase(current: current, change: change, rate: multiple))
    }
  }
}
