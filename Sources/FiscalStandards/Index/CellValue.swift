internal import FiscalModel
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

extension CellValue {
  /// The value of a printed cell, or of none.
  ///
  /// - Parameter isRowUncertain: whether one of the row's numbers stands in no certain column: it
  ///   may be the one of a column that seems empty.
  init(_ cell: Cell?, in column: BoundColumn, unit: AmountUnit, isRowUncertain: Bool) {
    if let cell, cell.isUncertain {
      self = .uncertain
      return
    }
    switch cell?.number ?? .empty {
    case .number(let token):
      guard token.form == .decimal else {
        self = .uncertain
        return
      }
      if column.hasDecimals, token.value.isZero, token.value.decimals == 0 {
        self = .value(.zero)
        return
      }
      self = .value(
        column.content == .amount ? Amount(token.value, unit).interval : token.value.interval)
    case .empty, .dash:
      self = isRowUncertain ? .uncertain : column.hasValues ? .value(.zero) : .absent
    case .text: self = .uncertain
    }
  }
}
