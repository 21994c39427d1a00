internal import FiscalNarrative
internal import FiscalText

/// Numbers of the narrative against the cells that state them.
extension CheckBuilder {
  mutating func buildTableCheck(_ index: Int) {
    let sources = evidence.sources(for: facts.statements[index])
    guard let stated = quantity(index).amount else { return buildCountCheck(index, sources) }
    guard !sources.isEmpty else {
      _ = buildReference(index, stated)
      return
    }
    let holds = sources.contains { Rounding.equal(stated.interval, $0.interval) }
    if !holds, buildReference(index, stated) || leavesOutCarried(index, stated, sources) { return }
    guard let right = holds ? sources[0] : sources.first(where: { !$0.isDoubtful }) else { return }
    checks.append(
      Check(
        kind: .table, operands: [index], sources: sources, holds: holds,
        expected: expected(right.exact, like: stated)))
  }

  /// A count against the cell that counts the same.
  private mutating func buildCountCheck(_ index: Int, _ sources: [Check.Source]) {
    guard case .count = quantity(index), let stated = interval(index),
      let right = sources.first(where: { !$0.isDoubtful })
    else { return }
    let holds = sources.contains { Rounding.equal(stated, $0.interval) }
    checks.append(
      Check(
        kind: .table, operands: [index], sources: sources, holds: holds, expected: right.printed))
  }

  /// Whether something that often gives the same amount does; then that is its evidence.
  private mutating func buildReference(_ index: Int, _ stated: Amount) -> Bool {
    let sources = evidence.references(for: facts.statements[index]).filter {
      Rounding.equal(stated.interval, $0.interval)
    }
    guard !sources.isEmpty else { return false }
    checks.append(Check(kind: .table, operands: [index], sources: sources, holds: true))
    return true
  }

  func expected(_ grains: Int128, like amount: Amount) -> String? {
    Amount(
      grains: grains, unit: amount.unit, decimals: max(amount.number.decimals, 2),
      isGrouped: amount.number.isGrouped || amount.number.magnitude.mantissa < 100_000)?
      .number.description
  }
}
