internal import FiscalText

/// Finds the years of a text that mean the fiscal year of the disclosure or the one before it, and
/// so are others this year.
struct YearMover {
  struct Mention {
    var range: Range<Int>
    /// What stands there this year; nil for a year that stays.
    var text: String?
    /// Why it stays, or should be looked at, in Chinese.
    var note: String?
  }

  /// Where a text stands.
  enum Place { case cover, heading, narrative, other }

  /// The fiscal year of the disclosure that is rolled forward, and how far it is rolled.
  let year: Int
  let distance: Int

  private static let yearWord = Array("年".utf8)
  private static let chineseDigits = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"].map {
    Array($0.utf8)
  }
  private static let zeros = ["零", "○"].map { Array($0.utf8) }
  private static let opens: [UInt32] = [0x300A, 0x201C, 0x3014, 0xFF3B, 0x5B]
  private static let closes: [UInt32] = [0x300B, 0x201D, 0x3015, 0xFF3D, 0x5D]
  /// What follows a year that is the disclosure's own, outside the sections with numbers.
  private static let fiscalWords = [
    "度", "末", "年末", "底", "年底", "部门", "预算", "决算", "单位预算", "单位决算", "区级部门", "财政",
  ].map {
    Array($0.utf8)
  }
  /// Words with which the names of projects and documents end.
  private static let nameEnds = ["工程", "行动", "规划", "方案", "通知", "办法", "意见", "条例", "活动"].map {
    Array($0.utf8)
  }
  private static let project = Array("项目".utf8)
  private static let projectAccounts = ["支出", "预算", "绩效", "经费"].map { Array($0.utf8) }

  /// The years of a text, in order.
  ///
  /// - Complexity: O(n).
  func mentions(in bytes: [UInt8], _ place: Place) -> [Mention] {
    guard distance != 0 else { return [] }
    var found: [Mention] = []
    var depth = 0
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      if Self.opens.contains(scalar) { depth += 1 }
      if Self.closes.contains(scalar) { depth = max(0, depth - 1) }
      if bytes.hasBytes(Self.yearWord, at: offset),
        let mention = mention(bytes, before: offset, place, isQuoted: depth > 0)
      {
        found.append(mention)
      }
      offset += length
    }
    return found
  }

  private func mention(
    _ bytes: [UInt8], before end: Int, _ place: Place, isQuoted: Bool
  ) -> Mention? {
    guard let (value, range, isChinese) = Self.year(bytes, before: end), value > year - 3,
      value <= year + 1
    else { return nil }
    var mention = Mention(range: range)
    guard value == year || value == year - 1 || place == .cover else {
      mention.note = "以前或以后的年度，没有改"
      return mention
    }
    if let reason = reasonToStay(bytes, range, end + Self.yearWord.count, place, isQuoted) {
      mention.note = reason
      return mention
    }
    let new = value + distance
    mention.text = isChinese ? Self.chinese(new) : String(new)
    if place == .cover, month(bytes, at: end + Self.yearWord.count) != nil {
      mention.note = "日期只改了年，请核对月日"
    }
    return mention
  }

  private func reasonToStay(
    _ bytes: [UInt8], _ range: Range<Int>, _ after: Int, _ place: Place, _ isQuoted: Bool
  ) -> String? {
    if isQuoted { return "在书名号、引号或文号中，没有改" }
    if range.lowerBound > 0,
      [UInt8(ascii: "-"), UInt8(ascii: "~")].contains(bytes[range.lowerBound - 1])
    {
      return "跨年度的期间，没有改"
    }
    if let month = month(bytes, at: after) {
      let isBoundary = month.value == 12 && month.day == 31 || month.value == 1 && month.day == 1
      return place == .cover || isBoundary ? nil : "日期，没有改"
    }
    switch place {
    case .cover, .heading: return nil
    case .narrative: return isName(bytes, from: after) ? "可能是项目或文件的名称，没有改" : nil
    case .other:
      return Self.fiscalWords.contains { bytes.hasBytes($0, at: after) }
        ? nil : "不在情况说明中，没有改"
    }
  }

  /// 12月31日 behind a year.
  private func month(_ bytes: [UInt8], at offset: Int) -> (value: Int, day: Int?)? {
    var scanner = NumberScanner(bytes, in: offset..<min(bytes.count, offset + 16))
    guard let month = scanner.next(), month.range.lowerBound == offset,
      bytes.hasBytes(Array("月".utf8), at: month.range.upperBound)
    else { return nil }
    let day = scanner.next().flatMap { token in
      token.range.lowerBound == month.range.upperBound + 3 ? Int(token.value.mantissa) : nil
    }
    return (Int(month.value.mantissa), day)
  }

  /// Whether the words up to the next mark are the name of a project or document.
  private func isName(_ bytes: [UInt8], from start: Int) -> Bool {
    var offset = start
    while offset < bytes.count, offset - start < 90 {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      guard (0x4E00...0x9FFF).contains(scalar), scalar != 0x7684 else { break }
      if bytes.hasBytes(Self.project, at: offset),
        !Self.projectAccounts.contains(where: { bytes.hasBytes($0, at: offset + 6) })
      {
        return true
      }
      offset += length
    }
    return Self.nameEnds.contains {
      $0.count <= offset - start && bytes.hasBytes($0, at: offset - $0.count)
    }
  }

  // MARK: Numerals

  private static func year(
    _ bytes: [UInt8], before end: Int
  ) -> (value: Int, range: Range<Int>, isChinese: Bool)? {
    if let value = arabic(bytes, before: end) { return (value, (end - 4)..<end, false) }
    var value = 0
    guard end >= 12 else { return nil }
    for place in stride(from: end - 12, to: end, by: 3) {
      let digit =
        chineseDigits.firstIndex { bytes.hasBytes($0, at: place) }
        ?? (zeros.contains { bytes.hasBytes($0, at: place) } ? 0 : nil)
      guard let digit else { return nil }
      value = value * 10 + digit
    }
    return (value, (end - 12)..<end, true)
  }

  private static func arabic(_ bytes: [UInt8], before end: Int) -> Int? {
    guard end >= 4 else { return nil }
    var value = 0
    for place in (end - 4)..<end {
      guard (0x30...0x39).contains(bytes[place]) else { return nil }
      value = value * 10 + Int(bytes[place] - 0x30)
    }
    if end > 4, (0x30...0x39).contains(bytes[end - 5]) || bytes[end - 5] == 0x2E { return nil }
    return value
  }

  private static func chinese(_ year: Int) -> String {
    String(year).utf8.map { String(decoding: chineseDigits[Int($0) - 0x30], as: UTF8.self) }
      .joined()
  }
}
