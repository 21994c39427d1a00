/// What a line would measure if it held a range of clusters.
struct LineMeasure {
  /// With marks at its ends cut to half, blanks at its ends left out.
  let width: Double
  let shrink: Double
  let stretch: Double
  let gaps: Double
  let size: Double
  /// Whether the line holds one character, its mark aside.
  let isSingleCharacter: Bool

  init(_ paragraph: ShapedParagraph, _ range: Range<Int>) {
    let visible = Self.visible(paragraph, range)
    self.init(
      from: .init(paragraph, first: visible.lowerBound),
      to: .init(paragraph, last: visible.upperBound - 1))
  }

  /// A line between two places of a paragraph.
  init(from start: LineEdges.Start, to end: LineEdges.End) {
    guard end.last >= start.first else {
      (width, shrink, stretch, gaps, size) = (0, 0, 0, 0, 1)
      isSingleCharacter = false
      return
    }
    let headTrim = end.last > start.first ? start.trim : 0
    width = end.sums.width - start.sums.width + end.advance - end.trim - headTrim
    shrink = max(0, end.sums.shrink - start.sums.shrink - min(headTrim, start.shrink))
    stretch = end.sums.stretch - start.sums.stretch
    gaps = end.sums.gaps - start.sums.gaps
    size = end.size
    isSingleCharacter = end.last == start.first || end.last == start.first + 1 && end.isMark
  }

  /// The range without blanks at its ends.
  static func visible(_ paragraph: ShapedParagraph, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while end > start, paragraph.clusters[end - 1].isBlank { end -= 1 }
    while start < end, paragraph.clusters[start].isBlank { start += 1 }
    return start..<end
  }
}
