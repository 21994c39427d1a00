import Testing

@testable import GongkaiCommand

/// Tables as programs give them that put each cell on a line of its own.
@Suite struct LooseTableTests {
  private static let head = ["序号", "科目编码", "科目名称", "合计", "基本支出", "项目支出"]
  private static let rows = [
    ["1", "合计", "90.00", "60.00", "30.00"],
    ["2", "201", "一般公共服务支出", "70.00", "40.00", "30.00"],
    ["3", "20131", "党委办公厅（室）及相关机构事务", "70.00", "40.00", "30.00"],
    ["4", "2013101", "行政运行", "40.00", "40.00", "0.00"],
    ["5", "2013105", "专项业务", "30.00", "0.00", "30.00"],
    ["6", "221", "住房保障支出", "20.00", "20.00", "0.00"],
    ["7", "22102", "住房改革支出", "20.00", "20.00", "0.00"],
    ["8", "2210201", "住房公积金", "20.00", "20.00", "0.00"],
  ]

  private func findings(_ cells: [String]) async throws -> [String] {
    let folder = try TemporaryFolder()
    let text = """
      云汀市民政局2025年部门预算

      第二部分 2025年部门预算表

      部门支出总表
      预算03表
      编制部门：云汀市民政局
      单位：万元
      \(cells.joined(separator: "\n"))
      """
    let run = try await CommandTester().run(
      "lint", folder.file("表.txt", text), "--format", "concise", "--select", "TI,NT")
    return run.output.split(separator: "\n").map(String.init)
  }

  @Test func `rows are told apart and the numbers that count them are no amounts`() async throws {
    #expect(try await findings(Self.head + Self.rows.joined()).isEmpty)
  }

  @Test func `one wrong cell is found`() async throws {
    var rows = Self.rows
    rows[4][3] = "35.00"
    #expect(try await findings(Self.head + rows.joined()).contains { $0.contains("35.00") })
  }

  @Test func `where two cells seem wrong, the order of the words is doubted`() async throws {
    var rows = Self.rows
    rows[4][3] = "35.00"
    rows[7][3] = "25.00"
    #expect(try await findings(Self.head + rows.joined()).isEmpty)
  }

  @Test(arguments: [("20.00 25.00", true), ("20.00 20.00 20.00 20.00", false)])
  func `two rows that stand in one line are no wrong sum`(
    amounts: String, isWrong: Bool
  ) async throws {
    let folder = try TemporaryFolder()
    let text = """
      云汀市民政局2024年度部门决算

      第四部分 2024年度部门决算表

      支出决算表
      公开03表
      编制单位：云汀市民政局 单位：万元
      科目代码 科目名称 本年支出合计 基本支出 项目支出 上缴上级支出 经营支出 对附属单位补助支出
      合计 90.00 60.00 30.00
      201 一般公共服务支出 70.00 40.00 30.00
      20131 党委办公厅（室）及相关机构事务 70.00 40.00 30.00
      2013101 行政运行 40.00 40.00
      2013105 专项业务 30.00 30.00
      221 住房保障支出 20.00 20.00
      22102 住房改革支出 \(amounts)
      """
    let run = try await CommandTester().run(
      "lint", folder.file("表.txt", text), "--format", "concise", "--select", "TI07")
    #expect(run.output.contains("不论各数在哪一栏") == isWrong, "\(run.output)")
  }

  @Test func `a row that was drawn behind its parts is in order`() async throws {
    let folder = try TemporaryFolder()
    let text = """
      云汀市柳浪镇人民政府2024年度部门决算

      第四部分 2024年度部门决算表

      政府性基金预算财政拨款收入支出决算表
      公开部门：云汀市柳浪镇人民政府
      单位：万元
      项目
      科目代码
      年初结转和
      结余
      科目名称
      合计
      本年收入
      本年支出
      小计
      基本支出
      项目支出
      26.00
      26.00
      26.00
      26.00
      21208 国有土地使用权出让收入安排的支出
      26.00
      26.00
      26.00
      2120899 其他国有土地使用权出让收入安排的支出
      26.00
      26.00
      26.00
      212 城乡社区支出
      """
    let run = try await CommandTester().run(
      "lint", folder.file("表.txt", text), "--format", "concise", "--select", "TI30")
    #expect(run.output.isEmpty, "\(run.output)")
  }

  private static let severalBodies = [
    // The bodies in rows of their own, and in a column.
    """
    科目代码,科目名称,合计,基本支出,项目支出
    ,合计,300.00,200.00,100.00
    ,云汀市民政局本级,200.00,150.00,50.00
    208,社会保障和就业支出,160.00,110.00,50.00
    20802,民政管理事务,160.00,110.00,50.00
    2080201,行政运行,110.00,110.00,
    2080299,其他民政管理事务支出,50.00,,50.00
    221,住房保障支出,40.00,40.00,
    22102,住房改革支出,40.00,40.00,
    2210201,住房公积金,40.00,40.00,
    ,云汀市救助管理站,100.00,50.00,50.00
    208,社会保障和就业支出,80.00,30.00,50.00
    20820,临时救助,80.00,30.00,50.00
    2082002,流浪乞讨人员救助支出,80.00,30.00,50.00
    221,住房保障支出,20.00,20.00,
    22102,住房改革支出,20.00,20.00,
    2210201,住房公积金,20.00,20.00,
    """,
    """
    单位名称,科目代码,科目名称,合计,基本支出,项目支出
    ,,合计,260.00,160.00,100.00
    云汀市民政局本级,208,社会保障和就业支出,160.00,110.00,50.00
    云汀市民政局本级,20802,民政管理事务,160.00,110.00,50.00
    云汀市民政局本级,2080201,行政运行,160.00,110.00,50.00
    云汀市救助管理站,208,社会保障和就业支出,100.00,50.00,50.00
    云汀市救助管理站,20802,民政管理事务,100.00,50.00,50.00
    云汀市救助管理站,2080201,行政运行,100.00,50.00,50.00
    """,
  ]

  @Test(arguments: severalBodies)
  func `a table that goes through bodies is held against no other row or table`(
    table: String
  ) async throws {
    let output = try await findings(ofBodies: table)
    #expect(output.isEmpty, "\(output)")
  }

  @Test func `a row of a table that goes through bodies is held against itself`() async throws {
    let wrong = Self.severalBodies[0].replacing(
      "20820,临时救助,80.00,30.00,50.00", with: "20820,临时救助,80.00,30.00,60.00")
    let output = try await findings(ofBodies: wrong)
    #expect(output.split(separator: "\n").count == 1 && output.contains("TI25"), "\(output)")
  }

  private func findings(ofBodies table: String) async throws -> String {
    let folder = try TemporaryFolder()
    try folder.file(
      "disclosure.md",
      """
      ---
      layout: budget
      entity: 云汀市民政局
      year: 2025
      unit: 万元
      tables: tables
      ---

      # 第二部分 部门预算情况说明

      ## 三、支出预算情况说明

      2025年支出预算300.00万元。

      # 第三部分 部门预算表

      {{表 预算03}}
      """)
    try folder.file("tables/预算03.csv", table + "\n")
    return try await CommandTester().run(
      "lint", folder.path, "--format", "concise", "--select", "TI,TT,NT"
    ).output
  }
}
