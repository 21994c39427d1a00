extension LineBreaker {
  /// Lines that are as equally long as can be, as few as the width allows: those of titles and
  /// heads.
  static func balancedLines(of paragraph: ShapedParagraph, width: Double) -> [Range<Int>] {
    var breaker = LineBreaker(paragraph, firstWidth: width, width: width, mode: .ragged)
    let lines = breaker.lines()
    guard lines.count > 1 else { return lines }
    let edges = LineEdges(paragraph)
    let title = TitleBreaker(paragraph, width: width, edges: edges)
    guard let whole = title.lines(lines.count) else {
      return narrowed(lines, of: paragraph, width, edges)
    }
    // A long title takes one line more rather than that a word is torn.
    if whole.tornWords > 0, paragraph.clusters.count > shortest,
      let longer = title.lines(lines.count + 1), longer.tornWords < whole.tornWords
    {
      return longer.ranges
    }
    return whole.ranges
  }

  /// Heads of columns stay as low as they can be.
  private static let shortest = 20

  /// As many lines in the narrowest width in which they find room.
  private static func narrowed(
    _ lines: [Range<Int>], of paragraph: ShapedParagraph, _ width: Double, _ edges: LineEdges
  ) -> [Range<Int>] {
    var best = lines
    var narrow = paragraph.naturalWidth / Double(best.count)
    var wide = width
    for _ in 0..<8 {
      let middle = (narrow + wide) / 2
      var breaker = LineBreaker(
        paragraph, firstWidth: middle, width: middle, mode: .ragged, edges: edges)
      let lines = breaker.lines()
      let isOverfull = lines.contains {
        LineMeasure(from: edges.starts[$0.lowerBound], to: edges.ends[$0.upperBound]).width
          > middle + 0.001
      }
      if lines.count <= best.count, !isOverfull {
        best = lines
        wide = middle
      } else {
        narrow = middle
      }
    }
    return best
  }
}
