internal import FiscalModel
internal import FiscalText

/// A table as far as it can be set before it is known where it stands.
struct ReadyTable {
  var grid: TableGrid
  var kinds: [ColumnKind]
  var plan: TablePlan
  /// Nil where the columns are cut into several pieces.
  var setter: TableSetter?
  /// At the size of the plan.
  var table: SetTable?
  /// The characters that no face has.
  var missing: [MissingCharacter]
}

extension Composer {
  /// How many tables are set at the same time, and held until they are placed.
  private static let batch = 16

  /// The table that some blocks start with, made ready together with those that follow it.
  mutating func readyTable(_ blocks: ArraySlice<Block>) -> ReadyTable {
    if readyTables.isEmpty { readyTables = firstTables(of: blocks) }
    return readyTables.removeFirst()
  }

  /// Shapes the first tables of some blocks one after the other, since faces are used by one at a
  /// time, and sets them at the same time.
  private mutating func firstTables(of blocks: ArraySlice<Block>) -> [ReadyTable] {
    var tables: [ReadyTable] = []
    for case .table(let table) in blocks {
      tables.append(shaped(table))
      if tables.count == Self.batch { break }
    }
    // Each thread has a table for itself.
    nonisolated(unsafe) let work = tables.map { ($0.setter, $0.plan) }
    let set = threads.map(work.count) { index in
      work[index].0.map { $0.table(work[index].1, draws: true) }
    }
    for index in tables.indices { tables[index].table = set[index] }
    return tables
  }

  private mutating func shaped(_ table: Table) -> ReadyTable {
    let before = missing
    missing = []
    var grid = TableGrid(table)
    let kinds = prepare(&grid, table)
    let isWordy = table.kind != .financial
    let plan = plan(grid, kinds, isWordy: isWordy)
    let setter = plan.pieces.count == 1 ? tableSetter(grid, kinds, isWordy: isWordy) : nil
    defer { missing = before }
    return ReadyTable(
      grid: grid, kinds: kinds, plan: plan, setter: setter, table: nil, missing: missing)
  }
}
