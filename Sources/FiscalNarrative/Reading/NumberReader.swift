internal import FiscalText

/// Tells what a number is from what stands around it.
struct NumberReader {
  let bytes: [UInt8]

  /// The quantity, and the end of number and unit.
  func quantity(_ token: NumberToken, isInTitle: Bool) -> (Quantity, end: Int) {
    let end = token.range.upperBound
    if isInTitle || token.form == .dotted || token.form == .code || isLabel(token) {
      return (.label, end)
    }
    if token.form == .malformed { return (.malformed, withUnit(end).end) }
    // 488.8.万元
    if bytes.hasBytes(Self.point, at: end), let (_, unitEnd) = strayPoint(end) {
      return (.malformed, unitEnd)
    }
    if token.suffix == .percent { return (.percentage(token.value), end) }
    if token.suffix == .permille { return (.label, end) }
    if let (quantity, yearEnd) = year(token) { return (quantity, yearEnd) }
    let (unit, unitEnd) = withUnit(end)
    if let unit {
      if isThreshold(unitEnd) { return (.label, unitEnd) }
      return (.amount(Amount(token.value, unit)), unitEnd)
    }
    if let classifier = classifier(at: end) {
      let counted = countedNoun(before: token.range.lowerBound, classifier) ?? classifier
      return (.count(token.value, counted), end + classifier.utf8.count)
    }
    return (.bare(token.value), end)
  }

  /// The unit behind a point that ends no number.
  private func strayPoint(_ end: Int) -> (AmountUnit, end: Int)? {
    let (unit, unitEnd) = withUnit(end + 1)
    return unit.map { ($0, unitEnd) }
  }

  private static let point = [UInt8](".".utf8)

  private func withUnit(_ end: Int) -> (AmountUnit?, end: Int) {
    for (word, unit) in Self.units where bytes.hasBytes(word, at: end) {
      return (unit, end + word.count)
    }
    return (nil, end)
  }

  /// Longest first; a bare 万 or 亿 is short for the unit.
  private static let units: [(word: [UInt8], unit: AmountUnit)] = {
    let words: [(String, AmountUnit)] = [
      ("万元", .tenThousandYuan), ("亿元", .hundredMillionYuan), ("元", .yuan),
      ("万", .tenThousandYuan), ("亿", .hundredMillionYuan),
    ]
    return words.map { ([UInt8]($0.0.utf8), $0.1) }
  }()

  /// 单价100万元（含）以上: a threshold, which no table states.
  private func isThreshold(_ end: Int) -> Bool {
    Self.thresholds.contains { bytes.hasBytes($0, at: end) }
  }

  private static let thresholds = ["（含）以上", "以上", "（含）以下", "以下", "（不含）以上"].map {
    [UInt8]($0.utf8)
  }

  private func year(_ token: NumberToken) -> (Quantity, end: Int)? {
    let end = token.range.upperBound
    // 附件：1.2016年收支预算总表 2.2016年收入预算总表: the number of an item runs into its year.
    if token.value.decimals == 4, (1949...2100).contains(Int(token.value.mantissa % 10_000)),
      bytes.hasBytes(Self.yearWord, at: end)
    {
      return (.label, end + Self.yearWord.count)
    }
    guard token.value.decimals == 0, !token.value.isGrouped else { return nil }
    let value = Int(token.value.mantissa)
    if (1949...2100).contains(value) {
      if bytes.hasBytes(Self.yearWord, at: end) {
        // 2023年12月31日 is a date, and says nothing of the year of an amount.
        return (isMonth(at: end + 3) ? .label : .year(value), end + 3)
      }
      // 2016本年收入: the year lacks its word.
      if bytes.hasBytes(Self.thisYear, at: end) { return (.year(value), end) }
      if Self.ranges.contains(where: { bytes.hasBytes($0, at: end) }) { return (.label, end) }
    }
    if (1...31).contains(value), Self.dates.contains(where: { bytes.hasBytes($0, at: end) }) {
      return (.label, end + 3)
    }
    return nil
  }

  /// Whether a month stands at an offset; in 2022年2.80万元 it is an amount.
  private func isMonth(at offset: Int) -> Bool {
    let digits = bytes.dropFirst(offset).prefix(3).prefix { (0x30...0x39).contains($0) }
    return (1...2).contains(digits.count) && bytes.hasBytes(Self.dates[0], at: digits.endIndex)
  }

  private static let yearWord = [UInt8]("年".utf8)
  private static let thisYear = [UInt8]("本年".utf8)
  private static let ranges = ["-", "—", "～"].map { [UInt8]($0.utf8) }
  private static let dates = ["月", "日", "号", "时"].map { [UInt8]($0.utf8) }

  /// Whether the number only names something: 第3条, 〔2019〕36号, 图1, 公开 01 表, H5.
  private func isLabel(_ token: NumberToken) -> Bool {
    let start = token.range.lowerBound
    if start == 0, bytes.hasBytes(Self.pauseMark, at: token.range.upperBound) { return true }
    if isItemNumber(token) || isFraction(token) { return true }
    guard let (before, _) = decodeScalar(bytes, before: start) else { return false }
    let isLatin = (0x41...0x5A).contains(before) || (0x61...0x7A).contains(before)
    return isLatin || isCode(token) || isEnclosed(token) || Self.labelMarks.contains(before)
      || bytes.hasBytes(Self.numberWord, at: token.range.upperBound)
      || token.value.decimals == 0
        && bytes.hasBytes(Self.tableWord, at: spacesEnd(token.range.upperBound))
  }

