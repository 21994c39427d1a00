/// The numbers of the narrative that state one and the same fact, whether they agree or not.
struct FactGroups {
  /// The group of each statement that shares its fact with another.
  let groups: [Int: Int]

  /// - Complexity: O(n log n) in the number of checks.
  init(_ checks: [Check]) {
    var parents: [Int: Int] = [:]
    func root(_ statement: Int) -> Int {
      var root = statement
      while let parent = parents[root], parent != root { root = parent }
      parents[statement] = root
      return root
    }
    for check in checks where check.kind == .sameFact {
      guard let first = check.operands.first, let last = check.operands.last else { continue }
      let (one, two) = (root(first), root(last))
      parents[one] = min(one, two)
      parents[two] = min(one, two)
    }
    var groups: [Int: Int] = [:]
    for statement in parents.keys.sorted() { groups[statement] = root(statement) }
    self.groups = groups
  }
}
