internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Tables whose words came each on a line of its own, as programs give them that follow the order in
/// which a page was drawn. Rows and columns of such a table are guessed; where two of its cells seem
/// to be wrong, the guess is. A table that stands under another one's title was not read as it stands
/// either.
enum LooseTables {
  /// The tables, by index, that were probably not read as they stand.
  static func misread(_ index: TableIndex, _ identities: [Identity]) -> Set<Int> {
    let others = Set(index.tables.indices.filter { holdsOtherCodes(index.tables[$0]) })
    let loose = Set(index.tables.indices.filter { index.tables[$0].table.isLoose })
    guard !loose.isEmpty else { return others }
    let ids = Set(loose.map { TextKey(index.tables[$0].id) })
    let checker = IdentityChecker(index)
    let instances = identities.flatMap { identity in
      var inner = identity
      inner.relations.removeAll { !isInner($0, ids) }
      return checker.check(inner)
    }
    var faults: [Int: Int] = [:]
    var finder = TableFaultFinder(instances)
    for fault in finder.faults(leavingOut: []) { faults[fault.cell.table, default: 0] += 1 }
    for fault in UncertainRows(tables: index).faults(instances) {
      if let table = fault.instances[0].row?.table { faults[table, default: 0] += 1 }
    }
    for table in loose { faults[table, default: 0] += disorder(index.tables[table]) }
    return others.union(faults.filter { $0.value >= fewest }.keys)
  }

  /// Whether most codes of a block are those of the other classification: the table stands under
  /// another one's title.
  private static func holdsOtherCodes(_ table: BoundTable) -> Bool {
    table.blocks.contains { block in
      let starts: Set<Character>
      switch block.form.rows {
      case .functional: starts = ["3", "5"]
      case .economic: starts = ["2"]
      case .listed, .free: return false
      }
      let codes = block.rows.filter(\.isCodePrinted).compactMap { $0.code?.first }
      return codes.count >= fewest && codes.count(where: starts.contains) * 2 > codes.count
    }
  }

  /// Whether a relation is one within a table of some.
  private static func isInner(_ relation: Relation, _ ids: Set<TextKey>) -> Bool {
    let tables = Set((relation.left.addresses + relation.right.addresses).map { TextKey($0.table) })
    return tables.count == 1 && tables.isSubset(of: ids)
  }

  /// How many codes stand behind higher ones; and whether, of blocks side by side, that of staff has
  /// codes that belong to the other one.
  private static func disorder(_ table: BoundTable) -> Int {
    let classes = table.blocks.map { block in
      Set(block.rows.filter(\.isCodePrinted).compactMap { $0.code?.prefix(3) })
    }
    let isMixed = classes.contains { own in
      !own.isDisjoint(with: staff) && !own.isDisjoint(with: capital)
        && classes.contains { $0.contains(goods) && $0.isDisjoint(with: staff) }
    }
    var count = isMixed ? fewest : 0
    for block in table.blocks {
      var last: String?
      for row in block.rows {
        guard row.isCodePrinted, let code = row.code else { continue }
        if let last, code.utf8.lexicographicallyPrecedes(last.utf8) { count += 1 }
        last = code
      }
    }
    return count
  }

  private static let fewest = 2
  private static let staff: Set<Substring> = ["301", "303"]
  private static let capital: Set<Substring> = ["307", "310", "399"]
  private static let goods: Substring = "302"
}
