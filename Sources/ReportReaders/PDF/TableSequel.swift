internal import FiscalModel
internal import FiscalText

/// Finds the tables that go on on the next page: the grid there has the same vertical lines,
/// nothing stands between the two, and the first page had no room left.
struct TableSequel {
  private var pages: [PageLayout]
  /// How far down pages of each size are filled.
  private var floors: [Measure.PageSize: Double] = [:]

  static func join(in pages: inout [PageLayout]) {
    var sequel = TableSequel(pages)
    for index in pages.indices.dropFirst() {
      sequel.join(index)
      sequel.takeRows(index)
    }
    sequel.joinOpenTables()
    pages = sequel.pages
  }

  private init(_ pages: [PageLayout]) {
    self.pages = pages
    for page in pages {
      let floor = page.items.reduce(0) { max($0, $1.bottom) }
      floors[Measure.PageSize(page), default: 0] = max(
        floors[Measure.PageSize(page)] ?? 0, floor)
    }
  }

  /// Joins the table at the top of a page to the one at the end of the page before.
  private mutating func join(_ index: Int) {
    let isMarked = takeMark(index)
    let page = pages[index - 1]
    guard let last = page.items.indices.last, case .table(var upper) = page.items[last],
      case .table(var lower)? = pages[index].items.first
    else { return }
    let count = Self.commonRows(upper.raw, lower.raw)
    if count > 0 {
      upper.raw.headRowCount = count
      lower.raw.headRowCount = count
    }
    let room = (floors[Measure.PageSize(page)] ?? 0) - upper.bottom
    if isMarked || room < lower.rowHeight + 8, isMarked || !Self.hasTitle(lower.raw) || count > 0,
      Self.alignColumns(&upper, &lower, isMarked: isMarked)
    {
      lower.raw.continues = true
      Self.joinPartedRow(&upper, &lower, after: count)
    }
    pages[index - 1].items[last] = .table(upper)
    refineEarlier(than: index - 1, to: upper.xs)
    pages[index].items[0] = .table(lower)
    if lower.raw.rows.isEmpty { pages[index].items.removeFirst() }
  }

  // MARK: Tables without vertical lines

  /// Makes a table of the first lines of a page that are the last rows of one on the page before.
  private mutating func takeRows(_ index: Int) {
    guard let open = lastTable(index - 1)?.open else { return }
    let lines = pages[index].items.prefix { if case .line = $0 { true } else { false } }.compactMap
    {
      if case .line(let line) = $0 { line } else { nil }
    }
    guard let rows = open.sequel(lines) else { return }
    let part = lines.prefix(rows.lineCount)
    let box = part.dropFirst().reduce(lines[0].box) { $0.union($1.box) }
    let table = PageTable(
      AlignedTable(rows, lines: 0..<rows.lineCount), maker: TableMaker(maker: pages[index].maker),
      box: box)
    pages[index].items.replaceSubrange(0..<rows.lineCount, with: [.table(table)])
  }

  /// Joins those that go on over pages, each in the columns of the whole.
  private mutating func joinOpenTables() {
    var start = 0
    while start < pages.count {
      var end = start + 1
      while end < pages.count, goesOn(end), end == start + 1 || pages[end - 1].items.count == 1 {
        end += 1
      }
      if end > start + 1 { joinOpenTables(start..<end) }
      start = end > start + 1 ? end - 1 : end
    }
  }

  /// Whether the table without lines at the end of the page before goes on at the top of a page:
  /// there it has no title, and the same head or none.
  private func goesOn(_ index: Int) -> Bool {
    guard let upper = lastTable(index - 1), let lower = firstTable(index),
      let first = upper.open, let second = lower.open
    else { return false }
    return first.goes(onIn: second)
  }

  private mutating func joinOpenTables(_ range: Range<Int>) {
    let tables = range.compactMap { $0 == range.lowerBound ? lastTable($0) : firstTable($0) }
    guard tables.count == range.count, let parts = OpenTable.joined(tables.compactMap(\.open))
    else { return }
    for (page, (table, part)) in zip(range, zip(tables, parts)) {
      var whole = table.withColumns(of: part, maker: TableMaker(maker: pages[page].maker))
      let isFirst = page == range.lowerBound
      whole.raw.continues = !isFirst
      pages[page].items[isFirst ? pages[page].items.count - 1 : 0] = .table(whole)
    }
  }

  private func lastTable(_ page: Int) -> PageTable? {
    if case .table(let table)? = pages[page].items.last { table } else { nil }
  }

  private func firstTable(_ page: Int) -> PageTable? {
    if case .table(let table)? = pages[page].items.first { table } else { nil }
  }

  // MARK: Ruled tables

  /// Takes 续表 off the top of a page that begins with the rest of a table; false if it is not
  /// there.
  private mutating func takeMark(_ index: Int) -> Bool {
    let items = pages[index].items
    guard items.count > 1, case .line(let line) = items[0], case .table = items[1],
      ContinuationMark.isMark(line.plainText), case .table? = pages[index - 1].items.last
    else { return false }
    pages[index].items.removeFirst()
    return true
  }

  /// Brings two tables to one grid; false if their outer lines differ, or neither has all inner
  /// lines of the other and nothing says that they are one.
  private static func alignColumns(
    _ upper: inout PageTable, _ lower: inout PageTable, isMarked: Bool
  ) -> Bool {
    guard upper.xs.count >= 2, lower.xs.count >= 2 else { return false }
    if let refined = lower.refined(to: upper.xs) {
      lower = refined
      return true
    }
    if let refined = upper.refined(to: lower.xs) {
      upper = refined
      return true
    }
    guard isMarked else { return false }
    let all = merged(upper.xs, lower.xs)
    guard let finerUpper = upper.refined(to: all), let finerLower = lower.refined(to: all) else {
      return false
    }
    (upper, lower) = (finerUpper, finerLower)
    return true
  }

