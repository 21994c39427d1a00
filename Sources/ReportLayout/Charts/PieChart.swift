internal import FiscalModel
internal import FiscalText

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A whole and its parts, as a pie or a ring, with a list of names, values and shares beside it.
/// Parts that are negative or missing have no slice; the list still names them.
struct PieChart {
  private let labels: [String]
  private let values: [PrintedNumber?]
  private let isRing: Bool
  private let radius: Double

  /// - Parameter scale: the factor on the size of the circle.
  init(_ figure: Figure, scale: Double) {
    radius = 66 * scale
    labels = figure.labels
    values = figure.series.first?.values ?? []
    isRing = figure.kind == .ring
  }

  func draw(width: Double, _ text: inout ChartText) -> Chart {
    var chart = Chart(width: width)
    let shares = labels.indices.map { text.line(share($0)).width }
    let margin = max(50, (shares.max() ?? 0) + 8)
    let listLeft = 2 * (radius + margin) + 10
    let rows = labels.indices.map { index in
      text.lines(row(index), width: max(60, width - listLeft - 2 * text.size))
    }
    let listHeight = rows.reduce(0) { $0 + Double($1.count) * text.lineHeight + 3 }
    chart.height = max(2 * radius + 4 * text.lineHeight, listHeight)
    let centre = Point(radius + margin, chart.height / 2)
    drawSlices(centre, &chart, &text)
    var y = (chart.height - listHeight) / 2
    for (index, lines) in rows.enumerated() {
      chart.canvas.bar(
        Point(listLeft, y + 1), Point(listLeft + text.size, y + text.size), fill: index)
      for line in lines {
        chart.canvas.text(line, x: listLeft + 1.5 * text.size, y: y + 0.88 * text.size)
        y += text.lineHeight
      }
      y += 3
    }
    return chart
  }

  private func row(_ index: Int) -> String {
    guard let value = value(index) else { return labels[index] }
    let isGrouped = values.contains { $0?.isGrouped == true }
    return "\(labels[index]) \(value.text(grouped: isGrouped))（\(share(index))）"
  }

  private func value(_ index: Int) -> PrintedNumber? {
    index < values.count ? values[index] : nil
  }

  // MARK: - Shares

  private var total: Int128 { values.reduce(0) { $0 + max(0, $1?.grains ?? 0) } }

  /// The share as it is printed, rounded to hundredths of a percent.
  private func share(_ index: Int) -> String {
    let total = total
    guard let value = value(index), total > 0 else { return "0.00%" }
    let hundredths = (value.grains * 20000 + (value.isNegative ? -total : total)) / (total * 2)
    let number = PrintedNumber(mantissa: Int64(clamping: hundredths), decimals: 2)
    return "\(number)%"
  }

  private func fraction(_ index: Int) -> Double {
    let total = total
    guard let value = value(index), total > 0 else { return 0 }
    return Double(max(0, value.grains)) / Double(total)
  }

  // MARK: - Slices

  private func drawSlices(_ centre: Point, _ chart: inout Chart, _ text: inout ChartText) {
    var start = 0.0
    for index in labels.indices {
      let part = fraction(index)
      guard part > 0 else { continue }
      chart.canvas.shape(slice(centre, from: start, to: start + part), fill: index)
      if part >= 0.03 {
        let line = text.line(share(index))
        let turn = (start + part / 2) * 2 * Double.pi
        let (x, y) = (sin(turn), -cos(turn))
        // As far out as its box needs to be clear of the circle.
        let reach = radius + 3 + abs(x) * line.width / 2 + abs(y) * text.size / 2
        let left = centre.x + x * reach - line.width / 2
        let baseline = centre.y + y * reach + 0.38 * text.size
        chart.canvas.text(line, at: [Point(left, baseline)])
      }
      start += part
    }
  }

  /// The outline of a slice; angles are shares of a turn, clockwise from the top.
  private func slice(_ centre: Point, from start: Double, to end: Double) -> [Point] {
    let steps = max(2, Int((end - start) * 120))
    func arc(_ radius: Double) -> [Point] {
      (0...steps).map { step in
        let turn = (start + (end - start) * Double(step) / Double(steps)) * 2 * Double.pi
        return Point(centre.x + radius * sin(turn), centre.y - radius * cos(turn))
      }
    }
    let outer = arc(radius)
    if isRing { return outer + arc(radius * 0.55).reversed() }
    return end - start < 0.9999 ? outer + [centre] : outer
  }
}
