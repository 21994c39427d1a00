internal import FiscalText

/// A passage as the grammar reads it: without the spaces, quotation marks and width variants in
/// which one wording differs from another. Every byte knows its offset in the passage.
public struct NormalText: Sendable {
  public private(set) var bytes: [UInt8] = []
  /// Where the bytes come from, in order.
  private var stretches: [Stretch] = []
  /// The bytes of the passage.
  private let length: Int

  /// Normal bytes that were kept as they stand in the passage, or those of one code point that was
  /// not.
  private struct Stretch {
    /// The first of the normal bytes.
    var start: Int
    /// Where they stand in the passage.
    var offset: Int
    /// How many bytes of the passage the code point takes; nil for bytes that were kept.
    var width: Int?
  }

  /// - Complexity: O(n).
  public init(_ text: [UInt8]) { self.init(text, keepsOrigins: true) }

  /// The normal text alone, of a word whose origin nobody asks for.
  public static func bytes(of text: [UInt8]) -> [UInt8] {
    // Most words are normal as they stand.
    if plainEnd(text, from: 0) == text.count { return text }
    return NormalText(text, keepsOrigins: false).bytes
  }

  private init(_ text: [UInt8], keepsOrigins: Bool) {
    self.keepsOrigins = keepsOrigins
    length = text.count
    bytes.reserveCapacity(text.count)
    var offset = 0
    while offset < text.count {
      let end = Self.plainEnd(text, from: offset)
      if end > offset {
        keep(text, offset..<end)
        offset = end
      } else {
        let (scalar, length) = decodeScalar(text, at: offset)
        append(scalar, text, offset, length)
        offset += length
      }
    }
  }

  /// The range in the passage that a range of normal bytes came from.
  public func origin(_ range: Range<Int>) -> Range<Int> {
    let start = codePoint(at: range.lowerBound).lowerBound
    guard !range.isEmpty else { return start..<start }
    // Not up to the next kept code point: what was dropped between does not belong to it.
    return start..<codePoint(at: range.upperBound - 1).upperBound
  }

  /// Where in the passage the code point stands that a normal byte came from; its end for what is
  /// behind the last one.
  private func codePoint(at index: Int) -> Range<Int> {
    guard index < bytes.count else { return length..<length }
    let stretch = stretches[self.stretch(at: index)]
    if let width = stretch.width { return stretch.offset..<(stretch.offset + width) }
    var (first, end) = (index, index + 1)
    while first > stretch.start, isUTF8Continuation(bytes[first]) { first -= 1 }
    while end < bytes.count, isUTF8Continuation(bytes[end]) { end += 1 }
    let shift = stretch.offset - stretch.start
    return (first + shift)..<(end + shift)
  }

  /// The stretch that holds a normal byte.
  private func stretch(at index: Int) -> Int {
    var (low, high) = (0, stretches.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if stretches[middle].start <= index { low = middle } else { high = middle }
    }
    return low
  }

  private let keepsOrigins: Bool

  private mutating func append(_ scalar: UInt32, _ text: [UInt8], _ offset: Int, _ length: Int) {
    if isSpace(scalar) {
      if isBetweenASCIIWords(text, offset, length) { replace([0x20], offset, length) }
    } else if Self.isQuotation(scalar) {
      return
    } else if (0xFF01...0xFF5E).contains(scalar), !Self.keepsWidth(scalar) {
      replace([UInt8(scalar - 0xFEE0)], offset, length)
    } else if let wide = Self.widened(scalar) {
      replace(wide, offset, length)
    } else {
      keep(text, offset..<(offset + length))
    }
  }

  /// Where a run of Latin letters, digits, ideographs and common marks ends, which are kept as they
  /// are.
  private static func plainEnd(_ text: [UInt8], from start: Int) -> Int {
    var offset = start
    while offset < text.count {
      if isPlain(text[offset]) {
        offset += 1
      } else if offset + 2 < text.count, isIdeographStart(text[offset]) || isMark(text, offset) {
        offset += 3
      } else {
        break
      }
    }
    return offset
  }

  /// Takes over a range of the passage as it stands.
  private mutating func keep(_ text: [UInt8], _ range: Range<Int>) {
    if keepsOrigins {
      let shift = stretches.last.flatMap { $0.width == nil ? $0.offset - $0.start : nil }
      if shift != range.lowerBound - bytes.count {
        stretches.append(Stretch(start: bytes.count, offset: range.lowerBound))
      }
    }
    bytes.append(contentsOf: text[range])
  }

  /// Puts other bytes in the place of a code point.
  private mutating func replace(_ other: [UInt8], _ offset: Int, _ length: Int) {
    if keepsOrigins {
      stretches.append(Stretch(start: bytes.count, offset: offset, width: length))
    }
    bytes.append(contentsOf: other)
  }

  /// Letters, digits, and the signs of numbers.
  private static func isPlain(_ byte: UInt8) -> Bool {
    isWord(byte) || byte == 0x25 || (0x2B...0x2F).contains(byte)
  }

  /// Whether one of 、。〈〉《》 or of the full-width marks that are kept stands at an offset with two
  /// bytes behind it.
  private static func isMark(_ text: [UInt8], _ offset: Int) -> Bool {
    switch (text[offset], text[offset + 1], text[offset + 2]) {
    case (0xE3, 0x80, 0x81...0x82), (0xE3, 0x80, 0x88...0x8B): true
    case (0xEF, 0xBC, 0x88...0x89), (0xEF, 0xBC, 0x8C), (0xEF, 0xBC, 0x9A...0x9B): true
    default: false
    }
  }

  /// Whether a byte starts one of U+4000…U+9FFF, the ideographs.
  private static func isIdeographStart(_ byte: UInt8) -> Bool { (0xE4...0xE9).contains(byte) }

  /// Whether a space parts two words of Latin letters or digits, which would run together.
  private func isBetweenASCIIWords(_ text: [UInt8], _ offset: Int, _ length: Int) -> Bool {
    guard let last = bytes.last, Self.isWord(last), offset + length < text.count else {
      return false
    }
    return Self.isWord(text[offset + length])
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// “ ” ‘ ’ " ' and the corner marks.
  private static func isQuotation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x201C, 0x201D, 0x2018, 0x2019, 0x22, 0x27, 0x300C, 0x300D, 0x300E, 0x300F, 0xFF02: true
    default: false
    }
  }

  /// ，：；！？（） stay full width: their ASCII forms are brought to them.
  private static func keepsWidth(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xFF0C, 0xFF1A, 0xFF1B, 0xFF01, 0xFF1F, 0xFF08, 0xFF09: true
    default: false
    }
  }

  private static func widened(_ scalar: UInt32) -> [UInt8]? {
    switch scalar {
    case 0x28: [0xEF, 0xBC, 0x88]
    case 0x29: [0xEF, 0xBC, 0x89]
    case 0x3A: [0xEF, 0xBC, 0x9A]
    case 0x3B: [0xEF, 0xBC, 0x9B]
    default: nil
    }
  }
}
