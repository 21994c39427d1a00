internal import FiscalText

/// A title, head or label in the form in which two of them are compared: without spaces and
/// quotation marks, full-width ASCII narrowed, as Unicode code points.
public struct Name: Hashable, Sendable {
  public private(set) var scalars: [UInt32]

  init(scalars: [UInt32]) { self.scalars = scalars }

  public init(_ text: String) {
    scalars = text.utf8Span.span.withUnsafeBufferPointer { Self.scalars(of: $0) }
  }

  public init(utf8 bytes: [UInt8], in range: Range<Int>? = nil) {
    scalars = bytes.withUnsafeBufferPointer {
      Self.scalars(of: UnsafeBufferPointer(rebasing: $0[range ?? 0..<bytes.count]))
    }
  }

  private static func scalars(of bytes: UnsafeBufferPointer<UInt8>) -> [UInt32] {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(scalarCount(bytes))
    var offset = 0
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      offset += length
      let isIdeograph = (0x3400...0x9FFF).contains(scalar)
      if !isIdeograph, isSpace(scalar) || isQuote(scalar) { continue }
      scalars.append((0xFF01...0xFF5E).contains(scalar) ? scalar - 0xFEE0 : scalar)
    }
    return scalars
  }

  /// The name of a row: its number (一、, （一）, 1.), 其中： and a closing colon dropped.
  public init(label bytes: [UInt8]) {
    let number = HeadingNumber.scan(bytes)
    let start = number.map { $0.style == .part ? 0 : $0.range.upperBound } ?? 0
    self.init(utf8: bytes, in: start..<bytes.count)
    if starts(with: Self.ofWhich) {
      scalars.removeFirst(Self.ofWhich.scalars.count)
      // 其中：1. 公务用车购置费
      if let inner = HeadingNumber.scan([UInt8](string.utf8)), inner.style != .part {
        self.init(utf8: [UInt8](string.utf8), in: inner.range.upperBound..<string.utf8.count)
      }
    }
    if scalars.last == Self.colon { scalars.removeLast() }
  }

  /// All code points at once, not one by one.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(scalars.count)
    scalars.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  public var isEmpty: Bool { scalars.isEmpty }
  public var count: Int { scalars.count }

  public var string: String { String(codePoints: scalars) }

  func starts(with other: Name) -> Bool { scalars.starts(with: other.scalars) }

  public func hasSuffix(_ other: Name) -> Bool {
    scalars.suffix(other.count).elementsEqual(other.scalars)
  }

  /// What stands before the end that another name is.
  func withoutSuffix(_ other: Name) -> Name { Name(scalars: Array(scalars.dropLast(other.count))) }

  public func contains(_ other: Name) -> Bool { firstIndex(of: other) != nil }

  func firstIndex(of other: Name, from start: Int = 0) -> Int? {
    guard let first = other.scalars.first, other.count <= count else { return nil }
    var index = start
    while index + other.count <= count {
      if scalars[index] == first, hasScalars(other.scalars, at: index) { return index }
      index += 1
    }
    return nil
  }

  private func hasScalars(_ other: [UInt32], at index: Int) -> Bool {
    for offset in other.indices where scalars[index + offset] != other[offset] { return false }
    return true
  }

  /// The name without every occurrence of some words.
  func without(_ words: [Name]) -> Name {
    var rest = self
    for word in words where !word.isEmpty {
      var start = 0
      while let index = rest.firstIndex(of: word, from: start) {
        rest.scalars.removeSubrange(index..<(index + word.count))
        start = index
      }
    }
    return rest
  }

  /// The name without a full stop, comma or colon at its end.
  func withoutClosingMark() -> Name {
    var rest = scalars
    while let last = rest.last, [0x3002, 0x3A, 0x3B, 0x2C, 0x2E].contains(last) {
      rest.removeLast()
    }
    return Name(scalars: rest)
  }

  /// 2025年部门预算情况说明 is what 部门预算情况说明 is.
  func withoutYears() -> Name {
    var kept: [UInt32] = []
    kept.reserveCapacity(scalars.count)
    for (index, scalar) in scalars.enumerated() {
      if scalar == Self.degree, index > 0, scalars[index - 1] == Self.year,
        kept.last != Self.year
      {
        continue
      }
      if scalar == Self.year, kept.count >= 4, kept.suffix(4).allSatisfy(Self.isDigit) {
        kept.removeLast(4)
      } else {
        kept.append(scalar)
      }
    }
    return Name(scalars: kept)
  }

  /// 2025年预算数 of 2025 is what 本年预算数 is, 2024年预算数 what 上年预算数 is.
  public func withRelativeYears(_ year: Int?) -> Name {
    guard let year, scalars.contains(where: Self.isDigit) else { return self }
    var rest = self
    for (years, word) in [(year, Self.thisYear), (year - 1, Self.lastYear)] {
      let digits = Name("\(years)年")
      guard let start = rest.firstIndex(of: digits) else { continue }
      var end = start + digits.count
      if end < rest.count, rest.scalars[end] == Self.degree { end += 1 }
      rest.scalars.replaceSubrange(start..<end, with: word.scalars)
    }
    return rest
  }

  /// Whether it ends in a unit of things in brackets: 团组数（个）.
  var endsWithCountUnit: Bool { Self.countUnits.contains { hasSuffix($0) } }

  private static let countUnits = ["个", "人", "辆", "台", "套", "批", "次", "人次", "批次"].map {
    Name("（\($0)）")
  }

  private static let thisYear = Name("本年")
  private static let lastYear = Name("上年")

  /// 年 and 度
  private static let year: UInt32 = 0x5E74
  private static let degree: UInt32 = 0x5EA6

  private static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

  func withoutDigits() -> Name { Name(scalars: scalars.filter { !(0x30...0x39).contains($0) }) }

  /// How alike two names are, from 0 to 1: 1 if they are the same, else by how much of the longer
  /// one the shorter one is, or by the pairs of characters that they share.
  ///
  /// - Parameter least: what is not needed exactly below it may be told as 0.
  func likeness(_ other: Name, atLeast least: Double = 0) -> Double {
    if scalars == other.scalars { return isEmpty ? 0 : 1 }
    guard count <= other.count else { return other.likeness(self, atLeast: least) }
    guard count >= 2 else { return 0 }
    let most = Double(2 * (count - 1)) / Double(count + other.count - 2)
    guard max(0.95 * most, 0.4 + 0.6 * Double(count) / Double(other.count)) >= least else {
      return 0
    }
    if other.contains(self) { return 0.4 + 0.6 * Double(count) / Double(other.count) - 0.01 }
    return sharedPairs(with: other, atLeast: least)
  }

  /// How alike two names are by their pairs of characters; 0 as soon as it must be below a bound.
  private func sharedPairs(with long: Name, atLeast least: Double) -> Double {
    withUnsafeTemporaryAllocation(of: Bool.self, capacity: long.count) { used in
      used.initialize(repeating: false)
      let whole = Double(count + long.count - 2)
      var shared = 0
      for index in 0..<(count - 1) {
        guard 0.95 * Double(2 * (shared + count - 1 - index)) / whole >= least else { return 0 }
        let place = (0..<(long.count - 1)).first { place in
          long.scalars[place] == scalars[index] && !used[place]
            && long.scalars[place + 1] == scalars[index + 1]
        }
        guard let place else { continue }
        used[place] = true
        shared += 1
      }
      return 0.95 * Double(2 * shared) / whole
    }
  }

  private static let colon: UInt32 = 0x3A
  private static let ofWhich = Name(scalars: [0x5176, 0x4E2D, colon])

  private static func isQuote(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0x2018...0x201F, 0x300C...0x300F, 0xFF02, 0xFF07: true
    default: false
    }
  }
}
