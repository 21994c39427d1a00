internal import FiscalModel
internal import FiscalText

/// Takes out what stands on the paper and not in the document: page numbers, running heads and
/// feet.
enum RunningHeads {
  /// How much of a page's height, above and below, may hold them.
  private static let margin = 0.13

  /// The largest size in which running heads are set; titles above tables are larger.
  private static let largestSize = 11.5

  static func remove(from pages: inout [PageLayout]) {
    let shifts = commonShifts(pages)
    let repeated = repeatedLines(pages)
    for index in pages.indices {
      let page = pages[index]
      let doomed = edgeLines(page) { line in
        isPageNumber(line, of: page, shifts: shifts) || repeated.contains(Mark(line, on: page))
      }
      for position in doomed.sorted(by: >) { pages[index].items.remove(at: position) }
    }
  }

  /// The lines in the margins that fit, by their index among the page's items: from the upper and
  /// the lower end of the page inward up to the first one that does not, and those at the sides
  /// that run along the paper of a page that is read turned.
  private static func edgeLines(
    _ page: PageLayout, where fits: (TextLine) -> Bool
  ) -> Set<Int> {
    func fitsMargin(_ index: Int) -> Bool {
      guard case .line(let line) = page.items[index] else { return false }
      return min(line.centerY, page.height - line.centerY) < margin * page.height && fits(line)
    }
    var found = Set(page.items.indices.prefix(while: fitsMargin))
    found.formUnion(page.items.indices.reversed().prefix(while: fitsMargin))
    for index in page.items.indices {
      guard case .line(let line) = page.items[index] else { continue }
      let x = line.box.x + line.box.width / 2
      let isAtSide = min(x, page.width - x) < margin * page.width
      let runsDown = line.box.height > line.box.width || line.items.count == 1
      if isAtSide, runsDown, fits(line) { found.insert(index) }
    }
    return found
  }

  // MARK: Page numbers

  private static func isPageNumber(
    _ line: TextLine, of page: PageLayout, shifts: Set<Int>
  ) -> Bool {
    guard let shape = PageNumberShape(line.plainText) else { return false }
    return shape.isMarked || shifts.contains(shape.number - page.number)
  }

  /// By how much printed page numbers differ from the count of pages, where at least two pages
  /// agree; a document of one page has nothing to agree with.
  private static func commonShifts(_ pages: [PageLayout]) -> Set<Int> {
    var counts: [Int: Int] = [:]
    for page in pages {
      var seen = Set<Int>()
      _ = edgeLines(page) { line in
        let shape = PageNumberShape(line.plainText)
        if let shape { seen.insert(shape.number - page.number) }
        return true
      }
      for shift in seen { counts[shift, default: 0] += 1 }
    }
    let needed = pages.count > 1 ? 2 : 1
    return Set(counts.filter { $0.value >= needed }.keys)
  }

  // MARK: Heads and feet

  /// What a line says and where it stands.
  private struct Mark: Hashable {
    let words: [UInt8]
    let height: Int
    let isAbove: Bool

    init(_ line: TextLine, on page: PageLayout) {
      words = line.plainText
      isAbove = line.centerY < page.height / 2
      height = Int((isAbove ? line.centerY : page.height - line.centerY) / 6)
    }
  }

  /// The small lines that stand at one place on at least three pages and two pages of five.
  private static func repeatedLines(_ pages: [PageLayout]) -> Set<Mark> {
    var counts: [Mark: Int] = [:]
    var titles: [Mark: Int] = [:]
    for page in pages {
      var seen = Set<Mark>()
      _ = edgeLines(page) { line in
        if line.fontSize <= largestSize, !isCaption(line) { seen.insert(Mark(line, on: page)) }
        return true
      }
      for mark in seen { counts[mark, default: 0] += 1 }
      if let title = tableTitle(page) { titles[title, default: 0] += 1 }
    }
    let needed = max(3, (pages.count * 2 + 4) / 5)
    return Set(counts.filter { $0.value >= needed && $0.value > titles[$0.key] ?? 0 }.keys)
  }

  /// More lines than a caption at the top of a page has.
  private static let mostCaptionLines = 8

  /// The title of the table at the top of a page. Sheets of one form have the same, each on its
  /// page, where a running head stands above text as well.
  private static func tableTitle(_ page: PageLayout) -> Mark? {
    var title: TextLine?
    for item in page.items.prefix(mostCaptionLines) {
      switch item {
      case .line(let line):
        let draft = DraftLine(RawLine(line.text(page.maker), extent: .printedLine))
        if Captions.looksLikeTitle(draft) {
          title = line
        } else if !Captions.isInformation(draft) {
          return nil
        }
      case .table: return title.map { Mark($0, on: page) }
      case .picture: return nil
      }
    }
    return nil
  }

  /// Whether a line belongs to a table: 编制部门：…, 单位：万元.
  private static func isCaption(_ line: TextLine) -> Bool {
    line.items.contains { $0.scalar == 0xFF1A || $0.scalar == 0x3A }
  }
}
