internal import FiscalText

/// Parts a formula into names, numbers and marks.
struct FormulaScanner {
  enum Token: Hashable {
    case name(String)
    case mark(Mark)
    case end
  }

  enum Mark: Hashable {
    case plus, minus, times, slash, open, close, point, bang, colon, percent, question
    case equal, atMost, atLeast
  }

  struct Placed {
    var token: Token
    var offset: Int
    /// Whether white space stands before it; an address goes on only without.
    var followsSpace: Bool
  }

  private static let mostTokens = 2000

  private let bytes: [UInt8]
  private var offset = 0

  init(_ text: String) { bytes = [UInt8](text.utf8) }

  /// Whether a code point is a mark of the language, so that a name with it needs 「…」.
  static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2B, 0x2D, 0x2A, 0x2F, 0x28, 0x29, 0x2E, 0x21, 0x2C, 0x3A, 0x3D, 0x3C, 0x3E, 0x25, 0x3F:
      true
    // 「」, and signs that people type for those of the language
    case 0x300C, 0x300D, 0x2212, 0xD7, 0xF7: true
    default: false
    }
  }

  mutating func tokens() throws(FormulaError) -> [Placed] {
    var tokens: [Placed] = []
    tokens.reserveCapacity(bytes.count / 4 + 1)
    while tokens.count < Self.mostTokens {
      let start = offset
      skipSpaces()
      let place = offset
      let token = try next()
      tokens.append(Placed(token: token, offset: place, followsSpace: place > start))
      if token == .end { return tokens }
    }
    throw FormulaError(offset: offset, message: "公式太长")
  }

  private mutating func skipSpaces() {
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      guard isSpace(scalar) else { return }
      offset += length
    }
  }

  private mutating func next() throws(FormulaError) -> Token {
    guard offset < bytes.count else { return .end }
    let (scalar, length) = decodeScalar(bytes, at: offset)
    if scalar == 0x300C { return try quotedName() }
    if Self.isMark(scalar) { return try mark(scalar, length) }
    return name()
  }

  private mutating func mark(_ scalar: UInt32, _ length: Int) throws(FormulaError) -> Token {
    let start = offset
    offset += length
    if scalar == 0x3C || scalar == 0x3E {
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "=") else {
        throw FormulaError(offset: start, message: "只有 =、<=、>= 三种关系")
      }
      offset += 1
      return .mark(scalar == 0x3C ? .atMost : .atLeast)
    }
    guard let mark = Self.mark(scalar) else {
      throw FormulaError(offset: start, message: "这里不能有这个符号")
    }
    return .mark(mark)
  }

  /// The mark that a code point is; − × ÷ as people type them are those of the language.
  private static func mark(_ scalar: UInt32) -> Mark? {
    switch scalar {
    case 0x2B: .plus
    case 0x2D, 0x2212: .minus
    case 0x2A, 0xD7: .times
    case 0x2F, 0xF7: .slash
    case 0x28: .open
    case 0x29: .close
    case 0x2E: .point
    case 0x21: .bang
    case 0x3A: .colon
    case 0x25: .percent
    case 0x3F: .question
    case 0x3D: .equal
    default: nil
    }
  }

  private mutating func quotedName() throws(FormulaError) -> Token {
    let open = offset
    offset += 3
    guard let close = bytes.firstOffset(of: [0xE3, 0x80, 0x8D], from: offset), close > offset else {
      throw FormulaError(offset: open, message: "「…」中应当有名称，并且成对")
    }
    let name = String(validUTF8: bytes, offset..<close)
    offset = close + 3
    return .name(name)
  }

  /// A name, which may be digits. It ends at a mark; white space inside it is kept.
  private mutating func name() -> Token {
    let start = offset
    var end = offset
    while offset < bytes.count {
      let (scalar, length) = decodeScalar(bytes, at: offset)
      if Self.isMark(scalar) { break }
      offset += length
      if !isSpace(scalar) { end = offset }
    }
    offset = end
    return .name(String(validUTF8: bytes, start..<end))
  }
}
