internal import FiscalModel
internal import FiscalText

/// The words of cells, compared without the spaces that printing puts between characters.
enum DenseText {
  /// The bytes without white space.
  static func dense(_ bytes: [UInt8]) -> [UInt8] {
    var end = inkEnd(bytes, from: 0)
    if end == bytes.count { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var start = 0
    while end < bytes.count {
      result.append(contentsOf: bytes[start..<end])
      start = end + decodeScalar(bytes, at: end).length
      end = inkEnd(bytes, from: start)
    }
    if start < bytes.count { result.append(contentsOf: bytes[start...]) }
    return result
  }

  /// Where the next white space starts; the end of the text where there is none.
  private static func inkEnd(_ bytes: [UInt8], from start: Int) -> Int {
    var offset = start
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      if isSpace(scalar) { return offset }
      offset += length
    }
    return bytes.count
  }

  static func dense(_ text: TracedText) -> String {
    String(decoding: dense(text.utf8), as: UTF8.self)
  }

  /// Whether the cell holds a number as amounts, counts and ratios are printed.
  static func isNumber(_ cell: Cell) -> Bool {
    if case .number = cell.number { return true }
    return false
  }

  /// Whether the cell is a 科目 code: 3, 5 or 7 digits.
  static func isCode(_ bytes: [UInt8]) -> Bool {
    (bytes.count == 3 || bytes.count == 5 || bytes.count == 7)
      && bytes.allSatisfy { (0x30...0x39).contains($0) }
  }
}
