internal import FiscalText

/// How often each pair of neighbouring ideographs stands in a text.
///
/// - Complexity: O(n) to build, O(1) to ask.
struct BigramCounts: Sendable {
  private struct Pair: Sendable {
    var first: UInt32 = 0
    var second: UInt32 = 0
    /// 0 in a slot that no pair has taken.
    var count: Int32 = 0
  }

  private var pairs: [Pair]
  private var used = 0
  private var mask: Int

  init(_ scalars: [UInt32]) {
    mask = (1 << 14) - 1
    pairs = [Pair](repeating: Pair(), count: mask + 1)
    // No ideograph, before the text begins.
    var last: UInt32 = 0
    for scalar in scalars {
      let ideograph = isIdeograph(scalar) ? scalar : 0
      if ideograph != 0, last != 0 { add(last, ideograph) }
      last = ideograph
    }
  }

  func count(_ first: UInt32, _ second: UInt32) -> Int {
    Int(pairs[slot(first, second)].count)
  }

  /// Whether two code points may stand side by side: of ideographs alone it is known that they do
  /// not.
  func canMeet(_ first: UInt32, _ second: UInt32) -> Bool {
    !isIdeograph(first) || !isIdeograph(second) || count(first, second) > 0
  }

  private mutating func add(_ first: UInt32, _ second: UInt32) {
    let slot = slot(first, second)
    if pairs[slot].count == 0 {
      used += 1
      if used * 2 > pairs.count {
        grow()
        return insert(Pair(first: first, second: second, count: 1))
      }
      (pairs[slot].first, pairs[slot].second) = (first, second)
    }
    pairs[slot].count += 1
  }

  private mutating func grow() {
    let old = pairs
    mask = old.count * 2 - 1
    pairs = [Pair](repeating: Pair(), count: mask + 1)
    for pair in old where pair.count > 0 { insert(pair) }
  }

  private mutating func insert(_ pair: Pair) { pairs[slot(pair.first, pair.second)] = pair }

  /// Where a pair stands, or where it would be put.
  @inline(__always)
  private func slot(_ first: UInt32, _ second: UInt32) -> Int {
    let key = UInt64(first) << 32 | UInt64(second)
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while pairs[slot].count > 0, pairs[slot].first != first || pairs[slot].second != second {
      slot = (slot + 1) & mask
    }
    return slot
  }
}
