internal import FiscalText

/// What a paragraph of a draft is about, as people call it: `民政管理事务/行政运行`, `公务接待费`.
enum ParagraphSubject {
  private static let levels = ["（类）", "（款）", "（项）"].map { [UInt8]($0.utf8) }
  private static let ofWhich = [UInt8]("其中：".utf8)

  /// The names of 类, 款 and 项 at the head of a paragraph; nil if it is about none.
  static func classification(_ text: [UInt8]) -> [String]? {
    var start = HeadingNumber.scan(text)?.range.upperBound ?? 0
    var names: [String] = []
    for level in levels {
      guard let end = text.firstOffset(of: level, from: start), end > start, end - start < 200
      else { return nil }
      names.append(String(decoding: text[start..<end], as: UTF8.self))
      start = end + level.count
    }
    return names
  }

  /// The words at the head of a numbered paragraph, or behind 其中：; nil for others.
  static func lead(_ text: [UInt8]) -> String? {
    if let names = classification(text) { return names.joined(separator: "/") }
    var start = 0
    if let number = HeadingNumber.scan(text), number.style == .arabic {
      start = number.range.upperBound
    } else if text.hasBytes(ofWhich, at: 0) {
      start = ofWhich.count
    } else {
      return nil
    }
    var end = start
    while end < text.count {
      let (scalar, length) = decodeScalar(text, at: end)
      if isEnd(scalar) { break }
      end += length
    }
    var words = String(decoding: text[start..<end], as: UTF8.self)
    if words.hasSuffix("支出"), words.count > 2 { words.removeLast(2) }
    return words.isEmpty ? nil : words
  }

  /// Whether a name ends: digits, 【, and marks other than brackets.
  private static func isEnd(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x3010, 0x3002, 0xFF0C, 0xFF1A, 0xFF1B, 0x3A, 0x3B, 0x2C: true
    default: false
    }
  }
}
