internal import FiscalModel
internal import Typography

/// Charts and pictures, each with its caption below.
extension Composer {
  mutating func composeFigure(_ figure: Figure, parent: Int) {
    let element = addElement(.figure, parent: parent)
    document.elements[element].alternative = FigureText.alternative(figure)
    let caption = captionBlock(figure, parent: parent)
    var text = ChartText(style, shaper)
    let charts = fittedCharts(figure, caption, &text)
    for scalar in text.missing { noteMissing(scalar, in: figure.mark) }
    for (index, chart) in charts.enumerated() {
      let below = index == charts.count - 1 ? caption?.height ?? 0 : 0
      makeRoom(height(of: chart, below), landscape: false)
      place(chart, element)
    }
    if let caption { flow(caption) }
    pages.leaveSpace()
  }

  private func height(of chart: Chart, _ below: Double) -> Double {
    chart.height + style.linePitch * 0.5 + below
  }

  /// The charts of a figure, somewhat lower if they then fit on the page that is being filled: a
  /// chart on the next page leaves the rest of this one empty.
  private func fittedCharts(
    _ figure: Figure, _ caption: TextBlock?, _ text: inout ChartText
  ) -> [Chart] {
    let charts = charts(figure, &text)
    guard charts.count == 1, pages.isOpen, !pages.isLandscape, !pages.isAtTop else { return charts }
    let below = (caption?.spaceBefore ?? 0) + (caption?.height ?? 0)
    let room = pages.remaining - pendingHeight(width: style.textWidth)
    guard height(of: charts[0], below) > room else { return charts }
    let isRound = figure.kind == .pie || figure.kind == .ring
    for scale in [0.9, 0.8, 0.7, 0.6] where scale >= 0.7 || !isRound {
      text.plotScale = scale
      let lower = self.charts(figure, &text)
      if lower.count == 1, height(of: lower[0], below) <= room { return lower }
    }
    text.plotScale = 1
    return charts
  }

  /// The chart of a figure; several where one would be higher than a page.
  private func charts(_ figure: Figure, _ text: inout ChartText) -> [Chart] {
    let width = style.textWidth
    guard !figure.series.isEmpty, !figure.labels.isEmpty, figure.kind != .picture else {
      return [pictureNotice(figure, width, &text)]
    }
    var charts: [Chart] = []
    if figure.kind == .pie || figure.kind == .ring {
      charts = [PieChart(figure, scale: text.plotScale).draw(width: width, &text)]
    } else if figure.kind == .line {
      charts = [LineChart.draw(ChartData(figure), width: width, &text)]
    }
    if charts.isEmpty || charts.contains(where: { $0.height > chartHeightLimit }) {
      charts = barCharts(ChartData(figure), width, &text)
    }
    if let unit = figure.unit { addUnit(unit, to: &charts[0], &text) }
    return charts
  }

  /// What leaves room for unit and caption on a page.
  private var chartHeightLimit: Double { style.textHeight - 3 * style.linePitch }

  private func barCharts(
    _ data: ChartData, _ width: Double, _ text: inout ChartText
  ) -> [Chart] {
    let chart = BarChart.draw(data, width: width, &text)
    guard chart.height > chartHeightLimit, data.labels.count > 1 else { return [chart] }
    let half = data.labels.count / 2
    return barCharts(data.part(0..<half), width, &text)
      + barCharts(data.part(half..<data.labels.count), width, &text)
  }

  /// The unit over the right upper corner.
  private func addUnit(_ unit: String, to chart: inout Chart, _ text: inout ChartText) {
    let line = text.line("单位：\(unit)")
    var moved = Chart(width: chart.width, height: chart.height + text.lineHeight * 1.3)
    moved.canvas.text(line, x: chart.width - line.width, y: text.size)
    moved.canvas.add(chart.canvas, down: text.lineHeight * 1.3)
    chart = moved
  }

  /// A frame that says what picture stands in the original.
  private func pictureNotice(_ figure: Figure, _ width: Double, _ text: inout ChartText) -> Chart {
    var chart = Chart(width: width)
    let lines = text.lines(figure.mark.string, width: width * 0.8).prefix(8)
    chart.height = Double(lines.count) * text.lineHeight + 40
    chart.centred(Array(lines), x: width / 2, top: 20, text)
    let corners = [
      Point(0.5, 0.5), Point(width - 0.5, 0.5), Point(width - 0.5, chart.height - 0.5),
      Point(0.5, chart.height - 0.5),
    ]
    chart.canvas.path(
      Path(
        steps: [.move(corners[0])] + corners.dropFirst().map { .line($0) } + [.close],
        stroke: Colour(0.5, 0.5, 0.5), dashes: [4, 3]))
    return chart
  }

  private mutating func captionBlock(_ figure: Figure, parent: Int) -> TextBlock? {
    guard let caption = figure.caption else { return nil }
    let shaped = shape(caption, style.caption)
    guard !shaped.isEmpty else { return nil }
    var block = setBlock(
      shaped, style.caption, width: style.textWidth,
      form: LineForm(alignment: .center, isBalanced: true),
      segments: [.init(start: 0, element: addElement(.paragraph, parent: parent))])
    block.isWhole = true
    block.spaceBefore = style.caption.size * 0.4
    return block
  }

  private mutating func place(_ chart: Chart, _ element: Int) {
    if !pages.isAtTop { pages.advance(style.linePitch * 0.4) }
    pages.append(.beginContent(element: element))
    let origin = Point(pages.geometry.left, pages.sheetY)
    for item in chart.canvas.items { pages.append(item.moved(by: origin)) }
    pages.append(.end)
    pages.advance(chart.height)
  }
}
