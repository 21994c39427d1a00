/// What a chart draws, with the origin at the top left of the chart.
struct ChartCanvas {
  private(set) var items: [FrameItem] = []
  /// Where text stands, so that no two texts cover each other.
  private var taken: [(left: Double, right: Double, top: Double, bottom: Double)] = []

  /// Draws text whose baseline starts at a point.
  mutating func text(_ line: SetLine, x: Double, y: Double) {
    for part in line.parts {
      items.append(.glyphs(part.run, origin: Point(x + part.x, y), colour: .black))
    }
    taken.append((x, x + line.width, y - 0.88 * line.size, y + 0.12 * line.size))
  }

  /// Draws text at the first of some places where it covers no other; nowhere if there is none.
  mutating func text(_ line: SetLine, at places: [Point]) {
    guard let place = places.first(where: { isFree(line, $0) }) else { return }
    text(line, x: place.x, y: place.y)
  }

  private func isFree(_ line: SetLine, _ place: Point) -> Bool {
    let (top, bottom) = (place.y - 0.88 * line.size, place.y + 0.12 * line.size)
    return !taken.contains {
      $0.left < place.x + line.width + 1 && $0.right > place.x - 1 && $0.top < bottom
        && $0.bottom > top
    }
  }

  mutating func line(_ from: Point, _ to: Point, width: Double = 0.5, colour: Colour = .black) {
    items.append(.rule(from: from, to: to, width: width, colour: colour))
  }

  /// Draws another canvas lower down.
  mutating func add(_ other: ChartCanvas, down distance: Double) {
    items += other.items.map { $0.moved(by: Point(0, distance)) }
    taken += other.taken.map { ($0.left, $0.right, $0.top + distance, $0.bottom + distance) }
  }

  mutating func path(_ path: Path) { items.append(.path(path)) }

  mutating func bar(_ corner: Point, _ opposite: Point, fill: Int) {
    shape(
      [corner, Point(opposite.x, corner.y), opposite, Point(corner.x, opposite.y)], fill: fill)
  }

  /// Fills a shape with a colour and a hatching of the palette.
  mutating func shape(_ outline: [Point], fill: Int) {
    guard let first = outline.first else { return }
    var steps: [Path.Step] = [.move(first)]
    steps += outline.dropFirst().map { .line($0) }
    steps.append(.close)
    path(Path(steps: steps, fill: ChartPalette.colour(fill)))
    var hatches: [Path.Step] = []
    for direction in ChartPalette.hatching(fill).directions {
      for (from, to) in Hatch.lines(across: outline, along: direction, distance: 4) {
        hatches += [.move(from), .line(to)]
      }
    }
    if !hatches.isEmpty { path(Path(steps: hatches, stroke: .white, lineWidth: 0.8)) }
    path(Path(steps: steps, stroke: .black, lineWidth: 0.4))
  }
}
