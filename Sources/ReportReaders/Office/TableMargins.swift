internal import FiscalModel
internal import FiscalText

/// What stands around a table though it is written in the table's own grid: the title, 公开01表,
/// 编制部门：…, 单位：万元 above the head, and notes below the body.
struct TableMargins {
  private(set) var before: [RawLine] = []
  /// Nil if the grid held nothing but lines.
  private(set) var table: RawTable?
  private(set) var after: [RawLine] = []

  init(_ grid: RawTable) {
    var rows = grid.rows[...]
    var heads = grid.headRowCount
    var sawUnit = false
    while let row = rows.first, let cells = Self.titleCells(row, in: grid, behindUnit: sawUnit) {
      before += cells.map { RawLine($0.text, extent: .paragraph) }
      sawUnit = sawUnit || cells.contains { Self.isUnit($0.text.utf8) }
      rows.removeFirst()
      heads = heads.map { max(0, $0 - 1) }
    }
    while let row = rows.last, let cells = Self.noteCells(row, in: grid) {
      after = cells.map { RawLine($0.text, extent: .paragraph) } + after
      rows.removeLast()
    }
    guard rows.contains(where: { $0.contains { !$0.text.isEmpty } }) else { return }
    var table = RawTable(rows: Array(rows), columnCount: grid.columnCount)
    // Where all heads turned out to be titles, the format did not tell the head.
    table.headRowCount = heads == 0 ? nil : heads
    self.table = table
  }

  /// The filled cells of a row above the head; nil if the row belongs to the table.
  private static func titleCells(
    _ row: [Cell], in grid: RawTable, behindUnit: Bool
  ) -> [Cell]? {
    let filled = row.filter { !$0.text.isEmpty }
    guard !filled.contains(where: { $0.rowSpan > 1 }) else { return nil }
    if filled.allSatisfy({ isMarginal($0.text.utf8) }) { return filled }
    // A lone cell behind the unit line is the top of the head (一般公共预算财政拨款支出).
    guard filled.count == 1, !behindUnit, grid.columnCount > 1 else { return nil }
    let spansAll = filled[0].columnSpan >= grid.columnCount
    return spansAll || filled[0].number.value == nil ? filled : nil
  }

  private static func noteCells(_ row: [Cell], in grid: RawTable) -> [Cell]? {
    let filled = row.filter { !$0.text.isEmpty }
    if filled.isEmpty { return [] }
    guard !filled.contains(where: { $0.rowSpan > 1 }) else { return nil }
    if filled.count == 1, filled[0].column == 0 || filled[0].columnSpan > 1,
      isNote(filled[0].text.utf8)
    {
      return filled
    }
    return filled.allSatisfy { isSignature($0.text.utf8) } ? filled : nil
  }

  /// Whether a text is a line that stands above tables: a labelled department, unit, year or
  /// date, or the number of the table.
  static func isMarginal(_ text: [UInt8]) -> Bool {
    let bytes = withoutSpaces(text)
    return isUnit(bytes) || hasLabel(bytes, marginalWords) || isTableNumber(bytes)
  }

  /// 单位：万元, 金额单位：元
  static func isUnit(_ text: [UInt8]) -> Bool {
    let bytes = withoutSpaces(text)
    return hasLabel(bytes, unitWords) && yuan.contains { bytes.suffix($0.count) == $0[...] }
  }

  private static func isNote(_ text: [UInt8]) -> Bool {
    let bytes = withoutSpaces(text)
    return noteWords.contains { bytes.starts(with: $0) }
  }

  private static func isSignature(_ text: [UInt8]) -> Bool {
    hasLabel(withoutSpaces(text), signatureWords)
  }

  /// Whether a label of up to 12 characters that holds one of the words ends in a colon.
  private static func hasLabel(_ bytes: [UInt8], _ words: [[UInt8]]) -> Bool {
    let end = colons.compactMap { bytes.firstOffset(of: $0) }.min() ?? bytes.count
    guard end < bytes.count, end > 0, end <= 36 else { return false }
    return words.contains { bytes.firstOffset(of: $0, to: end) != nil }
  }

  /// 公开01表, 财决批复02表, 附表3, 表一
  private static func isTableNumber(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= 36 else { return false }
    guard let word = bytes.firstOffset(of: tableWord) else { return false }
    let after = word + tableWord.count
    if after == bytes.count {
      var digits = word
      while digits > 0, isNumberByte(bytes[digits - 1]) { digits -= 1 }
      return digits < word && bytes[digits..<word].contains { (0x30...0x39).contains($0) }
    }
    guard word == 0 || bytes.starts(with: appendixWord) else { return false }
    if let (_, end) = ChineseNumeral.scan(bytes, at: after) { return end == bytes.count }
    return bytes[after...].allSatisfy(isNumberByte)
  }

  /// A digit, or what stands between digits: 01-1, 05_2.
  private static func isNumberByte(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E
  }

  private static func withoutSpaces(_ text: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var offset = 0
    while offset < text.count {
      let (scalar, length) = decodeScalar(text, at: offset)
      if !isSpace(scalar) { result += text[offset..<min(text.count, offset + length)] }
      offset += length
    }
    return result
  }

  private static func words(_ words: String...) -> [[UInt8]] { words.map { [UInt8]($0.utf8) } }
  private static let colons = words("：", ":")
  private static let yuan = words("元", "元）", "元)")
  private static let unitWords = words("单位")
  private static let marginalWords = words("部门", "单位", "编制", "填报", "年度", "日期")
  private static let noteWords = words("注：", "注:", "备注：", "备注:", "说明：", "说明:", "注1", "本表")
  private static let signatureWords = words("制表", "填表", "负责人", "经办", "审核人", "联系电话")
  private static let tableWord = [UInt8]("表".utf8)
  private static let appendixWord = [UInt8]("附".utf8)
}
