internal import FiscalText

/// Page numbers as they stand in the flow of extracted text.
enum PageNumber {
  /// Whether a line is a page number that cannot be anything else: `- 15 -`, `— 3 —`, `第 3 页`.
  static func isOne(_ line: ArraySlice<UInt8>) -> Bool {
    let scalars = inked(line)
    return between(scalars, [0x2D, 0x2014, 0x2013, 0x2015, 0x2500, 0xFF0D, 0x2D]) || words(scalars)
  }

  /// The same for a line of which the shape is known.
  static func isOne(_ line: @autoclosure () -> [UInt8], _ shape: LineShape) -> Bool {
    guard shape.count < 12, shape.digits > 0 else { return false }
    return isOne(line()[...])
  }

  /// The number of a line of at most four digits and nothing else, which may be a page number.
  static func bare(_ line: [UInt8]) -> Int? {
    guard line.count <= 24 else { return nil }
    var value = 0
    var count = 0
    var offset = 0
    while offset < line.count {
      let (scalar, length) = decodeScalar(line, at: offset)
      offset += length
      if isSpace(scalar) { continue }
      guard (0x30...0x39).contains(scalar), count < 4 else { return nil }
      value = value * 10 + Int(scalar - 0x30)
      count += 1
    }
    return count > 0 ? value : nil
  }

  private static func inked(_ line: ArraySlice<UInt8>) -> [UInt32] {
    guard line.count <= 60 else { return [] }
    let bytes = Array(line)
    var scalars: [UInt32] = []
    scalars.reserveCapacity(bytes.count)
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      offset += length
      if !isSpace(scalar) { scalars.append(scalar) }
    }
    return scalars
  }

  private static func digits(_ scalars: ArraySlice<UInt32>) -> Int? {
    guard (1...4).contains(scalars.count) else { return nil }
    var value = 0
    for scalar in scalars {
      guard (0x30...0x39).contains(scalar) else { return nil }
      value = value * 10 + Int(scalar - 0x30)
    }
    return value
  }

  private static func between(_ scalars: [UInt32], _ dashes: [UInt32]) -> Bool {
    let inner = scalars.drop { dashes.contains($0) }
    let number = inner.prefix { !dashes.contains($0) }
    let tail = inner.dropFirst(number.count)
    return inner.count < scalars.count && !tail.isEmpty && tail.allSatisfy(dashes.contains)
      && digits(number) != nil
  }

  /// 第 3 页, 第 3 页 共 20 页
  private static func words(_ scalars: [UInt32]) -> Bool {
    guard scalars.first == 0x7B2C, scalars.last == 0x9875 else { return false }
    let separators: [UInt32] = [0x9875, 0x5171, 0x7B2C, 0x2F, 0xFF0C]
    return scalars.dropFirst().split { separators.contains($0) }.allSatisfy { digits($0) != nil }
      && scalars.contains { (0x30...0x39).contains($0) }
  }
}
