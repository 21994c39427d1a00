internal import FiscalModel
internal import FiscalText

/// The lines that stand around a table: its title, its number, whose it is, its unit, its notes.
enum Captions {
  /// What a line says about the table below it.
  struct Information {
    var publicNumber: TracedText?
    var department: TracedText?
    var unitLine: TracedText?
    var unit: AmountUnit?
    var other: TracedText?
  }

  /// Whether a line can only belong to a table below it.
  static func isInformation(_ line: DraftLine) -> Bool {
    guard line.shape.count <= 90, line.shape.stops + line.shape.commas == 0,
      titleEnd(line) == nil
    else { return false }
    return unitRange(line.bytes) != nil || isPublicNumber(line) || isDepartment(line.bytes)
      || isPeriod(line)
  }

  /// Reads a line between the title and the head. One line may say several things:
  /// `编制部门：某局 单位：万元`.
  static func information(_ line: DraftLine) -> Information {
    var result = Information()
    var rest = 0..<line.bytes.count
    if let (range, unit) = unitRange(line.bytes) {
      result.unit = unit
      result.unitLine = line.text.slice(range).trimmed()
      // （单位：万元）: the bracket belongs to the unit.
      rest = 0..<withoutOpening(line.bytes, range.lowerBound)
    }
    let text = line.text.slice(rest).trimmed()
    guard !text.isEmpty else { return result }
    let part = DraftLine(RawLine(text, extent: line.raw.extent))
    if isPublicNumber(part) {
      result.publicNumber = text
    } else if isDepartment(text.utf8) {
      result.department = text
    } else {
      result.other = text
    }
    return result
  }

  /// Whether a line has the shape of a table's title.
  static func looksLikeTitle(_ line: DraftLine) -> Bool {
    line.shape.count >= 3 && line.shape.count <= 70 && !line.shape.isSentence
      && line.shape.number?.style != .part
      && !line.shape.endsSentence && tableWordEnd(line.bytes)
  }

  /// Where the title ends in a line that says the unit behind it, as in `收支总表（单位：元）` and
  /// `收支总表 单位：元`; nil for any other line.
  static func titleEnd(_ line: DraftLine) -> Int? {
    guard let (range, _) = unitRange(line.bytes) else { return nil }
    let end = withoutOpening(line.bytes, range.lowerBound)
    let before = line.text.slice(0..<end).trimmed()
    guard !before.isEmpty, !isDepartment(before.utf8) else { return nil }
    let title = DraftLine(RawLine(before, extent: line.raw.extent))
    return looksLikeTitle(title) && !isPublicNumber(title) ? end : nil
  }

  /// Where what stands before an offset ends, the bracket that opens there left out.
  private static func withoutOpening(_ bytes: [UInt8], _ offset: Int) -> Int {
    let end = TextFields.trimmed(bytes, 0..<offset).upperBound
    let opening = openings.first { bytes[..<end].suffix($0.count) == $0[...] }
    return end - (opening?.count ?? 0)
  }

  /// Whether a line starts the notes under a table.
  static func isNote(_ line: DraftLine) -> Bool {
    noteStarts.contains { line.bytes.hasBytes($0, at: 0) }
  }

  /// Whether a line right below a grid explains it: 说明：… in a sentence or two.
  static func isExplanation(_ line: DraftLine) -> Bool {
    line.shape.number == nil && line.shape.isSentence && line.shape.count <= 120
      && explanationStarts.contains { line.bytes.hasBytes($0, at: 0) }
  }

  private static let explanationStarts = ["说明：", "说明:"].map { [UInt8]($0.utf8) }
  private static let noteStarts = ["注：", "注:", "备注：", "备注:", "说明：本表", "注 ：", "注1", "注."]
    .map { [UInt8]($0.utf8) }

  // MARK: Units

  private static let unitWord = [UInt8]("单位".utf8)
  private static let units: [(name: [UInt8], unit: AmountUnit)] = [
    ([UInt8]("亿元".utf8), .hundredMillionYuan), ([UInt8]("万元".utf8), .tenThousandYuan),
    ([UInt8]("元".utf8), .yuan),
  ]
  private static let unitFillers = ["：", ":", "人民币", " ", "　", "为"].map { [UInt8]($0.utf8) }
  private static let unitHeads = ["金额", "计量", "货币"].map { [UInt8]($0.utf8) }

  /// The stretch `（金额）单位：万元` at the end of a line, and the unit.
  static func unitRange(_ bytes: [UInt8]) -> (range: Range<Int>, unit: AmountUnit)? {
    var search = 0
    while let start = bytes.firstOffset(of: unitWord, from: search) {
      search = start + unitWord.count
      guard let (end, unit) = unit(bytes, at: search) else { continue }
      var lower = start
      for head in unitHeads where bytes.hasBytes(head, at: start - head.count) {
        lower = start - head.count
      }
      return (lower..<end, unit)
    }
    return nil
  }

