internal import FiscalNarrative
internal import FiscalText

extension CheckBuilder {
  /// Drops failed shares of a whole that only a table states, where all of a paragraph agree on
  /// another whole: 占“三公”经费的8.75%, reckoned with 会议费 and 培训费, names its whole loosely.
  mutating func dropSharesOfAnotherWhole() {
    var groups: [Int: [Int]] = [:]
    for (index, check) in checks.enumerated()
    where check.kind == .share && check.sources.count == 1 && check.operands.count == 2 {
      groups[facts.statements[check.operands[1]].passage, default: []].append(index)
    }
    var dropped = Set<Int>()
    for group in groups.values where group.count > 1 && group.allSatisfy({ !checks[$0].holds }) {
      if haveCommonWhole(group) { dropped.formUnion(group) }
    }
    guard !dropped.isEmpty else { return }
    checks = checks.indices.filter { !dropped.contains($0) }.map { checks[$0] }
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
