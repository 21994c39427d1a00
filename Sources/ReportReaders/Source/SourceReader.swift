internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Reads the source format: `disclosure.md` with front matter, and the table files beside it
/// (Documentation/SourceFormat.md).
struct SourceReader {
  private let text: SourceText
  private let options: ReadOptions
  private let folder: String
  private var front: FrontMatter
  private var layout: Layout?
  private var tablesFolder = "tables"

  private var report: Report
  /// The open sections, outermost first.
  private var open: [(section: Section, level: Int)] = []

  static let fileName = "disclosure.md"

  /// Whether a text is in the source format.
  static func canRead(_ bytes: [UInt8]) -> Bool {
    FrontMatter.isThere(bytes)
  }

  /// - Throws: a ``ReadError`` with file, line and column: a directive that is none, a table file
  ///   that is missing or does not parse, a layout that is not known.
  static func report(_ text: SourceText, options: ReadOptions) throws(ReadError) -> Report {
    var reader = try SourceReader(text, options: options)
    try reader.read()
    return reader.report
  }

  private init(_ text: SourceText, options: ReadOptions) throws(ReadError) {
    self.text = text
    self.options = options
    folder = Files.folder(of: text.path)
    front = try FrontMatter(text)
    report = Report(sources: [ReportSource(path: text.path, text: text)])
    report.layout = options.layout ?? front.values[.layout]
    report.entity = front.values[.entity]
    report.year = front.values[.year].flatMap { Int($0) }
    if let tables = front.values[.tables] { tablesFolder = tables }
    if let name = report.layout, let library = options.library {
      layout = try Self.layout(name, in: library, text)
      report.kind = layout?.kind
    }
  }

  private static func layout(
    _ name: String, in library: LayoutLibrary, _ text: SourceText
  ) throws(ReadError) -> Layout {
    do throws(LayoutError) {
      return try library.layout(name)
    } catch {
      throw ReadError(path: text.path, message: "\(error)")
    }
  }

  // MARK: Lines

  private mutating func read() throws(ReadError) {
    var line = front.end + 1
    let last = text.lineStarts.count
    while line <= last {
      let range = TextFields.trimmed(text.bytes, text.lineRange(line))
      if range.isEmpty {
        line += 1
      } else if let level = headingLevel(range) {
        openSection(range, level: level)
        line += 1
      } else if TextFields.barred(text.bytes, range) != nil {
        line = readBars(from: line)
      } else {
        line = try readParagraph(from: line)
      }
    }
    closeSections(to: 0)
  }

  private func headingLevel(_ range: Range<Int>) -> Int? {
    let marks = text.bytes[range].prefix { $0 == UInt8(ascii: "#") }.count
    guard (1...6).contains(marks) else { return nil }
    // Marks alone start a part without heading.
    if marks == range.count { return marks }
    let next = decodeScalar(text.bytes, at: range.lowerBound + marks).scalar
    return isSpace(next) ? marks : nil
  }

  // MARK: Sections

  private mutating func openSection(_ range: Range<Int>, level: Int) {
    closeSections(to: level - 1)
    let content = TextFields.trimmed(text.bytes, (range.lowerBound + level)..<range.upperBound)
    let heading = SourceLine.text(text.bytes, content).text
    let section =
      heading.isEmpty
      ? Section() : Section(heading: heading, number: HeadingNumber.scan(heading.utf8))
    open.append((section, level))
  }

  /// Closes the sections that are deeper than a level, and puts each into the one around it.
  private mutating func closeSections(to level: Int) {
    while let last = open.last, last.level > level {
      open.removeLast()
      if open.isEmpty {
        report.parts.append(last.section)
      } else {
        open[open.count - 1].section.sections.append(last.section)
      }
    }
  }

  private mutating func add(_ block: Block) {
    if open.isEmpty {
      report.cover.append(block)
    } else {
      open[open.count - 1].section.blocks.append(block)
    }
  }

