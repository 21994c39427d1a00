internal import FiscalModel
internal import FiscalText

/// Lines set with wide spacing, which text taken out of a PDF has with a space behind each
/// character: 第 一 部 分 部 门 概 况.
enum SpreadText {
  /// Shorter words are spread by hand, 目 录, and heads of tables have cells of one character.
  private static let fewestCharacters = 5
  /// Headings are no longer.
  private static let mostBytes = 300
  /// What may be set close behind a character that is no ideograph, and the longest part with it,
  /// in bytes.
  private static let longestRest = 4
  private static let longestFirst = 3 + longestRest

  /// The text without the spaces; nil for any other line.
  ///
  /// - Parameter behindSpread: whether the line above was spread, of which a word may be left.
  static func closed(_ text: TracedText, behindSpread: Bool) -> TracedText? {
    let bytes = text.utf8
    guard bytes.count <= mostBytes, bytes.prefix(longestFirst + 1).contains(UInt8(ascii: " ")),
      let parts = characters(bytes),
      parts.count >= (behindSpread ? 2 : fewestCharacters)
    else { return nil }
    var closed = TracedText()
    for part in parts { closed.append(text.slice(part)) }
    return closed
  }

  /// The single characters that one space each parts; a number may stand together. Nil if there are
  /// longer words.
  private static func characters(_ bytes: [UInt8]) -> [Range<Int>]? {
    var parts: [Range<Int>] = []
    var (ideographs, start) = (0, 0)
    while start < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: start)
      var end = start + length
      if isIdeograph(scalar) {
        ideographs += 1
      } else {
        // 2 0 2 3年 where a number and what follows it are set closer.
        let rest = bytes[end...].prefix(longestRest + 1).prefix { $0 != UInt8(ascii: " ") }
        guard !isSpace(scalar), rest.count <= longestRest else { return nil }
        end = rest.endIndex
      }
      guard end == bytes.count || bytes[end] == UInt8(ascii: " ") else { return nil }
      parts.append(start..<end)
      start = end + 1
    }
    return ideographs * 2 > parts.count ? parts : nil
  }
}
