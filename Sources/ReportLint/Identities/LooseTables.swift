internal import FiscalModel
internal import FiscalStandards

/// Tables whose words came each on a line of its own, as programs give them that follow the order in
/// which a page was drawn. Rows and columns of such a table are guessed; where two of its cells seem
/// to be wrong, the guess is.
enum LooseTables {
  /// The tables, by index, that were probably not read as they stand.
  static func misread(_ index: TableIndex, _ identities: [Identity]) -> Set<Int> {
    let loose = Set(index.tables.indices.filter { index.tables[$0].table.isLoose })
    guard !loose.isEmpty else { return [] }
    let checker = IdentityChecker(index)
    let instances = identities.flatMap { checker.check($0) }
    var faults: [Int: Int] = [:]
    let inner = instances.filter { instance in
      let cells = TableFaultFinder.cells(instance)
      return cells.first.map { loose.contains($0.table) } ?? false
        && cells.allSatisfy { $0.table == cells[0].table }
    }
    var finder = TableFaultFinder(inner)
    for fault in finder.faults(leavingOut: []) { faults[fault.cell.table, default: 0] += 1 }
    for fault in UncertainRows(tables: index).faults(instances) {
      guard let table = fault.instances[0].row?.table, loose.contains(table) else { continue }
      faults[table, default: 0] += 1
    }
    for table in loose { faults[table, default: 0] += disorder(index.tables[table]) }
    return Set(faults.filter { $0.value >= fewest }.keys)
  }

  /// How many codes stand behind higher ones.
  private static func disorder(_ table: BoundTable) -> Int {
    table.blocks.reduce(0) { count, block in
      let codes = block.rows.lazy.filter(\.isCodePrinted).compactMap(\.code)
      return count
        + zip(codes, codes.dropFirst()).count { $1.utf8.lexicographicallyPrecedes($0.utf8) }
    }
  }

  private static let fewest = 2
}
