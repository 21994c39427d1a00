internal import FiscalText

/// A text in the pieces that are changed as a whole: numbers, blanks, single characters.
enum DraftTokens {
  static func of(_ text: String) -> [String] {
    let bytes = [UInt8](text.utf8)
    let blanks = Blank.all(in: bytes)
    var tokens: [String] = []
    var offset = 0
    var next = 0
    while offset < bytes.count {
      let end: Int
      if next < blanks.count, blanks[next].range.lowerBound == offset {
        end = blanks[next].range.upperBound
        next += 1
      } else if isNumber(bytes[offset]) {
        end = numberEnd(bytes, offset)
      } else {
        end = offset + decodeScalar(bytes, at: offset).length
      }
      tokens.append(String(decoding: bytes[offset..<end], as: UTF8.self))
      offset = end
    }
    return tokens
  }

  private static func isNumber(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The end of digits with the commas and points between them, and a percent sign.
  private static func numberEnd(_ bytes: [UInt8], _ start: Int) -> Int {
    var end = start
    while end < bytes.count {
      let isInside = end + 1 < bytes.count && isNumber(bytes[end + 1])
      guard isNumber(bytes[end]) || isInside && (bytes[end] == 0x2C || bytes[end] == 0x2E) else {
        break
      }
      end += 1
    }
    return end < bytes.count && bytes[end] == 0x25 ? end + 1 : end
  }

  /// How much two texts have in common, from 0 to 1.
  static func likeness(_ left: [String], _ right: [String]) -> Double {
    let total = left.count + right.count
    guard total > 0 else { return 1 }
    return 1 - Double(right.difference(from: left).count) / Double(total)
  }
}