  /// 占1/3左右, 2024/5/6
  private func isFraction(_ token: NumberToken) -> Bool {
    let (start, end) = (token.range.lowerBound, token.range.upperBound)
    let slash = UInt8(ascii: "/")
    return end + 1 < bytes.count && bytes[end] == slash && Self.isDigit(bytes[end + 1])
      || start > 1 && bytes[start - 1] == slash && Self.isDigit(bytes[start - 2])
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// 1.甲…；2.乙…: the number of an item within a sentence.
  private func isItemNumber(_ token: NumberToken) -> Bool {
    let end = token.range.upperBound
    guard token.value.decimals == 0, token.range.count <= 2, end + 1 < bytes.count,
      let (before, _) = decodeScalar(bytes, before: token.range.lowerBound),
      Self.itemMarks.contains(before)
    else { return false }
    if bytes[end] == UInt8(ascii: ".") { return bytes[end + 1] >= 0x80 }
    return bytes.hasBytes(Self.pauseMark, at: end)
  }

  /// 。 ； ：
  private static let itemMarks: Set<UInt32> = [0x3002, 0xFF1B, 0xFF1A]

  /// （1）…；（2）…: the number of an item. 行政运行（2013801）: the code of a 科目.
  private func isEnclosed(_ token: NumberToken) -> Bool {
    token.value.decimals == 0 && (token.range.count <= 2 || isCodeLength(token))
      && hasBytes(Self.openMark, endingAt: token.range.lowerBound)
      && bytes.hasBytes(Self.closeMark, at: token.range.upperBound)
  }

  private static let openMark = [UInt8]("（".utf8)
  private static let closeMark = [UInt8]("）".utf8)

  private func spacesEnd(_ start: Int) -> Int {
    bytes[start...].firstIndex { $0 != UInt8(ascii: " ") } ?? bytes.count
  }

  private static let pauseMark = [UInt8]("、".utf8)

  /// 20103-政府办公厅: the code of a 科目.
  private func isCode(_ token: NumberToken) -> Bool {
    let end = token.range.upperBound
    guard isCodeLength(token), end + 1 < bytes.count else { return false }
    if bytes[end] == UInt8(ascii: "-"), bytes[end + 1] >= 0x80 { return true }
    return isItemCode(token)
  }

  /// 安排在2040212其他公安支出: the code of a functional 项 right before its name.
  private func isItemCode(_ token: NumberToken) -> Bool {
    let end = token.range.upperBound
    guard token.range.count == Self.itemCodeLength,
      bytes[token.range.lowerBound] == UInt8(ascii: "2"),
      (0x4E00...0x9FFF).contains(decodeScalar(bytes, at: end).0)
    else { return false }
    // 支持 begins as 支 does, which counts pens.
    return Self.supports.contains { bytes.hasBytes($0, at: end) }
      || withUnit(end).0 == nil && classifier(at: end) == nil
  }

  private static let supports = ["支持", "支出"].map { [UInt8]($0.utf8) }

  private static let itemCodeLength = 7

  private func isCodeLength(_ token: NumberToken) -> Bool {
    token.value.decimals == 0 && !token.value.isGrouped && [3, 5, 7].contains(token.range.count)
  }

  /// 〔2019〕36号
  private static let numberWord = [UInt8]("号".utf8)
  private static let tableWord = [UInt8]("表".utf8)

  /// 第 〔 ［ 【 图 表 号
  private static let labelMarks: Set<UInt32> = [0x7B2C, 0x3014, 0xFF3B, 0x3010, 0x56FE, 0x5B, 0x5F]

  private func classifier(at offset: Int) -> String? {
    for word in Self.classifiers where bytes.hasBytes(word, at: offset) {
      return String(decoding: word, as: UTF8.self)
    }
    return nil
  }

  /// 接待批次为12个: the noun says what is counted, whatever the word behind the number.
  private func countedNoun(before start: Int, _ classifier: String) -> String? {
    var end = start
    while let link = Self.links.first(where: { hasBytes($0, endingAt: end) }) { end -= link.count }
    if classifier == "台", Self.vehicles.contains(where: { hasBytes($0, endingAt: end) }) {
      return "辆"
    }
    return Self.countedNouns.first { hasBytes($0, endingAt: end) && !isCounted($0, endingAt: end) }
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// 6批次48人: the noun belongs to the number before it.
  private func isCounted(_ noun: [UInt8], endingAt end: Int) -> Bool {
    let start = end - noun.count
    return start > 0 && (0x30...0x39).contains(bytes[start - 1])
  }

  private func hasBytes(_ word: [UInt8], endingAt end: Int) -> Bool {
    end >= word.count && bytes.hasBytes(word, at: end - word.count)
  }

  private static let links = ["为", "共", "计", "数", "是", "达", " "].map { [UInt8]($0.utf8) }
  /// 公务用车保有量13台: vehicles are counted by 辆 elsewhere.
  private static let vehicles = ["车辆", "用车", "保有量"].map { [UInt8]($0.utf8) }
  private static let countedNouns = ["批次", "人次"].map { [UInt8]($0.utf8) }

  /// Longest first, so that 批次 is not read as 批.
  private static let classifiers: [[UInt8]] = [
    "平方米", "立方米", "台（套）", "台/套", "人次", "批次", "公里", "个", "辆", "台", "套", "批", "人",
    "家", "项", "次", "名", "场", "份", "条", "种", "处", "分", "件", "户", "天", "期", "篇", "本",
    "册", "座", "所", "岁", "位", "支", "块", "间", "类", "款", "张", "只", "亩", "吨", "倍",
  ].map { [UInt8]($0.utf8) }
}
