extension LineBreaker {
  /// Lines that are as equally long as can be, as few as the width allows: those of titles and
  /// heads.
  static func balancedLines(of paragraph: ShapedParagraph, width: Double) -> [Range<Int>] {
    var best = ragged(paragraph, width)
    guard best.count > 1 else { return best }
    var narrow = paragraph.naturalWidth / Double(best.count)
    var wide = width
    for _ in 0..<8 {
      let middle = (narrow + wide) / 2
      let lines = ragged(paragraph, middle)
      let isOverfull = lines.contains { LineMeasure(paragraph, $0).width > middle + 0.001 }
      if lines.count <= best.count, !isOverfull {
        best = lines
        wide = middle
      } else {
        narrow = middle
      }
    }
    return TitleBreaker(paragraph, width: width, lineCount: best.count).lines() ?? best
  }

  private static func ragged(_ paragraph: ShapedParagraph, _ width: Double) -> [Range<Int>] {
    var breaker = LineBreaker(paragraph, firstWidth: width, width: width, mode: .ragged)
    return breaker.lines()
  }
}
