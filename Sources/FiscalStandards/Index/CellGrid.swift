internal import FiscalModel

/// Which cell of a row covers a column, looked up once for a whole table.
struct CellGrid {
  private let width: Int
  private var cells: [Int32]

  init(_ table: Table) {
    width = table.columns.count
    cells = [Int32](repeating: -1, count: width * table.rows.count)
    for (row, content) in table.rows.enumerated() {
      for (index, cell) in content.cells.enumerated() {
        for column in cell.column..<min(cell.column + max(cell.columnSpan, 1), width)
        where column >= 0 && cells[row * width + column] < 0 {
          cells[row * width + column] = Int32(index)
        }
      }
    }
  }

  /// The index of the cell in its row, or nil where there is none.
  func cell(_ row: Int, _ column: Int) -> Int? {
    let index = cells[row * width + column]
    return index < 0 ? nil : Int(index)
  }
}
