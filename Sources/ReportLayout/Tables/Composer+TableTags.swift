internal import FiscalModel

/// Heads of rows and columns, and the elements of a table.
extension Composer {
  /// Without a head over the columns, what stands in the first column names the rows.
  func markLabels(_ grid: inout TableGrid) {
    var isMarked = false
    for row in grid.rows.indices {
      guard let first = grid.rows[row].first, first.column == 0, first.paragraph != nil,
        first.columnSpan < grid.columnCount
      else { continue }
      Self.markLabel(&grid.rows[row][0])
      isMarked = true
    }
    guard !isMarked else { return }
    for row in grid.rows.indices {
      guard let index = grid.rows[row].firstIndex(where: { $0.paragraph != nil }) else { continue }
      return Self.markLabel(&grid.rows[row][index])
    }
  }

  private static func markLabel(_ cell: inout GridCell) {
    cell.role = .tableHeader
    cell.scope = .row
  }

  /// A table with more heads than data is announced as nothing but heads: the names of its few
  /// rows are then read as data.
  func balance(_ grid: inout TableGrid) {
    let heads = grid.head.reduce(0) { $0 + $1.count }
    func data() -> Int { grid.rows.joined().reduce(0) { $0 + ($1.role == .tableData ? 1 : 0) } }
    let cells = grid.rows.reduce(0) { $0 + $1.count }
    guard heads + cells - data() > data() else { return }
    for row in grid.rows.indices {
      for index in grid.rows[row].indices {
        grid.rows[row][index].role = .tableData
        grid.rows[row][index].scope = nil
      }
    }
  }

  /// How many places below their first row the cells of some rows cover.
  private static func covered(_ rows: [[GridCell]]) -> Int {
    rows.joined().reduce(0) { $0 + $1.rowSpan - 1 }
  }

  // MARK: - Elements

  /// Adds the elements of head, body, rows and cells, in reading order.
  mutating func addElements(to grid: inout TableGrid, table: Int) {
    let heads = grid.head.reduce(0) { $0 + $1.count }
    let isShort = heads > grid.rows.reduce(0) { $0 + $1.count }
    if !grid.head.isEmpty {
      let head = addElement(.tableHead, parent: table)
      addElements(to: &grid.head, grid.columnCount, parent: head, partsAll: isShort)
    }
    if !grid.rows.isEmpty {
      let body = addElement(.tableBody, parent: table)
      addElements(to: &grid.rows, grid.columnCount, parent: body, partsAll: false)
      let cells = grid.rows.reduce(0) { $0 + $1.count }
      if heads > cells + Self.covered(grid.head) {
        addEmptyRow(grid.columnCount, parent: body)
      }
    }
    if grid.head.count > 1 { linkHeaders(grid) }
  }

  /// A row that is only told, not printed.
  private mutating func addEmptyRow(_ columnCount: Int, parent: Int) {
    let row = addElement(.tableRow, parent: parent)
    for _ in 0..<columnCount { _ = addElement(.tableData, parent: row) }
  }

  /// Programs that count the cells of a row lose those that reach down into it at its right end.
  /// Such cells are tagged in their first row only, with empty ones below, so that every row has
  /// all its columns however it is counted. The printed table is the same.
  private mutating func addElements(
    to rows: inout [[GridCell]], _ columnCount: Int, parent: Int, partsAll: Bool
  ) {
    var below = Array(repeating: [GridCell](), count: rows.count)
    for index in rows.indices {
      let row = addElement(.tableRow, parent: parent)
      var rest = below[index][...]
      for position in rows[index].indices {
        let cell = rows[index][position]
        while let empty = rest.first, empty.column < cell.column {
          _ = addElement(rest.removeFirst(), rowSpan: 1, parent: row)
        }
        let isParted =
          cell.rowSpan > 1 && (partsAll || cell.column + cell.columnSpan == columnCount)
        rows[index][position].element = addElement(
          cell, rowSpan: isParted ? 1 : cell.rowSpan, parent: row)
        guard isParted else { continue }
        var empty = GridCell(emptyAt: cell.column)
        empty.columnSpan = cell.columnSpan
        for lower in (index + 1)..<min(rows.count, index + cell.rowSpan) {
          let place = below[lower].firstIndex { $0.column > empty.column } ?? below[lower].count
          below[lower].insert(empty, at: place)
        }
      }
      for empty in rest { _ = addElement(empty, rowSpan: 1, parent: row) }
    }
  }

  private mutating func addElement(_ cell: GridCell, rowSpan: Int, parent: Int) -> Int {
    let element = addElement(cell.role, parent: parent)
    document.elements[element].columnSpan = cell.columnSpan
    document.elements[element].rowSpan = rowSpan
    document.elements[element].scope = cell.scope
    return element
  }

  /// Under a head of several rows, scope alone does not tell which heads a cell has.
  private mutating func linkHeaders(_ grid: TableGrid) {
    var heads = Array(repeating: [Int](), count: grid.columnCount)
    for cell in grid.head.joined() {
      guard let element = cell.element, !cell.text.isEmpty else { continue }
      for column in cell.column..<(cell.column + cell.columnSpan) { heads[column].append(element) }
    }
    for row in grid.rows {
      var label: Int?
      for cell in row {
        guard let element = cell.element else { continue }
        if cell.role == .tableHeader {
          label = element
        } else if cell.paragraph != nil {
          document.elements[element].headers = heads[cell.column] + (label.map { [$0] } ?? [])
        }
      }
    }
  }
}
