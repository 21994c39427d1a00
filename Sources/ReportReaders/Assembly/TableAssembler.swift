internal import FiscalModel
internal import FiscalText

/// Makes tables of grids and of the lines around them, and joins those that go on over pages.
struct TableAssembler {
  private var output: [Piece] = []
  /// Lines since the last table or other piece, which may be the caption of the next one.
  private var pending: [DraftLine] = []
  private var open: OpenTable?

  private struct OpenTable {
    var table: Table
    /// The head rows as the file gave them, by which a repeated head is known.
    var head: [String]
    var columnCount: Int
    var hasNotes: Bool { !table.notes.isEmpty }
  }

  static func assembled(_ pieces: [Piece]) -> [Piece] {
    var assembler = TableAssembler()
    assembler.output.reserveCapacity(pieces.count)
    for piece in pieces { assembler.add(piece) }
    assembler.flush()
    return assembler.output
  }

  private mutating func add(_ piece: Piece) {
    switch piece {
    case .line(let line): add(line)
    case .table(let table): add(table)
    case .pageBreak:
      if open == nil, pending.isEmpty { output.append(piece) }
    case .figure, .flat, .block:
      flush()
      output.append(piece)
    }
  }

  private mutating func add(_ line: DraftLine) {
    if pending.isEmpty, let current = open, isNote(line, of: current) {
      open?.table.notes.append(line.paragraph)
    } else {
      pending.append(line)
    }
  }

  /// 注：…, and the numbered lines 2.…, 3.… that follow it.
  private func isNote(_ line: DraftLine, of current: OpenTable) -> Bool {
    if Captions.isNote(line) || Captions.isExplanation(line) { return true }
    guard let last = current.table.notes.last, let number = line.shape.number,
      number.style == .arabic, line.shape.isSentence
    else { return false }
    return number.value == current.table.notes.count + 1 || last.number != nil
  }

  private mutating func flush() {
    if let open { output.append(.block(.table(open.table))) }
    open = nil
    output.append(contentsOf: pending.map { .line($0) })
    pending.removeAll(keepingCapacity: true)
  }

  // MARK: Grids

  private mutating func add(_ raw: RawTable) {
    var raw = Self.withoutEmptyRows(raw)
    guard !raw.rows.isEmpty else { return }
    if takeContinuationMark() { raw.continues = true }
    let (caption, start) = Caption.above(pending)
    if start == 0, let current = open, !current.hasNotes,
      let head = repeatedHead(of: raw, under: caption, in: current)
    {
      append(raw, head: head)
      pending.removeAll(keepingCapacity: true)
      return
    }
    pending.removeSubrange(start...)
    flush()
    open = Self.table(raw, caption)
  }

  /// Takes 续表 out of the lines above a grid; false if it is not there.
  private mutating func takeContinuationMark() -> Bool {
    guard open != nil, let last = pending.lastIndex(where: { ContinuationMark.isMark($0.bytes) })
    else { return false }
    guard pending[(last + 1)...].allSatisfy(Captions.isInformation) else { return false }
    pending.remove(at: last)
    return true
  }

  private static func withoutEmptyRows(_ raw: RawTable) -> RawTable {
    var copy = raw
    copy.rows.removeAll { $0.allSatisfy { $0.text.isEmpty } }
    return copy
  }

  /// How many rows of a grid repeat the open table's head; nil if it is a table of its own.
  private func repeatedHead(of raw: RawTable, under caption: Caption, in current: OpenTable) -> Int?
  {
    if let title = caption.title, let known = current.table.title,
      ContinuationMark.removed(from: DenseText.dense(title.utf8)) != DenseText.dense(known.utf8)
    {
      return nil
    }
    if caption.title != nil, current.table.title == nil { return nil }
    if pending.isEmpty, Self.isTotal(raw, of: current) { return 0 }
    guard raw.columnCount == current.columnCount else { return nil }
    let first = raw.rows.prefix(current.head.count).map { Self.words($0) }
    if !current.head.isEmpty, first == current.head { return current.head.count }
    if raw.continues {
      return Self.repeatsIndicatorHead(raw, of: current.table) ? 1 : raw.headRowCount ?? 0
    }
    let isBare = pending.isEmpty && TableHead(raw, isPerformance: false).count == 0
    return isBare ? 0 : nil
  }

  /// Whether a grid starts with the head of the open table's indicators, which stands among its
  /// rows.
  private static func repeatsIndicatorHead(_ raw: RawTable, of table: Table) -> Bool {
    guard table.kind == .performance, let first = raw.rows.first,
      TableHead.isIndicatorHead(first)
    else { return false }
    return table.rows.contains { words($0.cells) == words(first) }
  }

  /// Whether a grid is the last row of the open table, 合计, whose label reaches over the columns
  /// of codes and names, so that it has fewer columns.
  private static func isTotal(_ raw: RawTable, of current: OpenTable) -> Bool {
    guard raw.rows.count == 1, raw.columnCount < current.columnCount, raw.columnCount >= 2,
      let first = raw.rows[0].first, first.column == 0
    else { return false }
    let label = DenseText.dense(first.text.utf8)
    return totals.contains { label.suffix($0.count).elementsEqual($0) }
      && raw.rows[0].dropFirst().allSatisfy { $0.number != .text }
  }

