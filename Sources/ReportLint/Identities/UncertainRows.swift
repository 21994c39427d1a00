internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Rows of which the reader could not tell in which columns their numbers stand, and which cannot
/// come out in any: a total that stands first is the sum of those behind it, whatever their columns.
struct UncertainRows {
  /// A row that does not come out, with the identity that says that it must.
  struct Fault {
    var instance: IdentityInstance
    var total: Cell
    var parts: [Cell]
  }

  let tables: TableIndex

  func faults(_ instances: [IdentityInstance]) -> [Fault] {
    var seen = Set<Place>()
    let uncertain = instances.indices.filter {
      if case .unchecked(.uncertain) = instances[$0].outcome { true } else { false }
    }
    return uncertain.compactMap { index -> Fault? in
      let instance = instances[index]
      guard let reference = instance.row,
        isOverWholeRow(instance, reference)
      else { return nil }
      let table = tables.tables[reference.table]
      let row = tables.row(reference)
      let numbers = amounts(row, tables.block(reference), table)
      guard numbers.count > 1, numbers.contains(where: \.isUncertain),
        seen.insert(Place(table: reference.table, row: row.index)).inserted,
        let values = values(numbers), !Rounding.sum(Array(values.dropFirst()), equals: values[0])
      else { return nil }
      return Fault(instance: instance, total: numbers[0], parts: Array(numbers.dropFirst()))
    }
  }

  private struct Place: Hashable {
    var table: Int
    var row: Int
  }

  /// Whether an identity says of a row that its first amount is the sum of all others.
  private func isOverWholeRow(_ instance: IdentityInstance, _ reference: CellReference) -> Bool {
    guard instance.relation.comparison == .equal, case .cell(let whole) = instance.relation.left,
      whole.isEachRow, isSum(instance.relation.right)
    else { return false }
    let parts = instance.relation.right.addresses
    guard parts.allSatisfy({ $0.table == whole.table && $0.isEachRow }) else { return false }
    let columns = tables.block(reference).columns.filter { $0.content == .amount }
    let named = Set(parts.compactMap(\.columnKey))
    return columns.first?.key == whole.columnKey
      && columns.dropFirst().allSatisfy { named.contains($0.key) }
  }

  private func isSum(_ expression: Expression) -> Bool {
    switch expression {
    case .cell: true
    case .binary(let left, .add, let right): isSum(left) && isSum(right)
    default: false
    }
  }

  /// The numbers printed in a row, in order.
  private func amounts(_ row: BoundRow, _ block: BoundBlock, _ table: BoundTable) -> [Cell] {
    block.columns.filter { $0.content == .amount }.compactMap { table.cell(row, $0) }
      .filter { !$0.text.isEmpty }
  }

  /// Nil if one of the cells is no number.
  private func values(_ cells: [Cell]) -> [Interval]? {
    let values = cells.compactMap { $0.number.value?.interval }
    return values.count == cells.count ? values : nil
  }
}
