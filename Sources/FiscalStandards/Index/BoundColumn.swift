/// A column of a table that is one of its form's.
public struct BoundColumn: Sendable {
  public var key: String
  public var content: ColumnForm.Content
  /// The 0-based column of the table.
  public var index: Int
  /// Whether the column has a printed number, so that an empty cell in it means nothing, not
  /// nothing known.
  public var hasValues: Bool
  /// Whether the column's amounts are printed with decimals, so that a 0 without any is nothing and
  /// not something below a half.
  public var hasDecimals: Bool
}
