public import FiscalModel
internal import FiscalText

extension Table {
  /// Whether the text that a table was taken from tore its cells apart: pieces of numbers stand in
  /// cells of their own, or codes of 科目 among the amounts. What such a table says cannot be held
  /// against anything.
  ///
  /// - Complexity: O(n) in its cells.
  public var isJumbled: Bool {
    guard mayBeTorn else { return false }
    var (pieces, codes, fine, plain) = (0, 0, 0, 0)
    var (short, digits) = (0, 0)
    for row in rows {
      for index in row.cells.indices {
        let column = row.cells[index].column
        switch row.cells[index].number {
        case .number(let token) where token.form == .malformed: pieces += 1
        case .number(let token) where token.form == .decimal:
          if token.value.decimals >= 2 {
            fine += 1
          } else {
            plain += 1
            if token.value.isGrouped, token.value.decimals == 1 { short += 1 }
            let text = row.cells[index].text.utf8
            if column > 1, text.count == 1 { digits += 1 }
            if row.isUncertain, column > 1, Self.looksLikeCode(text) { codes += 1 }
          }
        case .text where Self.isTorn(row.cells[index].text.utf8): pieces += 1
        default: break
        }
      }
    }
    // 52,604,314.9 beside 6: the last digits of amounts stand alone.
    pieces += min(short, digits)
    return pieces >= Self.fewestPieces || codes > 0 && fine > plain
  }

  private static let fewestPieces = 3

  /// Whether a text begins or ends with a mark that a number has inside it.
  private static func isTorn(_ text: [UInt8]) -> Bool {
    guard text.count > 1, let first = text.first, let last = text.last else { return false }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    return isMark(first) && isDigit(text[1]) || isMark(last) && isDigit(text[text.count - 2])
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".")
  }

  /// Whether a text is written as the code of a functional 科目: the 类 are 201 to 239, and no 款 or
  /// 项 is 00. An amount in 元 may have as many digits: 27000.
  private static func looksLikeCode(_ text: [UInt8]) -> Bool {
    guard [3, 5, 7].contains(text.count), text[0] == UInt8(ascii: "2"),
      (UInt8(ascii: "0")...UInt8(ascii: "3")).contains(text[1]),
      text.allSatisfy({ (0x30...0x39).contains($0) }), text[1...2] != zeros
    else { return false }
    return stride(from: 3, to: text.count, by: 2).allSatisfy { text[$0..<($0 + 2)] != zeros }
  }

  private static let zeros = [UInt8]("00".utf8)[...]
}
