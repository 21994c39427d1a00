internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// Finds what a wrong amount may have been taken from: the only other cell of the row or the column
/// of the right one that has it, such as 本年收入合计 for 总计.
struct CellNamesake {
  private let tables: TableIndex

  init(_ tables: TableIndex) { self.tables = tables }

  /// What the cell is called that has an amount, in the row or column of another cell; nil if there
  /// is none, or more than one.
  func name(of quantity: Quantity, beside text: TracedText) -> String? {
    guard let amount = quantity.amount, !amount.number.isZero, let cell = tables.place(of: text),
      tables.column(cell).content == .amount
    else { return nil }
    let (table, block) = (tables.tables[cell.table], tables.block(cell))
    let (row, column) = (tables.row(cell), tables.column(cell))
    let names =
      inRow(table, block, row, column, amount) + inColumn(table, block, row, column, amount)
    return names.count == 1 ? names[0] : nil
  }

  private func inRow(
    _ table: BoundTable, _ block: BoundBlock, _ row: BoundRow, _ column: BoundColumn,
    _ amount: Amount
  ) -> [String] {
    block.amountColumns.filter {
      $0.index != column.index && states(table, row, $0, amount)
    }.map(\.key)
  }

  private func inColumn(
    _ table: BoundTable, _ block: BoundBlock, _ row: BoundRow, _ column: BoundColumn,
    _ amount: Amount
  ) -> [String] {
    block.rows.filter { $0.index != row.index && states(table, $0, column, amount) }.map(\.label)
  }

  private func states(
    _ table: BoundTable, _ row: BoundRow, _ column: BoundColumn, _ amount: Amount
  ) -> Bool {
    guard case .value(let value) = table.value(row, column) else { return false }
    return Rounding.equal(value, amount.interval)
  }
}
