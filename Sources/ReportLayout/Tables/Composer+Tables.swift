internal import FiscalModel
internal import FiscalText

/// Tables: the lines above, the grid, the notes.
extension Composer {
  mutating func composeTable(_ table: Table, _ ready: ReadyTable, parent: Int) {
    let element = addElement(.table, parent: parent)
    pendTableLines(table, element: element, parent: parent)
    missing += ready.missing
    var grid = ready.grid
    let plan = ready.plan
    addElements(to: &grid, table: element)
    let isForm = table.kind != .generic
    let below = notesHeight(table, landscape: plan.isLandscape)
    for (index, piece) in plan.pieces.enumerated() {
      var part = grid
      if plan.pieces.count > 1 { part = grid.columns(piece.columns, shown: piece.shown) }
      let kinds = piece.columns.map { ready.kinds[$0] }
      let setter =
        ready.setter ?? tableSetter(part, kinds, isWordy: table.kind != .financial)
      var set = fittedTable(ready.table, setter, plan, below: below)
      set.take(elementsOf: part)
      if index == plan.pieces.count - 1 { set.spaceBelow = below }
      placeTable(set, landscape: plan.isLandscape, isContinued: index > 0, isForm: isForm)
    }
    for (index, note) in table.notes.enumerated() {
      composeNote(note, isFirst: index == 0, parent: parent)
    }
    if style.hasGrid { pages.advance(style.linePitch * 0.5) }
    pages.leaveSpace()
  }

  // MARK: - Lines above and below

  private mutating func pendTableLines(_ table: Table, element: Int, parent: Int) {
    if let title = table.title {
      let anchor = addAnchor()
      pend(
        title, style.tableTitle, .center, element: addElement(.caption, parent: element),
        anchor: anchor)
      let level = (entries.last { !$0.isTable }?.level ?? -1) + 1
      entries.append(ContentsEntry(title: title, level: level, anchor: anchor, isTable: true))
    }
    if let number = table.publicNumber { pendLine(number, .right, parent) }
    for line in table.headLines { pendLine(line, .left, parent) }
    if let department = table.department {
      pendLine(department, .left, parent, sharesLine: sharesLine(department, table.unitLine))
    }
    if let unit = table.unitLine { pendLine(unit, .right, parent) }
  }

  private mutating func sharesLine(_ left: TracedText, _ right: TracedText?) -> Bool {
    guard let right else { return false }
    let widths = [left, right].map { shapeQuietly($0, style.tableLine).naturalWidth }
    return widths[0] + widths[1] + 2 * style.tableLine.size <= style.textWidth
  }

  private mutating func pendLine(
    _ text: TracedText, _ alignment: LineForm.Alignment, _ parent: Int, sharesLine: Bool = false
  ) {
    pend(
      text, style.tableLine, alignment, element: addElement(.paragraph, parent: parent),
      sharesLine: sharesLine)
  }

  private mutating func pend(
    _ text: TracedText, _ textStyle: TextStyle, _ alignment: LineForm.Alignment, element: Int,
    anchor: Int? = nil, sharesLine: Bool = false
  ) {
    let form = LineForm(alignment: alignment, isBalanced: alignment == .center)
    var block = PendingBlock(shape(text, textStyle), textStyle, form, element: element)
    block.anchor = anchor
    block.sharesLine = sharesLine
    block.isCompact = textStyle == style.tableLine
    pending.append(block)
  }

  /// About how much room the notes take.
  private func notesHeight(_ table: Table, landscape: Bool) -> Double {
    let width = pages.nextGeometry(landscape: landscape).textWidth
    return table.notes.reduce(table.notes.isEmpty ? 0 : noteDistance) {
      let natural = shapeQuietly($1.text, style.tableLine).naturalWidth
      let lines = max(1, wholeNumber(above: natural / max(width, 1)))
      return $0 + Double(lines) * style.tableLine.size * 1.5
    }
  }

  /// Between the last rule of a table and the notes under it.
  private var noteDistance: Double { style.tableLine.size * 0.4 }

  private mutating func composeNote(_ note: Paragraph, isFirst: Bool, parent: Int) {
    let shaped = shape(note.text, style.tableLine)
    guard !shaped.isEmpty else { return }
    let element = addElement(.paragraph, parent: parent)
    startPageIfNeeded(landscape: pages.isLandscape)
    var block = setBlock(
      shaped, style.tableLine, width: pages.geometry.textWidth, form: LineForm(),
      segments: [.init(start: 0, element: element)])
    compact(&block, style.tableLine)
    if isFirst { block.spaceBefore = noteDistance }
    if !fits(block.spaceBefore + block.height) { pages.startPage(landscape: pages.isLandscape) }
    flow(block, landscape: pages.isLandscape)
  }

  // MARK: - Preparing cells

  /// Shapes the cells and says how each is set.
  mutating func prepare(_ grid: inout TableGrid, _ table: Table) -> [ColumnKind] {
    let kinds = columnKinds(grid)
    for row in grid.head.indices {
      for index in grid.head[row].indices { prepareHead(&grid.head[row][index]) }
    }
    let levels = LevelReader(kinds: kinds, isFinancial: table.kind == .financial)
    for row in grid.rows.indices {
      let level = levels.level(grid.rows[row])
      for index in grid.rows[row].indices {
        prepareCell(&grid.rows[row][index], kinds, table.kind, level: level)
      }
    }
    if table.kind != .financial { centreShortColumns(&grid) }
    if grid.head.isEmpty { markLabels(&grid) } else { balance(&grid) }
    return kinds
  }

