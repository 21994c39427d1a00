internal import FiscalModel
internal import FiscalText

/// A piece of a document on its way from raw blocks to the report.
enum Piece {
  case line(DraftLine)
  case table(RawTable)
  case figure(Figure)
  /// A table whose rows came as lines of text.
  case flat(FlatTable)
  /// What needs no more work.
  case block(Block)
  case pageBreak

  var line: DraftLine? {
    guard case .line(let line) = self else { return nil }
    return line
  }
}

/// A line or a joined paragraph with what it looks like. A class, since lines are handed from one
/// step of the assembly to the next many times.
final class DraftLine: Sendable {
  let raw: RawLine
  let shape: LineShape

  init(_ raw: RawLine) {
    self.raw = raw
    shape = raw.shape ?? LineShape(raw.text.utf8)
  }

  var text: TracedText { raw.text }
  var bytes: [UInt8] { raw.text.utf8 }

  /// The bytes behind the heading number.
  var body: Range<Int> { (shape.number?.range.upperBound ?? 0)..<bytes.count }

  /// The paragraph that the line makes.
  var paragraph: Paragraph {
    Paragraph(
      raw.text, number: shape.number, isBold: raw.isBold, alignment: raw.alignment)
  }
}
