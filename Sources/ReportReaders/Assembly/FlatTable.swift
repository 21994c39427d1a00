internal import FiscalModel
internal import FiscalText

/// A table whose rows came as lines of text: cells parted by single spaces, empty ones lost.
struct FlatTable {
  private(set) var caption: Caption
  /// Head and body, in reading order.
  private(set) var lines: [DraftLine] = []
  /// The indices of ``lines`` that start a page.
  private(set) var pageStarts: Set<Int> = []
  var notes: [Paragraph] = []

  /// Whether it is a performance sheet, by its title or by a head that was read.
  private(set) var isPerformance: Bool

  init(caption: Caption) {
    self.caption = caption
    isPerformance = caption.title?.utf8.firstOffset(of: Self.performance) != nil
  }

  mutating func add(_ line: DraftLine, startsPage: Bool) {
    if startsPage { pageStarts.insert(lines.count) }
    lines.append(line)
    if !isPerformance, line.bytes.firstOffset(of: Self.indicator) != nil { isPerformance = true }
  }

  /// Takes up the unit that stands above the title, if none stands below it.
  mutating func takeUnit(above pieces: [Piece]) {
    if caption.unit == nil { caption.takeUnit(above: pieces) }
  }

  /// Takes up the unit from a line among those of the head, if none stands above it.
  mutating func takeUnit(_ line: DraftLine) -> Bool {
    guard caption.unit == nil, lines.count <= Self.longestHead else { return false }
    return caption.takeUnit(line)
  }

  private static let longestHead = 40

  /// Takes up the table's number; false if it has another one.
  mutating func takePublicNumber(_ line: DraftLine) -> Bool {
    if let own = caption.publicNumber {
      return DenseText.dense(own.utf8) == DenseText.dense(line.bytes)
    }
    caption.publicNumber = line.text
    return true
  }

  /// Whether it has a row of totals.
  var hasTotal: Bool { lines.contains(where: Self.isTotal) }

  /// 合计 and amounts behind it.
  static func isTotal(_ line: DraftLine) -> Bool {
    line.shape.digits > 0 && totals.contains { line.bytes.starts(with: $0) }
  }

  private static let totals = ["合计", "总计"].map { [UInt8]($0.utf8) }
  private static let performance = [UInt8]("绩效".utf8)
  private static let indicator = [UInt8]("一级指标".utf8)
}
