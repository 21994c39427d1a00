/// Pages as people write them: `1-3,8,20-`.
struct PageSelection {
  /// 0-based.
  let ranges: [Range<Int>]

  private static let most = 1_000_000

  /// - Throws: a ``UsageError`` for anything else.
  init(_ text: String) throws(UsageError) {
    var ranges: [Range<Int>] = []
    for part in text.split(whereSeparator: { ",，、".contains($0) }) {
      guard let range = Self.range(part) else {
        throw UsageError("--pages 的值“\(text)”不对，应像 1-3,8,20- 这样写")
      }
      ranges.append(range)
    }
    guard !ranges.isEmpty else { throw UsageError("--pages 没有指明任何一页") }
    self.ranges = ranges
  }

  private static func range(_ part: Substring) -> Range<Int>? {
    let ends = part.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = ends.first, ends.count <= 2, let lower = page(first, empty: 1),
      let upper = ends.count == 1 ? lower : page(ends[1], empty: most),
      lower <= upper, part != "-", !part.isEmpty
    else { return nil }
    return (lower - 1)..<upper
  }

  private static func page(_ text: Substring, empty: Int) -> Int? {
    if text.isEmpty { return empty }
    guard let number = Int(text), (1...most).contains(number) else { return nil }
    return number
  }
}
