internal import FiscalStandards

/// Finds, for identities that fail, the cells that are to blame.
///
/// A cell that breaks most and agrees with least is named once. Where a good part of a table's
/// identities fails, the reading of the table is suspected before the table: such a table is left
/// unchecked.
struct TableFaultFinder {
  private let instances: [IdentityInstance]
  private var holding: [CellReference: Int] = [:]
  private var broken: [Int]

  init(_ instances: [IdentityInstance]) {
    self.instances = instances
    broken = instances.indices.filter { instances[$0].isBroken }
    // Only the cells of what is broken are asked for.
    let suspects = Set(broken.flatMap { Self.cells(instances[$0]) })
    guard !suspects.isEmpty else { return }
    for instance in instances where instance.isHeld {
      for cell in Set(Self.cells(instance).filter(suspects.contains)) {
        holding[cell, default: 0] += 1
      }
    }
  }

  /// The tables, by index, of which so much fails that they were probably misread.
  func misread() -> Set<Int> {
    guard broken.count > 4 else { return [] }
    var counts: [Int: (held: Int, broken: Int)] = [:]
    for index in instances.indices {
      let (isHeld, isBroken) = (instances[index].isHeld, instances[index].isBroken)
      guard isHeld || isBroken else { continue }
      let cells = Self.cells(instances[index])
      guard let table = cells.first?.table, cells.allSatisfy({ $0.table == table }) else {
        continue
      }
      if isHeld { counts[table, default: (0, 0)].held += 1 }
      if isBroken { counts[table, default: (0, 0)].broken += 1 }
    }
    return Set(counts.filter { $0.value.broken > 4 && $0.value.broken * 4 > $0.value.held }.keys)
  }

  mutating func faults(leavingOut misread: Set<Int>) -> [TableFault] {
    broken.removeAll { index in
      Self.cells(instances[index]).contains { misread.contains($0.table) }
    }
    var faults: [TableFault] = []
    while let (cell, isUndecided) = worst() {
      let blamed = broken.filter { Self.cells(instances[$0]).contains(cell) }
      broken.removeAll { blamed.contains($0) }
      let ordered = blamed.sorted {
        (Self.cells(instances[$0]).count, $0) < (Self.cells(instances[$1]).count, $1)
      }
      faults.append(
        TableFault(
          cell: cell, primary: instances[ordered[0]],
          others: ordered.dropFirst().map { instances[$0] }, isUndecided: isUndecided))
    }
    return faults
  }

  private func worst() -> (CellReference, isUndecided: Bool)? {
    var counts: [CellReference: Int] = [:]
    var order: [CellReference] = []
    for index in broken {
      for cell in Self.cells(instances[index]) {
        if counts[cell] == nil { order.append(cell) }
        counts[cell, default: 0] += 1
      }
    }
    let ranked = order.enumerated().map { offset, cell in
      (cell: cell, score: (counts[cell] ?? 0) * 3 - (holding[cell] ?? 0), offset: offset)
    }.sorted { ($1.score, $0.offset) < ($0.score, $1.offset) }
    guard let first = ranked.first else { return nil }
    return (first.cell, ranked.count > 1 && ranked[1].score == first.score)
  }

  static func cells(_ instance: IdentityInstance) -> [CellReference] {
    (instance.left?.operands ?? []) + (instance.right?.operands ?? [])
  }
}
