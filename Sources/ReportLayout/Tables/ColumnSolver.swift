/// Solves the widths of columns from what stands in them. Lengths are in points and include the
/// blank beside the text.
struct ColumnSolver {
  struct Need {
    /// Below this the text is unpleasant to read.
    var comfortable = 0.0
    /// Below this it cannot be set.
    var least = 0.0
    /// From here on nothing gets better.
    var most = 0.0

    mutating func join(_ other: Need) {
      comfortable = max(comfortable, other.comfortable)
      least = max(least, other.least)
      most = max(most, other.most)
    }

    func scaled(_ factor: Double) -> Need {
      Need(comfortable: comfortable * factor, least: least * factor, most: most * factor)
    }
  }

  /// What a cell over several columns needs.
  struct Span {
    var columns: Range<Int>
    var need: Need
  }

  private(set) var columns: [Need]

  init(_ columns: [Need], spans: [Span]) {
    self.columns = columns
    for span in spans.sorted(by: { $0.columns.count < $1.columns.count }) { widen(span) }
  }

  var comfortable: Double { columns.reduce(0) { $0 + $1.comfortable } }
  var least: Double { columns.reduce(0) { $0 + $1.least } }

  /// Widths that together are `total`: every column gets what it needs at least, then all come
  /// equally near to what they need at most, and what is left goes to all in proportion.
  func widths(_ total: Double) -> [Double] {
    let lows = comfortable <= total ? columns.map(\.comfortable) : columns.map(\.least)
    let base = lows.reduce(0, +)
    guard base < total else { return lows.map { $0 * total / max(base, 1) } }
    let highs = zip(columns, lows).map { max($0.most, $1) }
    let wanted = highs.reduce(0, +)
    if wanted <= total { return highs.map { $0 * total / max(wanted, 1) } }
    return filled(lows, highs, total)
  }

  /// Divides what the columns would like to have by the same number of lines.
  private func filled(_ lows: [Double], _ highs: [Double], _ total: Double) -> [Double] {
    var few = 1.0
    var many = 1000.0
    var widths = lows
    for _ in 0..<40 {
      let lines = (few + many) / 2
      let candidate = zip(lows, highs).map { max($0, $1 / lines) }
      if candidate.reduce(0, +) > total {
        few = lines
      } else {
        many = lines
        widths = candidate
      }
    }
    let rest = total - widths.reduce(0, +)
    return relieved(widths.map { $0 + rest / Double(max(1, widths.count)) }, highs)
  }

  /// Gives columns that lack little for a single line what they lack, from a column of running
  /// text, which has more to set than all others together, while that needs no further line for it.
  private func relieved(_ widths: [Double], _ highs: [Double]) -> [Double] {
    var widths = widths
    guard let giver = widths.indices.max(by: { highs[$0] < highs[$1] }),
      highs[giver] * 2 > highs.reduce(0, +)
    else { return widths }
    let lines = (highs[giver] / widths[giver]).rounded(.up)
    let lacking = widths.indices.filter { $0 != giver && highs[$0] > widths[$0] }
    for index in lacking.sorted(by: { highs[$0] - widths[$0] < highs[$1] - widths[$1] }) {
      let lack = highs[index] - widths[index]
      let left = widths[giver] - lack
      guard left > columns[giver].comfortable, (highs[giver] / left).rounded(.up) <= lines else {
        break
      }
      widths[index] = highs[index]
      widths[giver] = left
    }
    return widths
  }

  private mutating func widen(_ span: Span) {
    let range = span.columns.clamped(to: 0..<columns.count)
    guard !range.isEmpty else { return }
    spread(range, span.need.comfortable, \.comfortable)
    spread(range, span.need.least, \.least)
    spread(range, span.need.most, \.most)
  }

  private mutating func spread(
    _ range: Range<Int>, _ need: Double, _ field: WritableKeyPath<Need, Double>
  ) {
    let have = range.reduce(0) { $0 + columns[$1][keyPath: field] }
    guard need > have else { return }
    for index in range {
      let share =
        have > 0 ? columns[index][keyPath: field] / have : 1 / Double(range.count)
      columns[index][keyPath: field] += (need - have) * share
    }
  }
}
