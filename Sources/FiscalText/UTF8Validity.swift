/// What is well-formed UTF-8 (Unicode, table 3-7).
public enum UTF8Validity {
  /// The offset of the first byte that breaks UTF-8, or nil.
  ///
  /// - Complexity: O(n) in the number of bytes.
  public static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    var offset = 0
    while true {
      offset = bytes.withUnsafeBufferPointer { plainEnd($0, from: offset) }
      guard offset < bytes.count else { return nil }
      let length = sequenceLength(bytes, at: offset)
      guard length > 0 else { return offset }
      offset += length
    }
  }

  /// Where a run ends of single bytes and of sequences of three bytes whose first byte sets its
  /// second no bounds: nearly all of a disclosure.
  private static func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      let first = bytes[offset]
      if first < 0x80 {
        offset += 1
      } else if first > 0xE0, first < 0xF0, first != 0xED, offset + 2 < bytes.count,
        bytes[offset + 1] & 0xC0 == 0x80, bytes[offset + 2] & 0xC0 == 0x80
      {
        offset += 3
      } else {
        break
      }
    }
    return offset
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
