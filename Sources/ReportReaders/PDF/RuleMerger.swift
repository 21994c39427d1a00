/// Joins the pieces of ruling lines: cell by cell, dot by dot, or drawn twice.
enum RuleMerger {
  /// Lines nearer to each other than this are one (double borders, edges of neighbouring cells).
  private static let nearness = 1.6
  /// Pieces on a line that are no farther apart than this are one.
  private static let breach = 2.6
  /// Shorter ones are dots and marks.
  private static let shortest = 4.0

  /// The joined lines of one direction, by position and start.
  static func merge(_ rules: [Rule], isHorizontal: Bool) -> [Rule] {
    let sorted = rules.filter { $0.isHorizontal == isHorizontal }
      .sorted { ($0.position, $0.start) < ($1.position, $1.start) }
    var merged: [Rule] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count,
        sorted[end].position - sorted[end - 1].position <= nearness,
        sorted[end].position - sorted[start].position <= 2 * nearness
      {
        end += 1
      }
      joinPieces(sorted[start..<end], into: &merged)
      start = end
    }
    return merged
  }

  private static func joinPieces(_ pieces: ArraySlice<Rule>, into merged: inout [Rule]) {
    let total = pieces.reduce(0) { $0 + max($1.length, 0.01) }
    let position = pieces.reduce(0) { $0 + $1.position * max($1.length, 0.01) } / total
    var current: Rule?
    for piece in pieces.sorted(by: { $0.start < $1.start }) {
      if let open = current, piece.start <= open.end + breach {
        current?.end = max(open.end, piece.end)
      } else {
        if let current, current.length >= shortest { merged.append(current) }
        current = piece
        current?.position = position
      }
    }
    if let current, current.length >= shortest { merged.append(current) }
  }
}
