internal import ReportLayout
internal import Typography

/// A rectangle from the top left corner of the page, in points.
struct Bounds {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  init(_ point: Point) {
    left = point.x
    right = point.x
    top = point.y
    bottom = point.y
  }

  init(x: Double, y: Double, width: Double, height: Double) {
    left = x
    top = y
    right = x + width
    bottom = y + height
  }

  /// What an item covers; nil for what is not drawn.
  init?(_ item: FrameItem) {
    switch item {
    case .glyphs(let run, let origin, _):
      self.init(x: origin.x, y: origin.y - run.size, width: run.width, height: 1.25 * run.size)
    case .rule(let from, let to, _, _):
      self = Bounds(from).union(Bounds(to))
    case .path(let path):
      let points = path.steps.flatMap { step -> [Point] in
        switch step {
        case .move(let point), .line(let point): [point]
        case .curve(let first, let second, let end): [first, second, end]
        case .close: []
        }
      }
      guard let first = points.first else { return nil }
      self = points.reduce(Bounds(first)) { $0.union(Bounds($1)) }
    case .beginContent, .beginArtifact, .end, .link: return nil
    }
  }

  func union(_ other: Bounds) -> Bounds {
    var union = self
    union.left = min(left, other.left)
    union.top = min(top, other.top)
    union.right = max(right, other.right)
    union.bottom = max(bottom, other.bottom)
    return union
  }
}
