internal import FiscalModel
internal import FiscalText

/// Cells of a table file with their merges: `<` goes on the cell to the left, `^` the one above.
struct MergedGrid {
  private(set) var rows: [[Cell]] = []
  private(set) var columns = 0

  private static let left = [UInt8]("<".utf8)
  private static let above = [UInt8]("^".utf8)
  /// A table with more columns than this is none.
  private static let mostColumns = 512

  /// - Throws: a ``ReadError`` where a mark has no cell to go on.
  init(
    _ records: [[CSVRecords.Field]], headRows: Int, in text: SourceText
  ) throws(ReadError) {
    columns = records.map(\.count).max() ?? 0
    guard columns <= Self.mostColumns else {
      throw text.error("一行超过 \(Self.mostColumns) 列", at: 0)
    }
    var owners: [[(row: Int, index: Int)?]] = []
    for (row, record) in records.enumerated() {
      rows.append([])
      owners.append(Array(repeating: nil, count: columns))
      for (column, field) in record.enumerated() {
        let isHeadEdge = row == headRows
        let owner: (row: Int, index: Int)?
        if !field.isQuoted, field.text.utf8 == Self.left {
          guard column > 0, let found = owners[row][column - 1] else {
            throw text.error("“<”左边没有单元格", at: field.offset)
          }
          owner = found
        } else if !field.isQuoted, field.text.utf8 == Self.above {
          guard row > 0, !isHeadEdge, let found = owners[row - 1][column] else {
            throw text.error("“^”上面没有单元格", at: field.offset)
          }
          owner = found
        } else {
          rows[row].append(Cell(field.text, column: column))
          owners[row][column] = (row, rows[row].count - 1)
          continue
        }
        owners[row][column] = owner
        if let owner { stretch(owner, toRow: row, column: column) }
      }
    }
    for row in rows.indices {
      rows[row].removeAll { $0.text.isEmpty && $0.columnSpan == 1 && $0.rowSpan == 1 }
    }
  }

  private mutating func stretch(
    _ owner: (row: Int, index: Int), toRow row: Int, column: Int
  ) {
    var cell = rows[owner.row][owner.index]
    cell.columnSpan = max(cell.columnSpan, column - cell.column + 1)
    cell.rowSpan = max(cell.rowSpan, row - owner.row + 1)
    rows[owner.row][owner.index] = cell
  }
}