  private static func unit(_ bytes: [UInt8], at start: Int) -> (end: Int, unit: AmountUnit)? {
    var offset = start
    while let filler = unitFillers.first(where: { bytes.hasBytes($0, at: offset) }) {
      offset += filler.count
    }
    for (name, unit) in units where bytes.hasBytes(name, at: offset) {
      return (offset + name.count, unit)
    }
    return nil
  }

  // MARK: Other lines

  private static let departmentHeads = [
    "预算主管部门", "编制部门", "编制单位", "部门名称", "单位名称", "填报单位", "填报部门", "预算单位", "预算部门", "公开部门",
    "公开单位", "部门", "单位",
  ].map { [UInt8]($0.utf8) }
  private static let colons = ["：", ":"].map { [UInt8]($0.utf8) }

  static func isDepartment(_ bytes: [UInt8]) -> Bool { departmentName(bytes) != nil }

  /// The bytes of the name in `编制部门：某局`.
  static func departmentName(_ bytes: [UInt8]) -> Range<Int>? {
    for head in departmentHeads where bytes.hasBytes(head, at: 0) {
      for colon in colons where bytes.hasBytes(colon, at: head.count) {
        let end = unitRange(bytes)?.range.lowerBound ?? bytes.count
        return TextFields.trimmed(bytes, min(end, head.count + colon.count)..<end)
      }
    }
    return nil
  }

  private static let numberHeads = [
    "公开", "附表", "附件", "表", "财决", "预算", "部门公开", "单位公开",
  ].map { [UInt8]($0.utf8) }

  /// Whether a line begins as the number of a table and is no longer than one.
  static func mayBePublicNumber(_ shape: LineShape) -> Bool {
    shape.count <= longestNumber && numberStarts.contains(shape.first)
  }

  private static let longestNumber = 10
  private static let numberStarts = numberHeads.map { decodeScalar($0, at: 0).scalar }

  /// 公开01表, 公开 01, 附表1, 表十二
  static func isPublicNumber(_ line: DraftLine) -> Bool {
    guard mayBePublicNumber(line.shape) else { return false }
    if isChineseNumber(line.bytes) { return true }
    guard line.shape.digits > 0, line.shape.digits <= 4 else { return false }
    return numberHeads.contains { head in
      line.bytes.hasBytes(head, at: 0)
        && LineShape(line.bytes, in: head.count..<line.bytes.count).ideographs <= 1
    }
  }

  private static func isChineseNumber(_ bytes: [UInt8]) -> Bool {
    var text = TextFields.trimmed(bytes, 0..<bytes.count)
    // 表六：
    if let colon = colons.first(where: { bytes.hasBytes($0, at: text.upperBound - $0.count) }) {
      text = text.lowerBound..<text.upperBound - colon.count
    }
    return numberHeads.contains { head in
      guard bytes.hasBytes(head, at: text.lowerBound),
        let numeral = ChineseNumeral.scan(bytes, at: text.lowerBound + head.count)
      else { return false }
      return numeral.end == text.upperBound
        || numeral.end + 3 == text.upperBound && bytes.hasBytes(tableWord, at: numeral.end)
    }
  }

  private static let periodHeads = ["预算年度", "决算年度", "年度", "截止时间", "截至", "日期", "填报日期"].map {
    [UInt8]($0.utf8)
  }

  /// 预算年度：2023, （2023年度）, 2023年度
  static func isPeriod(_ line: DraftLine) -> Bool {
    let ends = LineShape(line.bytes)
    if (4...12).contains(ends.digits), ends.count <= 14, ends.ideographs <= 3,
      line.bytes.firstOffset(of: yearWord) != nil, ends.number == nil
    {
      return true
    }
    return periodHeads.contains { head in
      line.bytes.hasBytes(head, at: 0)
        && colons.contains { line.bytes.hasBytes($0, at: head.count) }
    }
  }

  private static let yearWord = [UInt8]("年".utf8)
  private static let tableWord = [UInt8]("表".utf8)
  private static let openings = ["（", "("].map { [UInt8]($0.utf8) }

  /// Whether the line ends with 表, or with 表 and something in brackets.
  private static func tableWordEnd(_ bytes: [UInt8]) -> Bool {
    if bytes.suffix(3).elementsEqual(tableWord) { return true }
    for opening in openings {
      var search = 0
      while let offset = bytes.firstOffset(of: opening, from: search) {
        search = offset + opening.count
        let before = TextFields.trimmed(bytes, 0..<offset)
        if bytes[before].suffix(3).elementsEqual(tableWord) { return true }
      }
    }
    return false
  }
}
