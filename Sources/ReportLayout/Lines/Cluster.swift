/// The smallest piece of shaped text: the glyphs of one or more characters that stay together,
/// with what spacing may do to them. Lengths are in points.
struct Cluster {
  /// The offset of its first byte in the text of its paragraph.
  var start: Int
  var run: Int32
  /// Its glyphs and bytes in the run.
  var glyphs: Range<Int32>
  var bytes: Range<Int32>
  var scalar: UInt32
  var kind: CharacterClass
  /// The size of its type.
  var size: Double
  /// How far the pen moves, marks beside it taken into account.
  var advance: Double
  /// How far its glyphs are drawn to the left of where they would be.
  var shift = 0.0
  /// The Han–Latin space behind it, when a character follows on the same line.
  var gap = 0.0
  /// The blank that it loses at the end of a line.
  var endTrim = 0.0
  /// The blank that it loses at the start of a line.
  var startTrim = 0.0
  /// The blank that it may lose inside a line, and at which step of CLREQ's order.
  var shrink = 0.0
  var shrinkStep = ShrinkStep.none
  var breakAfter = Break.none
  /// Whether it is a space that is as wide in one line as in another.
  var isFixed = false
  /// Whether the space behind it may be stretched at the last step.
  var stretches = false

  enum Break: UInt8 { case none, allowed, forced }

  var isBlank: Bool { kind == .space || kind == .newline }
}

/// CLREQ's order of shrinking, after marks at line ends.
enum ShrinkStep: Int, CaseIterable {
  case none, wordSpace, midDot, bracket, pause, latinSpace, stop
}
