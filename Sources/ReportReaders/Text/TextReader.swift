internal import FiscalModel
internal import FiscalText

/// Reads plain text and Markdown: lines and paragraphs, tables of tab-separated or barred cells,
/// pictures' marks, and where pages end.
struct TextReader {
  private let text: SourceText
  private let source: Int
  private let lines: [Range<Int>]
  private let shapes: [LineShape]
  private let measure: WrapMeasure
  /// Whether each line starts a page.
  private let pageStarts: [Bool]
  /// Whether blank lines stand between paragraphs and not between the lines of one.
  private let blanksPart: Bool
  private var blocks: [RawBlock] = []
  private var boldIsOpen = false
  /// What is known of the printed line before.
  private var paragraphHasEnded = true
  private var lastEndedSentence = false
  private var lastWasSpread = false
  /// From how many lines a table between loose bars was looked for in vain: where every line has a bar
  /// and none is a row, all would be looked through from each.
  private var vainLooks = 0

  /// - Complexity: O(n) in the number of bytes.
  static func blocks(of text: SourceText, source: Int) -> [RawBlock] {
    var reader = TextReader(text, source: source)
    return reader.read()
  }

  private init(_ text: SourceText, source: Int) {
    self.text = text
    self.source = source
    lines = text.lineStarts.indices.map { text.lineRange($0 + 1) }
    let bytes = text.bytes
    shapes = lines.map { LineShape(bytes, in: $0) }
    measure = WrapMeasure(
      zip(lines, shapes).lazy
        .filter { !bytes[$0.0].contains(UInt8(ascii: "\t")) }
        .map(\.1))
    pageStarts =
      lines.contains { bytes[$0].first == Self.formFeed }
      ? Array(repeating: false, count: lines.count) : Self.pageStarts(shapes)
    if let width = measure.fullWidth {
      blanksPart = Self.blanksPart(shapes, fullWidth: width)
    } else {
      blanksPart = false
    }
  }

  /// Whether the full lines of a printed text that end no sentence go on in the very next line.
  private static func blanksPart(_ shapes: [LineShape], fullWidth: Int) -> Bool {
    var (adjacent, parted) = (0, 0)
    for (shape, next) in zip(shapes, shapes.dropFirst())
    where shape.isSentence && !shape.endsSentence && abs(Int(shape.width) - fullWidth) <= fullSlack
    {
      if next.isBlank { parted += 1 } else { adjacent += 1 }
    }
    return adjacent >= fewestFull && parted * 10 <= adjacent
  }

  /// In terminal columns.
  private static let fullSlack = 4
  private static let fewestFull = 6

  /// Lines that start a page. Where text was taken out of a PDF, the first line of each page
  /// starts with a single space, and no other line does.
  private static func pageStarts(_ shapes: [LineShape]) -> [Bool] {
    var starts = [Bool](repeating: false, count: shapes.count)
    var (inked, found) = (0, 0)
    for (index, shape) in shapes.enumerated() where !shape.isBlank {
      inked += 1
      guard shape.leading == 1, index == 0 || !shapes[index - 1].isBlank else { continue }
      starts[index] = true
      found += 1
    }
    return found * 8 <= inked ? starts : [Bool](repeating: false, count: shapes.count)
  }

  private mutating func read() -> [RawBlock] {
    blocks.reserveCapacity(lines.count)
    var index = 0
    while index < lines.count {
      if pageStarts[index] || startsWithFormFeed(index) { blocks.append(.pageBreak) }
      index = step(at: index)
    }
    return blocks
  }

  private func startsWithFormFeed(_ index: Int) -> Bool {
    text.bytes[lines[index]].first == Self.formFeed
  }

  private static let formFeed: UInt8 = 0x0C

