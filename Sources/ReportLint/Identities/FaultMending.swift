internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// What a wrong cell may have been meant to print.
struct FaultMending {
  let tables: TableIndex

  /// The values of a wrong cell, in the decimals that it prints, with which its identity would hold,
  /// whether it is added there or taken away.
  func values(_ fault: TableFault) -> [Int128] {
    guard let left = fault.primary.left?.value, let right = fault.primary.right?.value,
      let printed = tables.cell(fault.cell)?.number.value
    else { return [] }
    guard fault.primary.relation.comparison == .equal else { return atBound(fault) }
    let unit = tables.tables[fault.cell.table].unit
    let (value, width) = (printed.grains * unit.yuan, printed.interval)
    let step = (width.upper - width.lower) * unit.yuan
    let rest = left - right
    guard step > 0, (rest.upper - rest.lower) / step < Self.mostMended else { return [] }
    let first = rest.lower / step
    let rests = (first...max(first, rest.upper / step)).map { $0 * step }
    return rests.flatMap { [value + $0, value - $0] }
  }

  /// What the other side of a comparison of two cells prints: with that the comparison holds too.
  private func atBound(_ fault: TableFault) -> [Int128] {
    let cells = TableFaultFinder.cells(fault.primary)
    guard cells.count == 2, let other = cells.first(where: { $0 != fault.cell }),
      let printed = tables.cell(other)?.number.value
    else { return [] }
    return [printed.grains * tables.tables[other.table].unit.yuan]
  }

  /// A sum of so many numbers that it fits many values tells none of them.
  private static let mostMended = 40
}
