internal import FiscalNarrative
internal import FiscalText

/// Shares of another whole than their words say.
extension CheckBuilder {
  /// Drops failed shares of a whole that only a table states, where all of a paragraph agree on
  /// another whole, which their words name loosely; not if the parts are all that the stated whole
  /// has, so that their shares of it must come to 100%.
  mutating func dropSharesOfAnotherWhole() {
    var groups: [Int: [Int]] = [:]
    for (index, check) in checks.enumerated()
    where check.kind == .share && check.sources.count == 1 && check.operands.count == 2 {
      groups[facts.statements[check.operands[1]].passage, default: []].append(index)
    }
    var dropped = Set<Int>()
    for group in groups.values where group.count > 1 && group.allSatisfy({ !checks[$0].holds }) {
      if haveCommonWhole(group), !isAllOfWhole(group) { dropped.formUnion(group) }
    }
    dropped.formUnion(secondShares)
    guard !dropped.isEmpty else { return }
    checks = checks.indices.filter { !dropped.contains($0) }.map { checks[$0] }
  }

  /// 占一般公共预算支出的90%，占全部支出的81%: where a share of a part comes out, another one that does not of the
  /// same whole is one of something else.
  private var secondShares: Set<Int> {
    var coming: [Int: [Check]] = [:]
    for check in checks where check.kind == .share && check.holds && check.operands.count > 1 {
      coming[check.operands[check.operands.count - 2], default: []].append(check)
    }
    return Set(
      checks.indices.filter { index in
        let check = checks[index]
        guard check.kind == .share, !check.holds, check.operands.count > 1 else { return false }
        return coming[check.operands[check.operands.count - 2]]?
          .contains { haveSameWhole($0, check) } ?? false
      })
  }

  private func haveSameWhole(_ one: Check, _ other: Check) -> Bool {
    guard let left = whole(of: one), let right = whole(of: other) else { return false }
    return Rounding.equal(left, right)
  }

  private func whole(of share: Check) -> Interval? {
    share.operands.count > 2 ? interval(share.operands[0]) : share.sources.first?.interval
  }

  /// Whether the parts add up to the whole of which they are said to be shares.
  private func isAllOfWhole(_ group: [Int]) -> Bool {
    let wholes = group.compactMap { checks[$0].sources.first?.interval }
    let parts = Set(group.map { checks[$0].operands[0] }).sorted().compactMap { interval($0) }
    guard let whole = wholes.first, wholes.allSatisfy({ Rounding.equal($0, whole) }),
      parts.count == group.count
    else { return false }
    return Rounding.sum(parts, equals: whole)
  }

  private func haveCommonWhole(_ group: [Int]) -> Bool {
    var common: Interval?
    for index in group {
      let operands = checks[index].operands
      guard let part = interval(operands[0]), let share = interval(operands[1]),
        let whole = impliedWhole(part, share)
      else { return false }
      guard let known = common else {
        common = whole
        continue
      }
      guard known.overlaps(whole) else { return false }
      common = Interval(
        lower: max(known.lower, whole.lower), upper: min(known.upper, whole.upper))
    }
    return true
  }

  /// The wholes of which a share makes a part; nil for shares of nothing.
  private func impliedWhole(_ part: Interval, _ share: Interval) -> Interval? {
    let hundred = 100 * Interval.one
    guard part.lower > 0, share.lower > 0,
      !part.upper.multipliedReportingOverflow(by: hundred).overflow
    else { return nil }
    return Interval(
      lower: part.lower * hundred / share.upper, upper: part.upper * hundred / share.lower)
  }
}
