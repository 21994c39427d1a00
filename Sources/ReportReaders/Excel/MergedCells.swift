/// The merged ranges of a sheet, asked from the top row down.
struct MergedCells {
  private let ranges: [CellRange]
  private var next = 0
  /// The ranges that reach into the row that was asked last, by their column.
  private var active: [CellRange] = []
  private var firstEnd = Int.max

  init(_ ranges: [CellRange]) {
    self.ranges = ranges.sorted { $0.first.row < $1.first.row }
  }

  /// The range that covers a cell, or nil.
  ///
  /// - Precondition: rows are asked in ascending order.
  mutating func range(at cell: CellReference) -> CellRange? {
    advance(to: cell.row)
    let behind = active.sortedIndex(past: { $0.first.column <= cell.column })
    guard behind > 0, active[behind - 1].last.column >= cell.column else { return nil }
    return active[behind - 1]
  }

  private mutating func advance(to row: Int) {
    if firstEnd < row {
      active.removeAll { $0.last.row < row }
      firstEnd = active.map { $0.last.row }.min() ?? .max
    }
    while next < ranges.count, ranges[next].first.row <= row {
      let range = ranges[next]
      next += 1
      guard range.last.row >= row else { continue }
      let index = active.sortedIndex(past: { $0.first.column < range.first.column })
      active.insert(range, at: index)
      firstEnd = min(firstEnd, range.last.row)
    }
  }
}
