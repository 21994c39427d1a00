internal import FiscalModel
internal import FiscalText

/// The head and the rows of a table as a full grid: every place is covered by exactly one cell.
struct TableGrid {
  var columnCount: Int
  var head: [[GridCell]]
  var rows: [[GridCell]]

  /// More columns than these are no table of a disclosure; what stands beyond goes into the last.
  static let columnLimit = 256

  init(_ table: Table) {
    var count = max(1, table.columns.count)
    for row in table.head { count = max(count, Self.width(row)) }
    for row in table.rows { count = max(count, Self.width(row.cells)) }
    columnCount = min(count, Self.columnLimit)
    let printed = table.head.map { $0.map { GridCell($0) } }
    let made =
      printed.isEmpty && !Self.printsColumns(table) ? Self.head(from: table.columns) : printed
    head = Self.filled(made, columnCount)
    rows = Self.filled(table.rows.map { $0.cells.map { GridCell($0) } }, columnCount)
    if head.isEmpty, table.kind != .performance, startsWithNames { head = [rows.removeFirst()] }
    if table.kind != .financial { widenWordyCells() }
    if rows.isEmpty, !head.isEmpty { addEmptyRow() }
  }

  /// A line to be filled in, as forms have it where there is nothing to report.
  mutating func addEmptyRow() {
    rows.append((0..<columnCount).map { GridCell(emptyAt: $0) })
  }

  /// Gives long texts the empty cells beside them, in tables that came without merged cells: plain
  /// text, and some programs, lose them, and a paragraph would be squeezed into one column.
  private mutating func widenWordyCells() {
    guard !rows.joined().contains(where: { $0.columnSpan > 1 || $0.rowSpan > 1 }) else { return }
    for row in rows.indices {
      var filled = rows[row].filter { $0.number != .empty }
      let labels = filled.count > 1 && !Self.isWordy(filled[0]) ? 1 : 0
      guard filled.count > labels, filled[labels...].allSatisfy(Self.isWordy) else { continue }
      for index in labels..<filled.count {
        if index == labels { filled[index].column = index == 0 ? 0 : filled[0].column + 1 }
        let next = index + 1 < filled.count ? filled[index + 1].column : columnCount
        filled[index].columnSpan = max(1, next - filled[index].column)
      }
      rows[row] = Self.filled([filled], columnCount)[0]
    }
  }

  private static func isWordy(_ cell: GridCell) -> Bool { cell.text.utf8.count > nameLimit }

  /// Whether the first row, though not printed as a head, reads as one: a short name over each of
  /// several columns.
  private var startsWithNames: Bool {
    guard rows.count > 1, columnCount > 2, let first = rows.first else { return false }
    return first.allSatisfy {
      $0.number == .text && $0.columnSpan == 1 && $0.rowSpan == 1
        && $0.text.utf8.count <= Self.nameLimit
    }
  }

  /// In bytes: some fifteen characters.
  private static let nameLimit = 45

  private init(columnCount: Int, head: [[GridCell]], rows: [[GridCell]]) {
    self.columnCount = columnCount
    self.head = head
    self.rows = rows
  }

  private static func width(_ cells: [Cell]) -> Int {
    cells.reduce(0) {
      max($0, min(columnLimit, $1.column) + min(columnLimit, max(1, $1.columnSpan)))
    }
  }

  /// The part of the grid that some columns make up.
  ///
  /// - Parameter shown: how many of the leading `columns` were shown before; their text, and that
  ///   of cells that reach in from other columns, is marked as repeated.
  func columns(_ columns: [Int], shown: Int) -> TableGrid {
    func cut(_ cells: [GridCell]) -> [GridCell] {
      cells.compactMap { cell in
        let range = cell.column..<(cell.column + cell.columnSpan)
        let covered = columns.indices.filter { range.contains(columns[$0]) }
        guard let first = covered.first else { return nil }
        var copy = cell
        copy.column = first
        copy.columnSpan = covered.count
        copy.isRepeated = first < shown || (shown > 0 && cell.column < columns[first])
        return copy
      }
    }
    return TableGrid(columnCount: columns.count, head: head.map(cut), rows: rows.map(cut))
  }

  // MARK: - Head

