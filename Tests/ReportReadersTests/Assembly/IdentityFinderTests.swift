import FiscalModel
import FiscalText
import Testing

@testable import ReportReaders

/// Whose report it is, of which year and kind, where no form says it.
@Suite("Identity of a report")
struct IdentityFinderTests {
  private func report(_ lines: [String]) -> Report {
    Assembler.report(
      of: lines.map {
        .line(of: RawLine(TracedText($0, place: .none), extent: .paragraph))
      }, sources: [ReportSource(path: "文件")])
  }

  @Test(
    "A body's name is what a title has before year and kind",
    arguments: [
      ["云汀市民政局2024年度部门决算"], ["关于云汀市民政局2024年度部门决算的说明"],
      ["云汀市民政局2024年“三公”经费支出决算说明"],
    ])
  func titles(lines: [String]) {
    let report = report(lines + ["一、收入支出决算总体情况说明", "收入总计100.00万元。"])
    #expect(report.entity == "云汀市民政局")
    #expect(report.year == 2024)
    #expect(report.kind == .finalAccounts)
  }

  @Test("What an account is of is no body's name")
  func matters() {
    let report = report(["政府采购支出决算情况说明", "一、总体情况", "政府采购支出总额3.00万元。"])
    #expect(report.entity == nil)
  }

  @Test("A budget says so in its title, and final accounts name budgets too")
  func kinds() {
    #expect(report(["云汀市民政局2025年部门预算", "一、收支预算情况"]).kind == .budget)
    #expect(
      report(["云汀市民政局2024年度部门决算", "一、一般公共预算支出情况"]).kind == .finalAccounts)
  }
}
