/// Merges two changes of one sequence, as version control does.
struct ThreeWayMerge {
  /// The result; where both changed the same place differently, `mine`.
  private(set) var result: [String] = []
  private(set) var hasConflict = false

  init(base: [String], mine: [String], new: [String]) {
    let toMine = SequenceMatch.matches(base, mine)
    let toNew = SequenceMatch.matches(base, new)
    var (b, m, n) = (0, 0, 0)
    while b < base.count || m < mine.count || n < new.count {
      if b < base.count, toMine[b] == m, toNew[b] == n {
        result.append(base[b])
        (b, m, n) = (b + 1, m + 1, n + 1)
        continue
      }
      // The next place that neither side has changed ends the changed stretch.
      let end = (b..<base.count).first { toMine[$0] != nil && toNew[$0] != nil }
      let ends = (
        end ?? base.count, end.flatMap { toMine[$0] } ?? mine.count,
        end.flatMap { toNew[$0] } ?? new.count
      )
      resolve(base[b..<ends.0], mine[m..<ends.1], new[n..<ends.2])
      (b, m, n) = ends
    }
  }

  private mutating func resolve(
    _ base: ArraySlice<String>, _ mine: ArraySlice<String>, _ new: ArraySlice<String>
  ) {
    if mine.elementsEqual(base) {
      result += new
    } else {
      if !new.elementsEqual(base), !mine.elementsEqual(new) { hasConflict = true }
      result += mine
    }
  }
}