  /// Whether a row prints the names of the columns: forms of performance have their heads in the
  /// middle, and one made from the columns would say them twice.
  static func printsColumns(_ table: Table) -> Bool {
    let names = table.columns.map { visible([UInt8](($0.path.last ?? "").utf8)) }
      .filter { !$0.isEmpty }
    guard !names.isEmpty else { return false }
    return table.rows.contains { row in
      let texts = row.cells.map { visible($0.text.utf8) }
      return names.allSatisfy { texts.contains($0) }
    }
  }

  private static func visible(_ text: [UInt8]) -> [UInt8] {
    CleanText(text).bytes.filter { $0 != 0x20 && $0 != 0x0A }
  }

  /// Head rows made from the paths of the columns: equal parts beside each other are joined.
  private static func head(from columns: [Column]) -> [[GridCell]] {
    let depth = min(8, columns.reduce(0) { max($0, $1.path.count) })
    return (0..<depth).map { level in
      var cells: [GridCell] = []
      var column = 0
      while column < columns.count {
        let path = columns[column].path
        guard level < path.count else {
          column += 1
          continue
        }
        var end = column + 1
        while level + 1 < path.count, end < columns.count, columns[end].path.count > level + 1,
          columns[end].path.prefix(level + 1) == path.prefix(level + 1)
        {
          end += 1
        }
        let rowSpan = path.count == level + 1 ? depth - level : 1
        cells.append(
          GridCell(head: path[level], column: column, columnSpan: end - column, rowSpan: rowSpan))
        column = end
      }
      return cells
    }
  }

  // MARK: - Filling

  /// Puts every cell on free places, cuts spans that overlap, and fills what is left with empty
  /// cells.
  private static func filled(_ rows: [[GridCell]], _ count: Int) -> [[GridCell]] {
    /// For each column, how many rows from this one on are taken by a cell from above.
    var taken = Array(repeating: 0, count: count)
    var filled: [[GridCell]] = []
    for (index, cells) in rows.enumerated() {
      let (row, homeless) = place(cells, taken, rowsLeft: rows.count - index)
      for column in taken.indices { taken[column] = max(0, taken[column] - 1) }
      for cell in row where cell.rowSpan > 1 {
        for column in cell.column..<(cell.column + cell.columnSpan) {
          taken[column] = cell.rowSpan - 1
        }
      }
      filled.append(row)
      for cell in homeless { join(cell, to: &filled) }
    }
    return filled
  }

  /// The cells of a row in their places, and those that find none.
  private static func place(
    _ cells: [GridCell], _ taken: [Int], rowsLeft: Int
  ) -> (row: [GridCell], homeless: [GridCell]) {
    var row: [GridCell] = []
    var homeless: [GridCell] = []
    var free = 0
    for cell in cells.sorted(by: { $0.column < $1.column }) {
      var column = max(free, min(max(0, cell.column), taken.count - 1))
      while column < taken.count, taken[column] > 0 { column += 1 }
      guard column < taken.count else {
        homeless.append(cell)
        continue
      }
      fill(free..<column, taken, &row)
      var end = column + 1
      let wanted = column + max(1, min(cell.columnSpan, taken.count))
      while end < wanted, end < taken.count, taken[end] == 0 { end += 1 }
      var placed = cell
      placed.column = column
      placed.columnSpan = end - column
      placed.rowSpan = max(1, min(cell.rowSpan, rowsLeft))
      row.append(placed)
      free = end
    }
    fill(free..<taken.count, taken, &row)
    return (row, homeless)
  }

  private static func fill(_ range: Range<Int>, _ taken: [Int], _ row: inout [GridCell]) {
    for column in range where taken[column] == 0 { row.append(GridCell(emptyAt: column)) }
  }

  /// Text that finds no place stays readable in the last cell before it.
  private static func join(_ cell: GridCell, to rows: inout [[GridCell]]) {
    guard !cell.text.isEmpty, let row = rows.lastIndex(where: { !$0.isEmpty }),
      let last = rows[row].indices.last
    else { return }
    if !rows[row][last].text.isEmpty { rows[row][last].text.append(" ", place: .none) }
    rows[row][last].text.append(cell.text)
    rows[row][last].number = .text
    rows[row][last].value = nil
  }
}
