public import FiscalModel
public import ReportLint

/// A version of a document as it was read and checked, for comparing.
public struct ReadDocument: Sendable {
  let result: LintResult
  let content: ReviewContent
  /// Each number with the sentence around it, by item; nil where its text is not shown.
  let sentences: [String?]

  /// - Parameter result: made by a linter that explains.
  public init(_ result: LintResult, report: Report) {
    self.result = result
    let content = ReviewContent(result, texts: DocumentHTML.texts(of: report))
    self.content = content
    sentences = content.items.map { item in
      guard let stretch = item.stretch, !item.isCell else { return nil }
      return Self.sentence(around: stretch.range, in: content.index.texts[stretch.text].utf8)
    }
  }

  /// From behind the last 。 or ； before a range to the next one, without white space.
  private static func sentence(around range: Range<Int>, in text: [UInt8]) -> String {
    var start = range.lowerBound
    while start > 0, !isStop(text, endingAt: start) { start -= 1 }
    var end = range.upperBound
    while end < text.count, !isStop(text, endingAt: end) { end += 1 }
    return String(decoding: text[start..<end].filter { $0 > 0x20 }, as: UTF8.self)
  }

  private static func isStop(_ text: [UInt8], endingAt end: Int) -> Bool {
    guard end >= 3 else { return false }
    let mark = text[end - 3..<end]
    return mark.elementsEqual("。".utf8) || mark.elementsEqual("；".utf8)
  }
}
