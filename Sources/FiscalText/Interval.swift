/// The closed interval of unrounded values that a printed number, or an expression over printed
/// numbers, can stand for. The model is XBRL Calculations 1.1: a relation is wrong only if no
/// choice inside the intervals satisfies it.
///
/// Ends are fixed-point integers in grains of 10⁻⁸: of one yuan for money, of one for counts and
/// ratios, so that every half unit of a printed number is exact.
public struct Interval: Hashable, Sendable {
  /// A grain is 10 to the power of minus this.
  public static let grainDecimals = 8
  /// How many grains make one.
  public static let one: Int128 = 100_000_000

  public var lower: Int128
  public var upper: Int128

  /// - Precondition: `lower <= upper`.
  public init(lower: Int128, upper: Int128) {
    precondition(lower <= upper, "an interval's ends are in order")
    self.lower = lower
    self.upper = upper
  }

  /// An exact value.
  public init(exactly value: Int128) { self.init(lower: value, upper: value) }

  public static let zero = Interval(exactly: 0)

  public func overlaps(_ other: Interval) -> Bool {
    lower <= other.upper && other.lower <= upper
  }

  public func contains(_ value: Int128) -> Bool { lower <= value && value <= upper }

  /// The values in both, or nil where there are none.
  public func intersection(_ other: Interval) -> Interval? {
    overlaps(other)
      ? Interval(lower: max(lower, other.lower), upper: min(upper, other.upper)) : nil
  }

  public static prefix func - (operand: Interval) -> Interval {
    Interval(lower: -operand.upper, upper: -operand.lower)
  }

  public static func + (left: Interval, right: Interval) -> Interval {
    Interval(lower: left.lower + right.lower, upper: left.upper + right.upper)
  }

  public static func - (left: Interval, right: Interval) -> Interval { left + -right }

  /// The interval with both ends multiplied, as a change of unit does.
  public func scaled(by factor: Int128) -> Interval {
    let ends = (lower * factor, upper * factor)
    return Interval(lower: min(ends.0, ends.1), upper: max(ends.0, ends.1))
  }
}
