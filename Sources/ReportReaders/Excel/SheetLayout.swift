internal import FiscalModel
internal import FiscalText

/// Tells the tables of a sheet from the lines around them.
struct SheetLayout {
  private let name: String
  private let source: Int
  private var blocks: [RawBlock] = []
  private var segment: [SheetGrid.Row] = []
  /// The first row of the segment that belongs to a table.
  private var head: SheetGrid.Row?
  private var hasTitle = false

  /// The sheet as pieces in reading order.
  static func blocks(of grid: SheetGrid, name: String, source: Int) -> [RawBlock] {
    var layout = SheetLayout(name: name, source: source)
    if layout.isContents(grid.rows) {
      layout.appendLines(grid.rows, separator: "\t")
    } else {
      layout.split(grid.rows)
    }
    return layout.blocks
  }

  private init(name: String, source: Int) {
    self.name = name
    self.source = source
  }

  // MARK: Tables of a sheet

  /// Blank rows alone part nothing, as forms leave them inside and between title and head; a new
  /// table starts where a title, a unit line or the head comes again.
  private mutating func split(_ rows: [SheetGrid.Row]) {
    for (index, row) in rows.enumerated() {
      if head != nil, startsTable(rows[index...]) { flush() }
      if head == nil, isTableRow(row) { head = row }
      segment.append(row)
    }
    flush()
  }

  private func startsTable(_ rest: ArraySlice<SheetGrid.Row>) -> Bool {
    guard let row = rest.first, let last = segment.last else { return false }
    if isMarginal(row) { return true }
    let isApart = row.index > Self.end(of: last)
    if let line = loneLine(row) {
      if isApart, Captions.looksLikeTitle(line) { return true }
      // A title is followed by its unit line before any row of the table.
      let next = rest.dropFirst().prefix(3).first { loneLine($0) == nil || isMarginal($0) }
      return next.map(isMarginal) ?? false
    }
    return isApart && head.map { Self.words($0) == Self.words(row) } == true
  }

  /// The first visible row behind a row and what is merged into it.
  private static func end(of row: SheetGrid.Row) -> Int {
    row.index + (row.cells.map { $0.rowSpan }.max() ?? 1)
  }

  private static func words(_ row: SheetGrid.Row) -> [String] {
    row.cells.map { DenseText.dense($0.text) }
  }

  private func isMarginal(_ row: SheetGrid.Row) -> Bool {
    row.cells.allSatisfy(TableMargins.isMarginal)
  }

  private func isTableRow(_ row: SheetGrid.Row) -> Bool {
    row.cells.count > 1 && !isMarginal(row)
  }

  private func loneLine(_ row: SheetGrid.Row) -> DraftLine? {
    guard row.cells.count == 1, row.cells[0].number == .text else { return nil }
    return DraftLine(RawLine(row.cells[0].text, extent: .paragraph))
  }

  private mutating func flush() {
    defer {
      segment = []
      head = nil
    }
    guard head != nil else {
      appendLines(segment, separator: " ")
      return
    }
    let margins = TableMargins(Self.table(segment))
    append(margins.before)
    if let table = margins.table {
      if !hasTitle, !margins.before.contains(where: isTitle) { appendSheetName() }
      blocks.append(.table(table))
    }
    append(margins.after)
  }

  private func isTitle(_ line: RawLine) -> Bool {
    !Captions.isInformation(DraftLine(line))
  }

  private mutating func append(_ lines: [RawLine]) {
    for line in lines {
      if isTitle(line) { hasTitle = true }
      blocks.append(.line(of: line))
    }
  }

  /// The rows as a grid. Columns in which no cell starts are only the width of merged cells.
  private static func table(_ rows: [SheetGrid.Row]) -> RawTable {
    var starts: Set<Int> = []
    for row in rows { starts.formUnion(row.cells.map { $0.column }) }
    let columns = starts.sorted()
    var ranks: [Int: Int] = [:]
    for (rank, column) in columns.enumerated() { ranks[column] = rank }
    let last = rows.last.map { end(of: $0) } ?? 0
    var cells: [[Cell]] = []
    for (position, row) in rows.enumerated() {
      cells.append(
        row.cells.map { cell in
          let upper = columns.sortedIndex(past: { $0 < cell.column + cell.columnSpan })
          var copy = cell
          copy.column = ranks[cell.column] ?? 0
          copy.columnSpan = max(1, upper - copy.column)
          copy.rowSpan = span(of: cell, at: position, in: rows, last: last)
          return copy
        })
    }
    return RawTable(rows: cells, columnCount: columns.count)
  }

  /// How many of the listed rows a cell covers; blank rows are not listed.
  private static func span(
    of cell: Cell, at position: Int, in rows: [SheetGrid.Row], last: Int
  ) -> Int {
    guard cell.rowSpan > 1 else { return 1 }
    let end = min(rows[position].index + cell.rowSpan, last)
    return max(1, rows.sortedIndex(past: { $0.index < end }) - position)
  }

  // MARK: Lines

  private func isContents(_ rows: [SheetGrid.Row]) -> Bool {
    guard let first = rows.first, first.cells.count == 1 else { return false }
    return DenseText.dense(first.cells[0].text) == "目录"
  }

  /// Rows that are no table; the lines of a long cell stay apart.
  private mutating func appendLines(_ rows: [SheetGrid.Row], separator: String) {
    for row in rows {
      var line = TracedText()
      for cell in row.cells {
        if !line.isEmpty { line.append(separator, place: .none) }
        line.append(cell.text)
      }
      append(Self.lines(line).map { RawLine($0, extent: .paragraph) })
    }
  }

  private static func lines(_ text: TracedText) -> [TracedText] {
    var lines: [TracedText] = []
    var start = 0
    for (offset, byte) in text.utf8.enumerated() where byte == 0x0A {
      lines.append(text.slice(start..<offset).trimmed())
      start = offset + 1
    }
    lines.append(text.slice(start..<text.utf8.count).trimmed())
    return lines.filter { !$0.isEmpty }
  }

  /// A sheet without a title of its own is known by its name, less the number before it:
  /// `Z01 收入支出决算总表(财决01表)`, `3.15部门收支总表`.
  private mutating func appendSheetName() {
    let title = name.drop { $0.isASCII && ($0.isLetter || $0.isNumber || "._- ".contains($0)) }
    let place = Place.cell(source: source, sheet: name, reference: "A1")
    let text = TracedText(String(title), place: place).trimmed()
    // Sheet1, 工作表1
    guard !text.isEmpty, !title.hasPrefix("工作表") else { return }
    hasTitle = true
    blocks.append(.line(of: RawLine(text, extent: .paragraph)))
  }
}
