internal import FiscalModel
internal import FiscalText

/// Turns a report into pages. Its extensions each set one kind of thing.
struct Composer {
  let style: PageStyle
  let shaper: any LineShaper
  var document = PagedDocument(title: "")
  var missing: [MissingCharacter] = []
  /// The pages that are being filled: cover, body or contents list.
  var pages: PageStack
  /// Headings that wait for what they stand over.
  var pending: [PendingBlock] = []
  /// Headings and table titles of the body, for the contents list and bookmarks.
  var entries: [ContentsEntry] = []
  var shapedCells = ShapedCells()
  /// The next tables of the section that is being composed.
  var readyTables: [ReadyTable] = []
  let threads: Threads

  init(style: PageStyle, shaper: any LineShaper, threads: Threads = Threads()) {
    self.style = style
    self.shaper = shaper
    self.threads = threads
    pages = PageStack(style, .none)
  }

  mutating func compose(_ report: Report) -> PagedDocument {
    document.title = Self.title(report)
    document.author = report.entity ?? ""
    let root = addElement(.document, parent: nil)

    composeCover(report, parent: root)
    let cover = takePages(.arabic)
    let contentsElement = hasContents(report) ? addElement(.tableOfContents, parent: root) : nil
    for part in report.parts { composePart(part, parent: root) }
    flushPending()
    let body = takePages(.roman)
    if let contentsElement { composeContents(report.contents, element: contentsElement) }
    let contents = takePages(.none)
    assemble(cover, contents, body)
    return document
  }

  private mutating func takePages(_ next: PageNumbering) -> [Frame] {
    let frames = pages.frames
    pages = PageStack(style, next)
    return frames
  }

  /// Joins cover, contents list and body, and makes anchors count from the first page.
  private mutating func assemble(_ cover: [Frame], _ contents: [Frame], _ body: [Frame]) {
    var front = cover
    if needsBlank(front) { front.append(blankFrame) }
    front += contents
    if needsBlank(front) { front.append(blankFrame) }
    for index in document.anchors.indices { document.anchors[index].page += front.count }
    document.frames = front + body
    decorate()
    document.bookmarks = entries.map {
      PagedDocument.Bookmark(title: $0.plainTitle, level: $0.level, anchor: $0.anchor)
    }
  }

  /// Whether the next page would be a left one although it has to be a right one.
  private func needsBlank(_ front: [Frame]) -> Bool {
    style.partStart == .oddPage && front.count % 2 == 1
  }

  private var blankFrame: Frame { Frame(width: style.pageWidth, height: style.pageHeight) }

  private static func title(_ report: Report) -> String {
    var title = ""
    if let year = report.year { title += "\(year)年度" }
    if let entity = report.entity { title += entity }
    if let kind = report.kind { title += "部门\(kind.word)公开" }
    if report.entity != nil, !title.isEmpty { return title }
    let first = report.cover.lazy.compactMap { block -> String? in
      guard case .paragraph(let paragraph) = block, !paragraph.text.isEmpty else { return nil }
      return paragraph.text.string
    }.first
    return first ?? (title.isEmpty ? "信息公开" : title)
  }

  // MARK: - Elements and anchors

  mutating func addElement(_ role: StructureElement.Role, parent: Int?) -> Int {
    document.elements.append(StructureElement(role: role, parent: parent))
    return document.elements.count - 1
  }

  /// An anchor whose place is set when its block is.
  mutating func addAnchor() -> Int {
    document.anchors.append(PagedDocument.Anchor(page: 0, y: 0))
    return document.anchors.count - 1
  }

  mutating func setAnchor(_ anchor: Int?) {
    guard let anchor else { return }
    document.anchors[anchor] = PagedDocument.Anchor(page: pages.page, y: pages.sheetY)
  }

  // MARK: - Text

  /// Shapes a text in one style, and notes the characters that no face has.
  mutating func shape(_ text: TracedText, _ textStyle: TextStyle) -> ShapedParagraph {
    let clean = CleanText(text.utf8)
    return shape(text, clean, [.init(text: clean.bytes, style: textStyle)])
  }

  /// Shapes text that is shaped again when it is set.
  func shapeQuietly(_ text: TracedText, _ textStyle: TextStyle) -> ShapedParagraph {
    ShapedParagraph(
      [.init(text: CleanText(text.utf8).bytes, style: textStyle)], level: style.breakLevel,
      latinSpace: style.latinSpace, shaper: shaper)
  }

  /// Shapes text of the program's own making.
  func shape(_ text: String, _ textStyle: TextStyle) -> ShapedParagraph {
    ShapedParagraph(
      [.init(text: [UInt8](text.utf8), style: textStyle)], level: style.breakLevel,
      latinSpace: style.latinSpace, shaper: shaper)
  }

  /// - Parameter pieces: together they are the clean text.
  mutating func shape(
    _ text: TracedText, _ clean: CleanText, _ pieces: [ShapedParagraph.Piece]
  ) -> ShapedParagraph {
    let paragraph = ShapedParagraph(
      pieces, level: style.breakLevel, latinSpace: style.latinSpace, shaper: shaper)
    for offset in paragraph.missing { noteMissing(text, at: clean.origin(offset)) }
    return paragraph
  }

  /// Notes a character of text that was made from what stands in the report.
  mutating func noteMissing(_ scalar: Unicode.Scalar, in text: TracedText) {
    missing.append(
      MissingCharacter(character: scalar, text: text, range: 0..<text.utf8.count))
  }

  private mutating func noteMissing(_ text: TracedText, at offset: Int) {
    guard offset < text.utf8.count else { return }
    let (scalar, length) = decodeScalar(text.utf8, at: offset)
    missing.append(
      MissingCharacter(
        character: Unicode.Scalar(scalar) ?? "\u{FFFD}", text: text,
        range: offset..<min(offset + length, text.utf8.count)))
  }
}
