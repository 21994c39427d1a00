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
      let starts: [UInt8]
      switch block.form.rows {
      case .functional: starts = [UInt8(ascii: "3"), UInt8(ascii: "5")]
      case .economic: starts = [UInt8(ascii: "2")]
      case .listed, .free: return false
      }
      let codes = block.printedCodes.compactMap(\.utf8.first)
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
      Set(block.printedCodes.map { TextKey(String(decoding: $0.utf8.prefix(3), as: UTF8.self)) })
    }
    let isMixed = classes.contains { own in
      !own.isDisjoint(with: staff) && !own.isDisjoint(with: capital)
        && classes.contains { $0.contains(goods) && $0.isDisjoint(with: staff) }
    }
    var count = isMixed ? fewest : 0
    for block in table.blocks {
      let codes = block.printedCodes
      count += zip(codes, codes.dropFirst()).count {
        $1.utf8.lexicographicallyPrecedes($0.utf8)
      }
    }
    return count
  }

  private static let fewest = 2
  private static let staff = Set(["301", "303"].map { TextKey($0) })
  private static let capital = Set(["307", "310", "399"].map { TextKey($0) })
  private static let goods = TextKey("302")
}

extension BoundBlock {
  /// The codes that the table prints, in order.
  fileprivate var printedCodes: [String] {
    rows.indices.compactMap { rows[$0].isCodePrinted ? rows[$0].code : nil }
  }
}
