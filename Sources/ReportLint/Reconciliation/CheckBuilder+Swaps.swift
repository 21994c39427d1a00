internal import FiscalNarrative
internal import FiscalText

/// Two amounts that changed places.
extension CheckBuilder {
  private struct AmountList {
    var whole: Int
    var parts: [Int]
    var numbers: [Int] { parts + [whole] }
  }

  /// 收入包括甲、乙；支出包括丙、丁: where neither list comes out, and both do if one number of the one and
  /// one of the other change places, those are the faults. By chance no two numbers do that.
  mutating func buildSwaps() {
    let tested = Set(checks.filter { !$0.holds }.flatMap(\.operands))
    var wholes = Set<Int>()
    for case .list(let whole, _) in facts.relations { wholes.insert(whole) }
    var open: [Int: [AmountList]] = [:]
    for relation in facts.relations {
      // A list ends where the next one begins.
      guard case .list(let whole, let listed) = relation,
        case let parts = Array(listed.prefix { !wholes.contains($0) }),
        (2...Self.mostParts).contains(parts.count),
        let total = signed(whole), quantity(whole).amount != nil, !sum(parts).overlaps(total),
        parts.allSatisfy({ quantity($0).amount != nil }),
        !(parts + [whole]).contains(where: tested.contains)
      else { continue }
      open[facts.statements[whole].passage, default: []].append(
        AmountList(whole: whole, parts: parts))
    }
    for (_, lists) in open.sorted(by: { $0.key < $1.key })
    where (2...Self.mostLists).contains(lists.count) {
      for (index, one) in lists.enumerated() {
        for other in lists[(index + 1)...] { buildSwap(one, other) }
      }
    }
  }

  /// Each number of a list is tried against each of every other list of its passage.
  private static let mostParts = 40
  private static let mostLists = 8

  private mutating func buildSwap(_ one: AmountList, _ other: AmountList) {
    var swaps: [(Int, Int)] = []
    for left in one.numbers where !other.numbers.contains(left) {
      for right in other.numbers
      where !one.numbers.contains(right) && isMended(one, by: left, right)
        && isMended(other, by: right, left)
      {
        swaps.append((left, right))
      }
    }
    guard swaps.count == 1, let (left, right) = swaps.first, isTelling(left) || isTelling(right)
    else { return }
    addBroken(.listed, whole: one.whole, parts: one.parts, suspects: [left])
    addBroken(.listed, whole: other.whole, parts: other.parts, suspects: [right])
  }

  /// Whether a list comes out with another number in the place of one of its own.
  private func isMended(_ list: AmountList, by old: Int, _ new: Int) -> Bool {
    guard let replaced = signed(new), let total = signed(list.whole) else { return false }
    if old == list.whole { return sum(list.parts).overlaps(replaced) }
    return (sum(list.parts.filter { $0 != old }) + replaced).overlaps(total)
  }

  /// Whether a number has so many digits that sums do not come out with it by chance.
  private func isTelling(_ index: Int) -> Bool {
    guard var digits = quantity(index).printed?.mantissa.magnitude else { return false }
    while digits > 0, digits.isMultiple(of: 10) { digits /= 10 }
    return digits >= 100
  }
}
