internal import FiscalText

/// How often each pair of neighbouring ideographs stands in a text.
///
/// - Complexity: O(n) to build, O(1) to ask.
struct BigramCounts: Sendable {
  private var keys: [UInt64]
  private var counts: [Int32]
  private var used = 0
  private var mask: Int

  init(_ text: DocumentText) {
    keys = [UInt64](repeating: 0, count: 1 << 14)
    counts = [Int32](repeating: 0, count: 1 << 14)
    mask = (1 << 14) - 1
    let scalars = text.scalars
    var wasIdeograph = false
    for index in scalars.indices {
      let isOne = isIdeograph(scalars[index])
      if isOne, wasIdeograph { add(Self.key(scalars[index - 1], scalars[index])) }
      wasIdeograph = isOne
    }
  }

  func count(_ first: UInt32, _ second: UInt32) -> Int {
    let key = Self.key(first, second)
    var slot = Self.hash(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return Int(counts[slot]) }
      slot = (slot + 1) & mask
    }
    return 0
  }

  private mutating func add(_ key: UInt64) {
    var slot = Self.hash(key) & mask
    while keys[slot] != 0 {
      if keys[slot] == key {
        counts[slot] += 1
        return
      }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    counts[slot] = 1
    used += 1
    if used * 2 > keys.count { grow() }
  }

  private mutating func grow() {
    let (oldKeys, oldCounts) = (keys, counts)
    mask = keys.count * 2 - 1
    keys = [UInt64](repeating: 0, count: mask + 1)
    counts = [Int32](repeating: 0, count: mask + 1)
    for index in oldKeys.indices where oldKeys[index] != 0 {
      var slot = Self.hash(oldKeys[index]) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = oldKeys[index]
      counts[slot] = oldCounts[index]
    }
  }

  private static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(second)
  }

  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 40)
  }
}
