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

  /// Never more than half full; as many as a power of two.
  private var pairs: [Pair]
  private var used = 0

  init(_ scalars: [UInt32]) {
    pairs = [Pair](repeating: Pair(), count: 1 << 14)
    var next = 1
    while next < scalars.count {
      next = add(scalars, from: next)
      if next < scalars.count { grow() }
    }
  }

  func count(_ first: UInt32, _ second: UInt32) -> Int {
    pairs.withUnsafeBufferPointer { Int($0[Self.slot(first, second, in: $0)].count) }
  }

  /// Whether two code points may stand side by side: of ideographs alone it is known that they do
  /// not.
  func canMeet(_ first: UInt32, _ second: UInt32) -> Bool {
    !isIdeograph(first) || !isIdeograph(second) || count(first, second) > 0
  }

  /// Counts the pairs whose second one stands at an index or behind it, up to one for which there
  /// is no room.
  ///
  /// - Returns: its index, or the end.
  private mutating func add(_ scalars: [UInt32], from start: Int) -> Int {
    var used = used
    defer { self.used = used }
    return pairs.withUnsafeMutableBufferPointer { pairs in
      var last = scalars[start - 1]
      for index in start..<scalars.count {
        let scalar = scalars[index]
        defer { last = scalar }
        guard isIdeograph(scalar), isIdeograph(last) else { continue }
        let slot = Self.slot(last, scalar, in: UnsafeBufferPointer(pairs))
        if pairs[slot].count == 0 {
          if used * 2 == pairs.count { return index }
          used += 1
          (pairs[slot].first, pairs[slot].second) = (last, scalar)
        }
        pairs[slot].count &+= 1
      }
      return scalars.count
    }
  }

  private mutating func grow() {
    var larger = [Pair](repeating: Pair(), count: pairs.count * 2)
    larger.withUnsafeMutableBufferPointer { larger in
      for pair in pairs where pair.count > 0 {
        larger[Self.slot(pair.first, pair.second, in: UnsafeBufferPointer(larger))] = pair
      }
    }
    pairs = larger
  }

  /// Where a pair stands, or where it would be put.
  @inline(__always)
  private static func slot(
    _ first: UInt32, _ second: UInt32, in pairs: UnsafeBufferPointer<Pair>
  ) -> Int {
    let key = UInt64(first) << 32 | UInt64(second)
    let mask = pairs.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while pairs[slot].count > 0, pairs[slot].first != first || pairs[slot].second != second {
      slot = (slot + 1) & mask
    }
    return slot
  }
}
