/// Glyphs of one face and size that stand on one baseline, with the text that they show.
public struct GlyphRun: Hashable, Sendable {
  public struct Glyph: Hashable, Sendable {
    /// The glyph's index in its face.
    public var id: UInt32
    /// How far the pen moves, in points. Line breaking changes it to squeeze and justify.
    public var advance: Double
    /// How far the glyph is drawn from the pen, in points, to the right and up.
    public var xOffset: Double
    public var yOffset: Double
    /// The offset in ``GlyphRun/text`` of the first byte that the glyph shows.
    public var cluster: Int

    public init(
      id: UInt32, advance: Double, xOffset: Double = 0, yOffset: Double = 0, cluster: Int
    ) {
      self.id = id
      self.advance = advance
      self.xOffset = xOffset
      self.yOffset = yOffset
      self.cluster = cluster
    }
  }

  /// The face, as an index into its ``FontSet``.
  public var face: Int
  /// In points.
  public var size: Double
  public var glyphs: [Glyph]
  /// The text in UTF-8 that a reader gets back from the run.
  public var text: [UInt8]

  public init(face: Int, size: Double, glyphs: [Glyph], text: [UInt8]) {
    self.face = face
    self.size = size
    self.glyphs = glyphs
    self.text = text
  }

  /// The sum of the advances, in points.
  public var width: Double { glyphs.reduce(0) { $0 + $1.advance } }
}
