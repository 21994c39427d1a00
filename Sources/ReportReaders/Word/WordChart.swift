internal import FiscalModel
internal import FiscalText

/// Reads the data that a chart part keeps of its workbook (`c:chartSpace`).
struct WordChart {
  private(set) var kind = Figure.Kind.bar
  private(set) var title = ""
  private var labels: [String] = []
  private var series: [Figure.Series] = []

  /// More points or series are no chart in a disclosure.
  private static let limit = 1000

  init(_ tree: XMLTree) {
    guard let chart = tree.root.child("chart") else { return }
    if let node = chart.child("title") { title = Self.text(of: node, in: tree) }
    guard let area = chart.child("plotArea") else { return }
    for group in area.children where group.name.hasSuffix("Chart") {
      kind = Self.kinds[group.name] ?? .bar
      for node in group.children where node.name == "ser" && series.count < Self.limit {
        read(series: node)
      }
    }
    if kind == .bar, series.count > 1 { kind = .groupedBar }
  }

  /// The figure as it stands at a place of the document.
  func figure(at place: Place) -> Figure {
    let mark = title.isEmpty ? "[图表]" : "[图表：\(title)]"
    var figure = Figure(kind: kind, mark: TracedText(mark, place: place))
    if !title.isEmpty { figure.caption = TracedText(title, place: place) }
    figure.labels = labels
    figure.series = series
    return figure
  }

  private static let kinds: [String: Figure.Kind] = [
    "barChart": .bar, "bar3DChart": .bar, "pieChart": .pie, "pie3DChart": .pie,
    "ofPieChart": .pie, "doughnutChart": .ring, "lineChart": .line, "line3DChart": .line,
  ]

  private mutating func read(series node: XMLNode) {
    let name = node.child("tx").map { Self.points($0).values.joined() } ?? ""
    if labels.isEmpty, let categories = node.child("cat") {
      labels = Self.filled(Self.points(categories)).map { $0 ?? "" }
    }
    let values = node.child("val").map { Self.filled(Self.points($0)) } ?? []
    series.append(Figure.Series(name: name, values: values.map { $0.flatMap(Self.number) }))
  }

  /// The cached points below a reference, by their index.
  private static func points(_ node: XMLNode) -> [(index: Int, value: String)] {
    guard
      let cache = ["strCache", "numCache", "lvl"].lazy.compactMap({ node.descendant($0) }).first
    else {
      return node.child("v").map { [(0, $0.text)] } ?? []
    }
    let format = NumberFormat(cache.child("formatCode")?.text ?? "General")
    return cache.children.compactMap { point in
      guard point.name == "pt", let index = point["idx"].flatMap({ Int($0) }),
        (0..<limit).contains(index), let value = point.child("v")?.text
      else { return nil }
      guard cache.name == "numCache", let number = DecimalValue(value) else {
        return (index, value)
      }
      return (index, format.text(number))
    }
  }

  private static func filled(_ points: [(index: Int, value: String)]) -> [String?] {
    var filled = [String?](
      repeating: nil, count: (points.map { $0.index }.max() ?? -1) + 1)
    for point in points { filled[point.index] = point.value }
    return filled
  }

  private static func number(_ text: String) -> PrintedNumber? {
    CellNumber(Array(text.utf8)).value
  }

  private static func text(of node: XMLNode, in tree: XMLTree) -> String {
    var text = ""
    for index in node.index..<node.end {
      let part = tree[index]
      if part.name == "t" || part.name == "v" { text += part.text }
    }
    return text
  }
}

extension [(index: Int, value: String)] {
  fileprivate var values: [String] { map { $0.value } }
}