  private func columnKinds(_ grid: TableGrid) -> [ColumnKind] {
    var heads = Array(repeating: [UInt8](), count: grid.columnCount)
    for row in grid.head {
      // A row of numbers of columns names nothing.
      for cell in row where !cell.text.isEmpty && cell.number != .number {
        let bytes = cell.text.utf8.filter { $0 != 0x20 && $0 != 0x0A }
        for column in cell.column..<(cell.column + cell.columnSpan) { heads[column] = bytes }
      }
    }
    var cells = Array(repeating: [GridCell](), count: grid.columnCount)
    for row in grid.rows {
      for cell in row where cell.columnSpan == 1 { cells[cell.column].append(cell) }
    }
    var kinds = zip(heads, cells).map { ColumnKind(head: $0, cells: $1) }
    // The names beside amounts are the labels of their rows.
    for index in kinds.indices where kinds[index] == .text {
      let next = kinds[(index + 1)...].first { $0 != .rank }
      if next == .amount { kinds[index] = .label }
    }
    return kinds
  }

  private mutating func prepareHead(_ cell: inout GridCell) {
    cell.alignment = .center
    cell.role = .tableHeader
    cell.scope = .column
    shapeCell(&cell, style.tableHead)
  }

  private mutating func prepareCell(
    _ cell: inout GridCell, _ kinds: [ColumnKind], _ tableKind: Table.Kind, level: Int
  ) {
    guard cell.number != .empty || !cell.text.isEmpty else { return }
    let kind = kinds[cell.column]
    if kind == .amount { regroup(&cell) }
    shapeCell(&cell, style.tableText)
    cell.isTopLevel = level == 0
    switch cell.number {
    case .number, .dash:
      cell.alignment = kind == .amount && cell.columnSpan == 1 ? .decimal : .center
      if kind == .code { cell.alignment = .left }
      if tableKind == .performance { cell.alignment = .center }
      if cell.alignment == .decimal { cell.fraction = Self.fraction(cell.paragraph) }
    default:
      cell.alignment = isCentred(cell, kind) ? .center : .left
    }
    if kind == .label, tableKind == .financial, cell.columnSpan == 1 {
      cell.role = .tableHeader
      cell.scope = .row
      if cell.alignment == .left { cell.indent = Double(max(0, level)) * style.levelIndent }
    }
  }

  /// Prints an amount with or without thousands separators, if the style wants it so.
  private func regroup(_ cell: inout GridCell) {
    guard style.grouping != .asPrinted, let value = cell.value else { return }
    let text = value.text(grouped: style.grouping == .always)
    // Brackets, signs and spaces stay: only what reads back as the same number is replaced.
    guard value.description.utf8.elementsEqual(cell.text.utf8) else { return }
    cell.text = TracedText(text, place: cell.text.place ?? .none)
  }

  private func isCentred(_ cell: GridCell, _ kind: ColumnKind) -> Bool {
    let bytes = cell.text.utf8.filter { $0 != 0x20 }
    if Self.totalWords.contains(where: { bytes.hasBytes($0, at: bytes.count - $0.count) }) {
      return true
    }
    guard cell.columnSpan == 1, let paragraph = cell.paragraph else { return false }
    return (kind == .rank || kind == .amount)
      && paragraph.naturalWidth <= 8 * style.tableText.size
  }

  /// Centres columns that hold nothing but short words, and short cells over several columns.
  private func centreShortColumns(_ grid: inout TableGrid) {
    let limit = 8 * style.tableText.size
    var widest = Array(repeating: 0.0, count: grid.columnCount)
    for cell in grid.rows.joined() where cell.columnSpan == 1 {
      widest[cell.column] = max(widest[cell.column], cell.paragraph?.naturalWidth ?? 0)
    }
    for row in grid.rows.indices {
      for index in grid.rows[row].indices where grid.rows[row][index].alignment == .left {
        let cell = grid.rows[row][index]
        let width =
          cell.columnSpan == 1 ? widest[cell.column] : cell.paragraph?.naturalWidth ?? 0
        if width <= limit { grid.rows[row][index].alignment = .center }
      }
      if isRowOfNames(grid.rows[row]) {
        for index in grid.rows[row].indices { grid.rows[row][index].alignment = .center }
      }
    }
  }

  /// Whether a row inside a form names the columns below it: nothing but short words, in several
  /// cells of one row.
  private func isRowOfNames(_ row: [GridCell]) -> Bool {
    let inner = row.filter { $0.rowSpan == 1 && !$0.text.isEmpty }
    return inner.count >= 4
      && inner.allSatisfy {
        $0.number == .text && ($0.paragraph?.naturalWidth ?? 0) <= 12 * style.tableText.size
      }
  }

  private static let totalWords = ["合计", "总计"].map { [UInt8]($0.utf8) }

  private mutating func shapeCell(_ cell: inout GridCell, _ textStyle: TextStyle) {
    let clean = CleanText(cell.text.utf8)
    let key = ShapedCells.Key(text: clean.bytes, style: textStyle)
    if let known = shapedCells[key] {
      cell.paragraph = known
      return
    }
    let paragraph = shape(cell.text, clean, [.init(text: clean.bytes, style: textStyle)])
    guard !paragraph.isEmpty else { return }
    cell.paragraph = paragraph
    // What lacks a character is shaped each time, so that each place is told.
    if paragraph.missing.isEmpty { shapedCells[key] = paragraph }
  }

  /// The width from the decimal point on.
  private static func fraction(_ paragraph: ShapedParagraph?) -> Double {
    guard let paragraph,
      let point = paragraph.clusters.lastIndex(where: { $0.scalar == 0x2E })
    else { return 0 }
    return paragraph.sums[paragraph.clusters.count].width - paragraph.sums[point].width
  }
}
