/// The number of terminal columns that a code point takes: 2 for wide and full-width ones, 0 for
/// combining marks, else 1 (Unicode Standard Annex 11, East Asian Width).
@inlinable
public func terminalWidth(_ scalar: UInt32) -> Int {
  // Most text is ideographs and ASCII.
  if scalar &- 0x4E00 <= 0x51FF { return 2 }
  if scalar < 0x300 { return scalar == 0xB7 ? 2 : 1 }
  return otherWidth(scalar)
}

@usableFromInline
func otherWidth(_ scalar: UInt32) -> Int {
  switch scalar {
  case 0x0300...0x036F, 0x200B...0x200F, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFEFF: 0
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
    0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
    2
  // Ambiguous in Unicode, wide in every Chinese terminal font.
  case 0x2018, 0x2019, 0x201C, 0x201D, 0x2014, 0x2026, 0x2460...0x24FF: 2
  default: 1
  }
}

/// The number of terminal columns that a text takes.
public func terminalWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + terminalWidth($1.value) }
}
