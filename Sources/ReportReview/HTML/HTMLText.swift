internal import FiscalText

/// Writes HTML. Text of users only ever goes through ``text(_:)`` and ``attribute(_:_:)``, which
/// leave nothing in it that could be markup; markup is only ever a literal of the program.
struct HTMLText {
  private(set) var bytes: [UInt8] = []

  mutating func markup(_ literal: StaticString) {
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func number(_ value: Int) { bytes.append(contentsOf: String(value).utf8) }

  mutating func text(_ text: String) { escape(text.utf8) }

  mutating func text(_ utf8: some Sequence<UInt8>) { escape(utf8) }

  /// An attribute with the space before it.
  mutating func attribute(_ name: StaticString, _ value: String) {
    markup(" ")
    markup(name)
    markup("=\"")
    escape(value.utf8)
    markup("\"")
  }

  /// An element with text in it.
  mutating func element(_ name: StaticString, class style: StaticString? = nil, _ text: String) {
    markup("<")
    markup(name)
    if let style {
      markup(" class=\"")
      markup(style)
      markup("\"")
    }
    markup(">")
    self.text(text)
    markup("</")
    markup(name)
    markup(">")
  }

  /// Bytes that this program made itself and that are safe where they go.
  mutating func raw(_ bytes: [UInt8]) { self.bytes.append(contentsOf: bytes) }

  mutating func takeBytes() -> [UInt8] {
    defer { bytes.removeAll(keepingCapacity: true) }
    return bytes
  }

  private mutating func escape(_ utf8: some Sequence<UInt8>) {
    var lead: (UInt8, UInt8) = (0, 0)
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "&"): markup("&amp;")
      case UInt8(ascii: "<"): markup("&lt;")
      case UInt8(ascii: ">"): markup("&gt;")
      case UInt8(ascii: "\""): markup("&quot;")
      case UInt8(ascii: "'"): markup("&#39;")
      case 0x09, 0x0A, 0x0D: bytes.append(UInt8(ascii: " "))
      case 0..<0x20, 0x7F: markup("\u{FFFD}")
      default:
        bytes.append(byte)
        if lead.0 == 0xE2, isDirectionMark(lead.1, byte) {
          bytes.removeLast(3)
          markup("\u{FFFD}")
        } else if lead.1 == 0xC2, byte < 0xA0 {
          bytes.removeLast(2)
          markup("\u{FFFD}")
        }
      }
      lead = (lead.1, byte)
    }
  }

  /// U+202A–U+202E and U+2066–U+2069 turn the direction of all that follows.
  private func isDirectionMark(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 && (0xAA...0xAE).contains(third)
      || second == 0x81 && (0xA6...0xA9).contains(third)
  }
}
