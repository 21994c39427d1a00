import TestSupport
import Typography

@testable import ReportLayout

/// Paragraphs of type of 10 points in squares of fixed width, so that widths can be read off.
struct LineFixture {
  var paragraph: ShapedParagraph

  init(_ text: String, level: LineBreakLevel = .basic, latinSpace: Double = 0.25) {
    let piece = ShapedParagraph.Piece(
      text: CleanText([UInt8](text.utf8)).bytes, style: TextStyle(.body, size: 10))
    paragraph = ShapedParagraph(
      [piece], level: level, latinSpace: latinSpace, shaper: ShaperBox(FixedWidthShaper()))
  }

  func ranges(
    _ width: Double, indent: Double = 0, mode: LineBreaker.Mode = .justified
  ) -> [Range<Int>] {
    var breaker = LineBreaker(
      paragraph, firstWidth: (width - indent) * 10, width: width * 10, mode: mode)
    return breaker.lines()
  }

  /// The text of each line when lines hold so many characters.
  func lines(
    _ width: Double, indent: Double = 0, mode: LineBreaker.Mode = .justified
  ) -> [String] {
    ranges(width, indent: indent, mode: mode).map { range in
      let start = paragraph.clusters[range.lowerBound].start
      let end =
        range.upperBound < paragraph.clusters.count
        ? paragraph.clusters[range.upperBound].start : paragraph.text.count
      return String(decoding: paragraph.text[start..<end], as: UTF8.self)
    }
  }

  /// Sets all clusters as one line of so many characters.
  func set(_ width: Double, justified: Bool = true) -> SetLine {
    LineSetter.set(
      paragraph, 0..<paragraph.clusters.count, width: width * 10, justified: justified)
  }

  /// The advances of the glyphs of a line, in characters.
  func advances(_ width: Double, justified: Bool = true) -> [Double] {
    set(width, justified: justified).parts.flatMap(\.run.glyphs).map {
      Double(Int($0.advance * 100 + 0.5)) / 1000
    }
  }

  /// Where the glyphs of a line are drawn, in characters from its start.
  func places(_ width: Double, justified: Bool = true) -> [Double] {
    var pen = 0.0
    return set(width, justified: justified).parts.flatMap(\.run.glyphs).map { glyph in
      let place = pen + glyph.xOffset
      pen += glyph.advance
      return Double(Int(place * 100 + (place < 0 ? -0.5 : 0.5))) / 1000
    }
  }
}
