internal import FiscalModel
internal import FiscalText

/// The alternative text of a figure, made from its data.
enum FigureText {
  static func alternative(_ figure: Figure) -> String {
    let caption = figure.caption?.string ?? ""
    guard figure.kind != .picture, !figure.series.isEmpty else {
      return caption.isEmpty ? figure.mark.string : caption
    }
    var text = caption.isEmpty ? name(figure.kind) : "\(caption)（\(name(figure.kind))）"
    if let unit = figure.unit { text += "，单位：\(unit)" }
    let series = figure.series.map { series in
      let values = figure.labels.enumerated().map { index, label in
        let value = index < series.values.count ? series.values[index] : nil
        return "\(label)\(value.map { $0.description } ?? "无数据")"
      }
      let list = values.joined(separator: "，")
      return figure.series.count > 1 ? "\(series.name)：\(list)" : list
    }
    return text + "。" + series.joined(separator: "；") + "。"
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
