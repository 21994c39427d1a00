import FiscalModel
import FiscalStandards
import FiscalText
import Testing

@Suite struct TableIndexTests {
  /// A report of the tables, bound to a layout.
  static func index(_ tables: [String], layout name: String) throws -> TableIndex {
    var report = Report()
    report.layout = name
    var part = Section()
    part.blocks = tables.map { .table(SampleTables.table($0)) }
    report.parts = [part]
    let layout = try ReportBinder(library()).bind(&report)
    return TableIndex(report, layout: layout)
  }

  private func text(_ index: TableIndex, _ formula: String) throws -> String? {
    guard case .cell(let address) = try Formula(formula).expression,
      let evaluation = try? Evaluator(index).evaluate(.cell(address))
    else { return nil }
    return evaluation.arithmetic
  }

  @Test func twoBlocksShareLabelsButNotRows() throws {
    let index = try Self.index(
      [
        """
        # 标题：收入支出决算总表
        收入/项目,收入/行次,收入/决算数,支出/项目,支出/行次,支出/决算数
        一、一般公共预算财政拨款收入,1,10.00,一、一般公共服务支出,31,9.00
        使用非财政拨款结余,28,1.00,结余分配,58,
        总计,30,11.00,总计,60,11.00
        """
      ], layout: "final-accounts")
    #expect(try text(index, "公开01!收入/总计.决算数") == "11.00")
    #expect(try text(index, "公开01!R60.决算数") == "11.00")
    #expect(try text(index, "公开01!总计.决算数") == nil, "two rows have the name")
    #expect(try text(index, "公开01!一般公共服务支出") == "9.00")
    #expect(try text(index, "公开01!201") == "9.00")
    #expect(try text(index, "公开01!使用非财政拨款结余和专用结余.决算数") == "1.00")
    #expect(try text(index, "公开01!结余分配") == "0")
    #expect(try text(index, "公开01!外交支出") == nil)
  }

  @Test(arguments: [("0", "3.40", true), ("0", "3", false), ("0.0", "3.40", false)])
  func aZeroWithoutDecimalsBesideThemIsNothing(zero: String, other: String, isExact: Bool) throws {
    let index = try Self.index(
      [
        """
        # 标题：收入支出决算总表
        收入/项目,收入/行次,收入/决算数
        一、一般公共预算财政拨款收入,1,\(other)
        使用非财政拨款结余,28,\(zero)
        """
      ], layout: "final-accounts")
    guard case .cell(let address) = try Formula("公开01!R28.决算数").expression else { return }
    let value = try Evaluator(index).evaluate(.cell(address)).value
    #expect((value == .zero) == isExact)
  }

  @Test func twoRowsOfOneNameAreToldApartByTheRowAbove() throws {
    let index = try Self.index(
      [
        """
        # 标题：财政拨款收入支出决算总表
        收入/项目,收入/决算数,支出/项目,支出/合计,支出/一般公共预算财政拨款
        一、一般公共预算财政拨款,10.00,一、一般公共服务支出,11.00,11.00
        二、政府性基金预算财政拨款,,二、外交支出,,
        年初财政拨款结转和结余,1.00,年末财政拨款结转和结余,,
        一、一般公共预算财政拨款,1.00,,,
        总计,11.00,总计,11.00,11.00
        """
      ], layout: "final-accounts")
    #expect(try text(index, "公开04!收入/一般公共预算财政拨款.金额") == "10.00")
    #expect(try text(index, "公开04!收入/年初结转和结余/一般公共预算财政拨款.金额") == "1.00")
  }

