internal import FiscalText

/// A passage as the grammar reads it: without the spaces, quotation marks and width variants in
/// which one wording differs from another. Every byte knows its offset in the passage.
public struct NormalText: Sendable {
  public private(set) var bytes: [UInt8] = []
  /// For each byte, the code point that it came from; one more at the end.
  private var origins: [Origin] = []

  /// A code point of the passage.
  private struct Origin {
    var offset: Int32
    /// How many bytes it takes in the passage.
    var width: UInt8

    init(_ offset: Int, width: Int) {
      self.offset = Int32(truncatingIfNeeded: offset)
      self.width = UInt8(truncatingIfNeeded: width)
    }
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
    bytes.reserveCapacity(text.count)
    if keepsOrigins { origins.reserveCapacity(text.count + 1) }
    var offset = 0
    while offset < text.count {
      let end = Self.plainEnd(text, from: offset)
      if end > offset {
        appendPlain(text, offset..<end)
        offset = end
      } else {
        let (scalar, length) = decodeScalar(text, at: offset)
        append(scalar, text, offset, length)
        offset += length
      }
    }
    if keepsOrigins { origins.append(Origin(text.count, width: 0)) }
  }

  /// The range in the passage that a range of normal bytes came from.
  public func origin(_ range: Range<Int>) -> Range<Int> {
    let start = Int(origins[range.lowerBound].offset)
    guard !range.isEmpty else { return start..<start }
    // Not up to the next kept code point: what was dropped between does not belong to it.
    let last = range.upperBound - 1
    return start..<(Int(origins[last].offset) + Int(origins[last].width))
  }

  private let keepsOrigins: Bool

  private mutating func append(_ scalar: UInt32, _ text: [UInt8], _ offset: Int, _ length: Int) {
    if isSpace(scalar) {
      if isBetweenASCIIWords(text, offset, length) { push(0x20, offset, length) }
      return
    }
    if Self.isQuotation(scalar) { return }
    if (0xFF01...0xFF5E).contains(scalar), !Self.keepsWidth(scalar) {
      push(UInt8(scalar - 0xFEE0), offset, length)
      return
    }
    if let wide = Self.widened(scalar) {
      for byte in wide { push(byte, offset, length) }
      return
    }
    for byte in text[offset..<(offset + length)] { push(byte, offset, length) }
  }

  /// Where a run of Latin letters, digits and ideographs ends, which are kept as they are.
  private static func plainEnd(_ text: [UInt8], from start: Int) -> Int {
    var offset = start
    while offset < text.count {
      if isWord(text[offset]) {
        offset += 1
      } else if isIdeographStart(text[offset]), offset + 2 < text.count {
        offset += 3
      } else {
        break
      }
    }
    return offset
  }

  private mutating func appendPlain(_ text: [UInt8], _ range: Range<Int>) {
    bytes.append(contentsOf: text[range])
    guard keepsOrigins else { return }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let length = Self.isIdeographStart(text[offset]) ? 3 : 1
      let origin = Origin(offset, width: length)
      for _ in 0..<length { origins.append(origin) }
      offset += length
    }
  }

  /// Whether a byte starts one of U+4000…U+9FFF, the ideographs.
  private static func isIdeographStart(_ byte: UInt8) -> Bool { (0xE4...0xE9).contains(byte) }

  private mutating func push(_ byte: UInt8, _ offset: Int, _ length: Int) {
    bytes.append(byte)
    guard keepsOrigins else { return }
    origins.append(Origin(offset, width: length))
  }

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
