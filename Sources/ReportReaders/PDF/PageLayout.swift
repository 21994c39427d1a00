internal import FiscalModel

/// What a page holds, put together: lines, tables and pictures from top to bottom.
struct PageLayout: Sendable {
  enum Item: Sendable {
    case line(TextLine)
    case table(PageTable)
    case picture(Box)
  }

  var number: Int
  var width: Double
  var height: Double
  var maker: PlaceMaker
  var items: [Item]
  /// Why the page could not be read, in Chinese; nil if it could.
  var unreadReason: String?

  /// Pictures smaller than this on a side are ornaments and seals' fragments.
  private static let smallestPicture = 48.0

  /// - Parameter trustsTags: whether what the file marks as belonging to the paper is left out.
  ///   In tables it stays: the heads that are repeated on each page may be marked so.
  init(_ content: PageContent, source: Int, trustsTags: Bool = false) {
    let page = content.upright()
    let maker = page.placeMaker(source: source)
    let tableMaker = TableMaker(maker: maker)
    number = page.number
    width = page.width
    height = page.height
    unreadReason = page.unreadReason
    self.maker = maker
    let (tables, rest) = GridFiller.fill(
      page.glyphs, nets: RuleNet.nets(page.rules, page.glyphs), trustsTags: trustsTags)
    var placed: [(top: Double, item: Item)] = tables.map { table in
      let table = RowSplitter.split(table) ?? table
      return (table.grid.ys[0], .table(PageTable(tableMaker.table(table), filled: table)))
    }
    for part in TextColumns.parts(of: Self.lines(rest, trustsTags: trustsTags)) {
      switch part {
      case .lines(let lines): placed += Self.textItems(lines, tableMaker)
      // All at one place, so that they stay in the order in which they are read.
      case .columns(let lines, let top): placed += lines.map { (top, .line($0)) }
      }
    }
    placed += (Self.pictures(page) + page.drawings.compactMap(\.box)).map {
      ($0.y, .picture($0))
    }
    items = placed.enumerated()
      .sorted { ($0.element.top, $0.offset) < ($1.element.top, $1.offset) }
      .map(\.element.item)
  }

  /// The lines outside of tables. Of those that belong to the paper, only 续表 says something
  /// about the document.
  private static func lines(_ glyphs: [Glyph], trustsTags: Bool) -> [TextLine] {
    guard trustsTags else { return LineBuilder.lines(glyphs) }
    let marks = LineBuilder.lines(glyphs.filter(\.isArtifact)).filter {
      ContinuationMark.isMark($0.plainText)
    }
    let lines = LineBuilder.lines(glyphs.filter { !$0.isArtifact })
    return (lines + marks).sorted { ($0.baseline, $0.box.x) < ($1.baseline, $1.box.x) }
  }

  private static func textItems(
    _ lines: [TextLine], _ maker: TableMaker
  ) -> [(top: Double, item: Item)] {
    var items: [(top: Double, item: Item)] = []
    var next = 0
    for table in AlignedTable.find(in: lines) {
      items += lines[next..<table.lines.lowerBound].map { ($0.centerY, .line($0)) }
      let part = lines[table.lines]
      let box = part.dropFirst().reduce(part[table.lines.lowerBound].box) { $0.union($1.box) }
      items.append((box.y, .table(PageTable(table, maker: maker, box: box))))
      next = table.lines.upperBound
    }
    return items + lines[next...].map { ($0.centerY, .line($0)) }
  }

  /// The pictures that show something: neither small ones nor the paper behind printed text.
  private static func pictures(_ page: PageContent) -> [Box] {
    let isPrinted = page.glyphs.contains { !$0.isSpace && !$0.isHidden }
    var pictures: [Box] = []
    for box in page.pictures where min(box.width, box.height) >= smallestPicture {
      let isPaper = box.width * box.height > 0.8 * page.width * page.height
      if !(isPaper && isPrinted), !pictures.contains(box) { pictures.append(box) }
    }
    return pictures
  }

  var lines: [TextLine] {
    items.compactMap { item in
      if case .line(let line) = item { line } else { nil }
    }
  }
}
