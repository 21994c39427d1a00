/// Bytes of PDF syntax that grow at the end.
struct ByteBuilder {
  var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func append(_ text: StaticString) {
    // Most operators are a letter or two, for which a copy is more work than the bytes.
    guard text.utf8CodeUnitCount > 4 else {
      for index in 0..<text.utf8CodeUnitCount { bytes.append(text.utf8Start[index]) }
      return
    }
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(string text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digitsOf: value.magnitude)
  }

  private mutating func append(digitsOf value: UInt) {
    if value >= 1000 { append(digitsOf: value / 1000) }
    if value >= 100 { append(digit: value / 100 % 10) }
    if value >= 10 { append(digit: value / 10 % 10) }
    append(digit: value % 10)
  }

  private mutating func append(digit: UInt) {
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit))
  }

  /// A whole number of thousandths as a decimal without idle zeros.
  mutating func append(thousandths value: Int) {
    let magnitude = value.magnitude
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let fraction = magnitude % 1000
    if magnitude >= 1000 || fraction == 0 { append(digitsOf: magnitude / 1000) }
    if fraction == 0 { return }
    bytes.append(UInt8(ascii: "."))
    append(digit: fraction / 100)
    if fraction % 100 == 0 { return }
    append(digit: fraction / 10 % 10)
    if fraction % 10 != 0 { append(digit: fraction % 10) }
  }

  /// A whole number of hundredths as a decimal without idle zeros.
  mutating func append(hundredths value: Int) {
    append(thousandths: value.multipliedReportingOverflow(by: 10).partialValue)
  }

  /// `12 0 R`.
  mutating func append(reference number: Int) {
    append(number)
    append(" 0 R")
  }

  /// A text string: UTF-16 with byte order mark, as hexadecimal digits.
  mutating func append(text: String) {
    append("<FEFF")
    for unit in text.utf16 { append(hexadecimal: unit) }
    append(">")
  }

  mutating func append(hexadecimal unit: UInt16) {
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(unit >> shift & 0xF)
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }
  }
}

/// A length in hundredths of a point, the precision of pages: 3.5 µm. Lengths beyond a million
/// points, and what is no number, are cut off.
func hundredths(_ length: Double) -> Int { scaled(length, by: 100) }

/// A length times a scale, rounded half away from zero.
func scaled(_ length: Double, by scale: Double) -> Int {
  let value = length * scale
  guard value.magnitude < 1e9 else {
    return value > 0 ? 1_000_000_000 : value < 0 ? -1_000_000_000 : 0
  }
  return Int(value < 0 ? value - 0.5 : value + 0.5)
}
