internal import FiscalModel

/// Lays the cells of a Word table out on its columns.
struct WordGrid {
  private var rows: [[Cell]] = []
  private var columnCount = 0
  private var nextColumn = 0
  /// By column, the cell that cells below may be merged into.
  private var open: [Int: (row: Int, cell: Int)] = [:]

  mutating func startRow(skipping columns: Int) {
    rows.append([])
    nextColumn = columns
  }

  /// Adds the next cell of the row. A merged one adds to the cell that it continues; where there
  /// is none, it stands for itself.
  mutating func append(
    _ text: TracedText, columnSpan: Int, continuesAbove: Bool, continuesLeft: Bool
  ) {
    guard let row = rows.indices.last else { return }
    let span = max(1, columnSpan)
    let column = nextColumn
    nextColumn += span
    columnCount = max(columnCount, nextColumn)
    if continuesLeft, let left = rows[row].indices.last {
      rows[row][left].columnSpan += span
      return
    }
    if continuesAbove, let above = open[column], rows[above.row][above.cell].columnSpan == span {
      rows[above.row][above.cell].rowSpan = row - above.row + 1
      return
    }
    rows[row].append(Cell(text, column: column, columnSpan: span))
    for covered in column..<column + span { open[covered] = nil }
    open[column] = (row, rows[row].count - 1)
  }

  func table(headRowCount: Int?) -> RawTable {
    var table = RawTable(rows: rows, columnCount: columnCount)
    table.headRowCount = headRowCount
    return table
  }
}
