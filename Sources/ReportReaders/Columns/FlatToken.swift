internal import FiscalModel
internal import FiscalText

/// A word of a flattened table.
struct FlatToken {
  enum Kind {
    /// A number, or the dash that stands for none.
    case amount
    case text
  }

  let text: TracedText
  let kind: Kind
  init(_ cell: Cell) {
    text = cell.text
    switch cell.number {
    case .number, .dash: kind = .amount
    case .empty, .text: kind = .text
    }
  }

  /// The words of a line's cells.
  static func tokens(_ cells: [Cell]) -> [FlatToken] {
    var tokens: [FlatToken] = []
    tokens.reserveCapacity(cells.count)
    for cell in cells { append(cell, to: &tokens) }
    return tokens
  }

  /// Adds the words of a cell: several where nothing stands between a code and its name,
  /// 2060701机构运行, or behind a number, 710.62支出合计, 50二、外交支出 or 710.62710.62.
  private static func append(_ cell: Cell, to tokens: inout [FlatToken]) {
    // Three digits may be a code where they begin the line.
    guard var end = seam(cell.text.utf8, isFirst: tokens.isEmpty) else {
      return tokens.append(FlatToken(cell))
    }
    var rest = cell.text
    while true {
      tokens.append(FlatToken(Cell(rest.slice(0..<end), column: cell.column)))
      rest = rest.slice(end..<rest.utf8.count)
      guard let next = seam(rest.utf8, isFirst: false) else { break }
      end = next
    }
    tokens.append(FlatToken(Cell(rest, column: cell.column)))
  }

  /// Where the first of several words ends that nothing parts.
  private static func seam(_ bytes: [UInt8], isFirst: Bool) -> Int? {
    guard bytes.count > 3, let first = bytes.first, isDigit(first) || first == UInt8(ascii: "-")
    else { return nil }
    let number = bytes.prefix { isDigit($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "-") }
    let end = number.count
    guard end < bytes.count else { return nil }
    if bytes[end] == UInt8(ascii: ".") { return amountEnd(bytes, point: end) }
    if bytes[end] >= firstIdeograph,
      HeadingNumber.scan(bytes.part(end..<bytes.count))?.style == .chinese
    {
      return end
    }
    guard bytes[end] >= firstIdeograph, number.allSatisfy(isDigit), end >= (isFirst ? 3 : 5),
      codeStarts.contains(first), DenseText.isCode(Array(number))
    else { return nil }
    return end
  }

  /// The end of an amount with two decimals that another or a word follows, but no unit.
  private static func amountEnd(_ bytes: [UInt8], point: Int) -> Int? {
    let end = point + 3
    guard end < bytes.count, bytes[(point + 1)..<end].allSatisfy(isDigit),
      !units.contains(where: { bytes.hasBytes($0, at: end) })
    else { return nil }
    if bytes[end] >= firstIdeograph { return end }
    let next = bytes[end...].prefix { isDigit($0) || $0 == UInt8(ascii: ",") }
    return isDigit(bytes[end]) && next.endIndex + 2 < bytes.count
      && bytes[next.endIndex] == UInt8(ascii: ".") ? end : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// The first byte of ideographs in UTF-8.
  private static let firstIdeograph: UInt8 = 0xE4
  private static let units = ["元", "万", "亿"].map { [UInt8]($0.utf8) }

  /// The value of digits alone, as 行次 and parts of codes are printed.
  var integer: Int? { PageNumber.bare(text.utf8) }

  /// Codes of 科目 begin with 1 for revenue, 2 for functions, 3 and 5 for the economic ones: 600 is an
  /// amount.
  var isCode: Bool {
    guard let first = text.utf8.first, Self.codeStarts.contains(first) else { return false }
    return DenseText.isCode(text.utf8)
  }

  private static let codeStarts: Set<UInt8> = [0x31, 0x32, 0x33, 0x35]

  /// Two digits: 款 or 项 in a cell of its own.
  var isCodePart: Bool {
    text.utf8.count == 2 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether it says that a sum follows: 合计, 总计, 人员经费合计.
  var isTotal: Bool {
    kind == .text && Self.totals.contains { DenseText.dense(text.utf8).suffix(6).elementsEqual($0) }
  }

  /// The total that a word becomes with the next one: 人员经费合 and 计.
  func total(with rest: FlatToken) -> FlatToken? {
    guard kind == .text, rest.kind == .text, !isTotal else { return nil }
    var whole = text
    whole.append(rest.text)
    let token = FlatToken(Cell(whole, column: 0))
    return token.isTotal ? token : nil
  }

  private static let totals = ["合计", "总计", "小计"].map { [UInt8]($0.utf8) }
}
