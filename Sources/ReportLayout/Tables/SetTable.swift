/// A table whose cells are set: what is left is to divide it over pages.
struct SetTable {
  struct Cell {
    var column: Int
    var columnSpan: Int
    var rowSpan: Int
    var lines: [Line] = []
    var lineHeight = 0.0
    /// Nil for text that was printed before.
    var element: Int?
    /// Whether the text starts at the top instead of the middle: it goes on from, or on, another
    /// page.
    var isCut = false

    var height: Double { Double(lines.count) * lineHeight }
  }

  struct Line {
    var line: SetLine
    /// From the left edge of the cell.
    var x: Double
  }

  struct Row {
    var cells: [Cell]
    var height: Double
    var isShaded = false
  }

  /// The widths of the columns, in points.
  var widths: [Double]
  var head: [Row]
  var rows: [Row]
  var padding: Double
  /// The height of what stands under the table, its notes.
  var spaceBelow = 0.0

  var headHeight: Double { head.reduce(0) { $0 + $1.height } }

  var height: Double { rows.reduce(headHeight) { $0 + $1.height } }

  /// The left edges of the columns, and the right edge of the last.
  var edges: [Double] {
    var edges = [0.0]
    for width in widths { edges.append((edges.last ?? 0) + width) }
    return edges
  }

  /// Gives the cells the elements of those that they were set from.
  mutating func take(elementsOf grid: TableGrid) {
    for (index, row) in grid.head.enumerated() { Self.take(row, &head[index]) }
    for (index, row) in grid.rows.enumerated() { Self.take(row, &rows[index]) }
  }

  private static func take(_ cells: [GridCell], _ row: inout Row) {
    for index in cells.indices where !cells[index].isRepeated {
      row.cells[index].element = cells[index].element
    }
  }

  /// Makes rows high enough for their cells; what a cell over several rows lacks goes to its last.
  mutating func solveHeights(least: Double) {
    Self.solve(&head, padding, least)
    Self.solve(&rows, padding, least)
  }

  private static func solve(_ rows: inout [Row], _ padding: Double, _ least: Double) {
    for index in rows.indices {
      rows[index].height = rows[index].cells.reduce(least) {
        $1.rowSpan == 1 ? max($0, $1.height + 2 * padding) : $0
      }
    }
    for index in rows.indices {
      for cell in rows[index].cells where cell.rowSpan > 1 {
        let last = min(rows.count - 1, index + cell.rowSpan - 1)
        let have = rows[index...last].reduce(0) { $0 + $1.height }
        rows[last].height += max(0, cell.height + 2 * padding - have)
      }
    }
  }

  // MARK: - Parting

  /// Parts a row at a height: the lines that fit above stay, the others go into a new row.
  mutating func cutRow(_ index: Int, at height: Double) {
    var upper = rows[index]
    var lower = Row(cells: [], height: 0, isShaded: upper.isShaded)
    for position in upper.cells.indices where upper.cells[position].rowSpan == 1 {
      lower.cells.append(Self.cut(&upper.cells[position], at: height, padding, rowSpan: 1))
    }
    for position in upper.cells.indices where upper.cells[position].rowSpan > 1 {
      upper.cells[position].rowSpan += 1
    }
    for earlier in rows.indices.prefix(index) {
      for position in rows[earlier].cells.indices
      where earlier + rows[earlier].cells[position].rowSpan > index {
        rows[earlier].cells[position].rowSpan += 1
      }
    }
    lower.height = lower.cells.reduce(rows[index].height - height) {
      max($0, $1.height + 2 * padding)
    }
    upper.height = height
    rows[index] = upper
    rows.insert(lower, at: index + 1)
  }

  /// Parts the cells that reach over the boundary before a row, so that a page can start there.
  mutating func cutSpans(before index: Int) {
    guard index > 0, index < rows.count else { return }
    var continued: [Cell] = []
    for earlier in 0..<index {
      for position in rows[earlier].cells.indices {
        let span = rows[earlier].cells[position].rowSpan
        guard earlier + span > index else { continue }
        let above = rows[earlier..<index].reduce(0) { $0 + $1.height }
        let rest = earlier + span - index
        rows[earlier].cells[position].rowSpan = index - earlier
        let lines = rows[earlier].cells[position].lines
        var lower = Self.cut(&rows[earlier].cells[position], at: above, padding, rowSpan: rest)
        let below = rows[index..<min(rows.count, index + rest)].reduce(0) { $0 + $1.height }
        if lower.lines.isEmpty, Double(lines.count) * lower.lineHeight + 2 * padding <= below {
          // The name of the rows stands over their rest too, for the eye only.
          (lower.lines, lower.element) = (lines, nil)
        }
        continued.append(lower)
      }
    }
    guard !continued.isEmpty else { return }
    rows[index].cells = (rows[index].cells + continued).sorted { $0.column < $1.column }
    makeRoom(for: continued, from: index)
  }

  private mutating func makeRoom(for cells: [Cell], from index: Int) {
    for cell in cells {
      let last = min(rows.count - 1, index + cell.rowSpan - 1)
      let have = rows[index...last].reduce(0) { $0 + $1.height }
      rows[last].height += max(0, cell.height + 2 * padding - have)
    }
  }

  private static func cut(
    _ cell: inout Cell, at height: Double, _ padding: Double, rowSpan: Int
  ) -> Cell {
    var lower = cell
    lower.rowSpan = rowSpan
    let room = height - 2 * padding
    let fitting = cell.lineHeight > 0 ? Int(max(0, (room + 0.01) / cell.lineHeight)) : 0
    let count = min(cell.lines.count, fitting)
    lower.lines = Array(cell.lines[count...])
    cell.lines = Array(cell.lines[..<count])
    if !lower.lines.isEmpty {
      lower.isCut = true
      cell.isCut = true
    }
    return lower
  }
}
