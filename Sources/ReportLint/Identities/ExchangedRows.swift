internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Finds rows of a table that stand in each other's place: with the amount of another row of its
/// column the cell of one would be right.
struct ExchangedRows {
  let tables: TableIndex

  /// The cells of other rows, in the column of a cell, that print one of some values in grains of
  /// yuan.
  func cells(printing values: [Int128], insteadOf cell: CellReference) -> [CellReference] {
    let block = tables.block(cell)
    return block.rows.indices.compactMap { row in
      let other = CellReference(
        table: cell.table, block: cell.block, row: row, column: cell.column)
      guard row != cell.row, let printed = grains(other), values.contains(printed) else {
        return nil
      }
      return other
    }
  }

  /// The faults, of which those that the exchange of two rows mends are laid to the cells of these.
  func laid(_ faults: [TableFault]) -> [TableFault] {
    guard faults.count > 1, Self.canExplain(faults.count) else { return faults }
    let pairs = faults.map(exchanges)
    var faults = faults
    for (index, own) in pairs.enumerated() {
      let match = own.first { pair in
        pairs.indices.contains { other in
          other != index && pairs[other].contains { $0.cell == pair.other && $0.other == pair.cell }
        }
      }
      guard let match else { continue }
      (faults[index].cell, faults[index].exchanged) = (match.cell, match.other)
    }
    return faults
  }

  /// The cells that a fault may be laid to, the likeliest first, each with one of another row whose
  /// amount would mend it.
  private func exchanges(
    _ fault: TableFault
  ) -> [(cell: CellReference, other: CellReference)] {
    let suspects = [fault.cell] + TableFaultFinder.cells(fault.primary).prefix(Self.mostSuspects)
    return suspects.flatMap { cell in
      var fault = fault
      fault.cell = cell
      return cells(printing: FaultMending(tables: tables).values(fault), insteadOf: cell)
        .map { (cell, $0) }
    }
  }

  /// Whether an exchange may explain some of so many faults: of very many it explains none, and each
  /// costs a look at the rows of its table.
  static func canExplain(_ faults: Int) -> Bool { faults <= mostFaults }

  private static let mostFaults = 60
  private static let mostSuspects = 40

  /// That the row of a fault has not changed places with another one whose amount would mend it.
  func grounds(_ fault: TableFault) -> [Ground] {
    cells(printing: FaultMending(tables: tables).values(fault), insteadOf: fault.cell).map {
      Self.ground(fault.cell, $0)
    }
  }

  /// The rows of which one has the amount that the other should have, where a text tells an amount
  /// and its cell prints another.
  func grounds(telling told: Int128, insteadOf text: TracedText) -> [Ground] {
    guard told != 0, let cell = tables.place(of: text) else { return [] }
    return cells(printing: [told], insteadOf: cell).map { Self.ground(cell, $0) }
  }

  /// That two rows do not stand in each other's place.
  static func ground(_ one: CellReference, _ other: CellReference) -> Ground {
    .exchange(
      min(one.row, other.row), max(one.row, other.row), block: one.block, table: one.table)
  }

  /// What a cell prints; nil for nothing and for zero, which many rows have.
  private func grains(_ cell: CellReference) -> Int128? {
    guard let printed = tables.cell(cell)?.number.value, !printed.isZero else { return nil }
    return printed.grains * tables.tables[cell.table].unit.yuan
  }
}
