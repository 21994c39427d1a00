internal import FiscalText

/// Whether a wrong number is one slip of the pen away from the right one: one digit, two digits
/// that changed places, or the decimal point one place off.
///
/// Of all numbers of the same length few are that near, so a sum that does not come out by just
/// such a difference is a sum that was meant to come out.
enum DigitSlip {
  /// Whether a number becomes one of those in an interval, in grains of its unit, by one slip.
  ///
  /// - Parameter slack: how many units of its last decimal the right value is uncertain by.
  static func explains(_ number: PrintedNumber, becoming right: Int128, slack: Int) -> Bool {
    guard !number.isZero,
      let middle = PrintedNumber(grains: right, decimals: number.decimals), !middle.isNegative
    else { return false }
    let slack = Int64(min(slack, mostSlack))
    return (-slack...slack).contains { offset in
      isSlip(digits(number.mantissa), digits(max(0, middle.mantissa + offset)))
    }
  }

  /// With more, any number would be near.
  private static let mostSlack = 3

  private static func digits(_ value: Int64) -> [UInt8] { [UInt8](String(value.magnitude).utf8) }

  /// Amounts of fewer digits are near to too many others.
  private static let fewestDigits = 3

  private static func trailingZeros(_ digits: [UInt8]) -> Int {
    digits.reversed().prefix { $0 == 0x30 }.count
  }

  private static func isSlip(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    // Of round numbers all are near to each other.
    let zeros = min(trailingZeros(left), trailingZeros(right))
    guard left.count - zeros >= fewestDigits, left != right else { return false }
    if left + [0x30] == right || left == right + [0x30] { return true }
    guard left.count == right.count else { return false }
    let differing = left.indices.filter { left[$0] != right[$0] }
    if differing.count == 1 { return true }
    return differing.count == 2 && differing[1] == differing[0] + 1
      && left[differing[0]] == right[differing[1]] && left[differing[1]] == right[differing[0]]
  }
}
