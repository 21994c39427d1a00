import FiscalStandards
import Foundation
import Testing

@testable import ReportLint

/// What budgets say of the year alone beside tables that hold what was carried over, and other ways of telling wholes
/// and parts, in sentences of an invented street office.
@Suite("Budgets tell what is of the year and what was carried over")
struct CarriedOverTests {
  private static let entity = "云汀市清浦区柳湾街道办事处"

  private static func findings(
    _ body: String, tables: [String: String] = CarriedOverTests.tables
  ) throws -> [String] {
    let layouts = try LayoutLibrary(
      path: RuleExamplesTests.root.appendingPathComponent("Layouts").path)
    let disclosure = try ExampleDisclosure(
      RuleExample(
        "", "# 第二部分 部门预算情况说明\n\(body)", tables: tables, layout: "budget", year: 2025,
        entity: entity))
    defer { disclosure.remove() }
    return try disclosure.result(layouts).findings.filter { $0.severity != .info }.map(\.rule)
      .filter { $0.hasPrefix("N") || $0.hasPrefix("YR") }
  }

  /// 900.00 of the year and 20.00 carried over.
  private static let tables = [
    "预算01": """
    序号,收入/项目,收入/预算数,支出/项目,支出/预算数
    1,一、一般公共预算拨款收入,900.00,一、一般公共服务支出,620.00
    2,,,八、社会保障和就业支出,300.00
    32,本年收入合计,900.00,本年支出合计,920.00
    33,上年结转结余,20.00,年终结转结余,
    34,收入总计,920.00,支出总计,920.00
    """,
    "预算05": """
    科目编码,科目名称,合计,基本支出,项目支出
    ,合计,920.00,640.00,280.00
    201,一般公共服务支出,620.00,340.00,280.00
    20129,群众团体事务,620.00,340.00,280.00
    2012901,行政运行,340.00,340.00,
    2012999,其他群众团体事务支出,280.00,,280.00
    208,社会保障和就业支出,300.00,300.00,
    20805,行政事业单位养老支出,300.00,300.00,
    2080505,机关事业单位基本养老保险缴费支出,300.00,300.00,
    """,
  ]

  private static let ofTheYear = """
    ## 一、一般公共预算当年拨款情况说明
    ### （一）规模变化情况
    2025年一般公共预算当年拨款900.00万元，比2024年预算增加40.00万元，增长4.65%，主要原因是社区增加。
    ### （二）结构情况
    一般公共服务支出（类）600.00万元，占66.67%；社会保障和就业支出（类）300.00万元，占33.33%。
    ### （三）具体使用情况
    1.一般公共服务支出（类）群众团体事务（款）行政运行（项）340.00万元，主要用于日常运转。

    2.一般公共服务支出（类）群众团体事务（款）其他群众团体事务支出（项）260.00万元，主要用于社区活动。

    3.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）300.00万元，主要用于缴费。
    """

  @Test("What is said of the year alone may be less than the table by what was carried over")
  func yearAlone() throws {
    #expect(try Self.findings(Self.ofTheYear).isEmpty)
    // More than the table, or less by more than was carried over.
    let more = Self.ofTheYear.replacing("支出（项）260.00万元", with: "支出（项）290.00万元")
    #expect(try !Self.findings(more).isEmpty)
    let less = Self.ofTheYear.replacing("支出（项）260.00万元", with: "支出（项）250.00万元")
    #expect(try Self.findings(less).contains("NT29"))
    // Where nothing says so, the table holds.
    let whole = Self.ofTheYear.replacing("当年拨款", with: "支出")
    #expect(try Self.findings(whole).contains("NT27"))
  }

  @Test("Where nothing was carried over, what is of the year is all")
  func nothingCarriedOver() throws {
    var tables = Self.tables
    tables["预算01"] = tables["预算01"]?.replacing("20.00,年终", with: ",年终")
    #expect(try Self.findings(Self.ofTheYear, tables: tables).contains("NT27"))
  }

  @Test("A source and what was carried over beside it make up the whole")
  func besideCarriedOver() throws {
    let body = """
      ## 一、收支预算总体情况说明
      2025年支出预算920.00万元，其中一般公共预算拨款支出900.00万元、上年结转安排支出20.00万元。
      ## 二、一般公共预算支出情况说明
      2025年一般公共预算支出920.00万元。
      """
    #expect(try Self.findings(body).isEmpty)
    let wrong = body.replacing("拨款支出900.00", with: "拨款支出860.00")
    #expect(try !Self.findings(wrong).isEmpty)
  }

  @Test("A bracket that tells the part of the year is no other value of what it stands behind")
  func bracketOfTheYear() throws {
    let body = """
      ## 一、支出预算情况说明
      2025年支出预算920.00万元，其中：基本支出640.00万元；项目支出280.00万元（当年预算260.00万元，上年结转20.00万元），比上年增加30.00万元，增长12.00%，主要原因是活动增加。
      """
    #expect(try Self.findings(body).isEmpty)
    #expect(try Self.findings(body.replacing("12.00%", with: "13.50%")).contains("NN21"))
  }

