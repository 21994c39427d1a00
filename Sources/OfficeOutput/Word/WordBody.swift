internal import FiscalModel
internal import FiscalText

/// The text of the document: cover, contents list, parts.
struct WordBody {
  /// A piece of the parts in reading order, headings among them.
  private enum Item {
    case heading(TracedText, level: Int)
    case block(Block)
  }

  private let remarks: (TracedText) -> [WordRemark]
  private var body = ""
  private var text = WordText()
  private(set) var charts: [Figure] = []
  private var page = WordPage.portrait
  /// Whether the first section of the parts is still open, with which page numbers start.
  private var isFirstSection = true
  /// The pages of the headings so far.
  private var headingPages: [Int] = []
  private var pages = WordPageCount()

  init(remarks: @escaping (TracedText) -> [WordRemark]) { self.remarks = remarks }

  var comments: [String] { text.comments }

  /// The part `word/document.xml`.
  var document: String {
    WordParts.declaration
      + #"<w:document xmlns:w="\#(WordParts.main)" xmlns:r="\#(WordParts.relations)">"#
      + "<w:body>\(body)\(page.properties(.body, isFirst: isFirstSection))</w:body></w:document>"
  }

  mutating func write(_ report: Report) {
    if !report.cover.isEmpty {
      writeCover(report.cover)
      body += page.end(.cover)
    }
    let cover = body
    body = ""
    pages = WordPageCount()
    var items: [Item] = []
    for part in report.parts { Self.collect(part, level: 1, into: &items) }
    for index in items.indices { write(items[index], at: index, of: items) }
    body = cover + contents(items, heading: report.contents?.heading?.string) + body
  }

  /// The contents list, which knows the pages only when the parts are written.
  private func contents(_ items: [Item], heading: String?) -> String {
    let headings = items.compactMap { item -> (title: String, level: Int)? in
      guard case .heading(let title, let level) = item else { return nil }
      return (title.string, level)
    }
    guard !headings.isEmpty else { return "" }
    let entries = zip(headings, headingPages).map {
      WordContents.Entry(title: $0.title, level: $0.level, page: $1)
    }
    return WordContents(heading: heading, entries: entries).text + WordPage.portrait.end(.contents)
  }

  private static func collect(_ section: Section, level: Int, into items: inout [Item]) {
    if let heading = section.heading { items.append(.heading(heading, level: min(level, 6))) }
    items += section.blocks.map { .block($0) }
    for child in section.sections { collect(child, level: level + 1, into: &items) }
  }

  // MARK: Cover

