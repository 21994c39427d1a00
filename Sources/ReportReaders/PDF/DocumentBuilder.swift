internal import FiscalModel
internal import FiscalText

/// Puts the pages of a PDF together to what the assembler reads.
struct DocumentBuilder {
  let source: Int

  func blocks(_ contents: [PageContent]) -> [RawBlock] {
    let trustsTags = Self.marksPaper(contents)
    var pages = contents.map { PageLayout($0, source: source, trustsTags: trustsTags) }
    RunningHeads.remove(from: &pages)
    TableSequel.join(in: &pages)
    let measures = Measure.measures(of: pages)
    let leading = Leading(pages, measures: measures)
    var blocks: [RawBlock] = []
    for (index, page) in pages.enumerated() {
      let writer = LineWriter(
        page: page, measure: measures[Measure.PageSize(page)], leading: leading,
        following: index + 1 < pages.count ? pages[index + 1].items.first : nil)
      for (position, item) in page.items.enumerated() {
        switch item {
        case .line(let line): blocks.append(.line(of: writer.line(line, at: position)))
        case .table(let table): blocks += Self.blocks(table.raw)
        case .picture(let box): blocks.append(.figure(picture(box, on: page)))
        }
      }
      blocks.append(.pageBreak)
    }
    return blocks
  }

  /// A grid; one that has its title as its first row with the title outside.
  private static func blocks(_ table: RawTable) -> [RawBlock] {
    guard !table.continues, let first = table.rows.first, first.count == 1,
      first[0].columnSpan == table.columnCount, table.columnCount > 1,
      Captions.looksLikeTitle(DraftLine(RawLine(first[0].text, extent: .paragraph)))
    else { return [.table(table)] }
    let margins = TableMargins(table)
    var blocks = margins.before.map { RawBlock.line(of: $0) }
    if let table = margins.table { blocks.append(.table(table)) }
    return blocks + margins.after.map { .line(of: $0) }
  }

  /// Whether a file marks running heads and the like as belonging to the paper. One that marks
  /// much of its text so was tagged by a program that did not know.
  private static func marksPaper(_ pages: [PageContent]) -> Bool {
    let artifacts = pages.reduce(0) { sum, page in sum + page.glyphs.count { $0.isArtifact } }
    let all = pages.reduce(0) { sum, page in sum + page.glyphs.count }
    return artifacts > 0 && artifacts * 4 < all
  }

  private func picture(_ box: Box, on page: PageLayout) -> Figure {
    var figure = Figure(kind: .picture, mark: TracedText("[图片]", place: page.maker.place(box)))
    figure.unreadReason = page.unreadReason
    return figure
  }
}
