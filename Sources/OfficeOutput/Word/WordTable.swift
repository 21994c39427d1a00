internal import FiscalModel
internal import FiscalText

/// A table as Word has it: columns of solved widths, heads that are repeated on each page, cells
/// that span.
struct WordTable {
  /// What stands at a place of the grid.
  private enum Place {
    case empty
    /// A cell that starts here.
    case cell(Cell, columns: Int)
    /// A cell from above goes on.
    case below(columns: Int)
    /// Taken by the cell to the left.
    case taken
  }

  /// More rows than any table of a disclosure has; what a damaged file claims is cut.
  private static let spanLimit = 10_000

  private let table: Table
  private let widths: WordColumnWidths
  private let isAmount: [Bool]
  private let grid: [[Place]]
  private let headCount: Int

  init(_ table: Table, page: WordPage) {
    self.table = table
    widths = WordColumnWidths(table, total: page.textWidth)
    isAmount = Self.amountColumns(table, count: widths.count)
    headCount = table.head.count
    grid =
      Self.grid(table.head, columns: widths.count)
      + Self.grid(table.rows.map(\.cells), columns: widths.count)
  }

  /// The page that a table wants.
  static func page(_ table: Table) -> WordPage {
    let widths = WordColumnWidths(table, total: WordPage.portraitWidth)
    return widths.isComfortable ? .portrait : .landscape
  }

  // MARK: The grid

  /// Rows of places; a cell that would cover another is cut.
  private static func grid(_ rows: [[Cell]], columns: Int) -> [[Place]] {
    var grid = [[Place]](
      repeating: [Place](repeating: .empty, count: columns), count: rows.count)
    for (row, cells) in rows.enumerated() {
      for cell in cells where cell.column >= 0 && cell.column < columns {
        guard case .empty = grid[row][cell.column] else { continue }
        put(cell, at: row, in: &grid, columns: columns)
      }
    }
    return grid
  }

  private static func put(
    _ cell: Cell, at row: Int, in grid: inout [[Place]], columns: Int
  ) {
    var width = 1
    let wanted = min(max(cell.columnSpan, 1), columns - cell.column)
    while width < wanted, case .empty = grid[row][cell.column + width] { width += 1 }
    let height = min(max(cell.rowSpan, 1), spanLimit, grid.count - row)
    for line in row..<(row + height) {
      for column in cell.column..<(cell.column + width) { grid[line][column] = .taken }
      grid[line][cell.column] = line == row ? .cell(cell, columns: width) : .below(columns: width)
    }
  }

  // MARK: Pages

  /// Of 五号 set with single spacing, and of a table's title.
  static let (lineHeight, titleHeight) = (273, 416)

  /// Counts the rows; heads are repeated on each page.
  func count(_ pages: inout WordPageCount) {
    let heights = grid.map(height)
    let heads = heights.prefix(headCount).reduce(0, +)
    for (index, height) in heights.enumerated() {
      if pages.add(height: height), index >= headCount { pages.add(height: heads) }
    }
  }

  private func height(_ row: [Place]) -> Int {
    var lines = 1
    for (column, place) in row.enumerated() {
      guard case .cell(let cell, let columns) = place, cell.rowSpan <= 1 else { continue }
      let width = widths.widths[column..<(column + columns)].reduce(0, +) - WordColumnWidths.blank
      lines = max(
        lines, WordPageCount.lines(cell.text.string, size: widths.size, width: max(width, 1)))
    }
    return lines * widths.size * 13 + 10
  }

  // MARK: Markup

