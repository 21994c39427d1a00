internal import FiscalText

/// A day of the calendar.
public struct CalendarDate: Hashable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil if there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1900...2999).contains(year), (1...12).contains(month),
      (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// Reads `2025-08-20`, `2025.8.20`, `2025/8/20` or `2025年8月20日`; nil for anything else.
  public init?(_ text: String) {
    let scalars = text.unicodeScalars.map(\.value).filter { !isSpace($0) }
    guard let (date, end) = Self.scan(scalars, at: 0), end == scalars.count else { return nil }
    self = date
  }

  /// How many days after another one it is; negative for a day before it.
  public func days(since other: CalendarDate) -> Int { ordinal - other.ordinal }

  /// The days since the start of the calendar.
  private var ordinal: Int {
    let before = year - 1
    let months = (1..<month).reduce(0) { $0 + Self.days(in: $1, of: year) }
    return before * 365 + before / 4 - before / 100 + before / 400 + months + day
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    default: 31
    }
  }

  private static let yearMarks: [UInt32] = [0x5E74, 0x2D, 0x2E, 0x2F]
  private static let monthMarks: [UInt32] = [0x6708, 0x2D, 0x2E, 0x2F]
  private static let dayMark: UInt32 = 0x65E5

  /// The date at a place of a text, and where it ends.
  static func scan(_ text: [UInt32], at start: Int) -> (date: CalendarDate, end: Int)? {
    guard let (year, yearEnd) = number(text, start, digits: 4...4),
      text.indices.contains(yearEnd), let mark = yearMarks.firstIndex(of: text[yearEnd]),
      let (month, monthEnd) = number(text, yearEnd + 1, digits: 1...2),
      text.indices.contains(monthEnd), text[monthEnd] == monthMarks[mark],
      let (day, dayEnd) = number(text, monthEnd + 1, digits: 1...2),
      let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    guard mark == 0 else { return (date, dayEnd) }
    return text.indices.contains(dayEnd) && text[dayEnd] == dayMark ? (date, dayEnd + 1) : nil
  }

  private static func number(
    _ text: [UInt32], _ start: Int, digits: ClosedRange<Int>
  ) -> (value: Int, end: Int)? {
    var (value, end) = (0, start)
    while text.indices.contains(end), isDigit(text[end]), end - start <= digits.upperBound {
      value = value * 10 + Int(text[end] & 0xF)
      end += 1
    }
    return digits.contains(end - start) ? (value, end) : nil
  }
}

extension CalendarDate: CustomStringConvertible {
  public var description: String { "\(year)年\(month)月\(day)日" }
}
