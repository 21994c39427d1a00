/// Where the rules of a table run: along every boundary between two different cells.
struct TableRules {
  /// A rule on a grid line, from one crossing line to another.
  struct Segment: Hashable {
    var line: Int
    var range: Range<Int>
  }

  private(set) var horizontal: [Segment] = []
  private(set) var vertical: [Segment] = []

  init(_ rows: [SetTable.Row], columnCount: Int) {
    guard !rows.isEmpty else { return }
    let owners = Self.owners(rows, columnCount)
    for line in 0...rows.count {
      Self.append(&horizontal, line, columnCount) { column in
        line == 0 || line == rows.count
          || owners[(line - 1) * columnCount + column] != owners[line * columnCount + column]
      }
    }
    for line in 0...columnCount {
      Self.append(&vertical, line, rows.count) { row in
        line == 0 || line == columnCount
          || owners[row * columnCount + line - 1] != owners[row * columnCount + line]
      }
    }
  }

  /// For each place of the grid, the number of the cell that covers it.
  private static func owners(_ rows: [SetTable.Row], _ columnCount: Int) -> [Int] {
    var owners = Array(repeating: 0, count: rows.count * columnCount)
    var number = 0
    for (index, row) in rows.enumerated() {
      for cell in row.cells {
        number += 1
        for line in index..<min(rows.count, index + cell.rowSpan) {
          for column in cell.column..<min(columnCount, cell.column + cell.columnSpan) {
            owners[line * columnCount + column] = number
          }
        }
      }
    }
    return owners
  }

  private static func append(
    _ segments: inout [Segment], _ line: Int, _ count: Int, _ isDrawn: (Int) -> Bool
  ) {
    var start: Int?
    for position in 0..<count {
      if isDrawn(position) {
        if start == nil { start = position }
      } else if let from = start {
        segments.append(Segment(line: line, range: from..<position))
        start = nil
      }
    }
    if let from = start { segments.append(Segment(line: line, range: from..<count)) }
  }
}
