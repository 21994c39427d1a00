internal import FiscalNarrative
internal import FiscalText

/// Shares beside the parts of a part: 总额甲，其中：乙，包括丙、丁，占50.00%；…
extension CheckBuilder {
  /// Puts right the checks of a share, none of which holds, where the sentence tells a list that adds up to
  /// one of its amounts and that the share goes with: of what the list is made up of, or, behind the
  /// list, of the amount itself in the whole around it.
  mutating func reviseShare(of part: Int, share: Int, since first: Int) {
    guard checks.count > first, checks[first...].allSatisfy({ !$0.holds }),
      let (inner, whole) = listedShare(part, share) ?? listedShare(share - 1, share)
    else { return }
    checks.removeLast(checks.count - first)
    buildRatio(.share, part: inner, whole: whole, ratio: share)
  }

  /// How many amounts such a list or what stands before it may have.
  private static let longestInnerList = 10

  private func listedShare(_ part: Int, _ share: Int) -> (part: Int, whole: Int)? {
    let passage = facts.statements[part].passage
    // All of something is all of any amount that is told again.
    guard facts.statements[share].passage == passage, let ratio = interval(share),
      !ratio.contains(Interval.one)
    else { return nil }
    let levels = facts.statements(of: passage).indices.filter(isLevelAmount)
    // 主要原因是人员增加（含办公费甲，差旅费乙）: the first of the list may seem to be of the reason.
    return listedShare(part, share, levels.filter { facts.statements[$0].region == .plain })
      ?? listedShare(part, share, levels)
  }

  private func listedShare(
    _ part: Int, _ share: Int, _ amounts: [Int]
  ) -> (part: Int, whole: Int)? {
    guard let place = amounts.firstIndex(of: part) else { return nil }
    for head in amounts.indices[..<place].reversed().prefix(Self.longestInnerList) {
      guard let end = endOfList(amounts, behind: head), end >= place else { continue }
      if fits(part, of: amounts[head], share) { return (part, amounts[head]) }
      guard end == place else { continue }
      for other in amounts[..<head].reversed().prefix(Self.longestInnerList)
      where fits(amounts[head], of: other, share) {
        return (amounts[head], other)
      }
    }
    return nil
  }

  /// The last of the amounts behind one of them that together are as much.
  private func endOfList(_ amounts: [Int], behind head: Int) -> Int? {
    guard let total = interval(amounts[head]), total.lower > 0 else { return nil }
    var sum = Interval.zero
    for place in amounts.indices.dropFirst(head + 1).prefix(Self.longestInnerList) {
      guard let amount = interval(amounts[place]) else { return nil }
      sum = sum + amount
      if place > head + 1, sum.overlaps(total) { return place }
      if sum.lower > total.upper { return nil }
    }
    return nil
  }

  private func isLevelAmount(_ index: Int) -> Bool {
    let statement = facts.statements[index]
    guard statement.quantity.amount != nil, statement.direction == nil else { return false }
    guard let meaning = statement.meaning else { return true }
    return isLevel(meaning.aspect) && meaning.year == nil
  }

  private func fits(_ part: Int, of whole: Int, _ share: Int) -> Bool {
    guard let amount = ratioOperand(part), let total = ratioOperand(whole),
      let ratio = interval(share)
    else { return false }
    return Rounding.ratio(amount, to: total, equals: ratio) ?? false
  }
}
