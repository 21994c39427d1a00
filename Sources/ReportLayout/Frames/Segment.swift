/// A straight line between two points.
struct Segment {
  private let from: Point
  private let to: Point

  init(_ from: Point, _ to: Point) {
    self.from = from
    self.to = to
  }

  /// Whether any of it lies in a rectangle, given by its least and its greatest corner
  /// (Liang and Barsky 1984).
  func crosses(_ least: Point, _ greatest: Point) -> Bool {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    var (first, last) = (0.0, 1.0)
    let edges = [
      (-dx, from.x - least.x), (dx, greatest.x - from.x), (-dy, from.y - least.y),
      (dy, greatest.y - from.y),
    ]
    for (direction, distance) in edges {
      if direction == 0 {
        if distance < 0 { return false }
      } else if direction < 0 {
        first = max(first, distance / direction)
      } else {
        last = min(last, distance / direction)
      }
    }
    return first <= last
  }
}
