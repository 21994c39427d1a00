/// What the text of a table cell says as a number.
public enum CellNumber: Hashable, Sendable {
  case empty
  /// `-`, `—`, `/`: nothing to report, which is not the same as an empty cell.
  case dash
  case number(NumberToken)
  /// Words, or a number among words.
  case text

  /// Reads a whole cell: digits alone, in accounting brackets (negative), or nothing.
  public init(_ bytes: [UInt8]) {
    var content = Self.trimmed(bytes, 0..<bytes.count)
    if content.isEmpty {
      self = .empty
      return
    }
    let first = bytes[content.lowerBound]
    guard Self.canStart(first) else {
      self = .text
      return
    }
    var isBracketed = false
    // What begins with a digit is neither in brackets nor a dash.
    if !(0x30...0x39).contains(first) {
      if let inner = Self.inner(bytes, content) {
        content = inner
        isBracketed = true
      }
      if Self.isDash(bytes, content) {
        self = isBracketed ? .text : .dash
        return
      }
    }
    var scanner = NumberScanner(bytes, in: content)
    guard var token = scanner.next(), token.range == content else {
      self = .text
      return
    }
    if isBracketed, token.value.mantissa > 0 { token.value.mantissa.negate() }
    self = .number(token)
  }

  /// The number, if the cell holds one that could be read.
  public var value: PrintedNumber? {
    guard case .number(let token) = self, token.form == .decimal else { return nil }
    return token.value
  }

  /// Whether a number or a dash can start with a byte: digits, signs, brackets, and the first bytes
  /// of their wide forms.
  private static func canStart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28...0x39, 0xC2, 0xE2, 0xEF: true
    default: false
    }
  }

  private static let dashes: [[UInt8]] = ["-", "—", "——", "－", "–", "/", "--"].map {
    [UInt8]($0.utf8)
  }

  private static func isDash(_ bytes: [UInt8], _ content: Range<Int>) -> Bool {
    dashes.contains { $0.count == content.count && bytes.hasBytes($0, at: content.lowerBound) }
  }

  /// What stands within the brackets around a cell's content; nil if there are none.
  private static func inner(_ bytes: [UInt8], _ content: Range<Int>) -> Range<Int>? {
    for (open, close) in brackets
    where content.count > open.count + close.count && bytes.hasBytes(open, at: content.lowerBound)
      && bytes.hasBytes(close, at: content.upperBound - close.count)
    {
      return trimmed(
        bytes, (content.lowerBound + open.count)..<(content.upperBound - close.count))
    }
    return nil
  }

  private static let brackets: [(open: [UInt8], close: [UInt8])] = [("(", ")"), ("（", "）")].map {
    ([UInt8]($0.0.utf8), [UInt8]($0.1.utf8))
  }

  private static func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while lower < upper, bytes[upper - 1] <= 0x20 { upper -= 1 }
    while upper - lower >= 3, isIdeographicSpace(bytes, at: lower) { lower += 3 }
    while upper - lower >= 3, isIdeographicSpace(bytes, at: upper - 3) { upper -= 3 }
    return lower..<upper
  }

  private static func isIdeographicSpace(_ bytes: [UInt8], at offset: Int) -> Bool {
    bytes[offset] == 0xE3 && bytes[offset + 1] == 0x80 && bytes[offset + 2] == 0x80
  }
}
