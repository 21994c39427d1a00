internal import FiscalText

/// Writes CSV (RFC 4180) that spreadsheet programs open as text: with a byte order mark, so that
/// they take it for UTF-8, and with no field that they would take for a formula.
struct CSVText {
  private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  mutating func row(_ fields: [String]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(field)
    }
    bytes += [0x0D, 0x0A]
  }

  mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func append(_ field: String) {
    let text = Self.safe(field)
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// A field that starts like a formula gets an apostrophe; plain numbers, negative ones too,
  /// stay what they are.
  private static func safe(_ field: String) -> String {
    let text = printable(field)
    guard let first = text.unicodeScalars.first(where: { $0 != " " }) else { return text }
    switch first {
    case "=", "@", "＝", "＠": return "'" + text
    case "+", "-", "＋", "－": return isNumber(text) ? text : "'" + text
    default: return text
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    let digits = text.dropFirst()
    return text.hasPrefix("-") && !digits.isEmpty
      && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }
  }
}
