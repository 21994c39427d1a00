internal import FiscalNarrative
internal import FiscalText

/// Changes and rates whose level, or the level before, another sentence tells.
extension CheckBuilder {
  /// An increase cannot be greater than what it led to.
  mutating func buildIncreases() {
    let units = Set(checks.filter { $0.kind == .unit }.flatMap(\.operands))
    let rated = rated()
    for (index, statement) in facts.statements.enumerated() {
      guard case .change(let base) = statement.meaning?.aspect,
        base != .originalBudget || rated.contains(index), base != .earlierYear,
        statement.direction == .up, !units.contains(index), statement.meaning?.year == nil,
        let subject = statement.meaning?.subject, let change = interval(index),
        let current = level(of: subject, near: statement),
        facts.statements[current].passage == statement.passage,
        let level = interval(current), change.lower > level.upper,
        wholes[current].flatMap({ interval($0) }).map({ change.lower > $0.upper }) ?? true,
        !mayBeOfAnother(index, change, than: current)
      else { continue }
      checks.append(
        Check(
          kind: .negativeBase, operands: [current, index], holds: false, arithmetic: text(current)))
    }
  }

  /// The changes with a rate behind them, which tells that they are of the amount before them: what a
  /// budget was raised by in the year need not be.
  private func rated() -> Set<Int> {
    var changes = Set<Int>()
    for case .change(_, let change, let rate) in facts.relations
    where !(quantity(rate).printed?.isZero ?? true) {
      changes.insert(change)
    }
    return changes
  }

  /// 财政拨款收入270.00万元，某某补助14.00万元，比上年增加42.00万元: whether a change behind amounts of a list may be that
  /// of the first as well, since the last is called by no name that is known.
  private func mayBeOfAnother(_ index: Int, _ change: Interval, than current: Int) -> Bool {
    let statement = facts.statements[index]
    guard statement.meaning?.subject.isUnnamed ?? false else { return false }
    return facts.statements[..<current].reversed()
      .prefix { $0.passage == statement.passage && $0.sentence == statement.sentence }
      .contains { $0.direction == nil && ($0.quantity.amount?.interval.upper ?? 0) >= change.lower }
  }

  /// What is as it was has the same amount in both years.
  mutating func buildUnchanged() {
    for unchanged in facts.unchanged {
      guard let level = unchanged.level, let previous = unchanged.previous,
        let now = interval(level), let before = interval(previous), Rounding.equal(now, before)
      else { continue }
      checks.append(Check(kind: .sameFact, operands: [previous, level], holds: true))
    }
  }

  mutating func buildStatedRates() {
    var related = Set<Int>()
    for relation in facts.relations {
      switch relation {
      case .change(_, _, let rate), .growth(_, _, let rate): related.insert(rate)
      default: break
      }
    }
    let proven = Set(checks.filter { $0.kind == .table && $0.holds }.flatMap(\.operands))
    for (index, statement) in facts.statements.enumerated() where !related.contains(index) {
      guard let meaning = statement.meaning, case .rate(let base) = meaning.aspect, index > 0,
        meaning.year == nil || base == .earlierYear,
        let change = facts.statements[index - 1].meaning, change.aspect == .change(base),
        change.subject == meaning.subject
      else { continue }
      guard let current = level(of: meaning.subject, near: statement),
        facts.statements[current].meaning?.section == meaning.section
      else {
        if base == .priorYear { buildTableRate(meaning, change: index - 1, rate: index) }
        continue
      }
      let before = checks.count
      buildRate(current: current, change: index - 1, rate: index)
      // Which of several levels is meant is only sure of one that the tables bear out.
      if checks.count > before, !checks[before].holds, !proven.contains(current),
        !isOnlyLevel(current, of: meaning.subject)
      {
        checks.removeLast()
      }
    }
  }

  /// Whether all that the report tells of a concept's level is one amount, or all that the section tells
  /// of that of a 科目, which is another amount in the section on another fund.
  private func isOnlyLevel(_ index: Int, of subject: Subject) -> Bool {
    guard let levels = levels[subject] else { return false }
    let told: [Int]
    switch subject {
    case .concept: told = levels
    case .functional: told = levels.filter { areOfOneSection($0, index) }
    case .economic, .project, .unnamed: return false
    }
    return told.allSatisfy {
      quantity($0) == quantity(index) && facts.statements[$0].meaning?.fund == nil
    }
  }

  /// 收入支出总计各增加甲，增长乙: where only a table says how much it is.
  private mutating func buildTableRate(_ meaning: Meaning, change: Int, rate: Int) {
    guard let level = wholeSource(meaning.subject, in: meaning.section),
      let changed = signed(change), let size = interval(change), let given = signed(rate),
      let printed = quantity(rate).percentage, meaning.year == nil,
      let holds = Rounding.rate(change: changed, current: level.interval, equals: given)
    else { return }
    let expected = Rounding.percentage(
      middle(size), of: level.exact - middle(changed), decimals: min(max(printed.decimals, 2), 6))
    let isDown = facts.statements[change].direction == .down
    checks.append(
      Check(
        kind: .rate, operands: [change, rate], sources: [level], holds: holds,
        expected: expected.map { "\($0)%" },
        arithmetic: "\(text(change)) ÷ (\(level.amount?.number.description ?? "") "
          + "\(isDown ? "＋" : "－") \(text(change)))"))
  }

  mutating func buildStatedDifferences() {
    var previous: [Subject: [Int]] = [:]
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning, case .level = meaning.aspect,
        meaning.year == facts.priorYear, statement.quantity.amount != nil
      else { continue }
      previous[meaning.subject, default: []].append(index)
    }
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning, case .change(.priorYear) = meaning.aspect,
        meaning.year == nil, let before = previous[meaning.subject], before.count == 1,
        facts.passages[facts.statements[before[0]].passage].role == meaning.section,
        let now = level(of: meaning.subject, near: statement)
      else { continue }
      buildDifference(current: now, previous: before[0], change: index)
    }
  }
}
