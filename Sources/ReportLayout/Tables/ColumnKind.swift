internal import FiscalModel
internal import FiscalText

/// What the cells of a column are to the eye.
enum ColumnKind {
  /// 科目代码, whole or parted.
  case code
  /// 行次, 序号
  case rank
  case amount
  /// The names beside codes and amounts.
  case label
  case text

  /// From the head over the column and what stands in it.
  init(head: [UInt8], cells: [GridCell]) {
    var (numbers, texts, codes) = (0, 0, 0)
    for cell in cells {
      switch cell.number {
      case .number:
        numbers += 1
        if Self.isCode(cell.text.utf8) { codes += 1 }
      case .dash: numbers += 1
      case .text: texts += 1
      case .empty: break
      }
    }
    if Self.rankWords.contains(where: { head.hasBytes($0, at: head.count - $0.count) }) {
      self = .rank
    } else if codes > 0, codes == numbers, texts * 4 <= codes, Self.isCodeHead(head) {
      self = .code
    } else if numbers > 0, numbers >= texts {
      self = .amount
    } else if numbers == 0, texts == 0, !Self.isNameHead(head) {
      self = .amount
    } else {
      self = .text
    }
  }

  private static func isCode(_ bytes: [UInt8]) -> Bool {
    var digits = 0
    for byte in bytes where byte != 0x20 {
      guard (0x30...0x39).contains(byte) else { return false }
      digits += 1
    }
    return (1...12).contains(digits)
  }

  private static func isCodeHead(_ head: [UInt8]) -> Bool {
    codeWords.contains { head.firstOffset(of: $0) != nil }
      || levelWords.contains { head.hasBytes($0, at: head.count - $0.count) }
  }

  private static func isNameHead(_ head: [UInt8]) -> Bool {
    nameWords.contains { head.firstOffset(of: $0) != nil }
  }

  private static let rankWords = ["行次", "序号", "栏次"].map { [UInt8]($0.utf8) }
  private static let codeWords = ["代码", "编码"].map { [UInt8]($0.utf8) }
  private static let levelWords = ["类", "款", "项"].map { [UInt8]($0.utf8) }
  private static let nameWords = ["名称", "项目", "科目", "内容", "备注", "说明"].map { [UInt8]($0.utf8) }
}
