import FiscalStandards
import Testing

/// What every layout of the package must keep, so that no formula leads nowhere.
@Suite struct LayoutDataTests {
  static let names = (try? library().names()) ?? []

  @Test func allLayoutsAreThere() {
    #expect(
      Self.names == [
        "budget", "budget/dalian", "budget/hebei", "budget/jiangsu", "budget/shanghai",
        "final-accounts", "final-accounts/dalian", "final-accounts/inner-mongolia",
        "final-accounts/jiangxi", "final-accounts/shanghai", "final-accounts/sichuan",
        "final-accounts/yunnan",
      ])
  }

  @Test(arguments: names) func everyAddressOfAnIdentityLeadsToTheForms(name: String) throws {
    let layout = try library().layout(name)
    for identity in try layout.identities() {
      for relation in identity.relations {
        for address in relation.left.addresses + relation.right.addresses {
          let leads = leadsSomewhere(address, layout)
          #expect(leads, "\(identity.id)：\(address)")
        }
      }
    }
  }

  @Test(arguments: names) func everyAddressOfTheGlossaryLeadsToTheForms(name: String) throws {
    let layout = try library().layout(name)
    let glossary = try layout.glossary()
    #expect(glossary.terms.contains { $0.name == "基本支出" })
    for term in glossary.terms {
      guard case .whenPrinted(let addresses) = term.need else { continue }
      for address in addresses {
        let leads = leadsSomewhere(address, layout)
        #expect(leads, "\(term.name)：\(address)")
      }
    }
  }

  @Test(arguments: names) func noTwoTablesOrSectionsShareATitle(name: String) throws {
    let layout = try library().layout(name)
    let titles = layout.tables.filter { $0.variantOf == nil }.compactMap(\.titles.first)
    #expect(Set(titles).count == titles.count)
    var roles: [String] = []
    func collect(_ forms: [SectionForm]) {
      for form in forms {
        roles.append(form.role)
        collect(form.sections)
      }
    }
    collect(layout.parts)
    #expect(Set(roles).count == roles.count)
  }

  private func leadsSomewhere(_ address: Address, _ layout: Layout) -> Bool {
    guard let table = layout.table(address.table) else { return false }
    let named = table.blocks.filter { $0.name == address.row.first && address.row.count > 1 }
    let row = named.isEmpty ? address.row : Array(address.row.dropFirst())
    return (named.isEmpty ? table.blocks : named).contains { block in
      let columns = table.columns[block.columns]
      let hasColumn =
        address.isEachColumn || columns.contains { $0.key == address.columnKey }
        || address.columnKey == nil
      guard hasColumn, row != ["*"] else { return hasColumn }
      guard case .listed(let rows) = block.rows else { return true }
      return rows.contains { $0.names.contains(row.joined(separator: "/")) }
    }
  }
}
