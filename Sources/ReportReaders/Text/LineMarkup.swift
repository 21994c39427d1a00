internal import FiscalModel
internal import FiscalText

/// Takes the Markdown marks out of a line and says what they said.
struct LineMarkup {
  private(set) var text = TracedText()
  private(set) var headingLevel: Int?
  private(set) var isBold = false
  /// Whether a bold stretch that was opened before is still open at the end of the line.
  private(set) var boldIsOpen: Bool

  /// - Parameters:
  ///   - range: the bytes of the line in `bytes`.
  ///   - boldIsOpen: whether the line starts inside a bold stretch.
  init(_ bytes: [UInt8], _ range: Range<Int>, source: Int, boldIsOpen: Bool) {
    self.boldIsOpen = boldIsOpen
    guard boldIsOpen || Self.hasMarks(bytes, range) else {
      text = TracedText(
        utf8: bytes.part(range), place: .text(source: source, offset: range.lowerBound))
      return
    }
    let first = Self.skipSpaces(bytes, from: range.lowerBound, to: range.upperBound)
    var start = range.lowerBound
    if let (level, after) = Self.heading(bytes, at: first, end: range.upperBound) {
      headingLevel = level
      start = Self.skipSpaces(bytes, from: after, to: range.upperBound)
    } else if let after = Self.bullet(bytes, at: first, end: range.upperBound) {
      start = after
    }
    copy(bytes, start..<range.upperBound, source)
  }

  private static func hasMarks(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      bytes[range].contains {
        $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "-")
      }
    }
  }

  private static func skipSpaces(_ bytes: [UInt8], from start: Int, to end: Int) -> Int {
    var offset = start
    while offset < end {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      guard isSpace(scalar) else { break }
      offset += length
    }
    return offset
  }

  private static func heading(
    _ bytes: [UInt8], at start: Int, end: Int
  ) -> (level: Int, after: Int)? {
    var offset = start
    while offset < end, bytes[offset] == UInt8(ascii: "#") { offset += 1 }
    let level = offset - start
    guard (1...6).contains(level), offset < end, bytes[offset] == UInt8(ascii: " ") else {
      return nil
    }
    return (level, offset)
  }

  /// `- ` and `* ` before text. A page number between dashes is no list item.
  private static func bullet(_ bytes: [UInt8], at start: Int, end: Int) -> Int? {
    guard start + 2 < end, bytes[start + 1] == UInt8(ascii: " "),
      bytes[start] == UInt8(ascii: "-") || bytes[start] == UInt8(ascii: "*"),
      !PageNumber.isOne(bytes[start..<end])
    else { return nil }
    return skipSpaces(bytes, from: start + 1, to: end)
  }

  /// Copies the text without `**`, noting whether all of it is bold.
  private mutating func copy(_ bytes: [UInt8], _ range: Range<Int>, _ source: Int) {
    var plainSeen = false
    var boldSeen = false
    var start = range.lowerBound
    var offset = start
    func isMark(_ offset: Int) -> Bool {
      offset + 1 < range.upperBound && bytes[offset] == UInt8(ascii: "*")
        && bytes[offset + 1] == UInt8(ascii: "*")
    }
    while offset <= range.upperBound {
      guard offset == range.upperBound || isMark(offset) else {
        offset += 1
        continue
      }
      if start < offset {
        text.append(utf8: bytes[start..<offset], place: .text(source: source, offset: start))
        if boldIsOpen { boldSeen = true } else { plainSeen = true }
      }
      guard offset < range.upperBound else { break }
      boldIsOpen.toggle()
      offset += 2
      start = offset
    }
    isBold = boldSeen && !plainSeen
  }
}
