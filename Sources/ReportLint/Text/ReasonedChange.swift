internal import FiscalNarrative
internal import FiscalText

/// A reason that only says of something by name that it rises or falls: 住房公积金经费增加.
struct ReasonedChange {
  /// What is said to change, without 经费, 支出 behind it.
  var name: [UInt32]
  var direction: Direction

  init?(_ reason: Range<Int>, _ text: DocumentText) {
    guard let (word, direction) = Self.words.first(where: { $0.0.stands(atEndOf: reason, text) })
    else { return nil }
    name = Self.plain(Array(text.scalars[reason.lowerBound..<(reason.upperBound - word.count)]))
    self.direction = direction
    guard !name.isEmpty else { return nil }
  }

  /// Whether the name is that of a functional 科目, with or without those above it.
  func isOf(_ subject: Subject) -> Bool {
    guard case .functional(let path) = subject else { return false }
    return isOf(path)
  }

  func isOf(_ path: ClassificationPath) -> Bool {
    let levels = [path.category, path.subcategory, path.item].map(\.scalarValues)
    guard let last = levels.lastIndex(where: { !$0.isEmpty }) else { return false }
    return (0...last).contains { first in name == Self.plain(Array(levels[first...last].joined())) }
  }

  private static func plain(_ name: [UInt32]) -> [UInt32] {
    var name = name
    while let filler = fillers.first(where: { name.suffix($0.count) == $0[...] }) {
      name.removeLast(filler.count)
    }
    return name
  }

  private static let words: [([UInt32], Direction)] =
    ["增加", "增长", "上升", "提高"].map { ($0.scalarValues, .up) }
    + ["减少", "下降", "降低"].map { ($0.scalarValues, .down) }
  private static let fillers = ["经费", "支出", "费用", "预算", "资金", "有所", "的"].map(\.scalarValues)
}

extension [UInt32] {
  /// Whether a range of a text ends with these code points.
  fileprivate func stands(atEndOf range: Range<Int>, _ text: DocumentText) -> Bool {
    range.count > count && text.has(self, at: range.upperBound - count)
  }
}
