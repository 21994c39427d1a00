/// The words of a quote as they are compared: a data file drops white space at the ends of a value
/// and parts it at bars, and a line may be broken elsewhere tomorrow.
struct QuoteKey: Hashable {
  let text: String

  init(_ quote: String) {
    var text = ""
    for scalar in quote.unicodeScalars where !Self.isLeftOut(scalar) {
      text.unicodeScalars.append(scalar)
    }
    self.text = text
  }

  /// The quote as it is written into a data file: on one line and without bars.
  static func written(_ quote: String) -> String {
    quote.unicodeScalars.split { isLeftOut($0) }.map { String($0) }.joined(separator: " ")
  }

  private static func isLeftOut(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "|" || scalar == "｜" || scalar.value < 0x20
  }
}
