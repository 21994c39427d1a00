import FiscalModel
import FiscalStandards
import FiscalText
import Testing

@Suite struct ReportBinderTests {
  private func table(_ title: String, _ heads: [String]) -> Table {
    var table = Table()
    table.title = TracedText(title)
    table.columns = heads.map { Column(path: $0.split(separator: "/").map(String.init)) }
    return table
  }

  private func bound(_ tables: [Table], layout: String?, entity: String? = nil) throws -> Report {
    var report = Report()
    report.layout = layout
    report.entity = entity
    var part = Section()
    part.blocks = tables.map { .table($0) }
    report.parts = [part]
    try ReportBinder(library()).bind(&report)
    return report
  }

  @Test(arguments: [
    ("收入支出决算总表", "公开01"), ("云汀市财政局2024年度收入支出决算总表", "公开01"),
    ("2024年度部门收入决算表", "公开02"), ("支 出 决 算 表", "公开03"), ("财政拨款收入支出决算总表", "公开04"),
    ("一般公共预算财政拨款支出决算表", "公开05"), ("一般公共预算财政拨款基本支出决算表", "公开06"),
    ("政府性基金预算财政拨款支出决算表", "公开07"), ("财政拨款\"三公\"经费支出决算表", "公开09"),
    ("一般公共预算财政拨款项目支出决算表", nil), ("项目支出绩效自评表", nil), ("机构设置情况表", nil),
  ])
  func titlesAreMatchedByMeaning(title: String, id: String?) throws {
    let report = try bound(
      [table(title, ["甲", "乙"])], layout: "final-accounts", entity: "云汀市财政局")
    #expect(report.tables[0].id == id)
  }

  @Test(arguments: [
    ("2025年部门财务收支预算总表", "预算01"), ("部门预算收入总表", "预算02"), ("支出总体情况表", "预算03"),
    ("2026年预算单位财政拨款收支预算总表", "预算04"), ("部门一般公共预算支出功能分类预算表", "预算05"),
    ("部门预算政府基金预算财政拨款支出表", "预算06"),
    ("2025年部门一般公共预算基本支出部门预算经济分类预算表", "预算08"),
    ("部门预算财政拨款“三公”经费支出表", "预算09"),
  ])
  func budgetTitlesAreMatchedByMeaning(title: String, id: String) throws {
    let report = try bound([table(title, ["甲", "乙"])], layout: "budget")
    #expect(report.tables[0].id == id)
  }

  @Test func spannedHeadsOfTwoFormsLeadToTheSameKeys() throws {
    let official = [
      "预算数/合计", "预算数/因公出国（境）费", "预算数/公务用车购置及运行维护费/小计", "预算数/公务接待费", "决算数/合计",
      "决算数/公务用车购置及运行维护费/公务用车运行维护费",
    ]
    let turned = [
      "财政拨款“三公”经费/合计/预算数", "财政拨款“三公”经费/因公出国(境)费/预算数",
      "财政拨款“三公”经费/公务用车购置及运行维护费/小计/预算数", "财政拨款“三公”经费/公务接待费/预算数",
      "财政拨款“三公”经费/合计/决算数", "财政拨款“三公”经费/公务用车购置及运行维护费/公务用车运行维护费/决算数",
    ]
    for heads in [official, turned] {
      let report = try bound(
        [table("财政拨款“三公”经费支出决算表", heads)], layout: "final-accounts/shanghai")
      #expect(report.tables[0].columns.map(\.key) == official.map { Optional($0) })
    }
  }

  @Test func unknownColumnsStayUnknown() throws {
    let report = try bound(
      [table("支出决算表", ["科目代码", "科目名称", "本年支出合计", "基本支出", "项目支出", "备注"])],
      layout: "final-accounts")
    #expect(
      report.tables[0].columns.map(\.key) == [
        "科目代码", "科目名称", "本年支出合计", "基本支出", "项目支出", nil,
      ])
  }

  @Test func aTableWithoutTitleIsToldByItsHeading() throws {
    var report = Report()
    report.layout = "final-accounts"
    var section = Section(heading: "二、收入决算表", number: HeadingNumber.scan([UInt8]("二、".utf8)))
    section.blocks = [.table(Table(columns: [Column(path: ["合计"])]))]
    report.parts = [section]
    try ReportBinder(library()).bind(&report)
    #expect(report.tables[0].id == "公开02")
  }

  @Test(arguments: [
    ("大连某区民政局", "部门决算", "final-accounts/dalian"), ("泸州市某局", "部门决算", "final-accounts/sichuan"),
    ("阿拉善盟某局", "部门决算", "final-accounts/inner-mongolia"),
    ("上海市某区某局", "部门预算", "budget/shanghai"), ("江苏省某厅", "部门预算", "budget/jiangsu"),
    ("秦皇岛市某局", "部门预算", "budget/hebei"), ("云汀市民政局", "部门决算", "final-accounts"),
    ("临岫县水利局", "部门预算", "budget"),
  ])
  func theLayoutFollowsPlaceAndKind(entity: String, word: String, name: String) throws {
    var report = Report()
    report.entity = entity
    report.cover = [.paragraph(Paragraph(TracedText("\(entity)2024年度\(word)")))]
    #expect(try ReportBinder(library()).layout(for: report).name == name)
  }

  @Test func sectionsAreToldByTheirHeadings() throws {
    func section(_ heading: String, _ sections: [Section] = []) -> Section {
      let number = HeadingNumber.scan([UInt8](heading.utf8))
      var section = Section(heading: TracedText(heading), number: number)
      section.sections = sections
      return section
    }
    var report = Report()
    report.layout = "final-accounts/inner-mongolia"
    report.entity = "云汀盟民政局"
    report.parts = [
      section(
        "第一部分 云汀盟民政局概况", [section("一、主要职能、职责"), section("三、2024 年度部门主要工作完成情况")]),
      section(
        "第二部分 2024年度部门决算情况说明",
        [
          section("一、收入支出决算总体情况说明"),
          section(
            "五、一般公共预算支出决算情况说明", [section("（一）一般公共服务支出（类）"), section("（二）教育支出（类）")]),
          section("八、财政拨款“三公”经费支出决算情况说明", [section("（一）总体情况说明。")]),
          section("十一、机构运行经费支出决算情况说明"), section("十三、国有资产占用情况说明"),
        ]),
      section("第三部分 名词解释"), section("第四部分 决算公开联系方式及信息反馈渠道"),
      section("第五部分 2024年度部门决算表"),
    ]
    try ReportBinder(library()).bind(&report)
    let roles = report.allSections.map { $0.role ?? "-" }
    #expect(
      roles == [
        "overview", "overview.duties", "overview.work", "narrative", "narrative.totals",
        "narrative.general", "-", "-", "narrative.threePublic", "narrative.threePublic.overall",
        "narrative.organOperating", "narrative.assets", "glossary", "contact", "tables",
      ])
  }
}
