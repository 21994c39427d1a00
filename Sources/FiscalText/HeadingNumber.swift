/// The number at the head of a heading or item: 第一部分, 一、, （一）, 1., （1）, ①.
public struct HeadingNumber: Hashable, Sendable {
  /// The styles in the order of their levels (GB/T 9704-2012, 7.3.3).
  public enum Style: Int, Comparable, Sendable, CaseIterable {
    /// 第一部分, 第一章
    case part
    /// 一、
    case chinese
    /// （一）
    case bracketedChinese
    /// 1. 1、 1．
    case arabic
    /// （1）
    case bracketedArabic
    /// ①
    case circled

    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  public let style: Style
  // A report keeps one for each of thousands of lines.
  private let storedValue: Int32
  private let start: Int32
  private let end: Int32

  public var value: Int { Int(storedValue) }
  /// The bytes of the number with its mark, in the text that was scanned.
  public var range: Range<Int> { Int(start)..<Int(end) }

  public init(style: Style, value: Int, range: Range<Int>) {
    self.style = style
    storedValue = Int32(clamping: value)
    start = Int32(clamping: range.lowerBound)
    end = Int32(clamping: range.upperBound)
  }

  /// Reads the number at an offset, white space before it skipped; nil where there is none.
  public static func scan(_ bytes: [UInt8], at start: Int = 0) -> HeadingNumber? {
    var offset = start
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      guard isSpace(scalar) else { break }
      offset += length
    }
    guard offset < bytes.count else { return nil }
    return part(bytes, offset) ?? bracketed(bytes, offset) ?? chinese(bytes, offset)
      ?? arabic(bytes, offset) ?? circled(bytes, offset)
  }

  private static let ordinal = [UInt8]("第".utf8)
  private static let partWords = ["部分", "章", "节", "篇"].map { [UInt8]($0.utf8) }
  private static let chineseMarks = ["、", "．", "."].map { [UInt8]($0.utf8) }
  private static let arabicMarks = ["．", "、", "."].map { [UInt8]($0.utf8) }
  private static let openBrackets = ["（", "("].map { [UInt8]($0.utf8) }
  private static let closeBrackets = ["）", ")"].map { [UInt8]($0.utf8) }

  private static func part(_ bytes: [UInt8], _ start: Int) -> HeadingNumber? {
    guard bytes.hasBytes(ordinal, at: start) else { return nil }
    let after = skipSpaces(bytes, start + ordinal.count)
    guard let (value, end) = numeral(bytes, after) else { return nil }
    let word = skipSpaces(bytes, end)
    guard let length = matched(partWords, bytes, word) else { return nil }
    return HeadingNumber(style: .part, value: value, range: start..<(word + length))
  }

  private static func bracketed(_ bytes: [UInt8], _ start: Int) -> HeadingNumber? {
    guard let open = matched(openBrackets, bytes, start) else { return nil }
    let inner = skipSpaces(bytes, start + open)
    let style: Style
    let value: Int
    var end: Int
    if let (number, after) = ChineseNumeral.scan(bytes, at: inner) {
      (style, value, end) = (.bracketedChinese, number, after)
    } else if let (number, after) = digits(bytes, inner) {
      (style, value, end) = (.bracketedArabic, number, after)
    } else {
      return nil
    }
    end = skipSpaces(bytes, end)
    guard let close = matched(closeBrackets, bytes, end) else { return nil }
    return HeadingNumber(style: style, value: value, range: start..<(end + close))
  }

  private static func chinese(_ bytes: [UInt8], _ start: Int) -> HeadingNumber? {
    guard let (value, end) = ChineseNumeral.scan(bytes, at: start),
      let mark = matched(chineseMarks, bytes, end)
    else { return nil }
    return HeadingNumber(style: .chinese, value: value, range: start..<(end + mark))
  }

  private static func arabic(_ bytes: [UInt8], _ start: Int) -> HeadingNumber? {
    guard let (value, end) = digits(bytes, start), let mark = matched(arabicMarks, bytes, end)
    else { return nil }
    // 1.5 is a number, and so is 2023.12; 1.20104发展与改革事务 is the first item, named by its code, as is
    // 1.2016年部门预算表, which begins with a year.
    if end + mark < bytes.count, (0x30...0x39).contains(bytes[end + mark]),
      !startsCodedName(bytes, end + mark), !startsYear(bytes, end + mark)
    {
      return nil
    }
    return HeadingNumber(style: .arabic, value: value, range: start..<(end + mark))
  }

  /// Whether the code of a functional 款 or 项 stands at an offset, and a name right behind it.
  private static func startsCodedName(_ bytes: [UInt8], _ start: Int) -> Bool {
    guard bytes[start] == UInt8(ascii: "2") else { return false }
    let code = bytes[start...].prefix(8).prefix { (0x30...0x39).contains($0) }
    guard code.count == 5 || code.count == 7, code.endIndex < bytes.count else { return false }
    let (scalar, _) = decodeScalar(bytes, at: code.endIndex)
    return (0x4E00...0x9FFF).contains(scalar)
      && !units.contains { bytes.hasBytes($0, at: code.endIndex) }
  }

  private static func startsYear(_ bytes: [UInt8], _ start: Int) -> Bool {
    let digits = bytes[start...].prefix(5).prefix { (0x30...0x39).contains($0) }
    return digits.count == 4
      && (digits.starts(with: [0x31, 0x39]) || digits.starts(with: [0x32, 0x30]))
      && bytes.hasBytes(year, at: digits.endIndex)
  }

  private static let year = [UInt8]("年".utf8)
  private static let units = ["万", "亿", "元"].map { [UInt8]($0.utf8) }

  private static func circled(_ bytes: [UInt8], _ start: Int) -> HeadingNumber? {
    let (scalar, length) = decodeScalar(bytes, at: start)
    guard (0x2460...0x2473).contains(scalar) else { return nil }
    return HeadingNumber(
      style: .circled, value: Int(scalar) - 0x245F, range: start..<(start + length))
  }

  private static func numeral(_ bytes: [UInt8], _ start: Int) -> (Int, Int)? {
    ChineseNumeral.scan(bytes, at: start) ?? digits(bytes, start)
  }

  /// Up to three digits: more make a year or a code, not an ordinal.
  private static func digits(_ bytes: [UInt8], _ start: Int) -> (Int, Int)? {
    var value = 0
    var offset = start
    while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) {
      value = value * 10 + Int(bytes[offset] - 0x30)
      offset += 1
      if offset - start > 3 { return nil }
    }
    return offset > start ? (value, offset) : nil
  }

  private static func matched(_ options: [[UInt8]], _ bytes: [UInt8], _ offset: Int) -> Int? {
    options.first { bytes.hasBytes($0, at: offset) }?.count
  }

  private static func skipSpaces(_ bytes: [UInt8], _ start: Int) -> Int {
    var offset = start
    while offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
    return offset
  }
}
