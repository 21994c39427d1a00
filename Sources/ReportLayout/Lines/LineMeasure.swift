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
    guard let last = visible.last else {
      (width, shrink, stretch, gaps, size) = (0, 0, 0, 0, 1)
      isSingleCharacter = false
      return
    }
    let clusters = paragraph.clusters
    let (from, to) = (paragraph.sums[visible.lowerBound], paragraph.sums[last])
    let (head, tail) = (clusters[visible.lowerBound], clusters[last])
    let headTrim = visible.count > 1 ? head.startTrim : 0
    width = to.width - from.width + tail.advance - tail.endTrim - headTrim
    shrink = max(0, to.shrink - from.shrink - min(headTrim, head.shrink))
    stretch = to.stretch - from.stretch
    gaps = to.gaps - from.gaps
    size = tail.size
    isSingleCharacter =
      visible.count == 1
      || visible.count == 2 && clusters[last].kind.isNeverFirst && clusters[last].kind != .suffix
  }

  /// The range without blanks at its ends.
  static func visible(_ paragraph: ShapedParagraph, _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while end > start, paragraph.clusters[end - 1].isBlank { end -= 1 }
    while start < end, paragraph.clusters[start].isBlank { start += 1 }
    return start..<end
  }
}
