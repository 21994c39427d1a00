/// A drawn chart and its size, in points.
struct Chart {
  var canvas = ChartCanvas()
  var width: Double
  var height: Double

  init(width: Double, height: Double = 0) {
    self.width = width
    self.height = height
  }

  /// Draws swatches and names in rows at the top, centred; returns the height that they take.
  mutating func legend(_ names: [String], _ text: inout ChartText) -> Double {
    let swatch = text.size
    var rows: [[(index: Int, line: SetLine)]] = [[]]
    var used = 0.0
    for (index, name) in names.enumerated() {
      let line = text.lines(name, width: width - 3 * swatch).first ?? SetLine()
      let need = 1.5 * swatch + line.width + 2 * swatch
      if used + need > width, !(rows.last?.isEmpty ?? true) {
        rows.append([])
        used = 0
      }
      rows[rows.count - 1].append((index, line))
      used += need
    }
    var y = 0.0
    for row in rows {
      let total = row.reduce(-2 * swatch) { $0 + 3.5 * swatch + $1.line.width }
      var x = max(0, (width - total) / 2)
      for (index, line) in row {
        canvas.bar(Point(x, y + 1), Point(x + swatch, y + swatch), fill: index)
        canvas.text(line, x: x + 1.5 * swatch, y: y + 0.88 * swatch)
        x += 3.5 * swatch + line.width
      }
      y += text.lineHeight * 1.3
    }
    return y
  }

  /// Draws the lines of a text under each other, centred on x.
  mutating func centred(_ lines: [SetLine], x: Double, top: Double, _ text: ChartText) {
    for (index, line) in lines.enumerated() {
      let y = top + Double(index) * text.lineHeight + 0.88 * text.size
      canvas.text(line, x: x - line.width / 2, y: y)
    }
  }
}
