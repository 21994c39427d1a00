internal import FiscalModel
internal import FiscalText

/// A paragraph while its runs are read.
struct WordParagraph {
  private struct Line {
    var text = TracedText()
    /// Characters that are no spaces, and how many of them are bold.
    var inked = 0
    var bold = 0
    var fontSize: Double?
  }

  private enum Piece {
    case line(Line)
    case pageBreak
  }

  /// What is known of the paragraph as a whole; of joined paragraphs the last counts, as in Word.
  var style: WordStyle
  /// Figures, text boxes and notes that are anchored in it, in order.
  var attachments: [RawBlock] = []
  private var finished: [Piece] = []
  private var line = Line()

  init(style: WordStyle) { self.style = style }

  mutating func append(_ text: String, style: WordStyle, place: Place) {
    var count = 0
    for scalar in text.unicodeScalars where !isSpace(scalar.value) { count += 1 }
    if count > 0, line.fontSize == nil { line.fontSize = style.fontSize }
    line.inked += count
    if style.isBold == true { line.bold += count }
    line.text.append(text, place: place)
  }

  /// A line that was ended by hand stands for itself.
  mutating func breakLine() {
    finished.append(.line(line))
    line = Line()
  }

  mutating func breakPage() {
    breakLine()
    finished.append(.pageBreak)
  }

  /// The paragraph's lines and page breaks, then what is anchored in it. Empty lines are left
  /// out.
  func blocks() -> [RawBlock] {
    let pieces = finished + [.line(line)]
    return pieces.compactMap(block) + attachments
  }

  private func block(_ piece: Piece) -> RawBlock? {
    guard case .line(let line) = piece else { return .pageBreak }
    let text = line.text.trimmed()
    guard !text.isEmpty else { return nil }
    var raw = RawLine(text, extent: .paragraph)
    raw.headingLevel = style.outlineLevel.flatMap { (0...8).contains($0) ? $0 + 1 : nil }
    raw.isBold = line.bold == line.inked && line.bold > 0
    raw.fontSize = line.fontSize
    raw.alignment = style.alignment ?? .justified
    raw.indent = indent(of: line)
    return .line(of: raw)
  }

  /// The indent that is set, and the spaces that were typed for one.
  private func indent(of line: Line) -> Double? {
    var typed = 0.0
    for scalar in line.text.string.unicodeScalars {
      guard isSpace(scalar.value) else { break }
      typed += scalar.value == 0x3000 ? 1 : 0.5
    }
    let set = style.indent.characters(fontSize: line.fontSize ?? style.fontSize ?? 0)
    return set == nil && typed == 0 ? nil : (set ?? 0) + typed
  }
}