  // MARK: Blocks

  private mutating func readBars(from first: Int) -> Int {
    var line = first
    var rows: [[Range<Int>]] = []
    var headRows: Int?
    while line <= text.lineStarts.count,
      let fields = TextFields.barred(text.bytes, text.lineRange(line))
    {
      if TextFields.isRule(text.bytes, text.lineRange(line)) {
        headRows = headRows ?? rows.count
      } else {
        rows.append(fields)
      }
      line += 1
    }
    add(.table(barTable(rows, headRows: headRows ?? min(1, rows.count))))
    return line
  }

  private func barTable(_ rows: [[Range<Int>]], headRows: Int) -> Table {
    var raw = RawTable(rows: [], columnCount: rows.map(\.count).max() ?? 0)
    raw.headRowCount = headRows
    raw.rows = rows.map { fields in
      fields.enumerated().filter { !$0.element.isEmpty }.map { column, field in
        Cell(SourceLine.text(text.bytes, field).text, column: column)
      }
    }
    var table = Table(kind: .generic)
    table.head = Array(raw.rows.prefix(headRows))
    table.columns = (0..<raw.columnCount).map { column in
      let heads = table.head.compactMap { row in row.first { $0.column == column } }
      return Column(path: heads.map { DenseText.dense($0.text) })
    }
    table.rows = raw.rows.dropFirst(headRows).map { Row($0) }
    return table
  }

  /// Reads the lines of a paragraph, which are joined without a space.
  private mutating func readParagraph(from first: Int) throws(ReadError) -> Int {
    var line = first
    var content = TracedText()
    var isBold = true
    while line <= text.lineStarts.count {
      let range = TextFields.trimmed(text.bytes, text.lineRange(line))
      let startsOther = headingLevel(range) != nil || TextFields.barred(text.bytes, range) != nil
      if range.isEmpty || (line > first && startsOther) { break }
      let part = SourceLine.text(
        text.bytes, SourceLine.withoutBullet(text.bytes, range, isFirst: line == first))
      content.append(part.text)
      isBold = isBold && part.isBold
      line += 1
    }
    try addParagraph(content, isBold: isBold)
    return line
  }

  private mutating func addParagraph(_ content: TracedText, isBold: Bool) throws(ReadError) {
    if let directive = Directive(content) {
      switch directive.kind {
      case .table: try addTable(directive, content)
      case .figure: add(.figure(Figure(kind: .picture, mark: content)))
      case .contents:
        report.contents = ContentsDirective.list(content, directive.argumentRange)
      }
      return
    }
    let line = DraftLine(RawLine(content, extent: .paragraph))
    if open.contains(where: { GlossaryReader.isGlossary($0.section.heading) }),
      let entry = GlossaryReader.entry(line)
    {
      add(.glossaryEntry(entry))
      return
    }
    var paragraph = line.paragraph
    paragraph.isBold = isBold
    add(.paragraph(paragraph))
  }

  // MARK: Tables

  private mutating func addTable(
    _ directive: Directive, _ content: TracedText
  ) throws(ReadError) {
    let id = directive.argument
    guard !id.isEmpty, !id.contains("/"), !id.hasPrefix(".") else {
      throw text.error("“{{表 …}}”里应写表的编号", at: SourceLine.offset(of: content))
    }
    let path = "\(folder)\(tablesFolder)/\(id).csv"
    guard Files.exists(path) else {
      throw text.error(
        "没有表格文件 \(tablesFolder)/\(id).csv", at: SourceLine.offset(of: content))
    }
    let bytes = try TextDecoding.utf8(try Files.read(path), path: path)
    let file = SourceText(path: path, bytes: bytes)
    let table = try TableFile.table(
      file, source: report.sources.count, id: id, form: layout?.table(id),
      entity: report.entity)
    report.sources.append(ReportSource(path: path, text: file))
    add(.table(table))
  }
}
