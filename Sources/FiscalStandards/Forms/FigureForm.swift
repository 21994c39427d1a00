public import FiscalModel

/// A chart that a form wants.
public struct FigureForm: Sendable {
  /// The caption with its number: 图1 收入决算图.
  public var caption: String
  public var kind: Figure.Kind
  /// The section in which it stands; nil if the form leaves that open.
  public var role: String?
  /// What is drawn, a text a series, as in `{{图}}` of the source format: `名称=公式；…`, behind
  /// the name of the series where there are several. `{年}` stands for the year.
  public var series: [String]

  /// The number in the caption: 图1.
  public var number: String {
    String(caption.prefix { !$0.isWhitespace })
  }

  static let kinds: [(word: String, value: Figure.Kind)] = [
    ("柱形图", .bar), ("饼图", .pie), ("环形图", .ring), ("折线图", .line),
  ]
}
