internal import FiscalModel
internal import FiscalText

/// Reads the entries of the glossary (名词解释).
enum GlossaryReader {
  private static let titles = ["名词解释", "名词说明", "术语解释", "名词释义"].map { [UInt8]($0.utf8) }

  /// Whether a heading is that of the glossary.
  static func isGlossary(_ heading: TracedText?) -> Bool {
    guard let heading else { return false }
    let dense = DenseText.dense(heading.utf8)
    return titles.contains { dense.firstOffset(of: $0) != nil }
  }

  /// The entry that a paragraph of the glossary is, or nil.
  static func entry(_ line: DraftLine) -> GlossaryEntry? {
    let bytes = line.bytes
    var body = TextFields.trimmed(bytes, line.body)
    // （1）、基本支出
    if line.shape.number != nil, bytes.hasBytes(pause, at: body.lowerBound) {
      body = (body.lowerBound + pause.count)..<body.upperBound
    }
    guard let mark = firstMark(bytes, body) else { return nil }
    let term = unquoted(bytes, TextFields.trimmed(bytes, body.lowerBound..<mark.lowerBound))
    let explanation = TextFields.trimmed(bytes, mark.upperBound..<body.upperBound)
    let termShape = LineShape(bytes, in: term)
    guard termShape.count > 0, !explanation.isEmpty, termShape.commas == 0 else { return nil }
    let isNumbered = line.shape.number != nil
    guard isNumbered || termShape.count <= 40 && isExplanation(bytes, explanation) else {
      return nil
    }
    return GlossaryEntry(text: line.text, term: term, explanation: explanation)
  }

  private static let pause = [UInt8]("、".utf8)
  private static let marks = ["：", ":", "。", "是指", "，指"].map { [UInt8]($0.utf8) }
  private static let explanationStarts = ["指", "是指", "反映", "为", "即"].map { [UInt8]($0.utf8) }

  /// The first mark behind the term: a colon, a stop, or the word that explains.
  private static func firstMark(_ bytes: [UInt8], _ body: Range<Int>) -> Range<Int>? {
    var offset = body.lowerBound
    while offset < body.upperBound {
      for mark in marks where bytes.hasBytes(mark, at: offset) {
        // 是指 belongs to the explanation; the others part it from the term.
        let isWord = mark.count == 6 && isIdeograph(decodeScalar(mark, at: 0).scalar)
        return offset..<(offset + (isWord ? 0 : min(mark.count, 3)))
      }
      offset += decodeScalar(bytes, at: offset).length
    }
    return nil
  }

  private static func isExplanation(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    explanationStarts.contains { bytes.hasBytes($0, at: range.lowerBound) }
  }

  /// A term that is quoted as a whole, without its quotation marks.
  private static func unquoted(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    guard range.count > 6, bytes.hasBytes(opening, at: range.lowerBound),
      bytes.hasBytes(closing, at: range.upperBound - 3),
      bytes.firstOffset(of: closing, from: range.lowerBound) == range.upperBound - 3
    else { return range }
    return (range.lowerBound + 3)..<(range.upperBound - 3)
  }

  private static let opening = [UInt8]("“".utf8)
  private static let closing = [UInt8]("”".utf8)
}
