internal import FiscalModel
internal import FiscalText

/// A piece of a document on its way from raw blocks to the report. Most are lines; what is larger is
/// boxed, since each step of the assembly hands all pieces on.
enum Piece {
  case line(DraftLine)
  indirect case table(RawTable)
  indirect case figure(Figure)
  /// A table whose rows came as lines of text.
  indirect case flat(FlatTable)
  /// What needs no more work.
  indirect case block(Block)
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

  /// - Parameter shape: what the line looks like, where a reader has worked it out.
  init(_ raw: RawLine, shape: LineShape? = nil) {
    self.raw = raw
    self.shape = shape ?? LineShape(raw.text.utf8)
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
