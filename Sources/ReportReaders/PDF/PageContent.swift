internal import FiscalModel

/// What stands on a page, in points from its top left corner.
struct PageContent: Sendable {
  /// 1-based.
  var number: Int
  var width: Double
  var height: Double
  var glyphs: [Glyph] = []
  var rules: [Rule] = []
  /// Where pictures lie.
  var pictures: [Box] = []
  /// The charts and drawings that a tagged file marks as such.
  var drawings: [Drawing] = []
  /// Why the page could not be read, in Chinese; nil if it could.
  var unreadReason: String?
  /// How the content was turned against the page to stand upright.
  var turn: QuarterTurn = .none
}

/// A character as it was drawn.
struct Glyph: Sendable {
  /// The code point, compatibility forms resolved; U+FFFD where the font does not tell.
  var scalar: UInt32
  /// Its origin on the baseline.
  var x: Double
  var y: Double
  /// How far it moves the pen along its line.
  var advance: Double
  /// The font size as drawn.
  var size: Double
  /// Which way its line runs.
  var direction: QuarterTurn
  /// Glyphs of one number were drawn in one go.
  var run: Int
  var isBold: Bool
  /// Drawn without ink, as the text layer of a scanned page is.
  var isHidden: Bool
  /// Marked as belonging to the paper, as running heads, page numbers and 续表 are.
  var isArtifact = false

  /// Whether the font does not tell the character, or gives it a code that only it understands.
  var isUnknown: Bool {
    scalar == 0xFFFD || (0xE000...0xF8FF).contains(scalar) || scalar < 0x20
  }

  var isSpace: Bool { scalar == 0x20 || scalar == 0x3000 }
  var end: Double { x + advance }
  var middle: Double { x + advance / 2 }

  /// The part of the line that Chinese characters fill: 0.88 of the size above the baseline.
  var top: Double { y - 0.88 * size }
  var bottom: Double { y + 0.12 * size }
  var centerY: Double { y - 0.38 * size }
}

/// A straight line that runs along the page, drawn as a stroke or as a thin rectangle.
struct Rule: Sendable {
  var isHorizontal: Bool
  /// y of a horizontal rule, x of a vertical one.
  var position: Double
  var start: Double
  var end: Double

  var length: Double { end - start }
}
