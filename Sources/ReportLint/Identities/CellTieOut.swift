internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Brings the numbers of the tables into a state by the identities that they take part in.
struct CellTieOut {
  /// How many identities a cell is shown with; a total takes part in one for every row.
  private static let shownIdentities = 4
  /// How long the arithmetic of one may be, in characters.
  private static let shownLength = 400

  private let report: Report
  private let tables: TableIndex

  init(_ report: Report, _ tables: TableIndex) {
    self.report = report
    self.tables = tables
  }

  /// What identities say of a cell.
  private struct Account {
    var broken: [Int] = []
    var held: [Int] = []
  }

  /// - Parameters:
  ///   - instances: those that prove something.
  ///   - wrong: the cells that the broken ones are laid to.
  func records(_ instances: [IdentityInstance], wrong: Set<CellReference>) -> [CellRecord] {
    var order: [CellReference] = []
    var accounts: [CellReference: Account] = [:]
    for (index, instance) in instances.enumerated() where instance.isHeld || instance.isBroken {
      for cell in TableFaultFinder.cells(instance) {
        if accounts[cell] == nil { order.append(cell) }
        if instance.isBroken {
          accounts[cell, default: Account()].broken.append(index)
        } else {
          accounts[cell, default: Account()].held.append(index)
        }
      }
    }
    return order.compactMap { reference in
      guard let account = accounts[reference] else { return nil }
      return record(reference, account, instances, isWrong: wrong.contains(reference))
    }
  }

  private func record(
    _ reference: CellReference, _ account: Account, _ instances: [IdentityInstance], isWrong: Bool
  ) -> CellRecord? {
    guard let cell = tables.cell(reference), cell.number.value != nil else { return nil }
    let table = tables.tables[reference.table]
    let meaning = [table.id, tables.row(reference).label, tables.column(reference).key]
    let shown = (account.broken + account.held).prefix(Self.shownIdentities)
    return CellRecord(
      spot: Spot(cell.text), location: report.location(of: cell.text),
      meaning: meaning.filter { !$0.isEmpty }.joined(separator: " "),
      state: isWrong ? .contradicted : account.held.isEmpty ? .unchecked : .verified,
      proofs: shown.map { proof(instances[$0]) })
  }

  private func proof(_ instance: IdentityInstance) -> Proof {
    let (left, right) = (instance.left?.arithmetic ?? "", instance.right?.arithmetic ?? "")
    let sign: String =
      switch (instance.relation.comparison, instance.isHeld) {
      case (.equal, true): "＝"
      case (.equal, false): "≠"
      case (.atMost, true), (.atLeast, false): "≤"
      case (.atLeast, true), (.atMost, false): "≥"
      }
    return Proof(
      title: "\(instance.identity.id) \(instance.identity.statement)", holds: instance.isHeld,
      lines: [Self.cut("\(left) \(sign) \(right)")])
  }

  private static func cut(_ text: String) -> String {
    text.count > shownLength ? text.prefix(shownLength) + "…" : text
  }
}
