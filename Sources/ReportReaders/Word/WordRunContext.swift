internal import FiscalModel

/// What holds for all the text of a run.
struct WordRunContext {
  var style: WordStyle
  /// The font of its Western characters, which symbols are set in.
  var font: String
  var place: Place

  /// The text of `w:t`: white space at its ends counts only where the file says so, line ends are
  /// spaces, and private characters of symbol fonts become real ones.
  func text(_ node: XMLNode) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in node.text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D: scalars.append(" ")
      // A soft hyphen is no character of the text.
      case 0xAD: break
      case 0xF000...0xF0FF:
        scalars.append(contentsOf: WordSymbol.text(font: font, code: scalar.value).unicodeScalars)
      default: scalars.append(scalar)
      }
    }
    let text = String(scalars)
    return node["space"] == "preserve" ? text : Self.trimmed(text)
  }

  private static func trimmed(_ text: String) -> String {
    let bytes = text.utf8.drop { $0 <= 0x20 }
    guard let end = bytes.lastIndex(where: { $0 > 0x20 }) else { return "" }
    return String(text[bytes.startIndex...end])
  }
}
