extension Array {
  /// The index of the first element that does not lie before a point, in an array where all that
  /// do come first; the count if all do.
  ///
  /// - Complexity: O(log n).
  func sortedIndex(past isBefore: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
