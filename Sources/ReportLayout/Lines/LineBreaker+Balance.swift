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
    let title = TitleBreaker(paragraph, width: width)
    guard let whole = title.lines(best.count) else { return best }
    // A long title takes one line more rather than that a word is torn.
    if whole.tornWords > 0, paragraph.clusters.count > shortest,
      let longer = title.lines(best.count + 1), longer.tornWords < whole.tornWords
    {
      return longer.ranges
    }
    return whole.ranges
  }

  /// Heads of columns stay as low as they can be.
  private static let shortest = 20

  private static func ragged(_ paragraph: ShapedParagraph, _ width: Double) -> [Range<Int>] {
    var breaker = LineBreaker(paragraph, firstWidth: width, width: width, mode: .ragged)
    return breaker.lines()
  }
}
