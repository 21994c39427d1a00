internal import FiscalModel
internal import FiscalText

/// Joins the lines that a cell is written in.
///
/// In narrow columns a label is broken by hand (财政拨款 / 收入) and is one word all the same,
/// while sentences and numbered items that stand under each other are lines of their own.
enum CellLines {
  static func joined(_ lines: [TracedText]) -> TracedText {
    var whole = TracedText()
    for line in lines.map({ $0.trimmed() }) where !line.isEmpty {
      if !whole.isEmpty { whole.append(separator(whole.utf8, line.utf8), place: .none) }
      whole.append(line)
    }
    return whole
  }

  /// The text of a cell, its own line ends taken as such.
  static func joined(lines text: String, place: Place) -> TracedText {
    joined(
      text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }).map {
        TracedText(utf8: Array($0), place: place)
      })
  }

  private static func separator(_ left: [UInt8], _ right: [UInt8]) -> String {
    guard let (last, _) = decodeScalar(left, before: left.count) else { return "" }
    if sentenceEnds.contains(last) || HeadingNumber.scan(right) != nil { return "\n" }
    let first = decodeScalar(right, at: 0).scalar
    return isWordLike(last) && isWordLike(first) ? " " : ""
  }

  /// 。；：！？ and their narrow forms.
  private static let sentenceEnds: [UInt32] = [
    0x3002, 0xFF1B, 0xFF1A, 0xFF01, 0xFF1F, 0x3B, 0x3A, 0x21, 0x3F,
  ]

  private static func isWordLike(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
