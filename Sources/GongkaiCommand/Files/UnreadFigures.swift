internal import FiscalModel

/// Says what of a document was not read because it is no text: scanned pages, embedded files.
struct UnreadFigures: ReportWalker {
  private let report: Report
  private var notes: [String] = []

  private init(_ report: Report) { self.report = report }

  /// A line for each, in reading order.
  static func notes(_ report: Report) -> [String] {
    var walker = UnreadFigures(report)
    walker.walk(report)
    return walker.notes
  }

  mutating func visit(_ block: Block, path: [Section]) {
    guard case .figure(let figure) = block, let reason = figure.unreadReason else { return }
    let location = report.location(of: figure.mark)
    notes.append("\(location.words(from: location.path))：\(reason)；其中的内容没有读入，也没有检查")
  }
}
