internal import FiscalModel
internal import FiscalStandards

/// The codes of a table's rows as they stand one below the other, and which of them stand wrong.
///
/// One wrong code puts all rows behind it out of order as well as itself. So the longest run of codes
/// that rise is taken as right, and only what does not fit into it stands wrong.
struct CodeSequence {
  struct Entry {
    var code: String
    var level: ClassificationLevel
    /// The cell that prints the whole code; nil where its parts are in several cells.
    var cell: TracedText?
  }

  /// Rows whose next higher code does not stand before them.
  struct Orphans {
    var parent: String
    var entries: [Int]
    /// The row that stands in the place of the parent, under another code.
    var above: Int?
  }

  /// Rows that stand together in a wrong place, and the row that shows it.
  struct Strays {
    var entries: [Int]
    var other: Int
    var isBehind: Bool
  }

  let entries: [Entry]
  private let keys: [UInt64]
  /// For each row, whether it is one of those that rise.
  private let isKept: [Bool]

  init(_ entries: [Entry]) {
    self.entries = entries
    keys = entries.map { Self.key($0.code.utf8) }
    isKept = Self.rising(keys)
  }

  /// Whether each row stands behind the one before and the one that it is a part of.
  var isInOrder: Bool { !isKept.contains(false) && orphanIndices().isEmpty }

  /// A code of up to eight digits as a number that sorts as codes do: 2010101 before 202.
  private static func key(_ code: some Collection<UInt8>) -> UInt64 {
    let digits = code.prefix(8)
    return digits.reduce(0) { $0 << 8 | UInt64($1) } << (8 * UInt64(8 - digits.count))
  }

  /// The members of the longest rising run; of several, the one with the first rows.
  private static func rising(_ keys: [UInt64]) -> [Bool] {
    guard zip(keys, keys.dropFirst()).contains(where: { $0 > $1 }) else {
      return Array(repeating: true, count: keys.count)
    }
    // From the end: the greatest key with which a run of each length can begin.
    var starts: [UInt64] = []
    var lengths = Array(repeating: 0, count: keys.count)
    for index in keys.indices.reversed() {
      var (low, high) = (0, starts.count)
      while low < high {
        let middle = (low + high) / 2
        if starts[middle] >= keys[index] { low = middle + 1 } else { high = middle }
      }
      if low == starts.count { starts.append(keys[index]) } else { starts[low] = keys[index] }
      lengths[index] = low + 1
    }
    var isKept = Array(repeating: false, count: keys.count)
    var (wanted, last) = (starts.count, UInt64(0))
    for index in keys.indices where lengths[index] == wanted && keys[index] >= last {
      (isKept[index], last) = (true, keys[index])
      wanted -= 1
    }
    return isKept
  }

  private func orphanIndices() -> [Int] {
    var known = Set<UInt64>()
    return entries.indices.filter { index in
      known.insert(keys[index])
      return entries[index].level != .category
        && !known.contains(Self.key(entries[index].code.utf8.dropLast(2)))
    }
  }

  /// The rows without the row that they belong to, those of one such row together.
  func orphans() -> [Orphans] {
    var groups: [Orphans] = []
    for index in orphanIndices() {
      let parent = String(entries[index].code.dropLast(2))
      if let group = groups.firstIndex(where: { $0.parent == parent }) {
        groups[group].entries.append(index)
      } else {
        groups.append(Orphans(parent: parent, entries: [index]))
      }
    }
    return groups.map { group in
      var group = group
      group.above = above(group)
      return group
    }
  }

  /// The row right before some that have no higher row, if it is one of that level and nothing else
  /// is listed below it. Of one row with one below it, the one that stands out of order is wrong.
  private func above(_ group: Orphans) -> Int? {
    guard let first = group.entries.first, first > 0, case let above = entries[first - 1],
      above.code.utf8.count == group.parent.utf8.count,
      !entries.contains(where: {
        $0.code.utf8.count > above.code.utf8.count && $0.code.hasPrefix(above.code)
      })
    else { return nil }
    return group.entries.count > 1 || isKept[first] && !isKept[first - 1] ? first - 1 : nil
  }

  /// The rows that stand out of order, those that rise among themselves together.
  func strays(without told: Set<Int>) -> [Strays] {
    var runs: [Strays] = []
    for index in entries.indices where !isKept[index] && !told.contains(index) {
      if let last = runs.last?.entries.last, last == index - 1, keys[last] <= keys[index] {
        runs[runs.count - 1].entries.append(index)
      } else if let (other, isBehind) = opposite(index) {
        runs.append(Strays(entries: [index], other: other, isBehind: isBehind))
      }
    }
    return runs
  }

  /// The nearest row in order that a row should not stand behind, or before.
  private func opposite(_ index: Int) -> (Int, isBehind: Bool)? {
    if let other = entries.indices[..<index].last(where: { isKept[$0] }), keys[other] > keys[index]
    {
      return (other, true)
    }
    return entries.indices[index...].first { isKept[$0] && keys[$0] < keys[index] }.map {
      ($0, false)
    }
  }

  /// The codes of the rows in order among whose parts a row stands.
  func enclosing(_ index: Int) -> [String] {
    let before = entries.indices[..<index].last { isKept[$0] }
    guard let before else { return [] }
    let code = entries[before].code
    return [3, 5].filter { $0 <= code.utf8.count }.map { String(code.prefix($0)) }
  }
}
