/// Bytes of PDF syntax that grow at the end.
struct ByteBuilder {
  var bytes: [UInt8] = []

  var count: Int { bytes.count }

  mutating func append(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func append(_ value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    append(digitsOf: value.magnitude)
  }

  private mutating func append(digitsOf value: UInt) {
    if value >= 10 { append(digitsOf: value / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(value % 10))
  }

  /// A whole number of units of 10 to the power of `-places`, as a decimal without idle zeros.
  mutating func append(_ units: Int, places: Int) {
    var magnitude = units.magnitude
    var places = places
    while places > 0, magnitude % 10 == 0 {
      magnitude /= 10
      places -= 1
    }
    if units < 0, magnitude > 0 { bytes.append(UInt8(ascii: "-")) }
    guard places > 0 else { return append(digitsOf: magnitude) }
    let scale = (0..<places).reduce(UInt(1)) { scale, _ in scale * 10 }
    if magnitude >= scale { append(digitsOf: magnitude / scale) }
    bytes.append(UInt8(ascii: "."))
    var digit = scale / 10
    while digit > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(magnitude / digit % 10))
      digit /= 10
    }
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
