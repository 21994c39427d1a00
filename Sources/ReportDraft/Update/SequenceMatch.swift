/// Which elements of a sequence stand in another one, in order (longest common subsequence).
enum SequenceMatch {
  /// For each element of `old` the place of its match in `new`, or nil. The places rise.
  ///
  /// - Complexity: O(nd), d being the number of differences.
  static func matches<Element: Hashable>(_ old: [Element], _ new: [Element]) -> [Int?] {
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var matches = [Int?](repeating: nil, count: old.count)
    var place = 0
    for index in old.indices where !removed.contains(index) {
      while inserted.contains(place) { place += 1 }
      matches[index] = place
      place += 1
    }
    return matches
  }
}