  private mutating func writeCover(_ blocks: [Block]) {
    body += Self.paragraph("CoverLine", #"<w:spacing w:before="2400"/>"#, "")
    var hasTitle = false
    for block in blocks {
      guard case .paragraph(let paragraph) = block else {
        write(block)
        continue
      }
      // Dates and who made the document stand below the title.
      let isFoot = hasTitle && Self.isFoot(paragraph.text.utf8)
      let runs = runs(of: paragraph)
      body += Self.paragraph(
        isFoot ? "CoverLine" : "CoverTitle", isFoot ? #"<w:spacing w:before="3200"/>"# : "", runs)
      hasTitle = true
    }
  }

  private static let footWords = ["：", "月"].map { [UInt8]($0.utf8) }

  private static func isFoot(_ bytes: [UInt8]) -> Bool {
    footWords.contains { bytes.firstOffset(of: $0) != nil }
  }

  // MARK: Items

  private mutating func write(_ item: Item, at index: Int, of items: [Item]) {
    turn(to: Self.page(of: items[index...]))
    switch item {
    case .heading(let heading, let level):
      if level > 1 { pages.keepTogether(height: height(ofHeadingsIn: items[index...])) }
      write(heading, level: level)
    case .block(.table(let table)):
      var startsPage = false
      if table.kind != .generic, index > 0, case .block = items[index - 1] { startsPage = true }
      write(table, startsPage: startsPage)
    case .block(let block): write(block)
    }
  }

  private mutating func write(_ heading: TracedText, level: Int) {
    if level == 1 {
      pages.startPage()
      pages.add(height: Self.partHeight)
    } else {
      count(heading, indent: 4)
    }
    headingPages.append(pages.number)
    let id = headingPages.count
    let mark = #"<w:bookmarkStart w:id="\#(id)" w:name="\#(WordContents.bookmark(id))"/>"#
    body += Self.paragraph(
      "Heading\(level)", "",
      mark + text.runs(heading, remarks(heading)) + #"<w:bookmarkEnd w:id="\#(id)"/>"#)
  }

  /// The height of headings and the line behind them, which stay on one page.
  private func height(ofHeadingsIn items: ArraySlice<Item>) -> Int {
    var lines = 1
    for item in items {
      guard case .heading(let heading, _) = item else { break }
      lines += WordPageCount.lines(
        heading.string, size: Self.textSize, width: page.textWidth, indent: 4)
    }
    return lines * Self.lineHeight
  }

  /// The title of a part with the space below it.
  private static let partHeight = 1280
  private static let lineHeight = 580
  private static let textSize = 32

  /// Counts the lines of running text.
  private mutating func count(_ text: TracedText, indent: Int) {
    let lines = WordPageCount.lines(
      text.string, size: Self.textSize, width: page.textWidth, indent: indent)
    pages.add(lines: lines, height: Self.lineHeight)
  }

  /// The page on which the next item stands: headings stand with the table below them.
  private static func page(of items: ArraySlice<Item>) -> WordPage {
    for item in items {
      switch item {
      case .heading: continue
      case .block(.table(let table)): return WordTable.page(table)
      case .block: return .portrait
      }
    }
    return .portrait
  }

  /// Ends the section where the page has to be turned.
  private mutating func turn(to next: WordPage) {
    guard next != page else { return }
    body += page.end(.body, isFirst: isFirstSection)
    isFirstSection = false
    page = next
    pages.startPage(next)
  }

  // MARK: Blocks

  private mutating func write(_ block: Block) {
    switch block {
    case .paragraph(let paragraph):
      let alignment = Self.alignment(paragraph.alignment)
      count(paragraph.text, indent: 4)
      body += Self.paragraph("BodyText", alignment, runs(of: paragraph))
    case .glossaryEntry(let entry):
      count(entry.text, indent: 4)
      body += Self.paragraph("BodyText", "", text.runs(entry.text, remarks(entry.text)))
    case .unrecognised(let unknown):
      count(unknown.text, indent: 4)
      body += Self.paragraph("BodyText", "", text.runs(unknown.text, remarks(unknown.text)))
    case .table(let table): write(table, startsPage: false)
    case .figure(let figure): write(figure)
    }
  }

  private mutating func runs(of paragraph: Paragraph) -> String {
    text.runs(paragraph.text, remarks(paragraph.text), isBold: paragraph.isBold)
  }

  /// What is set by hand for a paragraph that is not justified.
  private static func alignment(_ alignment: Paragraph.Alignment) -> String {
    switch alignment {
    case .justified: ""
    case .left: #"<w:jc w:val="left"/>"#
    case .center: #"<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>"#
    case .right: #"<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>"#
    }
  }

  static func paragraph(_ style: String, _ properties: String, _ runs: String) -> String {
    #"<w:p><w:pPr><w:pStyle w:val="\#(style)"/>\#(properties)</w:pPr>\#(runs)</w:p>"#
  }

  // MARK: Tables

  private mutating func write(_ table: Table, startsPage: Bool) {
    // The break stands with the first line of the table, whichever that is.
    var pageBreak = startsPage ? "<w:pageBreakBefore/>" : ""
    if startsPage { pages.startPage() }
    func add(_ style: String, _ line: TracedText?, _ alignment: String, to body: inout String) {
      guard let line, !line.isEmpty else { return }
      body += Self.paragraph(
        style, pageBreak + #"<w:jc w:val="\#(alignment)"/>"#, WordText.run(line.string))
      pageBreak = ""
      pages.add(height: style == "TableTitle" ? WordTable.titleHeight : WordTable.lineHeight)
    }
    add("TableTitle", table.title, "center", to: &body)
    add("TableLine", table.publicNumber, "right", to: &body)
    for line in table.headLines { add("TableLine", line, "left", to: &body) }
    add("TableLine", table.department, "left", to: &body)
    add("TableLine", table.unitLine, "right", to: &body)
    if !pageBreak.isEmpty { body += Self.paragraph("TableLine", pageBreak, "") }
    let grid = WordTable(table, page: page)
    grid.count(&pages)
    body += grid.markup(&text, remarks)
    for note in table.notes {
      let lines = WordPageCount.lines(
        note.text.string, size: WordColumnWidths.usualSize, width: page.textWidth)
      pages.add(lines: lines, height: WordTable.lineHeight)
      body += Self.paragraph("TableNote", "", text.runs(note.text, remarks(note.text)))
    }
    // Two tables without anything between them would be one.
    if table.notes.isEmpty { body += Self.paragraph("SectionEnd", "", "") }
  }

  // MARK: Figures

  private mutating func write(_ figure: Figure) {
    guard !figure.series.isEmpty, !figure.labels.isEmpty else {
      let caption = figure.caption ?? figure.mark
      pages.add(height: WordTable.lineHeight)
      body += Self.paragraph("Figure", "", WordText.run(caption.string))
      return
    }
    charts.append(figure)
    pages.add(height: WordChartPart.height)
    body += Self.paragraph("Figure", "", WordChartPart.drawing(figure, number: charts.count))
  }
}
