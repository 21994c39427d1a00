internal import FiscalNarrative
internal import FiscalText

/// Levels given as a percentage of the one before: 为上年的107.43%.
extension CheckBuilder {
  mutating func buildMultiple(current: Int, previous: Int, rate: Int) {
    guard let now = interval(current), let before = interval(previous), let given = interval(rate),
      let holds = Rounding.ratio(now, to: before, equals: given)
    else { return }
    addMultiple(
      .multiple, [previous, current, rate], holds, now, middle(before),
      arithmetic: "\(text(current)) ÷ \(text(previous))")
  }

  /// - Parameter kind: of what the rate is: for a completion the change is the one from the budget.
  mutating func buildMultiple(
    current: Int, change: Int, rate: Int, kind: Check.Kind = .multiple
  ) {
    guard let now = interval(current), let changed = signed(change), let given = interval(rate),
      let holds = Rounding.rate(
        change: changed, current: now, equals: given - Interval(exactly: Interval.one))
    else { return }
    let sign = facts.statements[change].direction == .down ? "＋" : "－"
    addMultiple(
      kind, [current, change, rate], holds, now, middle(now) - middle(changed),
      arithmetic: "\(text(current)) ÷ (\(text(current)) \(sign) \(text(change)))")
  }

  /// 完成预算的38.00%，比预算减少2.17万元: the budget is the final amount less what it is more by.
  mutating func buildCompletion(final: Int, gap: Int, rate: Int) {
    buildMultiple(current: final, change: gap, rate: rate, kind: .completionByGap)
  }

  /// - Parameter operands: the numbers that take part, the percentage last.
  private mutating func addMultiple(
    _ kind: Check.Kind, _ operands: [Int], _ holds: Bool, _ level: Interval, _ base: Int128,
    arithmetic: String
  ) {
    guard let rate = operands.last, let printed = quantity(rate).percentage else { return }
    let expected = Rounding.percentage(
      middle(level), of: base, decimals: min(max(printed.decimals, 2), 6))
    checks.append(
      Check(
        kind: kind, operands: operands, holds: holds,
        expected: expected.map { "\($0)%" }, arithmetic: arithmetic))
  }
}
