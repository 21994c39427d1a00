/// Measures of a face that a PDF font descriptor states, in thousandths of the em.
public struct FontMetrics: Hashable, Sendable {
  public var postScriptName: String
  /// The smallest box that holds every glyph: left, bottom, right, top.
  public var boundingBox: [Int]
  public var ascent: Int
  /// Negative below the baseline.
  public var descent: Int
  public var capHeight: Int
  /// Degrees anticlockwise from upright.
  public var italicAngle: Int
  /// OS/2 weight class, 400 for regular and 700 for bold.
  public var weight: Int
}
