/// A path as it is drawn, of which only the straight lines along the page matter.
struct TracePath {
  enum Kind {
    case fill
    case stroke(width: Double)
    /// Nothing is drawn; what follows is seen inside of the path alone.
    case clip
  }

  /// The thickest that a ruling line may be, and the shortest.
  private static let thickest = 3.5
  private static let shortest = 3.0

  private let kind: Kind
  private let transform: AffineTransform
  private var points: [(x: Double, y: Double)] = []
  private var hasCurve = false
  private var rules: [Rule] = []
  /// The filled rectangle that the path ended with, which the next one may lie in or around.
  private var block: Extent?
  /// How far up and down the path goes.
  private(set) var reach: ClosedRange<Double>?

  init(_ kind: Kind, transform: AffineTransform) {
    self.kind = kind
    self.transform = transform
  }

  mutating func move(x: Double, y: Double) {
    endSubpath()
    points = [transform.apply(x: x, y: y)]
    extend(to: points[0].y)
  }

  mutating func line(x: Double, y: Double) {
    let point = transform.apply(x: x, y: y)
    if case .stroke(let width) = kind, let last = points.last {
      addStroke(from: last, to: point, width: width * transform.scale)
    }
    points.append(point)
    extend(to: point.y)
  }

  mutating func curve(x: Double, y: Double) {
    hasCurve = true
    points.append(transform.apply(x: x, y: y))
    extend(to: points[points.count - 1].y)
  }

  private mutating func extend(to y: Double) {
    guard case .clip = kind else { return }
    reach = reach.map { min($0.lowerBound, y)...max($0.upperBound, y) } ?? y...y
  }

  mutating func close() {
    if case .stroke(let width) = kind, let first = points.first, let last = points.last {
      addStroke(from: last, to: first, width: width * transform.scale)
    }
    endSubpath()
  }

  /// The ruling lines of the whole path.
  mutating func finish() -> [Rule] {
    endSubpath()
    return rules
  }

  private mutating func addStroke(
    from start: (x: Double, y: Double), to end: (x: Double, y: Double), width: Double
  ) {
    guard width <= Self.thickest else { return }
    let slack = 0.5
    if abs(start.y - end.y) <= slack, abs(start.x - end.x) > slack {
      add(true, (start.y + end.y) / 2, start.x, end.x)
    } else if abs(start.x - end.x) <= slack, abs(start.y - end.y) > slack {
      add(false, (start.x + end.x) / 2, start.y, end.y)
    }
  }

  private mutating func endSubpath() {
    defer {
      points = []
      hasCurve = false
    }
    guard case .fill = kind, !hasCurve, points.count >= 4, points.count <= 6,
      let extent = Extent(points)
    else { return }
    let isLow = extent.bottom - extent.top <= Self.thickest
    let isNarrow = extent.right - extent.left <= Self.thickest
    // Word draws the corner of two rules as a square of its own: it belongs to both.
    if isLow, isNarrow || extent.right - extent.left >= Self.shortest {
      add(true, (extent.top + extent.bottom) / 2, extent.left, extent.right)
    }
    if isNarrow, isLow || extent.bottom - extent.top >= Self.shortest {
      add(false, (extent.left + extent.right) / 2, extent.top, extent.bottom)
    }
    addFrame(extent)
  }

  /// A border may be drawn as the space between two rectangles, one in the other.
  private mutating func addFrame(_ extent: Extent) {
    defer { block = extent }
    guard let block else { return }
    let (outer, inner) = block.left <= extent.left ? (block, extent) : (extent, block)
    let widths = [
      inner.left - outer.left, outer.right - inner.right, inner.top - outer.top,
      outer.bottom - inner.bottom,
    ]
    guard widths.allSatisfy({ $0 >= 0 && $0 <= Self.thickest }), widths.contains(where: { $0 > 0 })
    else { return }
    for y in [(outer.top + inner.top) / 2, (outer.bottom + inner.bottom) / 2] {
      add(true, y, outer.left, outer.right)
    }
    for x in [(outer.left + inner.left) / 2, (outer.right + inner.right) / 2] {
      add(false, x, outer.top, outer.bottom)
    }
  }

  private mutating func add(_ isHorizontal: Bool, _ position: Double, _ a: Double, _ b: Double) {
    guard abs(position) < 100_000, abs(a) < 100_000, abs(b) < 100_000, rules.count < 1_000_000
    else { return }
    rules.append(
      Rule(isHorizontal: isHorizontal, position: position, start: min(a, b), end: max(a, b)))
  }

  /// How far a subpath goes to all sides.
  private struct Extent {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    init?(_ points: [(x: Double, y: Double)]) {
      guard let first = points.first else { return nil }
      (left, right, top, bottom) = (first.x, first.x, first.y, first.y)
      for point in points.dropFirst() {
        left = min(left, point.x)
        right = max(right, point.x)
        top = min(top, point.y)
        bottom = max(bottom, point.y)
      }
    }
  }
}
