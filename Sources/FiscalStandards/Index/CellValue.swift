public import FiscalText

/// What a cell is worth to a formula.
public enum CellValue: Hashable, Sendable {
  /// Every value in grains that the printed number can stand for.
  case value(Interval)
  /// Nothing is printed, and nothing says that this means zero.
  case absent
  /// The reader was not certain of the cell, or what it says is no number.
  case uncertain
}
