/// A linear map of the plane with a shift, as PDF writes it: x' = a·x + c·y + e.
struct AffineTransform: Sendable {
  var a = 1.0
  var b = 0.0
  var c = 0.0
  var d = 1.0
  var e = 0.0
  var f = 0.0

  func apply(x: Double, y: Double) -> (x: Double, y: Double) {
    (a * x + c * y + e, b * x + d * y + f)
  }

  /// Maps a direction, which has no place.
  func turn(x: Double, y: Double) -> (x: Double, y: Double) {
    (a * x + c * y, b * x + d * y)
  }

  /// How much lengths grow, in the mean of all directions.
  var scale: Double { abs(a * d - b * c).squareRoot() }
}
