internal import Glibc

/// Prints the serial day numbers of Excel as dates and times.
struct DateFormatter1900 {
  /// Whether day 0 is 1904-01-01, as in old Mac files, and not the day before 1900-01-01.
  var uses1904: Bool

  private struct Moment {
    var year: Int
    var month: Int
    var day: Int
    var weekday: Int
    /// Seconds of the day.
    var seconds: Int
    /// Seconds since day 0.
    var elapsed: Int
  }

  /// The text, or nil where Excel prints only #### (negative days, days after 9999).
  func text(_ value: DecimalValue, _ tokens: [NumberFormat.Token]) -> String? {
    guard let moment = moment(value.double) else { return nil }
    let isHalfDay = tokens.contains { if case .halfDay = $0 { true } else { false } }
    var text = ""
    for (index, token) in tokens.enumerated() {
      switch token {
      case .literal(let literal): text += literal
      case .decimalPoint: text += "."
      case .comma: text += ","
      case .date(let letter, let count):
        text += part(
          letter, count, moment, isMinute: isMinute(tokens, index), isHalfDay: isHalfDay)
      case .elapsed(let letter, let count):
        let unit = letter == UInt8(ascii: "h") ? 3600 : letter == UInt8(ascii: "m") ? 60 : 1
        text += padded(moment.elapsed / unit, count)
      case .halfDay(let morning, let afternoon):
        text += moment.seconds < 43_200 ? morning : afternoon
      case .digit, .percent, .exponent, .text, .general: break
      }
    }
    return text
  }

  private func moment(_ serial: Double) -> Moment? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let elapsed = Int((serial * 86_400).rounded())
    var days = elapsed / 86_400
    let weekday = (days + (uses1904 ? 5 : 6)) % 7
    if uses1904 { days += 1462 }
    // Excel counts a 29 February 1900 that never was.
    if days == 60 {
      return Moment(
        year: 1900, month: 2, day: 29, weekday: weekday, seconds: elapsed % 86_400,
        elapsed: elapsed)
    }
    let (year, month, day) = Self.civil(days: days < 60 ? days - 25_568 : days - 25_569)
    return Moment(
      year: year, month: month, day: day, weekday: weekday, seconds: elapsed % 86_400,
      elapsed: elapsed)
  }

  /// The date of a day counted from 1970-01-01, by the usual arithmetic of 400-year cycles that
  /// start on 1 March.
  private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// An m is minutes behind hours or before seconds.
  private func isMinute(_ tokens: [NumberFormat.Token], _ index: Int) -> Bool {
    func letter(_ token: NumberFormat.Token) -> UInt8? {
      switch token {
      case .date(let letter, _), .elapsed(let letter, _): letter
      default: nil
      }
    }
    let before = tokens[..<index].reversed().lazy.compactMap(letter).first
    let after = tokens[(index + 1)...].lazy.compactMap(letter).first
    return before == UInt8(ascii: "h") || after == UInt8(ascii: "s")
  }

  private func part(
    _ letter: UInt8, _ count: Int, _ moment: Moment, isMinute: Bool, isHalfDay: Bool
  ) -> String {
    switch letter {
    case UInt8(ascii: "y") where count <= 2: return padded(moment.year % 100, 2)
    case UInt8(ascii: "y"), UInt8(ascii: "e"): return padded(moment.year, 4)
    case UInt8(ascii: "m") where isMinute: return padded(moment.seconds / 60 % 60, count)
    case UInt8(ascii: "m"): return month(moment.month, count)
    case UInt8(ascii: "d") where count >= 3, UInt8(ascii: "a"):
      return weekday(moment.weekday, count)
    case UInt8(ascii: "d"): return padded(moment.day, count)
    case UInt8(ascii: "h"):
      let hour = moment.seconds / 3600
      return padded(isHalfDay ? (hour + 11) % 12 + 1 : hour, count)
    case UInt8(ascii: "s"): return padded(moment.seconds % 60, count)
    default: return ""
    }
  }

  private func month(_ month: Int, _ count: Int) -> String {
    count >= 3 ? "\(month)月" : padded(month, count)
  }

  /// `aaa` is 三, `aaaa` 星期三; English names are given in Chinese as well.
  private func weekday(_ weekday: Int, _ count: Int) -> String {
    let names = ["日", "一", "二", "三", "四", "五", "六"]
    return (count >= 4 ? "星期" : "") + names[weekday]
  }

  private func padded(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
