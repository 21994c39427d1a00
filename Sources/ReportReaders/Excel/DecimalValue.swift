/// A decimal number of any size, exact: 0.d₁d₂d₃… × 10^point.
///
/// Excel stores binary numbers and shows 15 digits of them, so 1234.56 may stand in the file as
/// 1234.5599999999999; reading rounds to these 15 digits and everything after is exact.
struct DecimalValue: Hashable {
  /// From the first one that is not zero; empty for zero.
  private(set) var digits: [UInt8]
  /// How many of the digits stand before the decimal point; negative for 0.00…
  private(set) var point: Int
  private(set) var isNegative: Bool

  private static let significantDigits = 15
  private static let pointLimit = 400

  /// Reads `-1234.5`, `1.5E-05`; nil for anything else, and for exponents that no double has.
  init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    isNegative = bytes.first == UInt8(ascii: "-")
    if let sign = bytes.first, sign == 0x2D || sign == 0x2B { bytes.removeFirst() }
    digits = []
    var whole = 0
    var sawPoint = false
    var sawDigit = false
    while let byte = bytes.first, byte == 0x2E && !sawPoint || (0x30...0x39).contains(byte) {
      bytes.removeFirst()
      if byte == 0x2E {
        sawPoint = true
        continue
      }
      sawDigit = true
      digits.append(byte - 0x30)
      if !sawPoint { whole += 1 }
    }
    guard sawDigit, let exponent = Self.exponent(bytes) else { return nil }
    point = whole + exponent
    guard abs(point) <= Self.pointLimit || digits.allSatisfy({ $0 == 0 }) else { return nil }
    normalise()
    round(toDigits: Self.significantDigits)
  }

  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let mark = bytes.first else { return 0 }
    guard mark | 0x20 == UInt8(ascii: "e"), bytes.count <= 6 else { return nil }
    return Int(String(decoding: bytes.dropFirst(), as: UTF8.self))
  }

  var isZero: Bool { digits.isEmpty }
  /// Digits before the decimal point, at least none.
  var wholeCount: Int { max(0, point) }
  /// Digits that the value has behind the decimal point.
  var decimals: Int { max(0, digits.count - point) }

  var magnitude: DecimalValue {
    var copy = self
    copy.isNegative = false
    return copy
  }

  /// The value times 10 to a power.
  func scaled(by power: Int) -> DecimalValue {
    var copy = self
    if !isZero { copy.point += power }
    return copy
  }

  /// The value with so many decimals, halves away from zero as Excel shows them.
  func rounded(toDecimals count: Int) -> DecimalValue {
    var copy = self
    copy.round(toDigits: point + count)
    return copy
  }

  /// The digits before the point without leading zeros, and exactly `decimals` behind it.
  func parts(decimals count: Int) -> (whole: [UInt8], fraction: [UInt8]) {
    let value = rounded(toDecimals: count)
    func digit(_ position: Int) -> UInt8 {
      value.digits.indices.contains(position) ? value.digits[position] : 0
    }
    let whole = (0..<value.wholeCount).map { digit($0) }
    let fraction = (0..<max(0, count)).map { digit(value.point + $0) }
    return (whole, fraction)
  }

  private mutating func normalise() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point -= zeros
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { (point, isNegative) = (0, false) }
  }

  private mutating func round(toDigits count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      normalise()
      return
    }
    let goesUp = digits[count] >= 5
    digits.removeLast(digits.count - count)
    if goesUp { increment() }
    normalise()
  }

  private mutating func increment() {
    var position = digits.count - 1
    while position >= 0, digits[position] == 9 {
      digits[position] = 0
      position -= 1
    }
    if position >= 0 {
      digits[position] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
  }
}