  /// Reads what starts at a line and answers the line behind it.
  private mutating func step(at index: Int) -> Int {
    if shapes[index].isBlank { return index + 1 }
    let bytes = text.bytes
    if TextFields.isRule(bytes, lines[index]) { return index + 1 }
    let range = trimmed(index)
    if TextFields.barred(bytes, range) != nil { return readBars(from: index) }
    if let end = looseBars(from: index, range) { return end }
    if bytes[range].contains(UInt8(ascii: "\t")) { return readTabs(from: index) }
    if let figure = picture(range) {
      blocks.append(.figure(figure))
      return index + 1
    }
    appendLine(index, range)
    return index + 1
  }

  private func trimmed(_ index: Int) -> Range<Int> {
    // Tabs at the ends are empty cells: they count only when a tab stands inside, too.
    TextFields.trimmed(text.bytes, lines[index])
  }

  /// - Parameter range: the line without the white space at its ends.
  private mutating func appendLine(_ index: Int, _ range: Range<Int>) {
    let markup = LineMarkup(text.bytes, range, source: source, boldIsOpen: boldIsOpen)
    boldIsOpen = markup.boldIsOpen
    guard !markup.text.isEmpty else { return }
    let isPrinted = measure.fullWidth != nil
    var line = RawLine(markup.text, extent: isPrinted ? .printedLine : .paragraph)
    let closed = isPrinted ? SpreadText.closed(line.text, behindSpread: lastWasSpread) : nil
    lastWasSpread = closed != nil
    if let closed { line.text = closed }
    line.headingLevel = markup.headingLevel
    line.isBold = markup.isBold
    let shape = shape(of: line.text.utf8, at: index, range)
    if shapes[index].leading >= 2 { line.indent = indent(at: index) }
    if isPrinted { measureEnd(of: &line, shape.number, at: index) }
    blocks.append(.line(DraftLine(line, shape: shape)))
  }

  /// How far a line is indented, in characters. Where the text of a page keeps its places, two
  /// characters may have become two spaces.
  private func indent(at index: Int) -> Double {
    let leading = Double(shapes[index].leading)
    let last = shapes[..<index].last { !$0.isBlank }
    return measure.fullWidth != nil && last?.leading == 0 ? max(2, leading / 2) : leading / 2
  }

  /// The shape of a line as it stands in the file is that of its text if it had no marks.
  private func shape(
    of content: [UInt8], at index: Int, _ range: Range<Int>
  ) -> LineShape {
    guard content.count == range.count else { return LineShape(content) }
    var shape = shapes[index]
    shape.readNumber(content, at: 0)
    return shape
  }

  private mutating func measureEnd(
    of line: inout RawLine, _ number: HeadingNumber?, at index: Int
  ) {
    let shape = shapes[index]
    let next = nextLine(after: index)
    let startsNew = paragraphHasEnded || number != nil
    if line.indent == nil, !startsNew, lastEndedSentence,
      measure.isIndented(shape, next: text.bytes, next)
    {
      line.indent = 2
    }
    let isFirst = startsNew || line.indent != nil
    let isParted =
      blanksPart && shape.endsSentence && index + 1 < shapes.count && shapes[index + 1].isBlank
    line.endsShort =
      next.isEmpty || isParted
      || measure.endsShort(
        shape, behind: widthBefore(index), isFirst: isFirst, next: text.bytes, next)
    let isTitle =
      number.map { $0.style <= .bracketedChinese } ?? false
      && Headings.endsLikeTitle(line.text.utf8)
    paragraphHasEnded = isTitle || line.endsShort ?? true
    // Behind a semicolon the sentence goes on, as a rule in the same paragraph.
    lastEndedSentence = shape.endsSentence && shape.last != 0xFF1B
  }

  /// （项） above 。2026年预算: the width of the lines before one that is the rest of them, torn off at marks.
  private func widthBefore(_ index: Int) -> Int {
    var width = 0
    var index = index
    while index > 0, isTornOff(index) {
      index -= 1
      width += Int(shapes[index].width)
    }
    return width
  }

