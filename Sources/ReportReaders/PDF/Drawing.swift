internal import FiscalModel

/// What stands between the marks of one figure in a tagged file: the labels of a chart and its
/// lines.
struct Drawing: Sendable {
  var glyphs: [Glyph] = []
  var rules: [Rule] = []

  /// Whether it holds running text, as the boxes of a drawn text field do: it is then read like
  /// any other text.
  var isText: Bool {
    glyphs.contains { Self.sentenceMarks.contains($0.scalar) }
  }

  private static let sentenceMarks: Set<UInt32> = [0x3002, 0xFF1B, 0xFF0C]

  /// Its extent; nil if nothing was drawn.
  var box: Box? {
    let boxes =
      glyphs.filter { !$0.isSpace }.map {
        Box(x: $0.x, y: $0.top, width: $0.advance, height: $0.size)
      }
      + rules.map { rule in
        rule.isHorizontal
          ? Box(x: rule.start, y: rule.position, width: rule.length, height: 0)
          : Box(x: rule.position, y: rule.start, width: 0, height: rule.length)
      }
    guard let first = boxes.first else { return nil }
    return boxes.dropFirst().reduce(first) { $0.union($1) }
  }
}