  private static let totals = ["合计", "总计"].map { [UInt8]($0.utf8) }

  /// A row with its label widened, so that its other cells stand in the table's last columns.
  private static func widened(_ row: [Cell], by columns: Int) -> [Cell] {
    row.map { cell in
      var moved = cell
      if cell.column == 0 { moved.columnSpan += columns } else { moved.column += columns }
      return moved
    }
  }

  private mutating func append(_ raw: RawTable, head: Int) {
    guard var current = open else { return }
    let missing = current.columnCount - raw.columnCount
    var rows = raw.rows.dropFirst(head).map { Self.widened($0, by: missing) }[...]
    if let first = rows.first, let last = current.table.rows.last,
      Self.isRest(first, of: last, in: current.table)
    {
      current.table.rows[current.table.rows.count - 1] = Self.joined(last, first)
      rows = rows.dropFirst()
    }
    current.table.rows += rows.map { Row($0) }
    if current.table.kind == .generic, rows.contains(where: { TableHead.isIndicatorHead($0) }) {
      Self.turnIntoPerformance(&current)
    }
    open = current
  }

  /// A performance sheet shows itself by the head of its indicators, which may stand on its second
  /// page. What was taken for a head then are its first rows.
  private static func turnIntoPerformance(_ open: inout OpenTable) {
    open.table.kind = .performance
    open.table.rows = open.table.head.map { Row($0) } + open.table.rows
    open.table.head = []
    open.head = []
    var whole = RawTable(rows: open.table.rows.map(\.cells), columnCount: open.columnCount)
    whole.headRowCount = 0
    open.table.columns = TableHead(whole, isPerformance: true).columns
  }

  private static func table(_ raw: RawTable, _ caption: Caption) -> OpenTable {
    let isPerformance = raw.rows.prefix(16).contains { TableHead.isIndicatorHead($0) }
    let head = TableHead(raw, isPerformance: isPerformance)
    var table = Table(kind: isPerformance ? .performance : .generic, columns: head.columns)
    table.head = head.rows
    table.rows = raw.rows.dropFirst(head.count).map { Row($0) }
    table.unit = unit(in: head.rows)
    table.mayBeTorn = raw.mayBeTorn
    caption.apply(to: &table)
    return OpenTable(
      table: table, head: raw.rows.prefix(head.count).map { words($0) },
      columnCount: raw.columnCount)
  }

  private static func words(_ row: [Cell]) -> String {
    row.map { DenseText.dense($0.text) }.joined(separator: "\t")
  }

  /// The unit that a head cell states: 金额（万元）.
  static func unit(in head: [[Cell]]) -> AmountUnit? {
    for row in head {
      for cell in row {
        if let (_, unit) = Captions.unitRange(cell.text.utf8) { return unit }
      }
    }
    return nil
  }

  // MARK: Rows parted by a page break

  /// Whether a row is the rest of the one before the page break: words alone, only where that row
  /// has words or nothing, and nothing in the column where every other row has its number, its
  /// code or the name of its indicator.
  private static func isRest(_ row: [Cell], of last: Row, in table: Table) -> Bool {
    let inked = row.filter { !$0.text.isEmpty }
    guard !inked.isEmpty,
      inked.allSatisfy({ cell in
        cell.number == .text
          && last.cells.allSatisfy {
            $0.column != cell.column || $0.number == .text || $0.text.isEmpty
          }
      })
    else { return false }
    if let names = indicatorNames(in: table) { return isRest(inked, of: last, names: names) }
    guard inked.count <= 2 else { return false }
    let keys = table.rows.count { row in
      row.cells.contains { $0.column == 0 && !$0.text.isEmpty }
    }
    return !inked.contains { $0.column == 0 } && keys * 10 >= table.rows.count * 9
  }

  /// Whether words are the rest of an indicator's row: what names an indicator has a value beside
  /// it, which these have not.
  private static func isRest(_ inked: [Cell], of last: Row, names: Int) -> Bool {
    let isIndicator = [names, names + 1].allSatisfy { column in
      last.cells.contains { $0.column == column && !$0.text.isEmpty }
    }
    return isIndicator && inked.contains { $0.column >= names }
      && !inked.contains { $0.column == names + 1 }
  }

  /// The column of the lowest indicators in a performance sheet whose indicators have begun.
  private static func indicatorNames(in table: Table) -> Int? {
    guard table.kind == .performance,
      let head = table.rows.lazy.map(\.cells).first(where: TableHead.isIndicatorHead)
    else { return nil }
    return head.last {
      DenseText.dense($0.text.utf8).suffix(levelEnd.count).elementsEqual(levelEnd)
    }?
    .column
  }

  /// How 三级指标 and the like end.
  private static let levelEnd = [UInt8]("级指标".utf8)

  private static func joined(_ row: Row, _ rest: [Cell]) -> Row {
    let columns = row.cells.map(\.column)
    let cells = row.cells.map { cell in
      guard let more = rest.first(where: { $0.column == cell.column }) else { return cell }
      var text = cell.text
      text.append(more.text)
      return Cell(
        text, column: cell.column, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan,
        isUncertain: cell.isUncertain)
    }
    let others = rest.filter { !$0.text.isEmpty && !columns.contains($0.column) }
    return Row((cells + others).sorted { $0.column < $1.column })
  }
}
