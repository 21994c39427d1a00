/// Parallel lines inside a shape.
enum Hatch {
  /// The pieces of parallel lines that lie inside a closed outline.
  ///
  /// - Parameters:
  ///   - direction: a unit vector.
  ///   - distance: between the lines, in points.
  static func lines(
    across outline: [Point], along direction: Point, distance: Double
  ) -> [(Point, Point)] {
    // In turned coordinates the lines are level: u runs along them, v across.
    let turned = outline.map {
      Point($0.x * direction.x + $0.y * direction.y, $0.y * direction.x - $0.x * direction.y)
    }
    guard let least = turned.map(\.y).min(), let most = turned.map(\.y).max(),
      most - least < 4000
    else { return [] }
    var pieces: [(Point, Point)] = []
    var v = (Double(Int(least / distance)) - 1) * distance
    while v < most {
      if v > least {
        let crossings = crossings(turned, v)
        for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
          let ends = [crossings[pair], crossings[pair + 1]].map {
            Point($0 * direction.x - v * direction.y, $0 * direction.y + v * direction.x)
          }
          pieces.append((ends[0], ends[1]))
        }
      }
      v += distance
    }
    return pieces
  }

  /// Where a level line crosses an outline, in order.
  private static func crossings(_ outline: [Point], _ v: Double) -> [Double] {
    var crossings: [Double] = []
    for (index, from) in outline.enumerated() {
      let to = outline[(index + 1) % outline.count]
      guard (from.y <= v) != (to.y <= v) else { continue }
      crossings.append(from.x + (v - from.y) / (to.y - from.y) * (to.x - from.x))
    }
    return crossings.sorted()
  }
}
