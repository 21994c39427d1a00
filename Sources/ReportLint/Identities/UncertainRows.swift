internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Rows of which the reader could not tell in which columns their numbers stand, and which cannot
/// come out in any: whatever columns they are put into, one of the identities of the row fails.
struct UncertainRows {
  /// A row that does not come out, with the identities that say that it must.
  struct Fault {
    var instances: [IdentityInstance]
    /// The numbers as printed.
    var numbers: [Cell]
    /// Whether the first number must be the sum of all others.
    var isSum: Bool

    /// What the identities say, each once.
    var statements: [String] {
      var told: [String] = []
      for instance in instances where !told.contains(instance.identity.statement) {
        told.append(instance.identity.statement)
      }
      return told
    }
  }

  let tables: TableIndex

  func faults(_ instances: [IdentityInstance]) -> [Fault] {
    var order: [Place] = []
    var rows: [Place: [IdentityInstance]] = [:]
    for instance in instances {
      guard case .unchecked(.uncertain) = instance.outcome, let row = instance.row,
        instance.relation.comparison == .equal
      else { continue }
      let place = Place(row)
      if rows[place] == nil { order.append(place) }
      rows[place, default: []].append(instance)
    }
    var faults: [Fault] = []
    var tried: [Int: (rows: Int, faults: [Fault])] = [:]
    for place in order {
      guard let row = RowNumbers(place.row, tables) else { continue }
      tried[place.row.table, default: (0, [])].rows += 1
      guard let fault = fault(row, rows[place] ?? []) else { continue }
      if fault.isSum { faults.append(fault) } else { tried[place.row.table]?.faults.append(fault) }
    }
    // Where many rows do not come out, the columns were misread.
    for place in order {
      guard let table = tried.removeValue(forKey: place.row.table),
        table.faults.count * Self.leastSound <= table.rows
      else { continue }
      faults += table.faults
    }
    return faults
  }

  private static let leastSound = 4

  private func fault(_ row: RowNumbers, _ instances: [IdentityInstance]) -> Fault? {
    let known = instances.compactMap { instance in
      row.factors(instance.relation).map { (instance: instance, factors: $0) }
    }
    guard !known.isEmpty, !row.comesOut(known.map(\.factors)),
      !row.isTorn(known.map(\.factors))
    else { return nil }
    // One that fails alone says more than several that fail together.
    let single = known.first { !row.comesOut([$0.factors]) }
    return Fault(
      instances: single.map { [$0.instance] } ?? known.map(\.instance), numbers: row.cells,
      isSum: single.map { row.isSum($0.factors) } ?? false)
  }

  private struct Place: Hashable {
    var row: CellReference

    init(_ reference: CellReference) {
      row = reference
      row.column = 0
    }
  }
}
