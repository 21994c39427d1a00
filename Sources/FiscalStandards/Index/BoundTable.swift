public import FiscalModel
public import FiscalText

/// A table of a report read by its form.
public final class BoundTable: Sendable {
  public let id: String
  public let table: Table
  public let form: TableForm
  public let blocks: [BoundBlock]
  /// The unit of its amounts: the printed one, else the form's.
  public let unit: AmountUnit
  /// Whether its cells were torn apart or its codes tell no rows, so that nothing can be held against it.
  public let isJumbled: Bool
  /// Whether only its codes tell no rows, since it goes through the 科目 of several bodies: what a row
  /// says by itself holds all the same.
  public let hasSeveralBodies: Bool

  convenience init(
    id: String, table: Table, form: TableForm, blocks: [BoundBlock], unit: AmountUnit
  ) {
    let isTorn = table.isJumbled
    let hasSeveralBodies = !isTorn && blocks.contains { $0.goesThroughBodies(table) }
    self.init(
      id: id, table: table, form: form, blocks: blocks, unit: unit,
      isJumbled: isTorn || hasSeveralBodies, hasSeveralBodies: hasSeveralBodies)
  }

  private init(
    id: String, table: Table, form: TableForm, blocks: [BoundBlock], unit: AmountUnit,
    isJumbled: Bool, hasSeveralBodies: Bool
  ) {
    self.id = id
    self.table = table
    self.form = form
    self.blocks = blocks
    self.unit = unit
    self.isJumbled = isJumbled
    self.hasSeveralBodies = hasSeveralBodies
  }

  /// The same table, but that nothing can be held against it.
  var jumbled: BoundTable {
    BoundTable(
      id: id, table: table, form: form, blocks: blocks, unit: unit, isJumbled: true,
      hasSeveralBodies: false)
  }

  /// The blocks of a name; all of them for an empty one.
  public func blockIndices(_ name: String) -> [Int] {
    blocks.indices.filter { name.isEmpty || blocks[$0].name == name }
  }

  /// The printed cell of a block's row and column, by index; nil where nothing is printed.
  func cell(_ block: Int, row: Int, column: Int) -> Cell? {
    table.rows[blocks[block].rows[row].index].cell(at: blocks[block].columns[column].index)
  }

  /// The cell of a row and column; nil where nothing is printed.
  public func cell(_ row: BoundRow, _ column: BoundColumn) -> Cell? {
    table.rows[row.index].cell(at: column.index)
  }

  /// Whether a cell is empty, and its number may stand in another.
  public func mayHaveLost(_ cell: Cell?) -> Bool {
    table.isLoose && cell?.text.isEmpty ?? true
  }

  /// What a cell says in yuan (or in itself, for counts and rates).
  public func value(_ row: BoundRow, _ column: BoundColumn) -> CellValue {
    CellValue(
      cell(row, column), in: column, unit: unit, isRowUncertain: table.rows[row.index].isUncertain)
  }
}
