internal import FiscalNarrative
internal import FiscalText

/// Writes intervals for people: 3,610.755～3,610.765 万元.
enum IntervalText {
  /// One decimal more than is printed shows where the rounding turns.
  static func range(_ interval: Interval, unit: AmountUnit, decimals: Int) -> String? {
    let decimals = min(decimals + 1, 8)
    guard let lower = Amount(grains: interval.lower, unit: unit, decimals: decimals),
      let upper = Amount(grains: interval.upper, unit: unit, decimals: decimals)
    else { return nil }
    if interval.lower == interval.upper { return lower.description }
    return "\(lower.number)～\(upper)"
  }

  /// An interval in the unit of a number; nil for what has no rounding.
  static func range(_ interval: Interval, like quantity: Quantity) -> String? {
    switch quantity {
    case .amount(let amount):
      return range(interval, unit: amount.unit, decimals: amount.number.decimals)
    case .percentage(let number):
      return percentages(
        part: interval, whole: Interval(exactly: Interval.one), decimals: number.decimals)
    case .count(_, let word):
      guard let lower = whole(interval.lower), let upper = whole(interval.upper) else {
        return nil
      }
      return lower == upper ? "\(lower)\(word)" : "\(lower)～\(upper)\(word)"
    case .bare, .year, .label, .malformed: return nil
    }
  }

  /// The percentages that a part of a whole may be.
  static func percentages(part: Interval, whole: Interval, like quantity: Quantity) -> String? {
    guard let decimals = quantity.percentage?.decimals else { return nil }
    return percentages(part: part, whole: whole, decimals: decimals)
  }

  private static func percentages(part: Interval, whole: Interval, decimals: Int) -> String? {
    guard whole.lower > 0 || whole.upper < 0 else { return nil }
    let corners = [part.lower, part.upper].flatMap { part in
      [whole.lower, whole.upper].map { (part, $0) }
    }
    let values = corners.compactMap {
      Rounding.percentage($0.0, of: $0.1, decimals: min(decimals + 1, 8))
    }
    guard values.count == corners.count, let lower = values.min(by: { $0.mantissa < $1.mantissa }),
      let upper = values.max(by: { $0.mantissa < $1.mantissa })
    else { return nil }
    return lower == upper ? "\(lower)%" : "\(lower)%～\(upper)%"
  }

  private static func whole(_ grains: Int128) -> PrintedNumber? {
    PrintedNumber(grains: grains, decimals: 0)
  }
}
