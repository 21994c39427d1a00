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

  /// The words of a cell: two where nothing stands between a code and its name, 2060701机构运行.
  static func tokens(_ cell: Cell) -> [FlatToken] {
    let bytes = cell.text.utf8
    let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
    guard digits >= 5, digits < bytes.count, bytes[digits] >= 0xE4 else { return [FlatToken(cell)] }
    let code = FlatToken(Cell(cell.text.slice(0..<digits), column: cell.column))
    guard code.isCode else { return [FlatToken(cell)] }
    return [code, FlatToken(Cell(cell.text.slice(digits..<bytes.count), column: cell.column))]
  }

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

  private static let totals = ["合计", "总计", "小计"].map { [UInt8]($0.utf8) }
}
