/// Bars, one or several a label: upright where words and values fit beside each other, else
/// lying.
enum BarChart {
  static func draw(_ data: ChartData, width: Double, _ text: inout ChartText) -> Chart {
    let slot = width / Double(max(1, data.labels.count))
    let labels = data.labels.map { text.lines($0, width: slot * 0.92) }
    let widest = data.series.flatMap(\.texts).map { text.line($0).width }.max() ?? 0
    let most = slot * 0.8 / Double(max(1, data.series.count))
    // A value may be as wide as its bar, so that it does not reach over the next one.
    let bar = min(most, max(48, widest * 1.05))
    let fits =
      widest <= bar && labels.allSatisfy { $0.count <= 3 } && data.range.lowerBound >= 0
    return fits
      ? upright(data, labels, width, bar: bar, &text) : lying(data, width, &text)
  }

  // MARK: - Upright

  private static func upright(
    _ data: ChartData, _ labels: [[SetLine]], _ width: Double, bar: Double,
    _ text: inout ChartText
  ) -> Chart {
    var chart = Chart(width: width)
    var top = text.lineHeight * 1.6
    if data.series.count > 1 { top += chart.legend(data.series.map(\.name), &text) }
    let plot = 140 * text.plotScale
    let base = top + plot
    let slot = width / Double(data.labels.count)
    for (column, lines) in labels.enumerated() {
      let middle = (Double(column) + 0.5) * slot
      let left = middle - bar * Double(data.series.count) / 2
      for (index, series) in data.series.enumerated() {
        guard let value = series.values[column] else { continue }
        let x = left + Double(index) * bar
        let height = plot * value / data.range.upperBound
        if height > 0.1 {
          chart.canvas.bar(
            Point(x + bar * 0.08, base - height), Point(x + bar * 0.92, base), fill: index)
        }
        let line = text.line(series.texts[column])
        let y = base - height - 3
        let places = (0..<5).map {
          Point(x + bar / 2 - line.width / 2, y - Double($0) * text.lineHeight)
        }
        chart.canvas.text(line, at: places.filter { $0.y > text.size })
      }
      chart.centred(lines, x: middle, top: base + 4, text)
    }
    chart.canvas.line(Point(0, base), Point(width, base), width: 0.8)
    chart.height = base + 4 + text.lineHeight * Double(labels.map(\.count).max() ?? 0)
    return chart
  }

  // MARK: - Lying

  private static func lying(
    _ data: ChartData, _ width: Double, _ text: inout ChartText
  ) -> Chart {
    var chart = Chart(width: width)
    var y = 0.0
    if data.series.count > 1 { y += chart.legend(data.series.map(\.name), &text) }
    let labels = data.labels.map { text.lines($0, width: width * 0.3) }
    let labelWidth = labels.joined().map(\.width).max() ?? 0
    let values = data.series.flatMap(\.texts).map { text.line($0).width }.max() ?? 0
    let left = labelWidth + text.size
    let plot = max(20, width - left - values - 2 * text.size)
    let range = data.range
    let scale = plot / (range.upperBound - range.lowerBound)
    let zero = left - range.lowerBound * scale + (range.lowerBound < 0 ? values : 0)
    let unit = range.lowerBound < 0 ? max(0.05, (plot - values) / plot) * scale : scale
    let axisTop = y
    // The words beside the bars need their height.
    let thickness = text.size * max(1.1, 1.25 * text.plotScale)
    for (row, lines) in labels.enumerated() {
      let bars = Double(max(1, data.series.count)) * thickness
      let height = max(bars, Double(lines.count) * text.lineHeight) + thickness * 0.6
      let first = y + (height - Double(lines.count) * text.lineHeight) / 2
      for (index, line) in lines.enumerated() {
        let baseline = first + Double(index) * text.lineHeight + 0.95 * text.size
        chart.canvas.text(line, x: labelWidth - line.width, y: baseline)
      }
      var top = y + (height - bars) / 2
      for (index, series) in data.series.enumerated() {
        if let value = series.values[row] {
          drawBar(
            value, series.texts[row], fill: index, zero: zero, scale: unit, top: top,
            thickness: thickness, &chart, &text)
        }
        top += thickness
      }
      y += height
    }
    chart.canvas.line(Point(zero, axisTop), Point(zero, y), width: 0.8)
    chart.height = y
    return chart
  }

  private static func drawBar(
    _ value: Double, _ label: String, fill: Int, zero: Double, scale: Double, top: Double,
    thickness: Double, _ chart: inout Chart, _ text: inout ChartText
  ) {
    let end = zero + value * scale
    if abs(end - zero) > 0.1 {
      chart.canvas.bar(
        Point(min(zero, end), top + thickness * 0.1), Point(max(zero, end), top + thickness * 0.9),
        fill: fill)
    }
    let line = text.line(label)
    let x = value < 0 ? end - 3 - line.width : end + 3
    chart.canvas.text(line, x: x, y: top + thickness / 2 + 0.38 * text.size)
  }
}
