internal import FiscalModel
internal import FiscalText

/// What stands around a table though it is written in the table's own grid: the title, 公开01表,
/// 编制部门：…, 单位：万元 above the head, and notes below the body.
struct TableMargins {
  private(set) var before: [RawLine] = []
  /// Nil if the grid held nothing but lines.
  private(set) var table: RawTable?
  private(set) var after: [RawLine] = []

  /// - Parameter above: the lines of text just above the grid. A grid that has its title or its
  ///   unit there starts with its head.
  init(_ grid: RawTable, below above: [RawLine] = []) {
    var rows = grid.rows[...]
    var heads = grid.headRowCount
    let caption = Caption.above(above.map { DraftLine($0) }).caption
    var isBelowCaption =
      caption.unit != nil || caption.title.map(Self.looksLikeTitle) ?? false
    while let row = rows.first,
      let cells = Self.titleCells(row, in: grid, isBelowCaption: isBelowCaption)
    {
      before += cells.map { RawLine($0.text, extent: .paragraph) }
      isBelowCaption = isBelowCaption || cells.contains(where: Self.isUnit)
      rows.removeFirst()
      heads = heads.map { max(0, $0 - 1) }
    }
    let notes = Self.notesStart(rows)
    while let row = rows.last,
      let cells = rows.endIndex > notes ? Self.filled(row) : Self.noteCells(row, in: grid)
    {
      after = cells.map { RawLine($0.text, extent: .paragraph) } + after
      rows.removeLast()
    }
    guard rows.contains(where: { $0.contains { !$0.text.isEmpty } }) else { return }
    var table = RawTable(rows: Self.clipped(rows), columnCount: grid.columnCount)
    // Where all heads turned out to be titles, the format did not tell the head.
    table.headRowCount = heads == 0 ? nil : heads
    self.table = table
  }

  /// The filled cells of a row above the head; nil if the row belongs to the table.
  private static func titleCells(
    _ row: [Cell], in grid: RawTable, isBelowCaption: Bool
  ) -> [Cell]? {
    let filled = row.filter { !$0.text.isEmpty }
    guard !filled.contains(where: { $0.rowSpan > 1 }) else { return nil }
    if filled.allSatisfy(isMarginal) { return filled }
    // A lone cell below title or unit is the top of the head (一般公共预算财政拨款支出).
    guard filled.count == 1, grid.columnCount > 1,
      !isBelowCaption || looksLikeTitle(filled[0].text)
    else { return nil }
    let spansAll = filled[0].columnSpan >= grid.columnCount
    return spansAll || filled[0].number.value == nil ? filled : nil
  }

  /// The rows, with no cell reaching below the last one into what was taken off.
  private static func clipped(_ rows: ArraySlice<[Cell]>) -> [[Cell]] {
    zip(rows, (1...max(1, rows.count)).reversed()).map { row, left in
      row.map { cell in
        var copy = cell
        copy.rowSpan = min(cell.rowSpan, left)
        return copy
      }
    }
  }

  private static func filled(_ row: [Cell]) -> [Cell] { row.filter { !$0.text.isEmpty } }

  /// Where the notes below a table start: with 注：…, behind which nothing but lines stands, such
  /// as 2.…; the end if there is none.
  private static func notesStart(_ rows: ArraySlice<[Cell]>) -> Int {
    var start = rows.endIndex
    for index in rows.indices.reversed() {
      let cells = filled(rows[index])
      let isLine = cells.count == 1 && cells[0].number == .text && cells[0].rowSpan == 1
      guard isLine || cells.allSatisfy({ isSignature($0.text.utf8) }) else { break }
      if isLine, Captions.isNote(line(cells[0])) { start = index }
    }
    return start
  }

  private static func noteCells(_ row: [Cell], in grid: RawTable) -> [Cell]? {
    let filled = row.filter { !$0.text.isEmpty }
    if filled.isEmpty { return [] }
    guard !filled.contains(where: { $0.rowSpan > 1 }) else { return nil }
    if filled.count == 1 {
      let fillsRow = filled[0].columnSpan >= grid.columnCount && filled[0].number == .text
      return fillsRow || Captions.isNote(line(filled[0])) ? filled : nil
    }
    return filled.allSatisfy { isSignature($0.text.utf8) } ? filled : nil
  }

  /// Whether a cell stands above tables: a labelled department, unit, year or date, or the number
  /// of the table.
  static func isMarginal(_ cell: Cell) -> Bool {
    cell.number == .text && Captions.isInformation(line(cell))
  }

  private static func looksLikeTitle(_ text: TracedText) -> Bool {
    Captions.looksLikeTitle(DraftLine(RawLine(text, extent: .paragraph)))
  }

  private static func isUnit(_ cell: Cell) -> Bool {
    Captions.unitRange(cell.text.utf8) != nil
  }

  private static func line(_ cell: Cell) -> DraftLine {
    DraftLine(RawLine(cell.text, extent: .paragraph))
  }

  /// 制表人：…, 单位负责人：…: a label that ends in a colon.
  private static func isSignature(_ text: [UInt8]) -> Bool {
    let bytes = DenseText.dense(text)
    let end = colons.compactMap { bytes.firstOffset(of: $0) }.min() ?? 0
    guard end > 0, end <= 36 else { return false }
    return signatureWords.contains { bytes.firstOffset(of: $0, to: end) != nil }
  }

  private static let colons = ["：", ":"].map { [UInt8]($0.utf8) }
  private static let signatureWords = ["制表", "填表", "负责人", "经办", "审核人", "联系电话"].map {
    [UInt8]($0.utf8)
  }
}
