internal import FiscalModel
internal import FiscalText

/// Parts rows that stand in one square of ruling lines: tables that rule their columns but not
/// their rows.
enum RowSplitter {
  /// Nil if each row of the grid is one row.
  static func split(_ filled: GridFiller.Filled) -> GridFiller.Filled? {
    let places = (0..<filled.grid.rowCount).flatMap { seams(in: $0, of: filled) }
    guard !places.isEmpty else { return nil }
    let grid = TableGrid(filled.grid, splitAt: places)
    var lines: [[TextLine]] = Array(repeating: [], count: grid.areas.count)
    for (index, area) in filled.grid.areas.enumerated() {
      let x = (filled.grid.xs[area.column] + filled.grid.xs[area.column + 1]) / 2
      for line in filled.lines[index] {
        if let home = grid.area(x: x, y: line.centerY) { lines[home].append(line) }
      }
    }
    return GridFiller.Filled(grid: grid, lines: lines)
  }

  /// Where to part a row: between its baselines, if two or more cells hold a whole number on
  /// each of several lines, which no single cell does.
  private static func seams(in row: Int, of filled: GridFiller.Filled) -> [Double] {
    var columns: [[Double]] = []
    var all: [Double] = []
    for (index, area) in filled.grid.areas.enumerated() where area.row == row {
      guard area.rowSpan == 1 else { continue }
      let lines = filled.lines[index]
      all.append(contentsOf: lines.map(\.baseline))
      if lines.count >= 2, lines.allSatisfy(isNumber) { columns.append(lines.map(\.baseline)) }
    }
    guard columns.count >= 2, agree(columns) else { return [] }
    return middles(all.sorted())
  }

  private static func agree(_ columns: [[Double]]) -> Bool {
    columns.dropFirst().contains { column in
      column.count == columns[0].count
        && zip(column, columns[0]).allSatisfy { abs($0 - $1) <= 3 }
    }
  }

  /// The heights between neighbouring baselines, a little under each upper one.
  private static func middles(_ baselines: [Double]) -> [Double] {
    var places: [Double] = []
    for (upper, lower) in zip(baselines, baselines.dropFirst()) where lower - upper > 4 {
      places.append(upper + (lower - upper) * 0.25)
    }
    return places
  }

  /// Whether a line is a whole amount or a dash. A number that was wrapped over two lines shows
  /// no decimals in the first of them, or nothing but digits in the second.
  private static func isNumber(_ line: TextLine) -> Bool {
    var bytes: [UInt8] = []
    for item in line.items { appendUTF8(item.scalar, to: &bytes) }
    switch CellNumber(bytes) {
    case .dash: return true
    case .number(let token): return token.value.decimals >= 2
    case .empty, .text: return false
    }
  }
}
