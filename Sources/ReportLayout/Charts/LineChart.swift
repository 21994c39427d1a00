/// Lines over labels that follow each other.
enum LineChart {
  static func draw(_ data: ChartData, width: Double, _ text: inout ChartText) -> Chart {
    var chart = Chart(width: width)
    var top = text.lineHeight * 1.6
    if data.series.count > 1 { top += chart.legend(data.series.map(\.name), &text) }
    let plot = 140 * text.plotScale
    let slot = width / Double(max(1, data.labels.count))
    let range = data.range
    let scale = plot / (range.upperBound - range.lowerBound)
    let zero = top + range.upperBound * scale
    let bottom = top + plot
    var deepest = 0
    for (column, label) in data.labels.enumerated() {
      let lines = text.lines(label, width: slot * 0.92)
      deepest = max(deepest, lines.count)
      chart.centred(lines, x: (Double(column) + 0.5) * slot, top: bottom + 4, text)
    }
    chart.canvas.line(Point(0, zero), Point(width, zero), width: 0.8)
    var lines: [(Point, Point)] = []
    for (index, series) in data.series.enumerated() {
      let points = series.values.enumerated().map { column, value in
        value.map { Point((Double(column) + 0.5) * slot, zero - $0 * scale) }
      }
      drawLine(points, index, &chart)
      for (from, to) in zip(points, points.dropFirst()) {
        if let from, let to { lines.append((from, to)) }
      }
      for case let point? in points {
        let half = markSize / 2 + 0.5
        lines.append((Point(point.x, point.y - half), Point(point.x, point.y + half)))
        lines.append((Point(point.x - half, point.y), Point(point.x + half, point.y)))
      }
    }
    for series in data.series {
      for (column, value) in series.values.enumerated() {
        guard let value else { continue }
        let point = Point((Double(column) + 0.5) * slot, zero - value * scale)
        label(series.texts[column], point, bottom, lines, &chart, &text)
      }
    }
    chart.height = bottom + 4 + Double(deepest) * text.lineHeight
    return chart
  }

  private static let markSize = 5.0

  /// A line of its own colour and dashes, with a mark at every value; a missing value parts it.
  private static func drawLine(_ points: [Point?], _ index: Int, _ chart: inout Chart) {
    var steps: [Path.Step] = []
    var isOpen = false
    for point in points {
      guard let point else {
        isOpen = false
        continue
      }
      steps.append(isOpen ? .line(point) : .move(point))
      isOpen = true
    }
    let dashes: [[Double]] = [[], [6, 2], [2, 2], [8, 2, 2, 2]]
    chart.canvas.path(
      Path(
        steps: steps, stroke: ChartPalette.colour(index), lineWidth: 1.5,
        dashes: dashes[index % dashes.count]))
    for case let point? in points {
      chart.canvas.bar(
        Point(point.x - markSize / 2, point.y - markSize / 2),
        Point(point.x + markSize / 2, point.y + markSize / 2), fill: index)
    }
  }

  /// Writes a value beside its point, at the first place that no text and no line takes; where
  /// there is none without a line, across it.
  private static func label(
    _ value: String, _ point: Point, _ bottom: Double, _ lines: [(Point, Point)],
    _ chart: inout Chart, _ text: inout ChartText
  ) {
    let line = text.line(value)
    let places = [0.5, 1.06, -0.06].flatMap { share -> [Point] in
      let x = min(max(0, point.x - line.width * share), chart.width - line.width)
      let above = (0..<3).map { Point(x, point.y - 5 - Double($0) * text.lineHeight) }
      let below = (0..<2).map { Point(x, point.y + 6 + text.size + Double($0) * text.lineHeight) }
      return above + below
    }.filter { $0.y > text.size && $0.y < bottom - 0.2 * text.size }
    let clear = places.filter { place in
      let corner = Point(place.x - 1, place.y - 0.88 * line.size)
      let opposite = Point(place.x + line.width + 1, place.y + 0.12 * line.size)
      return !lines.contains { Segment($0.0, $0.1).crosses(corner, opposite) }
    }
    chart.canvas.text(line, at: clear + places)
  }
}
