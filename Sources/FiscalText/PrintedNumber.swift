/// A decimal number as it was printed: its exact value, and how many decimals it was given.
///
/// `1,234.50` is mantissa 123450 with two decimals. Two printed numbers are equal only if value
/// and decimals are; compare values through ``interval``.
public struct PrintedNumber: Hashable, Sendable {
  /// The value times 10 to the power of ``decimals``.
  public var mantissa: Int64
  /// How many digits stand after the decimal point, 0 to 8.
  public var decimals: Int
  /// Whether thousands separators were printed.
  public var isGrouped: Bool

  public init(mantissa: Int64, decimals: Int = 0, isGrouped: Bool = false) {
    precondition((0...8).contains(decimals), "a printed number has 0 to 8 decimals")
    self.mantissa = mantissa
    self.decimals = decimals
    self.isGrouped = isGrouped
  }

  public var isZero: Bool { mantissa == 0 }
  public var isNegative: Bool { mantissa < 0 }
  public var magnitude: PrintedNumber {
    var copy = self
    copy.mantissa = mantissa < 0 ? -mantissa : mantissa
    return copy
  }

  /// The exact value in grains (10⁻⁸).
  public var grains: Int128 {
    Int128(mantissa) * powersOfTen[Interval.grainDecimals - decimals]
  }

  /// Every value that is printed like this one: x ± ½·10⁻ᵈ.
  public var interval: Interval {
    let half = powersOfTen[Interval.grainDecimals - decimals] / 2
    return Interval(lower: grains - half, upper: grains + half)
  }

  /// The number nearest to a value in grains, with the given number of decimals; halves go away
  /// from zero, as people round. Nil if it does not fit.
  public init?(grains: Int128, decimals: Int, isGrouped: Bool = false) {
    let step = powersOfTen[Interval.grainDecimals - decimals]
    guard let value = Int64(exactly: dividedRounding(grains, by: step)) else { return nil }
    self.init(mantissa: value, decimals: decimals, isGrouped: isGrouped)
  }

  /// The digits as they are printed, with `grouped` thousands separators.
  public func text(grouped: Bool) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longestText) { text in
      // From the last digit to the first.
      var start = text.count
      func put(_ byte: UInt8) {
        start -= 1
        text[start] = byte
      }
      var rest = mantissa.magnitude
      var place = 0
      while rest > 0 || place <= decimals {
        if place == decimals, decimals > 0 {
          put(UInt8(ascii: "."))
        } else if grouped, place > decimals, (place - decimals).isMultiple(of: 3) {
          put(UInt8(ascii: ","))
        }
        put(UInt8(ascii: "0") + UInt8(rest % 10))
        rest /= 10
        place += 1
      }
      if mantissa < 0 { put(UInt8(ascii: "-")) }
      return String(decoding: UnsafeBufferPointer(rebasing: text[start...]), as: UTF8.self)
    }
  }

  /// 19 digits, six commas, a point and a sign.
  private static let longestText = 32
}

extension PrintedNumber: CustomStringConvertible {
  /// The number as it was printed.
  public var description: String { text(grouped: isGrouped) }
}
