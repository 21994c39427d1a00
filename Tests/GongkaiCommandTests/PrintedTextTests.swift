import Foundation
import Testing

@testable import GongkaiCommand

/// Lines of a table as a PDF program gives them, and rows that must come out of them.
private struct PrintedTable: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var kind = "部门决算"
  var lines: String
  var id: String
  var rows: [[String?]]
  /// How many rows there are.
  var count: Int

  var text: String { "云汀市民政局2024年度\(kind)\n\n第四部分 2024年度\(kind)表\n\n\(lines)\n" }

  static let all = [
    PrintedTable(
      testDescription: "下一页又印表头和栏次",
      lines: """
        支出决算表
        公开03表
        编制单位：云汀市民政局 单位：万元
        项目
        本年支出合计 基本支出 项目支出 上缴上级支出 经营支出
        对附属单位补助
        支出
        科目代码 科目名称
        栏次 1 2 3 4 5 6
        合计 90.00 60.00 30.00
        201 一般公共服务支出 70.00 40.00 30.00
        20131 党委办公厅（室）及相关机构事务 70.00 40.00 30.00
        项目
        本年支出合计 基本支出 项目支出 上缴上级支出 经营支出
        对附属单位补助支出
        科目代码 科目名称
        栏次 1 2 3 4 5 6
        2013101 行政运行 70.00 40.00 30.00
        221 住房保障支出 20.00 20.00
        """, id: "公开03",
      rows: [
        ["2013101", "行政运行", "70.00", "40.00", "30.00", nil, nil, nil],
        ["221", "住房保障支出", "20.00", "20.00", nil, nil, nil, nil],
      ], count: 5),
    PrintedTable(
      testDescription: "两项资金的总表：栏次比表式少一栏",
      lines: """
        财政拨款收入支出决算总表
        公开04表
        编制单位：云汀市民政局 单位：万元
        收入 支出
        项目 行次 金额 项目 行次 合计 一般公共预算财政拨款 政府性基金预算财政拨款
        栏次 1 栏次 2 3 4
        一、一般公共预算财政拨款 1 80.00 一、一般公共服务支出 7 70.00 70.00
        二、政府性基金预算财政拨款 2 10.00 二、外交支出 8
        3 三、国防支出 9
        4 四、公共安全支出 10 20.00 10.00 10.00
        本年收入合计 5 90.00 本年支出合计 11 90.00 80.00 10.00
        总计 6 90.00 总计 12 90.00 80.00 10.00
        """, id: "公开04",
      rows: [
        ["一、一般公共预算财政拨款", "1", "80.00", "一、一般公共服务支出", "7", "70.00", "70.00", nil],
        [nil, "4", nil, "四、公共安全支出", "10", "20.00", "10.00", "10.00"],
        ["总计", "6", "90.00", "总计", "12", "90.00", "80.00", "10.00"],
      ], count: 6),
    PrintedTable(
      testDescription: "下一页又印标题和表头",
      lines: """
        一般公共预算财政拨款支出决算表
        公开05表
        编制单位：云汀市民政局 单位：万元
        科目代码 科目名称 合计 基本支出 项目支出
        合计 90.00 60.00 30.00
        201 一般公共服务支出 70.00 40.00 30.00
        第 1 页
        一般公共预算财政拨款支出决算表
        公开05表
        编制单位：云汀市民政局 单位：万元
        科目代码 科目名称 合计 基本支出 项目支出
        20131 党委办公厅（室）及相关机构事务 70.00 40.00 30.00
        2013101 行政运行 70.00 40.00 30.00
        第 2 页
        """, id: "公开05", rows: [["2013101", "行政运行", "70.00", "40.00", "30.00"]], count: 4),
    PrintedTable(
      testDescription: "名称折行，代码和金额在中间",
      lines: """
        一般公共预算财政拨款支出决算表
        公开05表
        编制单位：云汀市民政局 单位：万元
        科目代码 科目名称 合计 基本支出 项目支出
        栏次 1 2 3
        合计 90.00 60.00 30.00
        社会保障和就
        208 90.00 60.00 30.00
        业支出
        行政事业单位
        20805 90.00 60.00 30.00
        养老支出
        机关事业单位
        2080505 基本养老保险 60.00 40.00 20.00
        缴费支出
        2080506 30.00 20.00 10.00
        — 3 —
        机关事业单位
        职业年金缴费
        支出
        """, id: "公开05",
      rows: [
        ["208", "社会保障和就业支出", "90.00", "60.00", "30.00"],
        ["20805", "行政事业单位养老支出", "90.00", "60.00", "30.00"],
        ["2080505", "机关事业单位基本养老保险缴费支出", "60.00", "40.00", "20.00"],
        ["2080506", "机关事业单位职业年金缴费支出", "30.00", "20.00", "10.00"],
      ], count: 5),
    PrintedTable(
      testDescription: "代码独占一行，名称在下面几行",
      lines: """
        一般公共预算财政拨款支出决算表
        公开05表
        编制单位：云汀市民政局 单位：万元
        科目代码 科目名称 合计 基本支出 项目支出
        栏次 1 2 3
        合计 60.00 40.00 20.00
        208 社会保障和就业支出 60.00 40.00 20.00
        20805 行政事业单位养老支出 60.00 40.00 20.00
        2080505
        机关事业单位基本养老
        保险缴费支出
        60.00 40.00 20.00
        """, id: "公开05",
      rows: [["2080505", "机关事业单位基本养老保险缴费支出", "60.00", "40.00", "20.00"]], count: 4),
    PrintedTable(
      testDescription: "代码和名称、金额和金额之间没有空格",
      lines: """
        一般公共预算财政拨款支出决算表
        公开05表
        编制单位：云汀市民政局 单位：万元
        科目代码 科目名称 合计 基本支出 项目支出
        栏次 1 2 3
        合计 1,290.001,260.00 30.00
        201一般公共服务支出 1,290.001,260.00 30.00
        20131党委办公厅（室）及相关机构事务 1,290.001,260.00 30.00
        2013101行政运行 1,290.001,260.0030.00
        """, id: "公开05",
      rows: [
        ["201", "一般公共服务支出", "1,290.00", "1,260.00", "30.00"],
        ["2013101", "行政运行", "1,290.00", "1,260.00", "30.00"],
      ], count: 4),
    PrintedTable(
      testDescription: "两边各有代码，名称在代码和金额的上下",
      lines: """
        一般公共预算财政拨款基本支出决算表
        公开06表
        编制单位：云汀市民政局 单位：万元
        人员经费 公用经费
        科目代码 科目名称 决算数 科目代码 科目名称 决算数
        301 工资福利支出 84.00 302 商品和服务支出 36.00
        30101 基本工资 24.00 30201 办公费 16.00
        机关事业单位基
        30108 32.00 30207 邮电费 12.00
        本养老保险缴费
        职工基本医疗保 公务用车运
        30110 28.00 30231 8.00
        险缴费 行维护费
        人员经费合计 84.00 公用经费合计 36.00
        """, id: "公开06",
      rows: [
        ["30108", "机关事业单位基本养老保险缴费", "32.00", "30207", "邮电费", "12.00"],
        ["30110", "职工基本医疗保险缴费", "28.00", "30231", "公务用车运行维护费", "8.00"],
      ], count: 5),
    PrintedTable(
      testDescription: "两边的名称在行次上下",
      lines: """
        收入支出决算总表
        公开01表
        编制单位：云汀市民政局 单位：万元
        收入 支出
        项目 行次 决算数 项目 行次 决算数
        栏次 1 栏次 2
        一、一般公共预算 一、一般公共服务
        1 90.00 31 70.00
        财政拨款收入 支出
        二、政府性基金预
        2 二、外交支出 32
        算财政拨款收入
        三、国有资本经营
        预算财政拨款收入 3 三、国防支出 33
        四、上级补助收入 4 四、公共安全支出 34
        五、事业收入 5 五、教育支出 35
        """, id: "公开01",
      rows: [["一、一般公共预算财政拨款收入", "1", "90.00", "一、一般公共服务支出", "31", "70.00"]],
      count: 5),
    PrintedTable(
      testDescription: "没有行次的名称下一行接着写", kind: "部门预算",
      lines: """
        部门收支总表
        表1
        部门：云汀市民政局 单位：万元
        收入 支出
        项目 预算数 项目 预算数
        一、一般公共预算拨款
        收入 90.00 一、一般公共服务支出 70.00
        二、政府性基金预算拨
        款收入 二、外交支出
        三、国有资本经营预算
        拨款收入 三、国防支出
        四、事业收入 四、社会保障和就业
        支出 20.00
        本年收入合计 90.00 本年支出合计 90.00
        收入总计 90.00 支出总计 90.00
        """, id: "预算01",
      rows: [["一、一般公共预算拨款收入", "90.00", "一、一般公共服务支出", "70.00"]], count: 6),
  ]
}

