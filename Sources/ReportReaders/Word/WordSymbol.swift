/// Characters of symbol fonts (`w:sym`, or private code points in text), as Unicode.
enum WordSymbol {
  /// What is printed for a code of a symbol font; the replacement character where it is unknown.
  static func text(font: String, code: UInt32) -> String {
    // Codes are given with or without the private-use offset.
    let code = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code
    if code > 0xFF { return Unicode.Scalar(code).map { String(Character($0)) } ?? "\u{FFFD}" }
    return wingdings(font)?[code] ?? "\u{FFFD}"
  }

  private static func wingdings(_ font: String) -> [UInt32: String]? {
    switch font.lowercased() {
    case "wingdings": boxes
    case "wingdings 2": boxes2
    case "symbol": symbols
    default: nil
    }
  }

  private static let boxes: [UInt32: String] = [
    0x6C: "●", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x76: "❖",
    0x80: "⓪", 0x81: "①", 0x82: "②", 0x83: "③", 0x84: "④", 0x85: "⑤", 0x86: "⑥", 0x87: "⑦",
    0x88: "⑧", 0x89: "⑨", 0x8A: "⑩", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★",
    0xD8: "➢", 0xE0: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
  ]

  private static let boxes2: [UInt32: String] = [
    0x30: "☑", 0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□",
  ]

  private static let symbols: [UInt32: String] = [
    0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "·", 0xB8: "÷", 0xB9: "≠",
    0xBB: "≈", 0xA5: "∞", 0xAE: "→", 0xE5: "∑",
  ]
}
