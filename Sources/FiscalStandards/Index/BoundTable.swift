public import FiscalModel
public import FiscalText

/// A table of a report read by its form.
public struct BoundTable: Sendable {
  public let id: String
  public let table: Table
  public let form: TableForm
  public let blocks: [BoundBlock]
  /// The unit of its amounts: the printed one, else the form's.
  public let unit: AmountUnit

  /// Whether the document says the unit itself.
  public var isUnitPrinted: Bool { table.unit != nil }

  /// The blocks of a name; all of them for an empty one.
  public func blockIndices(_ name: String) -> [Int] {
    blocks.indices.filter { name.isEmpty || blocks[$0].name == name }
  }

  /// The cell of a row and column; nil where nothing is printed.
  public func cell(_ row: BoundRow, _ column: BoundColumn) -> Cell? {
    table.rows[row.index].cell(at: column.index)
  }

  /// What a cell says in yuan (or in itself, for counts and rates).
  public func value(_ row: BoundRow, _ column: BoundColumn) -> CellValue {
    let cell = cell(row, column)
    if let cell, cell.isUncertain { return .uncertain }
    switch cell?.number ?? .empty {
    case .number(let token):
      guard token.form == .decimal else { return .uncertain }
      guard column.content == .amount else { return .value(token.value.interval) }
      return .value(Amount(token.value, unit).interval)
    case .empty, .dash: return column.hasValues ? .value(.zero) : .absent
    case .text: return .uncertain
    }
  }
}
