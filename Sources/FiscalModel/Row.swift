/// A row of a table as printed; lines that were wrapped or parted by a page break are joined.
public struct Row: Sendable {
  /// The cells from left to right. A cell that spans columns stands once, at its first column.
  public var cells: [Cell]

  public init(_ cells: [Cell]) { self.cells = cells }

  /// Whether one of its cells stands in no certain column.
  public var isUncertain: Bool { cells.indices.contains { cells[$0].isUncertain } }

  /// The cell that covers a 0-based column, or nil where the row is empty.
  public func cell(at column: Int) -> Cell? {
    // Where no cell spans columns, each stands at the index of its column.
    if cells.indices.contains(column), cells[column].column == column, cells[column].columnSpan > 0,
      column == 0 || cells[column - 1].column + cells[column - 1].columnSpan <= column
    {
      return cells[column]
    }
    let index = cells.indices.first { index in
      cells[index].column <= column && column < cells[index].column + cells[index].columnSpan
    }
    return index.map { cells[$0] }
  }
}
