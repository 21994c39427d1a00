/// Reads the attributes of an element that mutool's trace printed in one line.
///
/// The trace looks like XML but is none: it copies the names of fonts and layers as they stand in
/// the file, be they GBK bytes, quotation marks or angle brackets, so that an XML parser gives up
/// on half of the disclosures that people have. Everything needed is therefore looked up by its
/// name, from the end of the line where a copied name stands before it.
struct TraceLine {
  let bytes: [UInt8]
  var range: Range<Int>

  /// Whether the element has a name.
  func hasName(_ name: [UInt8]) -> Bool {
    let end = range.lowerBound + 1 + name.count
    guard end < range.upperBound, bytes[range.lowerBound] == UInt8(ascii: "<") else {
      return false
    }
    for index in name.indices where bytes[range.lowerBound + 1 + index] != name[index] {
      return false
    }
    let next = bytes[end]
    return next == UInt8(ascii: " ") || next == UInt8(ascii: ">") || next == UInt8(ascii: "/")
  }

  /// The bytes of the value of the last attribute that is written so: ` name="`.
  func value(_ key: [UInt8]) -> Range<Int>? {
    var start = range.upperBound - key.count
    while start >= range.lowerBound {
      if bytes[start] == key[0], bytes.hasTraceBytes(key, at: start) {
        let first = start + key.count
        var end = first
        while end < range.upperBound, bytes[end] != UInt8(ascii: "\"") { end += 1 }
        return end < range.upperBound ? first..<end : nil
      }
      start -= 1
    }
    return nil
  }

  func number(_ key: [UInt8]) -> Double? {
    guard let value = value(key) else { return nil }
    var offset = value.lowerBound
    return number(at: &offset, to: value.upperBound)
  }

  /// Numbers with spaces between them.
  func numbers(_ key: [UInt8]) -> [Double] {
    guard let value = value(key) else { return [] }
    var offset = value.lowerBound
    var numbers: [Double] = []
    while numbers.count < 6, let number = number(at: &offset, to: value.upperBound) {
      numbers.append(number)
    }
    return numbers
  }

  /// The largest number that is taken as it stands. No page is nearly as wide, and sums and
  /// products of a few such numbers stay finite and fit into an `Int`.
  private static let most = 1e6

  /// Reads `-12.5`, `.5` or `1e-05` and moves behind it; nil if no number stands here.
  private func number(at offset: inout Int, to end: Int) -> Double? {
    while offset < end, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
    var isNegative = false
    if offset < end, bytes[offset] == UInt8(ascii: "-") {
      isNegative = true
      offset += 1
    }
    var mantissa = 0.0
    var digits = 0
    var scale = 1.0
    var isFraction = false
    while offset < end, digits < 40 {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if (0x30...0x39).contains(byte) {
        mantissa = mantissa * 10 + Double(byte - 0x30)
        if isFraction { scale *= 10 }
        digits += 1
      } else {
        break
      }
      offset += 1
    }
    guard digits > 0 else { return nil }
    var value = (isNegative ? -mantissa : mantissa) / scale
    applyExponent(to: &value, at: &offset, end: end)
    return min(max(value, -Self.most), Self.most)
  }

  private func applyExponent(to value: inout Double, at offset: inout Int, end: Int) {
    guard offset + 1 < end, bytes[offset] | 0x20 == UInt8(ascii: "e") else { return }
    offset += 1
    let isNegative = bytes[offset] == UInt8(ascii: "-")
    if isNegative || bytes[offset] == UInt8(ascii: "+") { offset += 1 }
    var exponent = 0
    while offset < end, (0x30...0x39).contains(bytes[offset]), exponent < 100 {
      exponent = exponent * 10 + Int(bytes[offset] - 0x30)
      offset += 1
    }
    for _ in 0..<exponent { value = isNegative ? value / 10 : value * 10 }
  }
}

extension [UInt8] {
  /// Whether some bytes stand at an offset at which they fit.
  fileprivate func hasTraceBytes(_ other: [UInt8], at offset: Int) -> Bool {
    for index in other.indices where self[offset + index] != other[index] { return false }
    return true
  }
}
