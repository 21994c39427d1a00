/// A step along the outline of glyphs. Coordinates are in points, y grows upwards.
public enum OutlineStep: Hashable, Sendable {
  case move(x: Double, y: Double)
  case line(x: Double, y: Double)
  /// A cubic curve with its two control points.
  case curve(x1: Double, y1: Double, x2: Double, y2: Double, x: Double, y: Double)
  case close
}
