internal import FiscalModel

/// A piece of a document as a file reader hands it to the assembler, in reading order. File
/// readers know their format; what a piece is in a disclosure is worked out once, for all of them.
///
/// What is no line is boxed, since each step hands all blocks on and most are lines.
enum RawBlock: Sendable {
  case line(DraftLine)
  indirect case table(RawTable)
  indirect case figure(Figure)
  /// A page ends here.
  case pageBreak
}

extension RawBlock {
  /// - Parameter shape: what the line looks like, where a reader has worked it out.
  static func line(of raw: RawLine, shape: LineShape? = nil) -> RawBlock {
    .line(DraftLine(raw, shape: shape))
  }
}

/// A line or paragraph of text.
struct RawLine: Sendable {
  /// How much of a paragraph the line is.
  enum Extent: Sendable {
    /// A whole paragraph, as Word and Markdown give it.
    case paragraph
    /// A printed line, which may go on in the next one.
    case printedLine
  }

  var text: TracedText
  var extent: Extent
  /// The heading level that the format itself states (1-based), or nil.
  var headingLevel: Int?
  var isBold = false
  /// In points; nil where the format does not tell.
  var fontSize: Double?
  var alignment: Paragraph.Alignment = .justified
  /// The distance of the first character from the left edge of the text block, in characters of
  /// its own size; nil where the format does not tell.
  var indent: Double?
  /// Whether the line stops clearly short of the right edge, so that its paragraph ends with it;
  /// nil where the format does not tell.
  var endsShort: Bool?

  init(_ text: TracedText, extent: Extent) {
    self.text = text
    self.extent = extent
  }
}

/// A grid of cells. Title, unit and department lines around it come as lines.
struct RawTable: Sendable {
  /// All rows from the top, heads included, spans set. A cell stands at its top left corner only.
  var rows: [[Cell]]
  var columnCount: Int
  /// How many of the rows are heads, where the format tells.
  var headRowCount: Int?
  /// Whether the format tells that it goes on with the table before it: the same grid on the next
  /// page, with nothing between. Repeated heads are still among its rows.
  var continues = false
  /// Whether its cells were told apart in printed lines, so that a number may stand torn in
  /// several.
  var mayBeTorn = false

  init(rows: [[Cell]], columnCount: Int) {
    self.rows = rows
    self.columnCount = columnCount
  }
}
