internal import FiscalText

/// Where the entries of each name stand in a table of 科目. Several share a name (行政运行).
struct EntriesByName: Sendable {
  private var first: [TextKey: Int32]
  /// For each entry, the next one of its name; -1 for the last.
  private var next: [Int32]

  init(_ entries: [ClassificationEntry]) {
    first = Dictionary(minimumCapacity: entries.count)
    next = [Int32](repeating: -1, count: entries.count)
    for index in entries.indices.reversed() {
      let key = Self.key(entries[index].name)
      if let other = first.updateValue(Int32(index), forKey: key) { next[index] = other }
    }
  }

  /// The indices of the entries of a name, in order.
  func indices(_ name: String) -> [Int] {
    var indices: [Int] = []
    var index = first[Self.key(name)] ?? -1
    while index >= 0 {
      indices.append(Int(index))
      index = next[Int(index)]
    }
    return indices
  }

  /// A name without what makes no difference in it. What is made of ideographs alone is its own.
  private static func key(_ name: String) -> TextKey {
    let isPlain = name.utf8.allSatisfy { isUTF8Continuation($0) || (0xE4...0xE9).contains($0) }
    return TextKey(isPlain ? name : Name(name).string)
  }
}