  /// Whether a line starts with a mark that may not start one, or with a level of a name, or is what stands between two
  /// levels.
  private func isTornOff(_ index: Int) -> Bool {
    guard !shapes[index - 1].isBlank else { return false }
    if WrapMeasure.isClosing(shapes[index].first) { return true }
    let (line, before) = (trimmed(index), trimmed(index - 1))
    return Self.levels.contains { text.bytes.hasBytes($0, at: line.lowerBound) }
      || Self.levels.dropLast().contains {
        text.bytes.hasBytes($0, at: before.upperBound - $0.count)
      }
  }

  private static let levels = ["（类）", "（款）", "（项）"].map { [UInt8]($0.utf8) }

  /// The next line that holds text of the document; empty at its end.
  private func nextLine(after index: Int) -> Range<Int> {
    var next = index + 1
    while next < lines.count, shapes[next].isBlank || isDefinitePageNumber(next) { next += 1 }
    return next < lines.count ? lines[next] : 0..<0
  }

  private func isDefinitePageNumber(_ index: Int) -> Bool {
    let shape = shapes[index]
    return shape.count < 12 && shape.digits > 0 && PageNumber.isOne(text.bytes[lines[index]])
  }

  /// `[image: …]`, `![…](…)`: a picture's mark on a line of its own.
  private func picture(_ range: Range<Int>) -> Figure? {
    let line = text.bytes[range]
    guard let first = line.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "!") else {
      return nil
    }
    let isMark =
      (line.starts(with: Self.imageMark) && line.last == UInt8(ascii: "]"))
      || (line.starts(with: Self.markdownImageMark) && line.last == UInt8(ascii: ")"))
    guard isMark else { return nil }
    let mark = TracedText(
      utf8: Array(line), place: .text(source: source, offset: range.lowerBound))
    return Figure(kind: .picture, mark: mark)
  }

  private static let imageMark = [UInt8]("[image".utf8)
  private static let markdownImageMark = [UInt8]("![".utf8)
}

// MARK: - Tables

extension TextReader {
  private mutating func readBars(from first: Int) -> Int {
    var rows: [[Range<Int>]] = []
    var headRows: Int?
    var index = first
    while index < lines.count {
      if TextFields.isRule(text.bytes, lines[index]) {
        if headRows == nil { headRows = rows.count }
      } else if let fields = TextFields.barred(text.bytes, lines[index]) {
        rows.append(fields)
      } else {
        break
      }
      index += 1
    }
    // Markdown has no way to write more than one: whether the next rows are heads too is seen from
    // what they hold.
    appendTable(rows, headRows: headRows == 1 ? nil : headRows)
    return index
  }

  private static let mostVainLooks = 24

  /// Reads a table whose bars do not frame it, if one starts at a line, and answers the line behind it.
  private mutating func looseBars(from index: Int, _ range: Range<Int>) -> Int? {
    guard startsBarredCell(index, range), vainLooks < Self.mostVainLooks else { return nil }
    if let end = endedRows(from: index, range) { return readEndedRows(index..<end) }
    guard let cells = BarredCells(text.bytes, lines, from: index) else {
      vainLooks += 1
      return nil
    }
    appendTable(cells.rows, headRows: nil)
    return cells.end
  }

  /// Whether a bar ends a line, stands for it, or makes up the next one.
  private func startsBarredCell(_ index: Int, _ range: Range<Int>) -> Bool {
    let bar = UInt8(ascii: "|")
    if text.bytes[range].last == bar { return true }
    guard index + 1 < lines.count, shapes[index + 1].count == 1 else { return false }
    return text.bytes[trimmed(index + 1)].elementsEqual([bar])
  }

  /// The line behind the rows of a table whose cells bars end, `a | b |`, with the lines of its title
  /// above; nil if none starts at a line. A page that prints a cell a line is no such table.
  private func endedRows(from first: Int, _ range: Range<Int>) -> Int? {
    guard text.bytes[range].last == UInt8(ascii: "|") else { return nil }
    var rows: [[Range<Int>]] = []
    var end = first
    while end < lines.count, rows.count < Self.mostRows, let fields = endedFields(end) {
      rows.append(fields)
      end += 1
    }
    let inked = rows.drop { !Self.isRow($0) }.filter { !$0.isEmpty }
    return BarredCells.isTable(inked, text.bytes) ? end : nil
  }

