import FiscalModel
import FiscalText
import TestSupport
import Typography

@testable import ReportLayout

/// The lines of one paragraph as a page shows them: how far each is indented, in characters, and
/// its text. Behind a character stands its width where that is not its own (one for Han, a half
/// for ASCII), and with ← how far it is drawn to the left: `（[0.5←0.5]一[1.25]2`.
struct LineSnapshot: CustomStringConvertible {
  private(set) var lines: [String] = []
  private let space: Double

  var description: String { lines.joined(separator: "\n") }

  /// - Parameters:
  ///   - columns: how many characters a line holds.
  ///   - isItem: whether the paragraph is an item of a numbered list.
  ///   - space: the width of a word space, in characters.
  init(
    _ text: String, columns: Int, isItem: Bool = false, space: Double = 0.5,
    _ change: (inout PageStyle) -> Void = { _ in }
  ) {
    self.space = space
    var style = PageStyle()
    style.body.size = 10
    style.lineCharacters = columns
    style.firstLineIndent = 0
    change(&style)
    var paragraph = Paragraph(TracedText(text))
    if isItem { paragraph.number = HeadingNumber.scan(paragraph.text.utf8) }
    var report = Report()
    report.parts = [SampleReport.section("说明", blocks: [.paragraph(paragraph)])]
    var typesetter = ReportTypesetter(style: style, shaper: FixedWidthShaper(space: space))
    let document = typesetter.typeset(report)
    for frame in document.frames { read(frame, document, left: style.innerMargin) }
  }

  private mutating func read(_ frame: Frame, _ document: PagedDocument, left: Double) {
    var baseline: Double?
    let roles: [StructureElement.Role] = [.paragraph, .label, .listBody]
    for piece in PageReading(frame).content
    where roles.contains(document.elements[piece.element ?? 0].role) {
      if piece.origin.y != baseline {
        lines.append(Self.number((piece.origin.x - left) / 10) + " ")
        baseline = piece.origin.y
      }
      lines[lines.count - 1] += text(piece.run)
    }
  }

  private func text(_ run: GlyphRun) -> String {
    var text = ""
    for (index, glyph) in run.glyphs.enumerated() {
      let end = index + 1 < run.glyphs.count ? run.glyphs[index + 1].cluster : run.text.count
      text += String(decoding: run.text[glyph.cluster..<end], as: UTF8.self)
      var notes = ""
      let byte = run.text[glyph.cluster]
      let natural = byte == 0x20 ? space : byte < 0x80 ? 0.5 : 1
      if abs(glyph.advance / 10 - natural) > 0.001 { notes = Self.number(glyph.advance / 10) }
      if glyph.xOffset < -0.001 { notes += "←" + Self.number(-glyph.xOffset / 10) }
      if !notes.isEmpty { text += "[\(notes)]" }
    }
    return text
  }

  /// Rounded to hundredths.
  private static func number(_ value: Double) -> String {
    let hundredths = Int(value * 100 + (value < 0 ? -0.5 : 0.5))
    let digits = String(hundredths % 100 + 100).dropFirst()
    let fraction = digits.last == "0" ? digits.dropLast() : digits
    return hundredths % 100 == 0 ? "\(hundredths / 100)" : "\(hundredths / 100).\(fraction)"
  }
}
