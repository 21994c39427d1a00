/// The word that a mistyped one most probably means, or nil if none is near.
func nearestWord(to word: String, among words: [String]) -> String? {
  let typed = Array(word.unicodeScalars)
  guard typed.count <= 64 else { return nil }
  let near = words.map { (word: $0, distance: editDistance(typed, Array($0.unicodeScalars))) }
    .filter { $0.distance <= max(1, min(typed.count, $0.word.unicodeScalars.count) / 3) }
  return near.min { $0.distance < $1.distance }?.word
}

/// How many code points must be added, dropped, replaced or swapped with their neighbour
/// (optimal string alignment).
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var previous = Array(0...right.count)
  for (row, scalar) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      var least = min(
        previous[column] + (scalar == other ? 0 : 1), previous[column + 1] + 1,
        current[column] + 1)
      if row > 0, column > 0, scalar == right[column - 1], left[row - 1] == other {
        least = min(least, before[column - 1] + 1)
      }
      current.append(least)
    }
    before = previous
    previous = current
  }
  return previous[right.count]
}
