internal import FiscalModel
internal import FiscalText

/// A table whose rows came as lines of text: cells parted by single spaces, empty ones lost.
struct FlatTable {
  var caption: Caption
  /// Head and body, in reading order.
  var lines: [DraftLine] = []
  /// The indices of ``lines`` that start a page.
  var pageStarts: Set<Int> = []
  var notes: [Paragraph] = []

  /// Whether it is a performance sheet, by its title or its heads.
  var isPerformance: Bool {
    let title = caption.title?.utf8 ?? []
    return title.firstOffset(of: Self.performance) != nil
      || lines.prefix(80).contains { $0.bytes.firstOffset(of: Self.indicator) != nil }
  }

  private static let performance = [UInt8]("绩效".utf8)
  private static let indicator = [UInt8]("一级指标".utf8)
}
