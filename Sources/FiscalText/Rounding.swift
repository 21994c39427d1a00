/// 10⁰ to 10³⁰.
let powersOfTen: [Int128] = {
  var powers: [Int128] = [1]
  for _ in 0..<30 { powers.append(powers[powers.count - 1] * 10) }
  return powers
}()

/// The quotient rounded to the nearest integer, halves away from zero.
///
/// - Precondition: `divisor` is positive.
func dividedRounding(_ value: Int128, by divisor: Int128) -> Int128 {
  let magnitude = value < 0 ? -value : value
  let quotient = (magnitude + divisor / 2) / divisor
  return value < 0 ? -quotient : quotient
}

/// The one interval rule: the relations that every check goes through. Each answers whether some
/// unrounded values inside the intervals satisfy the relation; nil if that cannot be said, because
/// a divisor may be zero.
public enum Rounding {
  /// Whether two printed values can be the same value.
  public static func equal(_ left: Interval, _ right: Interval) -> Bool { left.overlaps(right) }

  /// Whether parts can add up to a total.
  public static func sum(_ parts: [Interval], equals total: Interval) -> Bool {
    parts.reduce(.zero, +).overlaps(total)
  }

  /// The values that the mean of some numbers can have; nil for none.
  public static func mean(_ parts: [Interval]) -> Interval? {
    guard !parts.isEmpty else { return nil }
    let (sum, count) = (parts.reduce(.zero, +), Int128(parts.count))
    // Rounded outwards, by less than a grain.
    let lower = sum.lower / count - (sum.lower < 0 && sum.lower % count != 0 ? 1 : 0)
    let upper = sum.upper / count + (sum.upper > 0 && sum.upper % count != 0 ? 1 : 0)
    return Interval(lower: lower, upper: upper)
  }

  /// Whether `part / whole` can equal `ratio`, all in grains (a ratio of 1 is 100 %).
  ///
  /// Exact: the comparison is cross-multiplied, never divided.
  public static func ratio(_ part: Interval, to whole: Interval, equals ratio: Interval) -> Bool? {
    // Nothing of nothing is printed as 0 %, by convention.
    if part.contains(0), whole.contains(0), ratio.contains(0) { return true }
    guard let whole = positive(whole, flipping: part) else { return nil }
    // With a positive whole the quotient grows with the part, and it shrinks in size as the
    // whole grows: its extremes lie on the corners.
    let least = (whole.part.lower, whole.part.lower < 0 ? whole.whole.lower : whole.whole.upper)
    let most = (whole.part.upper, whole.part.upper < 0 ? whole.whole.upper : whole.whole.lower)
    return compare(least, notAbove: ratio.upper) && compare(most, notBelow: ratio.lower)
  }

  /// Whether a change of `change` to the level `current` can be the printed `rate` of the level
  /// before it: rate = change / (current − change).
  public static func rate(
    change: Interval, current: Interval, equals rate: Interval
  ) -> Bool? {
    if change.contains(0), rate.contains(0) { return true }
    // The rate grows with the change and, for a growing level, falls with the level itself.
    let corners = [
      (change.lower, current.lower), (change.lower, current.upper),
      (change.upper, current.lower), (change.upper, current.upper),
    ]
    guard corners.allSatisfy({ $0.1 - $0.0 > 0 }) else { return nil }
    let notAbove = corners.contains { compare(($0.0, $0.1 - $0.0), notAbove: rate.upper) }
    let notBelow = corners.contains { compare(($0.0, $0.1 - $0.0), notBelow: rate.lower) }
    return notAbove && notBelow
  }

  /// `part / whole` as a percentage with the given number of decimals; nil for a zero whole.
  public static func percentage(_ part: Int128, of whole: Int128, decimals: Int) -> PrintedNumber? {
    guard whole != 0 else { return nil }
    let sign: Int128 = whole < 0 ? -1 : 1
    let (scaled, overflow) = (sign * part).multipliedReportingOverflow(
      by: 100 * powersOfTen[decimals])
    guard !overflow,
      let value = Int64(exactly: dividedRounding(scaled, by: sign * whole))
    else { return nil }
    return PrintedNumber(mantissa: value, decimals: decimals)
  }

  /// The same quotient with a positive divisor, or nil if the divisor may be zero.
  private static func positive(
    _ whole: Interval, flipping part: Interval
  ) -> (part: Interval, whole: Interval)? {
    if whole.lower > 0 { return (part, whole) }
    if whole.upper < 0 { return (-part, -whole) }
    return nil
  }

  // Products are taken at full width, so that no amount, however large, overflows.
  private static func compare(_ quotient: (Int128, Int128), notAbove bound: Int128) -> Bool {
    let left = quotient.0.multipliedFullWidth(by: Interval.one)
    let right = bound.multipliedFullWidth(by: quotient.1)
    return (left.high, left.low) <= (right.high, right.low)
  }

  private static func compare(_ quotient: (Int128, Int128), notBelow bound: Int128) -> Bool {
    let left = quotient.0.multipliedFullWidth(by: Interval.one)
    let right = bound.multipliedFullWidth(by: quotient.1)
    return (left.high, left.low) >= (right.high, right.low)
  }
}
