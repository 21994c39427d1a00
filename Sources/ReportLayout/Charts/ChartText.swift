/// Sets the words and numbers of a chart.
struct ChartText {
  let textStyle: TextStyle
  private let style: PageStyle
  private let shaper: any LineShaper
  /// Characters that no face has.
  private(set) var missing: [Unicode.Scalar] = []
  /// The factor on the height of what is plotted.
  var plotScale = 1.0

  init(_ style: PageStyle, _ shaper: any LineShaper) {
    self.style = style
    self.shaper = shaper
    textStyle = style.chartText
  }

  var size: Double { textStyle.size }
  var lineHeight: Double { textStyle.size * 1.25 }

  mutating func line(_ text: String) -> SetLine {
    let paragraph = shape(text)
    return LineSetter.set(
      paragraph, 0..<paragraph.clusters.count, width: paragraph.naturalWidth, justified: false)
  }

  mutating func lines(_ text: String, width: Double) -> [SetLine] {
    let paragraph = shape(text)
    return LineBreaker.balancedLines(of: paragraph, width: width).map {
      LineSetter.set(paragraph, $0, width: width, justified: false)
    }
  }

  private mutating func shape(_ text: String) -> ShapedParagraph {
    let bytes = CleanText([UInt8](text.utf8)).bytes
    let paragraph = ShapedParagraph(
      [.init(text: bytes, style: textStyle)], level: style.breakLevel,
      latinSpace: style.latinSpace, shaper: shaper)
    for offset in paragraph.missing {
      let rest = String(decoding: bytes[offset...], as: UTF8.self)
      if let scalar = rest.unicodeScalars.first { missing.append(scalar) }
    }
    return paragraph
  }
}
