internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// A table file of the source format: lines of meta data, then comma-separated head and body.
struct TableFile {
  private let text: SourceText
  private let source: Int
  private let id: String
  private var table = Table(kind: .generic)
  private var headRows = 1
  private var bodyStart = 0
  /// The keys that the file gives, be it with nothing behind them.
  private var stated: Set<String> = []
  private var uncertain: Set<[Int]> = []

  /// Reads `tables/<id>.csv`.
  ///
  /// - Parameters:
  ///   - form: what the layout says of the table; fills in what the file leaves out.
  ///   - entity: the name to print as 编制部门, where the file gives none.
  /// - Throws: a ``ReadError`` with line and column where the file is not in the format.
  static func table(
    _ text: SourceText, source: Int, id: String, form: TableForm?, entity: String?
  ) throws(ReadError) -> Table {
    var file = TableFile(text, source: source, id: id, isForm: form != nil)
    try file.readMeta()
    try file.readGrid()
    file.complete(form, entity: entity)
    return file.table
  }

  private init(_ text: SourceText, source: Int, id: String, isForm: Bool) {
    self.text = text
    self.source = source
    self.id = id
    table.id = id
    if isForm { table.kind = .financial }
    if id.hasPrefix("绩效") { table.kind = .performance }
  }

  // MARK: Meta data

  private static let kinds: [String: Table.Kind] = [
    "财务": .financial, "绩效": .performance, "普通": .generic,
  ]

  private mutating func readMeta() throws(ReadError) {
    var line = 1
    while line <= text.lineStarts.count {
      let range = TextFields.trimmed(text.bytes, text.lineRange(line))
      if range.isEmpty {
        line += 1
        continue
      }
      guard text.bytes[range.lowerBound] == UInt8(ascii: "#") else { break }
      try add(TextFields.trimmed(text.bytes, (range.lowerBound + 1)..<range.upperBound))
      line += 1
    }
    bodyStart = line <= text.lineStarts.count ? text.lineStarts[line - 1] : text.bytes.count
  }

  private mutating func add(_ range: Range<Int>) throws(ReadError) {
    let (keyRange, valueRange) = Self.parts(text.bytes, range)
    let key = text.string(keyRange)
    let value = traced(valueRange)
    stated.insert(key)
    switch key {
    case "标题": table.title = Self.inked(value)
    case "公开编号": table.publicNumber = Self.inked(value)
    case "类型":
      guard let kind = Self.kinds[value.string] else {
        throw text.error("类型应为财务、绩效或普通", at: valueRange.lowerBound)
      }
      table.kind = kind
    case "表头":
      guard let count = Int(value.string), (0...8).contains(count) else {
        throw text.error("表头应为 0 到 8 的行数", at: valueRange.lowerBound)
      }
      headRows = count
    case "存疑": uncertain = try places(valueRange)
    case "注": table.notes.append(Paragraph(value, number: HeadingNumber.scan(value.utf8)))
    case "行": table.headLines.append(value)
    default: addLine(traced(range), isEmpty: value.isEmpty)
    }
  }

  /// A line as it is printed: 编制部门：某局, 金额单位：万元, or another one before the head.
  private mutating func addLine(_ line: TracedText, isEmpty: Bool) {
    if let (_, unit) = Captions.unitRange(line.utf8) {
      table.unitLine = line
      table.unit = unit
      stated.insert("单位")
    } else if Captions.isDepartment(line.utf8) {
      if !isEmpty { table.department = line }
      stated.insert("编制部门")
    } else if !isEmpty || !["单位", "编制部门"].contains(line.string) {
      table.headLines.append(line)
    }
  }

  private static func inked(_ text: TracedText) -> TracedText? { text.isEmpty ? nil : text }

  /// `3.5 4.5`: rows and columns of the body, 1-based, whose cells may stand in other columns.
  private func places(_ range: Range<Int>) throws(ReadError) -> Set<[Int]> {
    var places: Set<[Int]> = []
    for word in text.string(range).split(separator: " ") {
      let numbers = word.split(separator: ".").compactMap { Int($0) }
      guard numbers.count == 2 else {
        throw text.error("存疑应写成“行.列”，用空格隔开", at: range.lowerBound)
      }
      places.insert(numbers)
    }
    return places
  }

  private static func parts(_ bytes: [UInt8], _ range: Range<Int>) -> (Range<Int>, Range<Int>) {
    for colon in [[UInt8]("：".utf8), [UInt8](":".utf8)] {
      guard let offset = bytes.firstOffset(of: colon, from: range.lowerBound, to: range.upperBound)
      else { continue }
      return (
        TextFields.trimmed(bytes, range.lowerBound..<offset),
        TextFields.trimmed(bytes, (offset + colon.count)..<range.upperBound)
      )
    }
    return (range, range.upperBound..<range.upperBound)
  }

  private func traced(_ range: Range<Int>) -> TracedText {
    TracedText(
      utf8: Array(text.bytes[range]), place: .text(source: source, offset: range.lowerBound))
  }

  // MARK: Grid

  private mutating func readGrid() throws(ReadError) {
    let records = try CSVRecords.records(text, source: source, from: bodyStart).map(\.fields)
    let grid = try MergedGrid(records, headRows: headRows, in: text)
    let cells = grid.rows
    let head = Array(cells.prefix(headRows))
    table.rows = cells.dropFirst(headRows).map { Row($0) }
    markUncertain()
    if table.unit == nil { table.unit = TableAssembler.unit(in: head) }
    if headRows == 1, head.first?.allSatisfy({ $0.columnSpan == 1 }) ?? false {
      let paths = HeadPaths(head.first ?? [], columns: grid.columns)
      table.head = paths.rows
      table.columns = paths.columns
      return
    }
    table.head = head
    var raw = RawTable(rows: cells, columnCount: grid.columns)
    raw.headRowCount = headRows
    table.columns = TableHead(raw, isPerformance: headRows == 0).columns
  }

  private mutating func markUncertain() {
    // What was imported from a PDF or from text.
    table.mayBeTorn = !uncertain.isEmpty
    for place in uncertain where table.rows.indices.contains(place[0] - 1) {
      for index in table.rows[place[0] - 1].cells.indices
      where table.rows[place[0] - 1].cells[index].column == place[1] - 1 {
        table.rows[place[0] - 1].cells[index].isUncertain = true
      }
    }
  }

  // MARK: What the layout says

  private mutating func complete(_ form: TableForm?, entity: String?) {
    guard let form, table.kind == .financial else { return }
    if !stated.contains("标题"), let title = form.titles.first { table.title = TracedText(title) }
    if !stated.contains("公开编号"), id.hasPrefix("公开") {
      table.publicNumber = TracedText("\(id)表")
    }
    if !stated.contains("编制部门"), let entity {
      table.department = TracedText("编制部门：\(entity)")
    }
    if !stated.contains("单位") {
      table.unit = table.unit ?? form.unit
      table.unitLine = TracedText("单位：\(table.unit?.rawValue ?? form.unit.rawValue)")
    }
  }
}
