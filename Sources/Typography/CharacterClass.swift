/// Whether a code point is never drawn: a control, a zero-width character, a variation selector.
public func isInvisible(_ scalar: UInt32) -> Bool { CharacterClass(scalar) == .invisible }

/// What decides which face a character is taken from and whether it is shaped on its own.
enum CharacterClass: UInt8 {
  /// Never drawn: controls, zero-width characters, variation selectors.
  case invisible
  /// Digits, signs and the space: one glyph each, so that columns of figures align.
  case sign
  /// Letters of Latin, Greek and Cyrillic, shaped as words.
  case letter
  /// ` “” ‘’ — … · `: full width in Chinese, narrow in Latin fonts.
  case punctuation
  /// The em dash, which is shaped with its neighbours: —— is one line.
  case dash
  /// Ideographs and everything else that is as wide as they.
  case ideograph
  /// A mark that stands on the character before it.
  case mark

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x4E00...0x9FFF, 0x3000...0x303F, 0xFF01...0xFF60: self = .ideograph
    case 0x00...0x1F, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x180B...0x180F, 0x200B...0x200F,
      0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFC,
      0xE0000...0xE0FFF:
      self = .invisible
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F,
      0x370...0x52F, 0x1E00...0x1FFF:
      self = .letter
    case 0xB7, 0x2018, 0x2019, 0x201C, 0x201D, 0x2025, 0x2026: self = .punctuation
    case 0x2014, 0x2015: self = .dash
    case 0x20...0x24F, 0x2000...0x2022, 0x202F, 0x205F, 0x20A0...0x20CF, 0x2212: self = .sign
    case 0x300...0x36F, 0x20D0...0x20FF, 0x302A...0x302F, 0x3099, 0x309A: self = .mark
    default: self = .ideograph
    }
  }

  /// Whether the glyph does not depend on the neighbours.
  var isSingle: Bool {
    switch self {
    case .sign, .punctuation, .ideograph: true
    case .invisible, .letter, .dash, .mark: false
    }
  }

  var isLatin: Bool { self == .sign || self == .letter }

  /// The characters of a manifest line that this one belongs to.
  var scope: FontManifest.Scope {
    switch self {
    case .sign, .letter, .mark: .latin
    case .punctuation, .dash: .punctuation
    case .ideograph, .invisible: .han
    }
  }
}
