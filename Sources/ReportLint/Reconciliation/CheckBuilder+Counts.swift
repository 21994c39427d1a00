internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Lists of counts: 项目20个，其中：甲类12个，乙类8个.
extension CheckBuilder {
  /// That a list of counts comes out confirms them. What is more than the whole of which it is a
  /// part is a fault, and so, probably, are parts that are all nothing of something.
  mutating func buildCountList(whole: Int, parts: [Int]) {
    guard !parts.contains(whole) else { return }
    if parts.count > 1, addSum(.listed, whole: whole, parts: parts) { return }
    let like = parts.filter { isCountedAlike($0, whole) }
    guard let total = interval(whole), like.count == parts.count else { return }
    for part in parts {
      guard let count = interval(part), count.lower > total.upper else { continue }
      addCounts(.partsWithin, whole: whole, parts: [part])
    }
    if parts.count > 1, sum(parts) == .zero {
      addCounts(.listed, whole: whole, parts: parts, isProbable: true)
    }
  }

  private mutating func addCounts(
    _ kind: Check.Kind, whole: Int, parts: [Int], isProbable: Bool = false
  ) {
    var check = Check(
      kind: kind, operands: parts + [whole], holds: false,
      expected: expected(sum(parts), like: quantity(whole)), arithmetic: arithmetic(parts))
    check.isProbable = isProbable
    checks.append(check)
  }

  // MARK: Counts with their amounts

  private struct CountList {
    var whole: Int
    var parts: [Int]
  }

  /// 项目18个，资金90.00万元，其中：甲类15个，资金60.00万元；乙类3个，资金30.00万元: where the amounts come
  /// out, no part was left out, and the counts come out too.
  mutating func buildCountsBesideAmounts() {
    var sums: [Int: [CountList]] = [:]
    for check in checks where check.holds && (check.kind == .listed || check.kind == .parts) {
      guard let whole = check.operands.last, quantity(whole).amount != nil else { continue }
      sums[facts.statements[whole].passage, default: []].append(
        CountList(whole: whole, parts: Array(check.operands.dropLast())))
    }
    guard !sums.isEmpty else { return }
    for relation in facts.relations {
      guard case .list(let whole, let parts) = relation, case .count = quantity(whole),
        parts.count > 1, !sum(parts).overlaps(interval(whole) ?? .zero),
        let amounts = sums[facts.statements[whole].passage]?.first(where: {
          Self.alternate(CountList(whole: whole, parts: parts), $0)
        })
      else { continue }
      let isProbable = amounts.parts.count { !(quantity($0).printed?.isZero ?? true) } < 2
      addCounts(.listed, whole: whole, parts: parts, isProbable: isProbable)
    }
  }

  /// Whether each amount stands behind its count and before the next one.
  private static func alternate(_ counts: CountList, _ amounts: CountList) -> Bool {
    guard counts.parts.count == amounts.parts.count else { return false }
    var order = [counts.whole, amounts.whole]
    for (count, amount) in zip(counts.parts, amounts.parts) { order += [count, amount] }
    return zip(order, order.dropFirst()).allSatisfy { $0 < $1 }
  }

  // MARK: What is counted

  /// Whether two counts are of the same things: by the word that counts, or, where that counts
  /// anything, by the noun before the number.
  private func isCountedAlike(_ one: Int, _ other: Int) -> Bool {
    guard case .count(_, let classifier) = quantity(one) else { return false }
    return Self.tellingClassifiers.contains(classifier)
      || countedNoun(one) == countedNoun(other)
  }

  private static let tellingClassifiers: Set<String> = [
    "辆", "人次", "批次", "台", "套", "台（套）", "台/套", "平方米",
  ]

  /// The two ideographs before a number and the words that lead to it: 项目 of 项目共20个.
  private func countedNoun(_ index: Int) -> [UInt8] {
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text
    let end = statement.digits.lowerBound
    var words = NormalText.bytes(of: text.slice(max(0, end - Self.nounReach)..<end).utf8)
      .filter { $0 != 0x20 }
    while let link = Self.links.first(where: { words.suffix($0.count).elementsEqual($0) }) {
      words.removeLast(link.count)
    }
    return Array(words.suffix(6))
  }

  /// Eight ideographs.
  private static let nounReach = 24
  private static let links = ["共计", "共", "为", "计", "数", "有"].map { [UInt8]($0.utf8) }
}
