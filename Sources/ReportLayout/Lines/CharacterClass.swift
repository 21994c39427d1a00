/// What a character is to line breaking and spacing (CLREQ, 3.1).
enum CharacterClass: UInt8 {
  /// Ideographs, and all else that takes a full square.
  case han
  case opening, closing
  /// 、，；：
  case pause
  /// 。？！
  case stop
  /// ·
  case midDot
  case dash, ellipsis
  /// ～－–
  case connector
  case solidus
  case space, newline
  case digit, latin
  /// Signs before a number: ¥ ± − ≥
  case prefix
  /// Signs behind a number: % ‰ ℃
  case suffix
  /// , . ; : ! ? in half width
  case latinMark

  /// Whether the blank half of the character stands on its right.
  var hasRightBlank: Bool { self == .closing || self == .pause || self == .stop }

  /// Whether the character belongs to a number or a Latin word.
  var isWestern: Bool { self == .digit || self == .latin || self == .prefix || self == .suffix }

  /// Whether lines must not start with the character at the basic level.
  var isNeverFirst: Bool {
    switch self {
    case .closing, .pause, .stop, .midDot, .suffix, .latinMark, .connector, .solidus: true
    default: false
    }
  }

  init(_ scalar: UInt32) {
    self = scalar < 0x80 ? Self.ascii(UInt8(scalar)) : Self.wide(scalar)
  }

  private static func ascii(_ byte: UInt8) -> CharacterClass {
    switch byte {
    case 0x0A: .newline
    case 0x20: .space
    case 0x30...0x39: .digit
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): .opening
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): .closing
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"):
      .latinMark
    case UInt8(ascii: "%"): .suffix
    case UInt8(ascii: "$"), UInt8(ascii: "+"): .prefix
    case UInt8(ascii: "-"), UInt8(ascii: "~"): .connector
    case UInt8(ascii: "/"): .solidus
    default: .latin
    }
  }

  private static func wide(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0xFF08, 0x300A, 0x3008, 0x201C, 0x2018, 0x300C, 0x300E, 0x3010, 0x3014, 0x3016,
      0xFF3B, 0xFF5B, 0x301D:
      .opening
    case 0xFF09, 0x300B, 0x3009, 0x201D, 0x2019, 0x300D, 0x300F, 0x3011, 0x3015, 0x3017,
      0xFF3D, 0xFF5D, 0x301E, 0x301F:
      .closing
    case 0x3001, 0xFF0C, 0xFF1B, 0xFF1A: .pause
    case 0x3002, 0xFF0E, 0xFF1F, 0xFF01, 0xFF61: .stop
    case 0x00B7, 0x30FB, 0x2022, 0x2027: .midDot
    case 0x2014, 0x2E3A, 0x2015, 0x2500: .dash
    case 0x2026, 0x22EF: .ellipsis
    case 0xFF5E, 0x301C, 0xFF0D, 0x2013, 0x2010, 0x2011: .connector
    case 0xFF0F, 0x2215: .solidus
    case 0x3000, 0x00A0, 0x2002...0x200A, 0x202F, 0x205F: .space
    case 0xFF10...0xFF19: .digit
    case 0x00A5, 0xFFE5, 0x20AC, 0x00A3, 0x00B1, 0x2212, 0x2116, 0x2248,
      0x2260, 0x2264...0x2267, 0x2A7D, 0x2A7E:
      .prefix
    case 0x2030, 0x2103, 0xFF05, 0x00B0, 0x00B2, 0x00B3: .suffix
    case 0x00C0...0x024F, 0x0370...0x052F, 0x1E00...0x1FFF: .latin
    default: .han
    }
  }
}
