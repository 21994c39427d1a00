internal import FiscalNarrative
internal import FiscalText

/// What an amount of a failed relation would have to be for the relation to hold.
extension CheckBuilder {
  /// The amounts with which a check would hold; nil where they are not known.
  func implied(_ index: Int, by check: Check) -> Interval? {
    guard quantity(index).amount != nil, let place = check.operands.firstIndex(of: index) else {
      return nil
    }
    switch check.kind {
    case .share, .completion: return impliedByRatio(place, check)
    case .rate: return impliedByRate(place, check)
    case .difference: return impliedByDifference(place, check)
    case .parts, .listed, .changeParts: return impliedBySum(place, check)
    case .sameFact:
      return check.operands.count == 2 ? interval(check.operands[1 - place]) : nil
    case .table, .partsWithin, .growth, .multiple, .negativeBase, .average, .unit,
      .completionByGap:
      return nil
    }
  }

  /// Whether a check that holds would not hold with any value of a number: a share of 0% that nothing has
  /// is one of whatever whole, and so is a change of nothing.
  func speaks(_ check: Check, for operand: Int) -> Bool {
    guard check.operands.count == 3, operand == check.operands[0] else { return true }
    switch check.kind {
    case .share, .completion, .rate: return !(quantity(check.operands[1]).printed?.isZero ?? false)
    default: return true
    }
  }

  private func impliedByRatio(_ place: Int, _ check: Check) -> Interval? {
    guard let last = check.operands.last, let ratio = interval(last) else { return nil }
    guard check.operands.count == 3 else {
      guard check.operands.count == 2, place == 0, let whole = check.sources.first else {
        return nil
      }
      return product(whole.interval, ratio)
    }
    switch place {
    case 0: return interval(check.operands[1]).flatMap { quotient($0, ratio) }
    case 1: return interval(check.operands[0]).flatMap { product($0, ratio) }
    default: return nil
    }
  }

  /// With the change c and its rate r the level is c ÷ r ± c.
  private func impliedByRate(_ place: Int, _ check: Check) -> Interval? {
    guard check.operands.count == 3, place < 2,
      let rate = interval(check.operands[2]), let other = interval(check.operands[1 - place])
    else { return nil }
    let isDown = facts.statements[check.operands[1]].direction == .down
    if place == 0 {
      return quotient(other, rate).map { isDown ? $0 - other : $0 + other }
    }
    let one = Interval(exactly: Interval.one)
    return product(other, rate).flatMap { quotient($0, isDown ? one - rate : one + rate) }
  }

  private func impliedByDifference(_ place: Int, _ check: Check) -> Interval? {
    guard check.operands.count == 3, let now = interval(check.operands[0]),
      let before = interval(check.operands[1]), let change = signed(check.operands[2])
    else { return nil }
    switch place {
    case 0: return before + change
    case 1: return now - change
    default: return now.lower < before.lower ? before - now : now - before
    }
  }

  private func impliedBySum(_ place: Int, _ check: Check) -> Interval? {
    guard let whole = check.operands.last, let total = signed(whole) else { return nil }
    let parts = check.operands.dropLast()
    guard !parts.isEmpty else { return check.sources.map(\.interval).reduce(.zero, +) }
    let index = check.operands[place]
    let implied =
      place == parts.count ? sum(Array(parts)) : total - sum(parts.filter { $0 != index })
    // 减少4.80万元 is printed without a sign.
    return facts.statements[index].direction == .down ? -implied : implied
  }

  private func product(_ one: Interval, _ ratio: Interval) -> Interval? {
    guard one.lower >= 0, ratio.lower >= 0 else { return nil }
    let (value, overflow) = one.upper.multipliedReportingOverflow(by: ratio.upper)
    guard !overflow else { return nil }
    return Interval(
      lower: one.lower * ratio.lower / Interval.one, upper: value / Interval.one + 1)
  }

  private func quotient(_ one: Interval, _ ratio: Interval) -> Interval? {
    guard one.lower >= 0, ratio.lower > 0 else { return nil }
    let (value, overflow) = one.upper.multipliedReportingOverflow(by: Interval.one)
    guard !overflow else { return nil }
    return Interval(
      lower: one.lower * Interval.one / ratio.upper, upper: value / ratio.lower + 1)
  }
}
