/// Lines that belong together: a paragraph, a heading, a caption.
struct TextBlock {
  struct Line {
    var line: SetLine
    /// From the left edge of the text block.
    var x: Double
    var height: Double
    /// From the top of the line.
    var baseline: Double
  }

  /// A part of the text with an element of its own.
  struct Segment {
    /// The offset of its first byte in the paragraph's text.
    var start: Int
    var element: Int
  }

  var lines: [Line]
  /// In the order of their starts; the first starts at 0.
  var segments: [Segment]
  var spaceBefore = 0.0
  var spaceAfter = 0.0
  var anchor: Int?
  /// Whether the block may not be parted.
  var isWhole = false

  var height: Double { lines.reduce(0) { $0 + $1.height } }

  /// How much of the block has to stand on a page if any of it does.
  var startHeight: Double {
    let count = isWhole ? lines.count : (lines.count <= 3 ? lines.count : 2)
    return lines.prefix(count).reduce(0) { $0 + $1.height }
  }
}
