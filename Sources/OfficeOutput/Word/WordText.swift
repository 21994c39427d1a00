internal import FiscalModel
internal import FiscalText

/// Runs of text with the marks of comments between them.
struct WordText {
  private(set) var comments: [String] = []

  /// The runs of a text; remarks that overlap one before them are left out.
  mutating func runs(
    _ text: TracedText, _ remarks: [WordRemark], isBold: Bool = false
  ) -> String {
    var runs = ""
    var start = 0
    for remark in remarks
    where remark.range.lowerBound >= start && remark.range.upperBound <= text.utf8.count {
      runs += Self.run(text.string(start..<remark.range.lowerBound), isBold: isBold)
      let id = comments.count
      comments.append(remark.text)
      runs += #"<w:commentRangeStart w:id="\#(id)"/>"#
      runs += Self.run(text.string(remark.range), isBold: isBold, isMarked: remark.isBlank)
      runs += #"<w:commentRangeEnd w:id="\#(id)"/><w:r><w:rPr><w:rStyle"#
      runs += #" w:val="CommentReference"/></w:rPr><w:commentReference w:id="\#(id)"/></w:r>"#
      start = remark.range.upperBound
    }
    return runs + Self.run(text.string(start..<text.utf8.count), isBold: isBold)
  }

  /// One run; line ends and tabs are elements of their own.
  static func run(_ text: String, isBold: Bool = false, isMarked: Bool = false) -> String {
    guard !text.isEmpty else { return "" }
    var properties = ""
    if isBold { properties += "<w:b/><w:bCs/>" }
    if isMarked { properties += #"<w:highlight w:val="yellow"/>"# }
    var run = properties.isEmpty ? "<w:r>" : "<w:r><w:rPr>\(properties)</w:rPr>"
    var piece = String.UnicodeScalarView()
    func flush() {
      guard !piece.isEmpty else { return }
      run += #"<w:t xml:space="preserve">\#(escapedXML(String(piece)))</w:t>"#
      piece.removeAll()
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n":
        flush()
        run += "<w:br/>"
      case "\t":
        flush()
        run += "<w:tab/>"
      default: piece.append(scalar)
      }
    }
    flush()
    return run + "</w:r>"
  }
}
