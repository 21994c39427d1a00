internal import FiscalModel
internal import FiscalText

/// What is printed over the part of a table that stands on a further page: 续表, （续）, 续上表.
enum ContinuationMark {
  private static let words = ["续表", "续上表", "续前表", "接上表", "上接", "续"].map { [UInt8]($0.utf8) }
  private static let ends = ["（续）", "(续)", "（续表）", "(续表)", "续表"].map { [UInt8]($0.utf8) }
  private static let openings = ["（", "(", "【", "["].map { [UInt8]($0.utf8) }
  private static let closings = ["）", ")", "】", "]", "：", ":"].map { [UInt8]($0.utf8) }

  /// Whether a line says nothing else.
  static func isMark(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= 60 else { return false }
    var words = DenseText.dense(bytes)[...]
    for opening in openings where words.starts(with: opening) {
      words = words.dropFirst(opening.count)
    }
    for closing in closings where words.suffix(closing.count).elementsEqual(closing) {
      words = words.dropLast(closing.count)
    }
    // 续表1, 续表二: which part it is.
    return Self.words.contains { word in
      guard words.starts(with: word) else { return false }
      let rest = Array(words.dropFirst(word.count))
      return rest.isEmpty || word.count > 3 && PageNumber.bare(rest) != nil
        || ChineseNumeral.scan(rest, at: 0)?.end == rest.count
    }
  }

  /// A title without the mark at its end: 收入决算表（续）.
  static func removed(from title: [UInt8]) -> [UInt8] {
    for end in ends where title.count > end.count && title.suffix(end.count).elementsEqual(end) {
      return Array(title.dropLast(end.count))
    }
    return title
  }
}
