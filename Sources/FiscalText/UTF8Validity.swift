/// What is well-formed UTF-8 (Unicode, table 3-7).
public enum UTF8Validity {
  /// The offset of the first byte that breaks UTF-8, or nil.
  ///
  /// - Complexity: O(n) in the number of bytes.
  public static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    if bytes.withUnsafeBufferPointer(isPlain) { return nil }
    var offset = 0
    while offset < bytes.count {
      let length = sequenceLength(bytes, at: offset)
      guard length > 0 else { return offset }
      offset += length
    }
    return nil
  }

  /// Whether all is well-formed and made of single bytes and of sequences of two or three whose first
  /// byte sets their second no bounds: nearly all disclosures. Without a branch for each byte, so
  /// that many are looked at at once.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = bytes.baseAddress, bytes.count > 2 else { return bytes.isEmpty }
    let last = bytes.count - 1
    guard !isUTF8Continuation(start[0]), start[last] < 0xC0, start[last - 1] < 0xE0 else {
      return false
    }
    var odd = mismatch(start[1], behind: start[0], 0)
    var index = 2
    while index < bytes.count {
      odd |= mismatch(start[index], behind: start[index &- 1], start[index &- 2])
      index &+= 1
    }
    return odd == 0 && !isSpecial(start[0])
  }

  /// 0 if a byte continues a sequence just where the two bytes before it ask for that.
  @inline(__always)
  private static func mismatch(_ byte: UInt8, behind last: UInt8, _ other: UInt8) -> UInt8 {
    let isAskedFor = last >= 0xC0 || other >= 0xE0
    return isAskedFor != isUTF8Continuation(byte) || isSpecial(byte) ? 1 : 0
  }

  /// Whether a byte starts a sequence of four, one of which the second byte has bounds of its own, or
  /// none at all.
  @inline(__always)
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == 0xE0 || byte == 0xED || byte >= 0xF0 || byte & 0xFE == 0xC0
  }

  /// The length of the well-formed sequence at an offset; 0 if there is none.
  public static func sequenceLength(_ bytes: [UInt8], at offset: Int) -> Int {
    let first = bytes[offset]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0..<0x80: return 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return 0 }
    for index in (offset + 1)..<(offset + length) where !isUTF8Continuation(bytes[index]) {
      return 0
    }
    return length
  }
}
