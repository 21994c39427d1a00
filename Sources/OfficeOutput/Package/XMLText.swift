internal import FiscalText

/// Writes text into XML 1.0: markup is escaped, and what XML cannot hold at all becomes a mark.
public enum XMLText {
  public static func escaped(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += Array("&amp;".utf8)
      case "<": bytes += Array("&lt;".utf8)
      case ">": bytes += Array("&gt;".utf8)
      case "\"": bytes += Array("&quot;".utf8)
      case "\u{FFFE}", "\u{FFFF}": bytes += Array("\u{FFFD}".utf8)
      default: bytes.append(contentsOf: String(printable(scalar)).utf8)
      }
    }
    return bytes
  }
}