  func markup(_ text: inout WordText, _ remarks: (TracedText) -> [WordRemark]) -> String {
    var markup = #"<w:tbl><w:tblPr><w:tblW w:w="\#(widths.total)" w:type="dxa"/>"#
    markup += #"<w:jc w:val="center"/><w:tblBorders>"#
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
      markup += #"<w:\#(side) w:val="single" w:sz="4" w:space="0" w:color="000000"/>"#
    }
    markup += #"</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60""#
    markup +=
      #" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>"#
    for width in widths.widths { markup += #"<w:gridCol w:w="\#(width)"/>"# }
    markup += "</w:tblGrid>"
    for (index, row) in grid.enumerated() {
      let isHead = index < headCount
      markup += #"<w:tr><w:trPr><w:cantSplit/>\#(isHead ? "<w:tblHeader/>" : "")</w:trPr>"#
      for (column, place) in row.enumerated() {
        markup += cell(place, column, isHead: isHead, isOpen(index, column), &text, remarks)
      }
      markup += "</w:tr>"
    }
    return markup + "</w:tbl>"
  }

  /// Whether the cell at a place goes on in the row below.
  private func isOpen(_ row: Int, _ column: Int) -> Bool {
    guard row + 1 < grid.count, case .below = grid[row + 1][column] else { return false }
    return true
  }

  private func cell(
    _ place: Place, _ column: Int, isHead: Bool, _ isOpen: Bool, _ text: inout WordText,
    _ remarks: (TracedText) -> [WordRemark]
  ) -> String {
    switch place {
    case .taken: return ""
    case .empty: return element(column, 1, "", WordBody.paragraph("TableText", size, ""))
    case .below(let columns):
      return element(
        column, columns, "<w:vMerge/>", WordBody.paragraph("TableText", size, ""))
    case .cell(let cell, let columns):
      let merge = isOpen ? #"<w:vMerge w:val="restart"/>"# : ""
      let style = isHead ? "TableHead" : "TableText"
      let runs = text.runs(cell.text, said(of: cell, remarks))
      let properties = alignment(cell, column, isHead: isHead) + size
      return element(column, columns, merge, WordBody.paragraph(style, properties, runs))
    }
  }

  /// What is said about a cell; one that could not be read for certain says so.
  private func said(
    of cell: Cell, _ remarks: (TracedText) -> [WordRemark]
  ) -> [WordRemark] {
    let found = remarks(cell.text)
    guard found.isEmpty, cell.isUncertain, !cell.text.isEmpty else { return found }
    let text = "读入时看不准这个数在哪一栏，请对照原件核对。"
    return [WordRemark(range: 0..<cell.text.utf8.count, text: text)]
  }

  private func element(_ column: Int, _ columns: Int, _ merge: String, _ content: String) -> String
  {
    let width = widths.widths[column..<(column + columns)].reduce(0, +)
    let span = columns > 1 ? #"<w:gridSpan w:val="\#(columns)"/>"# : ""
    return #"<w:tc><w:tcPr><w:tcW w:w="\#(width)" w:type="dxa"/>\#(span)\#(merge)"#
      + #"<w:vAlign w:val="center"/></w:tcPr>\#(content)</w:tc>"#
  }

  // MARK: Alignment

  /// Columns that hold amounts; 序号 and codes are numbers too, but none of them.
  private static func amountColumns(_ table: Table, count: Int) -> [Bool] {
    var isAmount = [Bool](repeating: false, count: count)
    for row in table.rows {
      for cell in row.cells where cell.column >= 0 && cell.column < count {
        if let value = cell.number.value, value.decimals > 0 { isAmount[cell.column] = true }
      }
    }
    return isAmount
  }

  /// What spans columns and is no longer than this, in bytes, is a label and stands in the middle.
  private static let longestLabel = 60

  private func alignment(_ cell: Cell, _ column: Int, isHead: Bool) -> String {
    guard !isHead else { return "" }
    if cell.number == .text {
      let isLabel = cell.columnSpan > 1 && cell.text.utf8.count <= Self.longestLabel
      return isLabel ? #"<w:jc w:val="center"/>"# : ""
    }
    return isAmount[column] ? #"<w:jc w:val="right"/>"# : #"<w:jc w:val="center"/>"#
  }

  /// The size of the cell's mark, which makes the height of an empty row.
  private var size: String {
    widths.size == WordColumnWidths.usualSize
      ? "" : #"<w:rPr><w:sz w:val="\#(widths.size)"/><w:szCs w:val="\#(widths.size)"/></w:rPr>"#
  }
}
