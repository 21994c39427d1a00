import FiscalModel
import FiscalStandards
import FiscalText
import Testing

@Suite struct SampleIdentityTests {
  struct Sample: CustomStringConvertible {
    var layout: String
    var kind: ReportKind
    var description: String { layout }

    func bound() throws -> (index: TableIndex, identities: [Identity], report: Report) {
      var report = SampleTables.report(
        "\(packageFolder)/Layouts/\(layout)/sample/tables", kind: kind)
      let layout = try ReportBinder(library()).bind(&report)
      return (TableIndex(report, layout: layout), try layout.identities(), report)
    }
  }

  static let samples = [
    Sample(layout: "final-accounts", kind: .finalAccounts), Sample(layout: "budget", kind: .budget),
  ]

  @Test(arguments: samples) func everyTableAndColumnIsBound(sample: Sample) throws {
    let (index, _, report) = try sample.bound()
    #expect(index.tables.map(\.id) == index.layout.tables.filter { $0.variantOf == nil }.map(\.id))
    for table in report.tables where table.kind == .financial {
      for column in table.columns {
        #expect(column.key != nil, "\(table.id ?? "") \(column.name)")
      }
    }
  }

  @Test(arguments: samples) func everyRelationIsLookedAtAndHolds(sample: Sample) throws {
    let (index, identities, _) = try sample.bound()
    let checker = IdentityChecker(index)
    // Of those with exceptions, the sample has what excepts them.
    for identity in identities where identity.exceptions.isEmpty {
      for relation in identity.relations where canBeLookedAt(relation, index) {
        var single = identity
        single.relations = [relation]
        let instances = checker.check(single)
        #expect(instances.contains { $0.isHeld }, "\(identity.id)：\(relation)")
        for instance in instances where instance.isBroken {
          Issue.record("\(identity.id)：\(relation)：\(row(instance, index))")
        }
      }
    }
  }

  /// One changed cell must be noticed by every relation that reads it.
  @Test(arguments: samples) func aChangedCellBreaksEachRelation(sample: Sample) throws {
    let (index, identities, report) = try sample.bound()
    for identity in identities {
      for relation in identity.relations {
        var single = identity
        single.relations = [relation]
        let held = IdentityChecker(index).check(single).filter(\.isHeld)
        guard let operand = held.lazy.compactMap({ self.changeable($0, index) }).first else {
          continue
        }
        let changed = TableIndex(change(report, operand, index), layout: index.layout)
        let broken = IdentityChecker(changed).check(single).contains { $0.isBroken }
        #expect(broken, "\(identity.id)：\(relation)")
      }
    }
  }

  /// Tables without any number have nothing to be looked at.
  private func canBeLookedAt(_ relation: Relation, _ index: TableIndex) -> Bool {
    (relation.left.addresses + relation.right.addresses).allSatisfy { address in
      index.table(address.table)?.blocks.contains { $0.rows.contains(where: \.hasNumber) } ?? false
    }
  }

  private func row(_ instance: IdentityInstance, _ index: TableIndex) -> String {
    let row = instance.row.map { index.row($0).label } ?? ""
    return "\(row)：\(instance.left?.arithmetic ?? "")；\(instance.right?.arithmetic ?? "")"
  }

  /// A printed cell of the left side, of which a greater number breaks the relation.
  private func changeable(_ instance: IdentityInstance, _ index: TableIndex) -> CellReference? {
    instance.left?.operands.first { index.cell($0)?.number.value != nil }
  }

  private func change(_ report: Report, _ place: CellReference, _ index: TableIndex) -> Report {
    var report = report
    let id = index.tables[place.table].id
    let (row, column) = (index.row(place).index, index.column(place).index)
    for block in report.parts[0].blocks.indices {
      guard case .table(var table) = report.parts[0].blocks[block], table.id == id else { continue }
      let cell = table.rows[row].cells.firstIndex { $0.column == column }
      if let cell { table.rows[row].cells[cell] = Cell("987,654,321.99", column: column) }
      report.parts[0].blocks[block] = .table(table)
    }
    return report
  }
}
