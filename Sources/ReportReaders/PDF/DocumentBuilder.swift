internal import FiscalModel
internal import FiscalText

/// Puts the pages of a PDF together to what the assembler reads.
struct DocumentBuilder {
  let source: Int

  func blocks(_ contents: [PageContent]) -> [RawBlock] {
    var pages = contents.map { PageLayout($0, source: source) }
    RunningHeads.remove(from: &pages)
    TableSequel.join(in: &pages)
    let measures = Measure.measures(of: pages)
    var blocks: [RawBlock] = []
    for (index, page) in pages.enumerated() {
      let writer = LineWriter(
        page: page, measure: measures[Measure.PageSize(page)],
        following: index + 1 < pages.count ? pages[index + 1].items.first : nil)
      for (position, item) in page.items.enumerated() {
        switch item {
        case .line(let line): blocks.append(.line(writer.line(line, at: position)))
        case .table(let table): blocks.append(.table(table.raw))
        case .picture(let box): blocks.append(.figure(picture(box, on: page)))
        }
      }
      blocks.append(.pageBreak)
    }
    return blocks
  }

  private func picture(_ box: Box, on page: PageLayout) -> Figure {
    Figure(kind: .picture, mark: TracedText("[图片]", place: page.maker.place(box)))
  }
}
