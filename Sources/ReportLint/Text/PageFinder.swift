internal import FiscalModel
internal import FiscalText

/// On which page of its file a text stands, where the file has pages: those of a PDF, and those
/// that form feeds part in a text.
struct PageFinder {
  /// For each source, the offsets of the form feeds of its text.
  private let breaks: [[Int]]

  private static let formFeed: UInt8 = 0x0C

  init(_ report: Report) {
    breaks = report.sources.map { source in
      let bytes = source.text?.bytes ?? []
      return bytes.indices.filter { bytes[$0] == Self.formFeed }
    }
  }

  /// The source and the 1-based page on which a text begins; nil where nothing parts pages.
  func page(of text: TracedText) -> (source: Int, page: Int)? {
    for run in text.runs {
      switch run.place {
      case .page(let source, let number, _): return (source, number)
      case .text(let source, let offset): return page(source, offset)
      case .span(let source, let span): return page(source, span.lowerBound)
      case .none: continue
      case .paragraph, .cell: return nil
      }
    }
    return nil
  }

  private func page(_ source: Int, _ offset: Int) -> (source: Int, page: Int)? {
    guard breaks.indices.contains(source), !breaks[source].isEmpty else { return nil }
    return (source, breaks[source].count { $0 < offset } + 1)
  }
}