  @Test func codesInThreeCellsAreJoined() throws {
    let index = try Self.index(
      [
        """
        # 标题：2025年部门支出预算总表
        # 单位：元
        项目/功能分类科目编码/类,项目/功能分类科目编码/款,项目/功能分类科目编码/项,项目/功能分类科目名称,支出预算/合计,支出预算/基本支出,支出预算/项目支出
        201,,,一般公共服务支出,300,200,100
        201,13,,商贸事务,300,200,100
        201,13,01,行政运行,200,200,
        ,,02,一般行政管理事务,100,,100
        合计,,,,300,200,100
        """
      ], layout: "budget")
    let block = try #require(index.table("预算03")?.blocks.first)
    #expect(block.rows.map(\.code) == ["201", "20113", "2011301", "2011302", nil])
    #expect(block.rows.map(\.level) == [.category, .subcategory, .item, .item, nil])
    #expect(block.total?.label == "合计")
    #expect(block.rows[1].children == [2, 3])
    #expect(block.rows[4].children == [0])
    #expect(try text(index, "预算03!2011302.项目支出") == "100")
    #expect(try text(index, "预算03!行政运行.合计") == "200")
    let value = try Evaluator(index).evaluate(Formula("预算03!201.合计").expression).value
    #expect(value == PrintedNumber(mantissa: 300).interval, "the table is in 元")
  }

  @Test func aTotalAtTheFootOfParallelBlocksKeepsItsAmount() throws {
    let index = try Self.index(
      [
        """
        # 标题：一般公共预算财政拨款基本支出决算明细表
        科目代码,科目名称,决算数,科目代码,科目名称,决算数,科目代码,科目名称,决算数
        301,工资福利支出,8.00,302,商品和服务支出,3.00,310,资本性支出,1.00
        30101,基本工资,8.00,30201,办公费,3.00,31002,办公设备购置,1.00
        人员经费合计,,8.00,公用经费合计,,,,,4.00
        """,
        """
        # 标题：一般公共预算财政拨款支出决算表
        科目代码,科目名称,合计,基本支出,项目支出
        ,合计,12.00,12.00,
        201,一般公共服务支出,12.00,12.00,
        """,
      ], layout: "final-accounts")
    #expect(try text(index, "公开06!公用经费合计.决算数") == "4.00")
    #expect(try text(index, "公开06!人员经费合计.决算数") == "8.00")
    let identities = try index.layout.identities().filter { ["TI17", "TT09"].contains($0.id) }
    #expect(identities.count == 2)
    for identity in identities {
      let instances = IdentityChecker(index).check(identity)
      #expect(instances.count == 1)
      #expect(instances.allSatisfy { $0.isHeld }, "\(identity.id)")
    }
  }

  @Test func uncertainAndUnreadableCellsAreNeverJudged() throws {
    let index = try Self.index(
      [
        """
        # 标题：一般公共预算财政拨款支出决算表
        科目代码,科目名称,合计,基本支出,项目支出
        ,合计,"10.749,30",1.00,2.00
        201,一般公共服务支出,10O.00,1.00,2.00
        """
      ], layout: "final-accounts")
    let identity = try #require(try index.layout.identities().first { $0.id == "TI14" })
    let instances = IdentityChecker(index).check(identity)
    let category = instances.filter { $0.row.map { index.row($0).code == "201" } ?? false }
    #expect(category.count == 1)
    #expect(instances.count == 2)
    #expect(instances.allSatisfy { !$0.isBroken && !$0.isHeld })
  }

  @Test func aSumIsNotJudgedWhereARowHangsInTheAir() throws {
    let csv = """
      # 标题：一般公共预算财政拨款支出决算表
      科目代码,科目名称,合计,基本支出,项目支出
      ,合计,10.00,10.00,
      201,一般公共服务支出,4.00,4.00,
      20805,行政事业单位养老支出,6.00,6.00,
      """
    let index = try Self.index([csv], layout: "final-accounts")
    let identity = try #require(try index.layout.identities().first { $0.id == "TI08" })
    #expect(IdentityChecker(index).check(identity).allSatisfy { !$0.isBroken })
  }

  @Test func aSumOfWhichNothingIsPrintedIsNotBroken() throws {
    func broken(_ rows: String) throws -> Bool {
      let index = try Self.index(
        ["# 标题：一般公共预算财政拨款支出决算表\n科目代码,科目名称,合计,基本支出,项目支出\n" + rows],
        layout: "final-accounts")
      let identity = try #require(try index.layout.identities().first { $0.id == "TI14" })
      return IdentityChecker(index).check(identity).contains(where: \.isBroken)
    }
    #expect(try !broken(",合计,12.00,,\n201,一般公共服务支出,12.00,,\n"), "no row fills the parts in")
    #expect(try broken(",合计,12.00,12.00,\n201,一般公共服务支出,12.00,,\n"), "one row does")
  }
}
