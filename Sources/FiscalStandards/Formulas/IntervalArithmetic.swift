internal import FiscalText

/// Interval arithmetic that says so when a number gets too great.
enum IntervalArithmetic {
  static func sum(_ left: Interval, _ right: Interval) -> Interval? {
    let lower = left.lower.addingReportingOverflow(right.lower)
    let upper = left.upper.addingReportingOverflow(right.upper)
    guard !lower.overflow, !upper.overflow else { return nil }
    return Interval(lower: lower.partialValue, upper: upper.partialValue)
  }

  static func product(_ left: Interval, _ right: Interval) -> Interval? {
    corners(left, right) { part, factor in
      let (product, overflow) = part.multipliedReportingOverflow(by: factor)
      return overflow ? nil : (product, Interval.one)
    }
  }

  static func quotient(_ left: Interval, _ right: Interval) -> Interval? {
    guard right.lower > 0 || right.upper < 0 else { return nil }
    return corners(left, right) { part, whole in
      let (scaled, overflow) = part.multipliedReportingOverflow(by: Interval.one)
      return overflow ? nil : (scaled, whole)
    }
  }

  /// The interval of the fractions at the four corners, its ends rounded outwards.
  private static func corners(
    _ left: Interval, _ right: Interval, _ fraction: (Int128, Int128) -> (Int128, Int128)?
  ) -> Interval? {
    var lower: Int128?
    var upper: Int128?
    for part in [left.lower, left.upper] {
      for other in [right.lower, right.upper] {
        guard let (dividend, divisor) = fraction(part, other) else { return nil }
        let (quotient, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
        let isNegative = (rest < 0) != (divisor < 0)
        let floor = rest != 0 && isNegative ? quotient - 1 : quotient
        let ceiling = rest != 0 && !isNegative ? quotient + 1 : quotient
        lower = min(lower ?? floor, floor)
        upper = max(upper ?? ceiling, ceiling)
      }
    }
    guard let lower, let upper else { return nil }
    return Interval(lower: lower, upper: upper)
  }
}