  /// The vertical lines of both: each page may show some that the other has no cells for.
  private static func merged(_ first: [Double], _ second: [Double]) -> [Double] {
    let more = second.filter { x in !first.contains { abs($0 - x) <= 3 } }
    return (first + more).sorted()
  }

  /// Brings the pages before to the grid that a later page made finer.
  private mutating func refineEarlier(than index: Int, to xs: [Double]) {
    var page = index
    while page > 0, pages[page].items.count == 1, case .table(let table) = pages[page].items[0],
      table.raw.continues, let last = pages[page - 1].items.indices.last,
      case .table(let earlier) = pages[page - 1].items[last], let finer = earlier.refined(to: xs)
    {
      pages[page - 1].items[last] = .table(finer)
      page -= 1
    }
  }

  /// Whether a table begins with a row that is one cell, as sheets do that hold their own title.
  private static func hasTitle(_ table: RawTable) -> Bool {
    table.rows.count > 1 && table.rows[0].count == 1
      && table.rows[0][0].columnSpan == table.columnCount
  }

  // MARK: Heads

  /// How many rows from the top have the same cells. A whole table repeated has no head, and a
  /// title in a row of its own may stand above different tables.
  private static func commonRows(_ first: RawTable, _ second: RawTable) -> Int {
    guard first.columnCount == second.columnCount else { return 0 }
    var count = 0
    while count < first.rows.count, count < second.rows.count,
      isSame(first.rows[count], second.rows[count])
    {
      count += 1
    }
    let hasColumns = first.rows.prefix(count).contains { $0.count > 1 }
    return hasColumns && count < min(first.rows.count, second.rows.count) ? count : 0
  }

  private static func isSame(_ first: [Cell], _ second: [Cell]) -> Bool {
    first.contains { !$0.text.isEmpty } && first.count == second.count
      && zip(first, second).allSatisfy { a, b in
        a.column == b.column && a.columnSpan == b.columnSpan && a.rowSpan == b.rowSpan
          && a.text.utf8 == b.text.utf8
      }
  }

  // MARK: Rows parted by the page break

  /// Puts the rest of a row back to it: words, and digits beside them, that begin at the edge of
  /// their cell, each below text that filled its own and so had to go on.
  private static func joinPartedRow(
    _ upper: inout PageTable, _ lower: inout PageTable, after head: Int
  ) {
    guard head < lower.raw.rows.count, head < lower.flushColumns.count,
      let end = upper.raw.rows.indices.last
    else { return }
    let rest = lower.raw.rows[head].filter { !$0.text.isEmpty }
    guard rest.contains(where: { isWords($0, below: upper.raw.rows[end]) }),
      rest.allSatisfy({
        lower.flushColumns[head].contains($0.column) && upper.fullColumns.contains($0.column)
          && isRest($0, of: upper.raw.rows[end])
      })
    else { return }
    for cell in rest {
      guard let index = upper.raw.rows[end].firstIndex(where: { $0.column == cell.column }) else {
        continue
      }
      let old = upper.raw.rows[end][index]
      var text = old.text
      text.append(cell.text)
      upper.raw.rows[end][index] = Cell(
        text, column: old.column, columnSpan: old.columnSpan, rowSpan: old.rowSpan,
        isUncertain: old.isUncertain || cell.isUncertain)
    }
    lower.raw.rows.remove(at: head)
  }

  /// Whether a cell is more than a number, which alone might be a row of its own.
  private static func isWords(_ cell: Cell, below row: [Cell]) -> Bool {
    cell.number == .text
      || row.contains {
        $0.column == cell.column && isCodeRest(cell.text.utf8, of: $0.text.utf8)
      }
  }

  private static func isRest(_ cell: Cell, of row: [Cell]) -> Bool {
    guard cell.rowSpan == 1, let upper = row.first(where: { $0.column == cell.column }) else {
      return false
    }
    if isCodeRest(cell.text.utf8, of: upper.text.utf8) { return true }
    if isNumberRest(cell.text.utf8, of: upper.text.utf8) { return true }
    return cell.number == .text && HeadingNumber.scan(cell.text.utf8) == nil
      && !upper.text.isEmpty
  }

  /// Whether digits end a number that its narrow column broke: 6,506., 13.
  private static func isNumberRest(_ rest: [UInt8], of start: [UInt8]) -> Bool {
    guard !start.isEmpty, rest.allSatisfy({ (0x25...0x39).contains($0) }) else { return false }
    let amount = CellNumber(start).value
    if rest == [UInt8(ascii: "%")] { return amount != nil }
    // An amount that ends whole may be followed by that of another row.
    if let amount, amount.decimals >= 2 { return false }
    return start.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
      && CellNumber(start + rest).value != nil
  }

  /// Whether digits end a code of 5 or 7 digits that its narrow column broke: 20899, 99.
  private static func isCodeRest(_ rest: [UInt8], of start: [UInt8]) -> Bool {
    func areDigits(_ bytes: [UInt8]) -> Bool {
      !bytes.isEmpty && bytes.allSatisfy { (0x30...0x39).contains($0) }
    }
    return areDigits(rest) && rest.count < 5 && areDigits(start) && start.count > 2
      && [5, 7].contains(start.count + rest.count)
  }
}

extension PageLayout.Item {
  var bottom: Double {
    switch self {
    case .line(let line): line.bottom
    case .table(let table): table.bottom
    case .picture(let box): box.y + box.height
    }
  }
}
