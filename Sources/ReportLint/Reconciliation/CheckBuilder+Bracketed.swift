internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// 预算180.00万元，决算178.60万元（99.22%）; 人员经费5,454.35万元（79.39%）: percentages in brackets that say of nothing what they are.
/// Where those beside one come out in the same way, it is meant in that way too.
extension CheckBuilder {
  private struct Bracketed {
    /// The amount right before the bracket.
    var amount: Int
    var percentage: Int
  }

  mutating func buildBracketed() {
    let open = facts.statements.indices.dropFirst().compactMap(bracketed)
    guard open.count > 1 else { return }
    buildBracketedCompletions(open)
    buildBracketedShares(open)
  }

  private func bracketed(_ index: Int) -> Bracketed? {
    let (amount, statement) = (facts.statements[index - 1], facts.statements[index])
    guard statement.meaning == nil, statement.quantity.percentage != nil,
      statement.region == .plain, amount.meaning != nil, amount.quantity.amount != nil,
      amount.passage == statement.passage
    else { return nil }
    let text = facts.passages[statement.passage].text.utf8
    guard amount.range.upperBound <= statement.range.lowerBound,
      Self.openings.contains(where: {
        text[amount.range.upperBound..<statement.range.lowerBound].elementsEqual($0)
      }),
      Self.closings.contains(where: { text.hasBytes($0, at: statement.range.upperBound) })
    else { return nil }
    return Bracketed(amount: index - 1, percentage: index)
  }

  private static let openings = ["（", "("].map { [UInt8]($0.utf8) }
  private static let closings = ["）", ")"].map { [UInt8]($0.utf8) }

  // MARK: Budget and final amount

  private mutating func buildBracketedCompletions(_ open: [Bracketed]) {
    let pairs = open.compactMap { bracket in
      pair(bracket.amount).map { (budget: $0.budget, final: $0.final, rate: bracket.percentage) }
    }
    let first = checks.count
    for pair in pairs {
      buildRatio(.completion, part: pair.final, whole: pair.budget, ratio: pair.rate)
    }
    keepUsual(since: first, fewest: Self.fewestCompletions)
  }

  /// The amount and the one before it in its sentence, if one is the budget and the other the final
  /// amount of the same.
  private func pair(_ last: Int) -> (budget: Int, final: Int)? {
    guard last > 0, facts.statements[last - 1].passage == facts.statements[last].passage,
      facts.statements[last - 1].sentence == facts.statements[last].sentence,
      let one = facts.statements[last - 1].meaning, let two = facts.statements[last].meaning,
      one.subject == two.subject, case .level(let first) = one.aspect,
      case .level(let second) = two.aspect
    else { return nil }
    if second == .finalAmount, first != .finalAmount { return (last - 1, last) }
    if first == .finalAmount, second != .finalAmount { return (last, last - 1) }
    return nil
  }

  private static let fewestCompletions = 3

  // MARK: Parts of a whole

  /// 基本支出6,870.00万元。人员经费5,454.35万元（79.39%）；公用经费1,415.65万元（20.61%）
  private mutating func buildBracketedShares(_ open: [Bracketed]) {
    for list in Dictionary(grouping: open, by: { facts.statements[$0.amount].passage })
      .sorted(by: { $0.key < $1.key }).map(\.value)
    {
      guard list.count > 1, let start = list.first?.amount,
        let whole = whole(of: list.map(\.amount), before: start)
      else { continue }
      let first = checks.count
      for part in list {
        buildRatio(.share, part: part.amount, whole: whole, ratio: part.percentage)
      }
      keepUsual(since: first, fewest: 1)
    }
  }

  /// The last amount of the paragraph before its parts that they add up to.
  private func whole(of parts: [Int], before start: Int) -> Int? {
    let amounts = parts.compactMap { interval($0) }
    let passage = facts.statements[start].passage
    return facts.statements[..<start].indices.reversed()
      .prefix { facts.statements[$0].passage == passage }
      .first { index in
        guard quantity(index).amount != nil, let total = interval(index) else { return false }
        return Rounding.sum(amounts, equals: total)
      }
  }

  /// Keeps relations that were supposed if enough of them come out, and all but one.
  private mutating func keepUsual(since first: Int, fewest: Int) {
    let failing = checks[first...].indices.filter { !checks[$0].holds }
    guard checks.count - first - failing.count >= fewest, failing.count <= 1 else {
      checks.removeLast(checks.count - first)
      return
    }
    for index in failing { checks[index].isProbable = true }
  }
}
