internal import FiscalModel
internal import FiscalText

/// The numbers of a chart, ready to be drawn. Bars and lines need no exactness, so they are
/// binary fractions; what is printed is the number as it was given.
struct ChartData {
  struct Series {
    var name: String
    /// Nil where a label has no value.
    var values: [Double?]
    var texts: [String]
  }

  var labels: [String]
  var series: [Series]
  /// The least and the greatest value, zero among them.
  let range: ClosedRange<Double>

  init(_ figure: Figure) {
    let count = max(figure.labels.count, figure.series.reduce(0) { max($0, $1.values.count) })
    labels = figure.labels + Array(repeating: "", count: count - figure.labels.count)
    // Values from cells and from sentences are printed alike.
    let isGrouped = figure.series.contains { $0.values.contains { $0?.isGrouped == true } }
    let drawn = figure.series.map { series in
      let values = series.values + Array(repeating: nil, count: count - series.values.count)
      return Series(
        name: series.name, values: values.map { $0.map(Self.value) },
        texts: values.map { $0?.text(grouped: isGrouped) ?? "" })
    }
    series = drawn
    range = Self.range(drawn)
  }

  /// The same scale for some of the labels.
  func part(_ columns: Range<Int>) -> ChartData {
    var part = self
    part.labels = Array(labels[columns])
    part.series = series.map {
      Series(
        name: $0.name, values: Array($0.values[columns]), texts: Array($0.texts[columns]))
    }
    return part
  }

  private static func range(_ series: [Series]) -> ClosedRange<Double> {
    var (low, high) = (0.0, 0.0)
    for value in series.lazy.flatMap(\.values) {
      guard let value else { continue }
      (low, high) = (min(low, value), max(high, value))
    }
    return low...max(high, low + 1e-9)
  }

  private static func value(_ number: PrintedNumber) -> Double {
    var value = Double(number.mantissa)
    for _ in 0..<number.decimals { value /= 10 }
    return value
  }
}
