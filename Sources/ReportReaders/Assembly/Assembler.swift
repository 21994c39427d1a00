internal import FiscalModel
internal import FiscalText

/// Makes a report of the raw blocks that file readers hand over: the one place that knows how a
/// disclosure is put together, whatever format it came in.
struct Assembler {
  /// - Complexity: O(n) in the size of the document.
  static func report(
    of blocks: [RawBlock], sources: [ReportSource], threads: Threads = Threads()
  ) -> Report {
    let flow = PageFurniture.removed(from: blocks)
    let (contents, before, body) = ContentsFinder.found(in: flow)
    let (cover, rest) = CoverFinder.split(body, before: contents == nil ? nil : before)
    let flats = FlatTableFinder.found(in: rest)
    let paragraphs = FigureCaptions.attached(in: ParagraphJoiner.joined(flats))
    let pieces = FlatTableRows.read(in: TableAssembler.assembled(paragraphs), threads)
    var report = Report(sources: sources)
    report.contents = contents
    report.cover = cover
    report.parts = Outline.parts(of: pieces, contents: contents)
    IdentityFinder(report).apply(to: &report)
    return report
  }
}
