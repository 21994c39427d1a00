internal import FiscalModel
internal import FiscalText

/// The alternative text of a figure, made from its data.
enum FigureText {
  static func alternative(_ figure: Figure) -> String {
    let caption = figure.caption?.string ?? ""
    guard figure.kind != .picture, !figure.series.isEmpty else {
      return caption.isEmpty ? figure.mark.string : caption
    }
    var text = caption.isEmpty ? "\(name(figure.kind))。" : "\(caption)（\(name(figure.kind))）。"
    for series in figure.series {
      if figure.series.count > 1 { text += "\(series.name)：" }
      text += sentence(series, figure)
    }
    return text
  }

  /// What the series says: each value, and what the eye sees first.
  private static func sentence(_ series: Figure.Series, _ figure: Figure) -> String {
    let unit = figure.unit ?? ""
    let values = figure.labels.indices.map { index in
      index < series.values.count ? series.values[index] : nil
    }
    let list = zip(figure.labels, values).map { label, value in
      value.map { "\(label)为\($0)\(unit)" } ?? "\(label)没有数据"
    }
    return list.joined(separator: "，") + summary(figure, values) + "。"
  }

  private static func summary(_ figure: Figure, _ values: [PrintedNumber?]) -> String {
    let known = zip(figure.labels, values).compactMap { label, value in
      value.map { (label: label, grains: $0.grains) }
    }
    guard known.count > 2, let first = known.first, let last = known.last else { return "" }
    if figure.kind == .line {
      if first.grains == last.grains { return "；首尾持平" }
      return first.grains < last.grains ? "；总体上升" : "；总体下降"
    }
    guard let most = known.max(by: { $0.grains < $1.grains }),
      known.count(where: { $0.grains == most.grains }) == 1
    else { return "" }
    return "；其中最多的是\(most.label)"
  }

  private static func name(_ kind: Figure.Kind) -> String {
    switch kind {
    case .bar, .groupedBar: "柱形图"
    case .pie: "饼图"
    case .ring: "环形图"
    case .line: "折线图"
    case .picture: "图片"
    }
  }
}
