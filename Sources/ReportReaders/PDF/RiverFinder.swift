internal import FiscalModel

/// Finds the white stretches that run down between the columns of a table without vertical lines.
enum RiverFinder {
  /// The width of what is looked at at once, in points.
  private static let step = 0.5
  /// No page is as wide.
  private static let widest = 10_000.0
  /// The least width of a river, in characters.
  static let leastWidth = 0.4
  /// Gaps between characters that are smaller than this, in characters, belong to a word.
  fileprivate static let wordGap = 0.25
  /// Gaps that are larger part texts, whether a river runs there or not.
  static let partGap = 1.2
  /// A text over more than this part of the table is a title or a note, which stops no river.
  private static let widestCell = 0.5

  /// The stretches from left to right that no line has text in, but for lines that go over most of
  /// the table. What is left and right of all text is none.
  static func rivers(in lines: [TextLine]) -> [ClosedRange<Double>] {
    guard let left = lines.map(\.box.x).min(), let right = lines.map(\.end).max(),
      right > left, right - left < widest
    else { return [] }
    let rows = lines.filter { line in
      !line.segments(atLeast: leastWidth).contains { $0.box.width > widestCell * (right - left) }
    }
    let bins = coverage(of: rows, from: left, count: Int((right - left) / step) + 1)
    let size = lines.map(\.fontSize).sorted()[lines.count / 2]
    var rivers: [ClosedRange<Double>] = []
    var start: Int?
    for (bin, count) in bins.enumerated() {
      if count == 0 {
        if start == nil { start = bin }
      } else if let first = start {
        let river = (left + Double(first) * step)...(left + Double(bin) * step)
        if first > 0, river.upperBound - river.lowerBound >= leastWidth * size {
          rivers.append(river)
        }
        start = nil
      }
    }
    return rivers
  }

  /// How many lines have text in each stretch. Gaps between the characters of a word are text.
  private static func coverage(of lines: [TextLine], from left: Double, count: Int) -> [Int] {
    var bins = [Int](repeating: 0, count: count)
    for line in lines {
      var next = 0
      var end = -Double.infinity
      for item in line.items {
        let start = item.box.x - end < wordGap * line.fontSize ? end : item.box.x
        end = max(end, item.end)
        let first = max(next, Int((start - left) / step))
        let last = min(count - 1, Int((end - left) / step))
        if first <= last { for bin in first...last { bins[bin] += 1 } }
        next = max(next, last + 1)
      }
    }
    return bins
  }
}

extension TextLine {
  /// The parts of a line that stand on different sides of a river.
  func parts(between rivers: [ClosedRange<Double>]) -> [TextLine] {
    var parts: [TextLine] = []
    var start = 0
    for index in items.indices.dropFirst() {
      let (end, next) = (items[index - 1].end, items[index].box.x)
      let isParted =
        next - end > RiverFinder.partGap * fontSize
        || next - end >= RiverFinder.wordGap * fontSize
          && rivers.contains { max($0.lowerBound, end) < min($0.upperBound, next) }
      guard isParted else { continue }
      parts.append(part(start..<index))
      start = index
    }
    parts.append(part(start..<items.count))
    return parts
  }
}