/// Text taken out of PDFs that leave the rows of tables as lines.
struct PrintedTextTests {
  @Test(arguments: PrintedTable.all)
  fileprivate func `tables come back from the lines of their pages`(
    table: PrintedTable
  ) async throws {
    let folder = try TemporaryFolder()
    let root = try await Self.report(folder.file("表.txt", table.text))
    let tables = try #require(root["tables"] as? [[String: Any]])
    let found = try #require(tables.first { $0["id"] as? String == table.id })
    let rows = (found["rows"] as? [[Any]] ?? []).map { $0.map { $0 as? String } }
    for row in table.rows { #expect(rows.contains(row)) }
    #expect(tables.count { $0["id"] as? String == table.id } == 1)
    #expect(rows.count == table.count)
  }

  @Test func `printed lines make the paragraphs that they were broken from`() async throws {
    let folder = try TemporaryFolder()
    let root = try await Self.report(folder.file("文.txt", Self.narrative))
    let parts = try #require(root["parts"] as? [[String: Any]])
    #expect(parts.compactMap { $0["title"] as? String } == ["部门概况", "部门决算情况说明"])
    let sections = parts.flatMap { $0["sections"] as? [[String: Any]] ?? [] }
    let paragraphs = sections.flatMap { $0["paragraphs"] as? [String] ?? [] }
    #expect(
      paragraphs.contains {
        $0.hasPrefix("本年收入合计22,600.00万元") && $0.hasSuffix("占0.16%。")
      })
    #expect(
      paragraphs.contains {
        $0.hasPrefix("1.一般公共服务支出（类）组织事务（款）一般行政管理事务（项）。主要用于")
      })
    #expect(!paragraphs.contains { $0.contains("云汀市民政局决算公开") })
  }

  /// A page of text as a PDF program gives it: a running head, page numbers without dashes, a heading
  /// set wide, and lines that end early because what follows them cannot be parted.
  private static let narrative = """
    云汀市民政局决算公开
    云汀市民政局2024年度部门决算
    1
    \u{0C}云汀市民政局决算公开
    第 一 部 分 部 门 概 况
    一、主要职责
    贯彻执行民政工作的方针政策和法律法规，拟订全市民政事业
    发展规划并组织实施，统筹推进社会救助、养老服务、儿童福
    利和殡葬管理等工作，指导各县区做好基层政权和社区建设。
    2
    \u{0C}云汀市民政局决算公开
    第 二 部 分 部 门 决 算 情 况 说 明
    一、收入决算情况说明
    本年收入合计22,600.00万元，其中：财政拨款收入
    21,924.25万元，占97.01%；事业收入486.20万元，占2.15%；
    经营收入152.60万元，占0.68%；其他收入36.95万元，占
    0.16%。
    二、一般公共预算财政拨款支出决算情况说明
    一般公共预算财政拨款支出比上年增加较多，主要原因是年中
    追加困难群众救助和自然灾害救灾资金，并且使用上年结转的
    资金，其中：
    1.一般公共服务支出（类）组织事务（款）一般行政管理事务
    （项）。主要用于机关党支部活动场所布置、学习资料购置和
    主题党日活动，部分学习资料改为线上共享，印制的数量比年
    3
    \u{0C}云汀市民政局决算公开
    初安排的少。
    """

  private static func report(_ path: String) async throws -> [String: Any] {
    let run = try await CommandTester().run("import", path, "--format", "json")
    let root = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    return try #require(root as? [String: Any])
  }
}
