public import FiscalModel

/// A chart that a form wants.
public struct FigureForm: Sendable {
  /// The caption with its number: 图1 收入决算图.
  public var caption: String
  public var kind: Figure.Kind

  static let kinds: [(word: String, value: Figure.Kind)] = [
    ("柱形图", .bar), ("饼图", .pie), ("环形图", .ring), ("折线图", .line),
  ]
}
