internal import FiscalModel
internal import FiscalText

/// The words of cells, compared without the spaces that printing puts between characters.
enum DenseText {
  /// The bytes without white space.
  static func dense(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      let end = min(offset + length, bytes.count)
      if !isSpace(scalar) { result.append(contentsOf: bytes[offset..<end]) }
      offset = end
    }
    return result
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
