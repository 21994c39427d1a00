internal import FiscalModel

/// A table on a page, with what tells whether it goes on on the next one.
struct PageTable: Sendable {
  var raw: RawTable
  var box: Box
  /// The places of its vertical lines; empty if its columns are told by alignment.
  var xs: [Double] = []
  /// What its columns were told by, if white parts them.
  private(set) var open: OpenTable?
  /// The height of the tallest of its first rows.
  var rowHeight = 0.0
  /// The columns of the cells in its last row whose text goes as far as its cell.
  var fullColumns: Set<Int> = []
  /// For its first rows, the columns of the cells whose text begins at the left edge, as text
  /// does that goes on from the page before; new entries are often indented or centred.
  var flushColumns: [Set<Int>] = []

  init(_ table: RawTable, box: Box) {
    raw = table
    self.box = box
  }

  init(_ table: AlignedTable, maker: TableMaker, box: Box) {
    self.init(maker.table(table), box: box)
    open = table.open
  }

  /// The same table with the columns that it has as a part of a whole.
  func withColumns(of open: OpenTable, maker: TableMaker) -> PageTable {
    PageTable(AlignedTable(open, lines: 0..<0), maker: maker, box: box)
  }

  init(_ table: RawTable, filled: GridFiller.Filled) {
    let grid = filled.grid
    self.init(table, box: grid.box)
    xs = grid.xs
    rowHeight = zip(grid.ys, grid.ys.dropFirst()).prefix(4).reduce(0) { max($0, $1.1 - $1.0) }
    flushColumns = Array(repeating: [], count: min(grid.rowCount, Self.firstRows))
    for (area, lines) in zip(grid.areas, filled.lines) {
      guard let first = lines.first, let last = lines.last else { continue }
      let right = grid.xs[area.column + area.columnSpan]
      if area.row + area.rowSpan == grid.rowCount,
        right - last.end < last.fontSize + Self.padding
      {
        fullColumns.insert(area.column)
      }
      if area.row < flushColumns.count,
        first.box.x - grid.xs[area.column] < 0.5 * first.fontSize + Self.padding
      {
        flushColumns[area.row].insert(area.column)
      }
    }
  }

  private static let firstRows = 8
  /// What cells keep at most between their text and their lines.
  private static let padding = 6.0

  var bottom: Double { box.y + box.height }

  /// The same table on a finer grid, which has all of its vertical lines; nil if it does not.
  func refined(to finer: [Double]) -> PageTable? {
    let columns = xs.map { x in finer.firstIndex { abs($0 - x) <= 3 } }
    guard columns.first == 0, columns.last == finer.count - 1, !columns.contains(nil) else {
      return nil
    }
    let places = columns.compactMap { $0 }
    var copy = self
    copy.xs = finer
    copy.fullColumns = Set(fullColumns.map { places[$0] })
    copy.flushColumns = flushColumns.map { Set($0.map { places[$0] }) }
    copy.raw.columnCount = finer.count - 1
    for row in copy.raw.rows.indices {
      for index in copy.raw.rows[row].indices {
        let cell = raw.rows[row][index]
        copy.raw.rows[row][index].column = places[cell.column]
        copy.raw.rows[row][index].columnSpan =
          places[cell.column + cell.columnSpan] - places[cell.column]
      }
    }
    return copy
  }
}