  @Test("类 in a paragraph of their own make up what the section told before")
  func categoriesOfTheirOwn() throws {
    let gone = Self.ofTheYear.replacing("；社会保障和就业支出（类）300.00万元，占33.33%", with: "")
    #expect(try Self.findings(gone).isEmpty, "one 类 alone is no list")
    let body = """
      ## 一、一般公共预算支出情况说明
      ### （一）规模变化情况
      2025年一般公共预算支出800.00万元。
      ### （二）结构情况
      教育支出（类）400.00万元，占50.00%；社会保障和就业支出（类）200.00万元，占25.00%；卫生健康支出（类）120.00万元，占15.00%；住房保障支出（类）80.00万元，占10.00%。
      """
    #expect(try Self.findings(body, tables: [:]).isEmpty)
    let missing = body.replacing("；住房保障支出（类）80.00万元，占10.00%", with: "")
    #expect(try !Self.findings(missing, tables: [:]).isEmpty)
    let torn = body.replacing("占50.00%；", with: "占50.00%；\n\n")
    #expect(try Self.findings(torn, tables: [:]).isEmpty, "the list begins above")
    let open = missing.replacing("占15.00%。", with: "占15.00%等。")
    #expect(try !Self.findings(open, tables: [:]).contains("NN47"))
  }

  @Test(
    "The body's own short name is no part of what is told",
    arguments: ["柳湾街道", "柳湾街道办", "柳湾街道各单位", "柳湾街道所属各预算单位"])
  func ownShortName(name: String) throws {
    let body = """
      ## 七、政府采购预算情况说明
      2025年\(name)政府采购预算总额100.00万元，其中：政府采购货物预算20.00万元，政府采购工程预算30.00万元，政府采购服务预算50.00万元。
      """
    #expect(try Self.findings(body, tables: [:]).isEmpty)
    #expect(
      try Self.findings(body.replacing("预算50.00", with: "预算5050.00"), tables: [:]) == ["NN11"])
  }

  @Test("A list that ends with 等 leaves something out")
  func openList() throws {
    let body = """
      ## 六、一般公共预算基本支出情况说明
      2025年一般公共预算基本支出700.00万元。

      工资福利支出500.00万元，主要包括基本工资300.00万元、津贴补贴150.00万元、奖金50.00万元。

      商品和服务支出120.00万元，主要包括办公费40.00万元、印刷费10.00万元、差旅费20.00万元等。

      对个人和家庭的补助80.00万元，其中离休费30.00万元、退休费40.00万元、生活补助10.00万元。
      """
    #expect(try Self.findings(body, tables: [:]).isEmpty)
    #expect(
      try Self.findings(body.replacing("差旅费20.00万元等", with: "差旅费20.00万元"), tables: [:])
        .contains("NN47"))
  }

  @Test("What money is for is no 类 of the item behind it")
  func purposes() throws {
    let tables = [
      "预算05": """
      科目编码,科目名称,合计,基本支出,项目支出
      ,合计,60.00,,60.00
      201,一般公共服务支出,60.00,,60.00
      20102,政协事务,60.00,,60.00
      2010205,委员视察,40.00,,40.00
      2010206,参政议政,20.00,,20.00
      """
    ]
    let body = """
      ## 一、一般公共预算支出情况说明
      1.一般公共服务支出（类）60.00万元，其中：

      （1）政协事务（款）委员视察（项）40.00万元，主要用于委员视察、考察。

      （2）政协事务（款）参政议政（项）20.00万元，主要用于调研。
      """
    #expect(try Self.findings(body, tables: tables).isEmpty)
  }

  @Test("Amounts told respectively are of several things")
  func respectively() throws {
    let body = """
      ## 一、一般公共预算支出情况说明
      2025年一般公共预算支出920.00万元。

      1.行政运行（2012901）、其他群众团体事务支出（2012999）。2025年预算分别为340.00万元、280.00万元，分别比上年增加10.00万元、20.00万元。
      """
    #expect(try Self.findings(body).filter { $0.hasPrefix("NT") || $0 == "NN01" }.isEmpty)
  }

  @Test("Counts behind a colon make up the count before it, and shares of counts are counted")
  func counts() throws {
    let body = """
      ## 九、国有资产占有使用情况说明
      截至2024年12月31日，共有车辆9辆：机要通信用车1辆、应急保障用车2辆、执法执勤用车3辆、其他用车3辆。
      ## 十、预算绩效情况说明
      2025年编报绩效目标的项目21个，占全部项目21个的100%。
      """
    #expect(try Self.findings(body, tables: [:]).isEmpty)
    #expect(try Self.findings(body.replacing("车辆9辆", with: "车辆8辆"), tables: [:]) == ["NN12"])
    #expect(try Self.findings(body.replacing("项目21个，", with: "项目23个，"), tables: [:]) == ["NN13"])
  }

  @Test("An amount without its unit is all that is wrong with its sentence")
  func missingUnit() throws {
    let body = """
      ## 一、支出预算情况说明
      2025年支出预算500.00，其中：基本支出300.00万元，项目支出200.00万元。
      """
    #expect(try Self.findings(body, tables: [:]) == ["NN25"])
  }
}
