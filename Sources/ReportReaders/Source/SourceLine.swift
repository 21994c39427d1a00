internal import FiscalModel
internal import FiscalText

/// A line of the source format without its marks: `**bold**` and backslashes before marks.
enum SourceLine {
  private static let star = UInt8(ascii: "*")
  private static let backslash = UInt8(ascii: "\\")

  /// The text of a byte range of the first source, and whether all of it is bold.
  static func text(_ bytes: [UInt8], _ range: Range<Int>) -> (text: TracedText, isBold: Bool) {
    var text = TracedText()
    var isOpen = false
    var bold = 0
    var plain = 0
    var start = range.lowerBound
    var offset = start
    func flush(to end: Int) {
      guard start < end else { return }
      text.append(utf8: bytes[start..<end], place: .text(source: 0, offset: start))
      if isOpen { bold += end - start } else { plain += end - start }
    }
    while offset < range.upperBound {
      let next = offset + 1 < range.upperBound ? bytes[offset + 1] : 0
      if bytes[offset] == backslash, isMark(next) {
        flush(to: offset)
        start = offset + 1
        offset += 2
      } else if bytes[offset] == star, next == star {
        flush(to: offset)
        isOpen.toggle()
        offset += 2
        start = offset
      } else {
        offset += 1
      }
    }
    flush(to: range.upperBound)
    return (text, bold > 0 && plain == 0)
  }

  /// A text with backslashes before what would be read as marks.
  ///
  /// - Parameters:
  ///   - isStart: whether it stands at the start of a paragraph.
  ///   - bars: whether it stands between bars.
  static func escaped(_ text: String, isStart: Bool, bars: Bool = false) -> String {
    var result: [UInt8] = []
    let bytes = [UInt8](text.utf8)
    for (offset, byte) in bytes.enumerated() {
      let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      let isMark =
        switch byte {
        case backslash: self.isMark(next)
        case star: next == star || (offset > 0 && bytes[offset - 1] == star)
        // Both braces, so that they do not stand side by side in the file.
        case UInt8(ascii: "{"): next == byte || (offset > 0 && bytes[offset - 1] == byte)
        case UInt8(ascii: "|"): bars || (isStart && offset == 0)
        case UInt8(ascii: "#"), UInt8(ascii: "-"): isStart && offset == 0
        default: false
        }
      if isMark { result.append(backslash) }
      result.append(byte == 0x0A ? 0x20 : byte)
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a backslash before a byte takes its meaning as a mark away.
  static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "|"), UInt8(ascii: "*"),
      UInt8(ascii: "{"), UInt8(ascii: "\\"):
      true
    default: false
    }
  }

  /// The range behind `- ` at the start of a list's paragraph.
  static func withoutBullet(_ bytes: [UInt8], _ range: Range<Int>, isFirst: Bool) -> Range<Int> {
    guard isFirst, range.count > 2, bytes[range.lowerBound] == UInt8(ascii: "-"),
      bytes[range.lowerBound + 1] == UInt8(ascii: " ")
    else { return range }
    return TextFields.trimmed(bytes, (range.lowerBound + 2)..<range.upperBound)
  }

  /// The byte offset at which a text starts in its file.
  static func offset(of text: TracedText) -> Int {
    if case .text(_, let offset)? = text.place { return offset }
    return 0
  }
}
