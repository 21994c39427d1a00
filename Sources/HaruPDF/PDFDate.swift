/// A moment, with the zone in which people read it. Never taken from the clock here, so that the
/// same document gives the same bytes.
public struct PDFDate: Hashable, Sendable {
  /// Seconds since 1970-01-01 00:00 UTC, as in `SOURCE_DATE_EPOCH`. At most the year 9999.
  public let seconds: Int
  /// East of Greenwich. China keeps +480.
  public let zoneMinutes: Int

  public init(seconds: Int, zoneMinutes: Int = 480) {
    self.seconds = min(max(seconds, 0), 253_402_214_400)
    self.zoneMinutes = min(max(zoneMinutes, -14 * 60), 14 * 60)
  }

  /// `D:20260115093000+08'00'` (ISO 32000-1, 7.9.4).
  var inInfo: String {
    let parts = self.parts
    return "D:\(parts.date.joined())\(parts.time.joined())\(zone(separator: "'"))'"
  }

  /// `2026-01-15T09:30:00+08:00` (XMP, a profile of ISO 8601).
  var inMetadata: String {
    let parts = self.parts
    return parts.date.joined(separator: "-") + "T" + parts.time.joined(separator: ":")
      + zone(separator: ":")
  }

  private var parts: (date: [String], time: [String]) {
    let local = max(seconds + zoneMinutes * 60, 0)
    let day = Self.civil(days: local / 86_400)
    let second = local % 86_400
    return (
      [Self.digits(day.year, 4), Self.digits(day.month, 2), Self.digits(day.day, 2)],
      [second / 3600, second / 60 % 60, second % 60].map { Self.digits($0, 2) }
    )
  }

  private func zone(separator: String) -> String {
    let minutes = abs(zoneMinutes)
    return (zoneMinutes < 0 ? "-" : "+") + Self.digits(minutes / 60, 2) + separator
      + Self.digits(minutes % 60, 2)
  }

  private static func digits(_ value: Int, _ count: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(count - text.count, 0)) + text
  }

  /// The date of a day counted from 1970-01-01, in the Gregorian calendar. Years are counted
  /// from March, so that the leap day is the last of its year.
  private static func civil(days: Int) -> (year: Int, month: Int, day: Int) {
    let daysSince0 = days + 719_468
    let era = daysSince0 / 146_097
    let dayOfEra = daysSince0 % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      era * 400 + yearOfEra + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }
}
