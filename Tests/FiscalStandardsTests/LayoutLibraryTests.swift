import FiscalModel
import FiscalStandards
import FiscalText
import Testing

@Suite struct LayoutLibraryTests {
  @Test func listsEveryLayoutAndLoadsIt() throws {
    let library = try library()
    let names = try library.names()
    #expect(names.contains("final-accounts"))
    for name in names {
      let layout = try library.layout(name)
      #expect(!layout.tables.isEmpty, "\(name)")
      #expect(!layout.parts.isEmpty, "\(name)")
    }
  }

  @Test func nationalFinalAccountsHaveNineTables() throws {
    let layout = try library().layout("final-accounts")
    #expect(layout.kind == .finalAccounts)
    #expect(layout.tables.filter { $0.variantOf == nil }.map(\.id) == (1...9).map { "公开0\($0)" })
    let first = try #require(layout.table("公开01"))
    #expect(first.blocks.map(\.name) == ["收入", "支出"])
    guard case .listed(let rows) = first.blocks[1].rows else {
      Issue.record("公开01 has listed rows")
      return
    }
    #expect(rows.count == 30)
    #expect(rows[0].code == "201")
    #expect(rows[0].ordinal == 1)
    #expect(rows[0].lineNumber == 31)
    #expect(rows[0].names == ["一般公共服务支出"])
    #expect(rows[29].names == ["总计", "支出总计"])
    #expect(layout.section("narrative.general.items")?.titles.isEmpty == false)
  }

  @Test func unknownLayoutIsAnError() throws {
    let library = try library()
    #expect(throws: LayoutError.self) { try library.layout("final-accounts/atlantis") }
    #expect(throws: LayoutError.self) { try library.layout("../Sources") }
    #expect(throws: LayoutError.self) { try LayoutLibrary(path: packageFolder + "/Nowhere") }
  }
}
