public import FiscalText

/// A cell of a table.
public struct Cell: Sendable {
  public var text: TracedText
  /// The 0-based column at which it starts.
  public var column: Int
  public var columnSpan: Int
  public var rowSpan: Int
  /// Whether the reader could not be certain that the text stands in this column; nothing is
  /// built on such a cell.
  public var isUncertain: Bool
  /// What the text says as a number, read once.
  public let number: CellNumber

  public init(
    _ text: TracedText, column: Int, columnSpan: Int = 1, rowSpan: Int = 1,
    isUncertain: Bool = false
  ) {
    self.text = text
    self.column = column
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.isUncertain = isUncertain
    number = CellNumber(text.utf8)
  }
}
