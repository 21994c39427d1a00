internal import Typography

/// A line whose glyphs stand where they are drawn.
struct SetLine {
  struct Part {
    var run: GlyphRun
    /// The distance of its pen from the start of the line.
    var x: Double
    /// The offset of its first byte in the paragraph's text.
    var start: Int
  }

  var parts: [Part] = []
  /// Of what is visible.
  var width = 0.0
  /// The largest type on the line.
  var size = 0.0
}