  /// The cells of a row each of which a bar ends, none if it is blank; nil for other lines, and for the
  /// sentences below the rows.
  private func endedFields(_ index: Int) -> [Range<Int>]? {
    if let fields = TextFields.ended(text.bytes, lines[index]) {
      return Self.isRow(fields) || !shapes[index].isSentence ? fields : nil
    }
    return text.bytes[trimmed(index)].allSatisfy({ $0 == UInt8(ascii: "|") })
      && !shapes[index].isBlank ? [] : nil
  }

  private static func isRow(_ fields: [Range<Int>]) -> Bool {
    fields.count { !$0.isEmpty } > 1
  }

  private static let mostRows = 4000

  private mutating func readEndedRows(_ range: Range<Int>) -> Int {
    let fields = range.compactMap(endedFields)
    let titles = fields.prefix { !Self.isRow($0) }.count
    for (line, field) in zip(range, fields.prefix(titles)) {
      if let title = field.first(where: { !$0.isEmpty }) { appendLine(line, title) }
    }
    appendTable(fields.dropFirst(titles).filter { !$0.isEmpty }, headRows: nil)
    // 增减情况说明：…。 |
    guard range.upperBound < lines.count,
      let note = TextFields.ended(text.bytes, lines[range.upperBound])?.first
    else { return range.upperBound }
    appendLine(range.upperBound, note)
    return range.upperBound + 1
  }

  private mutating func readTabs(from first: Int) -> Int {
    var rows: [(line: Int, fields: [Range<Int>])] = []
    var index = first
    let tab = UInt8(ascii: "\t")
    while index < lines.count, !shapes[index].isBlank || text.bytes[lines[index]].contains(tab) {
      guard text.bytes[lines[index]].contains(tab) else { break }
      if !TextFields.isRule(text.bytes, lines[index]), !shapes[index].isBlank {
        rows.append((index, TextFields.tabbed(text.bytes, lines[index])))
      }
      index += 1
    }
    if isProse(rows.map(\.fields)) {
      for row in rows { appendLine(row.line, trimmed(row.line)) }
    } else {
      appendTable(rows.map(\.fields), headRows: nil)
    }
    return index
  }

  /// Whether tabs stand in running text or in a contents list: `收入总表.....<tab>4`.
  private func isProse(_ rows: [[Range<Int>]]) -> Bool {
    let inked = rows.map { $0.filter { !$0.isEmpty } }
    if rows.count == 1, inked[0].count < 2 || rows[0].count < 3 && !isLeader(inked[0][0]) {
      return true
    }
    var page = 0
    for fields in inked {
      guard fields.count == 2, let number = PageNumber.bare(Array(text.bytes[fields[1]])),
        number >= page, PageNumber.bare(Array(text.bytes[fields[0]])) == nil
      else { return false }
      page = number
    }
    return true
  }

  private func isLeader(_ field: Range<Int>) -> Bool {
    text.bytes[field].suffix(3).elementsEqual([UInt8]("...".utf8))
  }

  private mutating func appendTable(_ rows: [[Range<Int>]], headRows: Int?) {
    let columns = rows.map(\.count).max() ?? 0
    var table = RawTable(rows: [], columnCount: columns)
    table.headRowCount = headRows
    table.mayBeTorn = true
    for fields in rows {
      var row: [Cell] = []
      for (column, field) in fields.enumerated() where !field.isEmpty {
        let content = LineMarkup(text.bytes, field, source: source, boldIsOpen: false).text
        row.append(Cell(content, column: column))
      }
      table.rows.append(row)
    }
    blocks.append(.table(table))
  }
}
