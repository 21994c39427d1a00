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
    var content = bytes[...]
    Self.trim(&content)
    if content.isEmpty {
      self = .empty
      return
    }
    guard let first = content.first, Self.canStart(first) else {
      self = .text
      return
    }
    var isBracketed = false
    for pair in [("(", ")"), ("（", "）")] {
      let (open, close) = ([UInt8](pair.0.utf8), [UInt8](pair.1.utf8))
      if content.starts(with: open), content.suffix(close.count).elementsEqual(close),
        content.count > open.count + close.count
      {
        content = content.dropFirst(open.count).dropLast(close.count)
        isBracketed = true
      }
    }
    Self.trim(&content)
    if Self.dashes.contains(where: { content.elementsEqual($0) }) {
      self = isBracketed ? .text : .dash
      return
    }
    var scanner = NumberScanner(bytes, in: content.startIndex..<content.endIndex)
    guard var token = scanner.next(),
      token.range == content.startIndex..<content.endIndex
    else {
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

  private static func trim(_ content: inout ArraySlice<UInt8>) {
    while let first = content.first, first <= 0x20 { content.removeFirst() }
    while let last = content.last, last <= 0x20 { content.removeLast() }
    while content.starts(with: ideographicSpace) { content = content.dropFirst(3) }
    while content.suffix(3).elementsEqual(ideographicSpace) { content = content.dropLast(3) }
  }

  private static let ideographicSpace: [UInt8] = [0xE3, 0x80, 0x80]
}
