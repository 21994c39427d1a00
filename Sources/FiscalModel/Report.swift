internal import FiscalText

/// A yearly disclosure: the one document model that everything reads and writes.
///
/// Text is kept as it was printed; what it means is worked out elsewhere. What a reader did not
/// understand is kept as an unrecognised block, never dropped.
public struct Report: Sendable {
  /// The files that it was read from; a ``Place`` names them by index.
  public var sources: [ReportSource]
  public var kind: ReportKind?
  /// The layout's name, such as `final-accounts/dalian`.
  public var layout: String?
  /// The department's or unit's name as the cover gives it.
  public var entity: String?
  /// The fiscal year that is reported on.
  public var year: Int?
  /// What stands before the contents list or the first part: title, names, dates.
  public var cover: [Block]
  public var contents: ContentsList?
  /// The parts, 第一部分 …, in order; a document without them has one part without heading.
  public var parts: [Section]

  public init(sources: [ReportSource] = []) {
    self.sources = sources
    cover = []
    parts = []
  }

  /// Where a byte range of a traced text stands. Text from several places is located from its
  /// first to its last place in the same file; boxes on one page are joined.
  public func location(of text: TracedText, _ range: Range<Int>? = nil) -> Location {
    let range = range ?? 0..<text.utf8.count
    if let (source, start, end) = text.stretch(range) {
      return textLocation(source, start, end: end)
    }
    let places = text.places(range).filter { $0.place != .none }
    guard let first = places.first, let last = places.last else {
      return .file(path: sources.first?.path ?? "")
    }
    switch first.place {
    case .text(let source, let offset):
      return textLocation(source, offset, end: end(of: last) ?? offset + first.range.count)
    case .span(let source, let span):
      return textLocation(source, span.lowerBound, end: end(of: last) ?? span.upperBound)
    case .page(let source, let number, var box):
      for case (_, .page(source, number, let other)) in places { box = box.union(other) }
      return .page(path: path(source), number: number, box: box)
    case .paragraph(let source, let number):
      return .paragraph(path: path(source), number: number)
    case .cell(let source, let sheet, let reference):
      return .cell(path: path(source), sheet: sheet, reference: reference)
    case .none:
      return .file(path: sources.first?.path ?? "")
    }
  }

  private func end(of place: (range: Range<Int>, place: Place)) -> Int? {
    switch place.place {
    case .text(_, let offset): offset + place.range.count
    case .span(_, let span): span.upperBound
    default: nil
    }
  }

  /// The path of a source; empty for text that was taken from another report.
  private func path(_ source: Int) -> String {
    sources.indices.contains(source) ? sources[source].path : ""
  }

  private func textLocation(_ source: Int, _ start: Int, end: Int) -> Location {
    guard sources.indices.contains(source), let text = sources[source].text else {
      return .file(path: path(source))
    }
    return .text(
      path: sources[source].path, start: text.position(at: start),
      end: text.position(at: max(start, end)))
  }
}
