/// Finds the numbers of a text in one pass over its UTF-8 bytes.
///
/// Reads ASCII and full-width digits, thousands separators, a decimal point, a leading minus sign
/// that is not a dash between two numbers or words, and `%`, `％` or `‰` behind the digits.
public struct NumberScanner: Sendable {
  private let bytes: [UInt8]
  private let end: Int
  private var offset: Int

  /// Scans a part of valid UTF-8; nil means all of it.
  public init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    offset = range?.lowerBound ?? 0
    end = range?.upperBound ?? bytes.count
  }

  /// All numbers of a text, in order.
  public static func tokens(_ bytes: [UInt8], in range: Range<Int>? = nil) -> [NumberToken] {
    var scanner = NumberScanner(bytes, in: range)
    var found: [NumberToken] = []
    while let token = scanner.next() { found.append(token) }
    return found
  }

  /// The next number, or nil at the end.
  public mutating func next() -> NumberToken? {
    while offset < end {
      if digit(at: offset) != nil { return scan() }
      offset += 1
    }
    return nil
  }

  private mutating func scan() -> NumberToken {
    let first = offset
    var digits = Digits()
    while let (value, length) = digit(at: offset) {
      digits.append(value, isFullWidth: length == 3)
      offset += length
      if let separator = separator(at: offset) {
        // 4125.49,4143.91: two amounts, as nothing is parted into groups behind the point.
        if !separator.isPoint, digits.hasCents { break }
        digits.separate(separator.isPoint)
        offset += separator.length
      } else if offset < end, bytes[offset] == 0xEF, digits.canBeGrouped,
        isWideGroup(at: offset, first: first)
      {
        digits.separate(false, isFullWidth: true)
        offset += 3
      }
    }
    let start = signStart(before: first)
    let (suffix, suffixEnd) = suffix(at: offset)
    defer { offset = suffixEnd }
    return NumberToken(
      digits: start..<offset, range: start..<suffixEnd,
      value: digits.value(isNegative: start < first), form: digits.form, suffix: suffix,
      isFullWidth: digits.hasFullWidth)
  }

  private func digit(at offset: Int) -> (UInt8, length: Int)? {
    guard offset < end else { return nil }
    let byte = bytes[offset]
    if (0x30...0x39).contains(byte) { return (byte - 0x30, 1) }
    if byte == 0xEF, offset + 2 < end, bytes[offset + 1] == 0xBC,
      (0x90...0x99).contains(bytes[offset + 2])
    {
      return (bytes[offset + 2] - 0x90, 3)
    }
    return nil
  }

  /// A point or comma with a digit behind it; full-width points count, full-width commas mostly part
  /// clauses.
  private func separator(at offset: Int) -> (isPoint: Bool, length: Int)? {
    guard offset < end else { return nil }
    if bytes[offset] == UInt8(ascii: "."), digit(at: offset + 1) != nil { return (true, 1) }
    if bytes[offset] == UInt8(ascii: ","), digit(at: offset + 1) != nil { return (false, 1) }
    if bytes[offset] == 0xEF, bytes.hasBytes(Self.widePoint, at: offset),
      digit(at: offset + 3) != nil
    {
      return (true, 3)
    }
    return nil
  }

  /// 1，799.35万元: whether a full-width comma parts the thousands of an amount, and no clauses. Behind
  /// 分别 or 各 it may part two amounts.
  private func isWideGroup(at offset: Int, first: Int) -> Bool {
    var position = offset
    while position + Self.wideComma.count <= end, bytes.hasBytes(Self.wideComma, at: position) {
      let group = bytes[(position + 3)..<end].prefix(4).prefix { (0x30...0x39).contains($0) }
      guard group.count == 3 else { return false }
      position = group.endIndex
    }
    guard position > offset else { return false }
    if position < end, bytes[position] == UInt8(ascii: ".") {
      position += 1
      while position < end, (0x30...0x39).contains(bytes[position]) { position += 1 }
    }
    while position < end, bytes[position] == UInt8(ascii: " ") { position += 1 }
    return Self.units.contains { bytes.hasBytes($0, at: position) } && !isShared(first)
  }

  /// Whether 分别 or 各 stands shortly before a number.
  private func isShared(_ first: Int) -> Bool {
    let start = max(0, first - Self.farthestLead)
    return Self.leads.contains { bytes.firstOffset(of: $0, from: start, to: first) != nil }
  }

  /// Six ideographs.
  private static let farthestLead = 18
  private static let leads = ["分别", "各"].map { [UInt8]($0.utf8) }
  private static let units = ["万", "亿", "元"].map { [UInt8]($0.utf8) }
  private static let wideComma: [UInt8] = [0xEF, 0xBC, 0x8C]

  /// Where the number starts if a minus sign belongs to it. A hyphen behind a letter, digit,
  /// closing bracket or ideograph is a dash, but for those that a value follows: 差异率-12.3%.
  private func signStart(before first: Int) -> Int {
    guard let (sign, length) = decodeScalar(bytes, before: first),
      sign == 0x2D || sign == 0x2212 || sign == 0xFF0D
    else { return first }
    guard let (before, _) = decodeScalar(bytes, before: first - length) else {
      return first - length
    }
    let opensNumber =
      isSpace(before) || "（(：:，,、=|率为".unicodeScalars.contains { $0.value == before }
    return opensNumber ? first - length : first
  }

  private func suffix(at start: Int) -> (NumberToken.Suffix, end: Int) {
    var offset = start
    while offset < end, bytes[offset] == UInt8(ascii: " ") { offset += 1 }
    guard offset < end else { return (.none, start) }
    if bytes[offset] == UInt8(ascii: "%") { return (.percent, offset + 1) }
    if bytes.hasBytes(Self.widePercent, at: offset) { return (.percent, offset + 3) }
    if bytes.hasBytes(Self.permille, at: offset) { return (.permille, offset + 3) }
    return (.none, start)
  }

  private static let widePoint: [UInt8] = [0xEF, 0xBC, 0x8E]
  private static let widePercent: [UInt8] = [0xEF, 0xBC, 0x85]
  private static let permille: [UInt8] = [0xE2, 0x80, 0xB0]

  /// The digits of one number as they are read.
  private struct Digits {
    private var mantissa: Int64 = 0
    private var count = 0
    /// The digits since the last separator.
    private var length = 0
    private var points = 0
    private var commas = 0
    private var endsInFraction = false
    /// The digits before the first separator.
    private var firstLength = 0
    /// Whether three digits stand between any two separators.
    private var isInThrees = true
    private(set) var hasFullWidth = false

    /// Amounts of this field have at most 13 digits; more is a code.
    private static let mostDigits = 15

    mutating func append(_ digit: UInt8, isFullWidth: Bool) {
      count += 1
      length += 1
      hasFullWidth = hasFullWidth || isFullWidth
      if count <= Self.mostDigits { mantissa = mantissa * 10 + Int64(digit) }
    }

    /// Whether what was read can be the groups of thousands before another one.
    var canBeGrouped: Bool { points == 0 && (commas == 0 ? length < 4 : length == 3) }

    mutating func separate(_ isPoint: Bool, isFullWidth: Bool = false) {
      hasFullWidth = hasFullWidth || isFullWidth
      if points + commas == 0 {
        firstLength = length
      } else if length != 3 {
        isInThrees = false
      }
      if isPoint { points += 1 } else { commas += 1 }
      endsInFraction = isPoint
      length = 0
    }

    /// Whether a point and two digits were read, as an amount ends.
    var hasCents: Bool { points == 1 && endsInFraction && length == 2 }

    var form: NumberToken.Form {
      if count > Self.mostDigits { return .code }
      if points > 1 { return commas == 0 ? .dotted : .malformed }
      if points == 1, !endsInFraction { return .malformed }
      if endsInFraction, length > 8 { return .code }
      guard commas > 0 else { return .decimal }
      let isGrouped =
        (1...3).contains(firstLength) && isInThrees && (endsInFraction || length == 3)
      return isGrouped ? .decimal : .malformed
    }

    func value(isNegative: Bool) -> PrintedNumber {
      let decimals: Int
      switch form {
      case .code: return PrintedNumber(mantissa: 0)
      case .decimal: decimals = endsInFraction ? length : 0
      case .malformed: decimals = endsInFraction ? min(length, 8) : 0
      case .dotted: return firstGroup
      }
      return PrintedNumber(
        mantissa: isNegative ? -mantissa : mantissa, decimals: decimals, isGrouped: commas > 0)
    }

    private var firstGroup: PrintedNumber {
      let rest = count - firstLength
      return PrintedNumber(mantissa: mantissa / Int64(powersOfTen[rest]))
    }
  }
}
