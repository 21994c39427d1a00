import Testing

@testable import GongkaiCommand

/// A layout of the user's own, in a folder anywhere.
struct OwnLayoutTests {
  private static let layout = """
    [布局]
    名称：部门决算（云汀市）
    继承：final-accounts
    """

  private static let identities = """
    [关系 云汀1]
    说明：两表的本年收入合计应当相等
    公式：公开01!本年收入合计.决算数 = 公开02!合计.本年收入合计
    类别：N8

    [关系 TT01]
    停用：是
    """

  private static let source = """
    ---
    layout: final-accounts
    entity: 云汀市民政局
    year: 2024
    unit: 万元
    tables: tables
    ---

    # 第三部分 名词解释

    一、财政拨款收入：指从同级财政部门取得的财政预算资金。

    二、基本支出：指为保障机构正常运转发生的支出。

    三、项目支出：指为完成特定任务发生的支出，由民政据管理。

    四、“三公”经费：指因公出国（境）费、公务用车购置及运行维护费和公务接待费。

    五、机关运行经费：指为保障行政单位运行用于购买货物和服务的资金。

    # 第四部分 部门决算表

    {{表 公开01}}

    {{表 公开02}}
    """

  private static let totals = """
    收入/项目,收入/行次,收入/决算数,支出/项目,支出/行次,支出/决算数
    一、一般公共预算财政拨款收入,1,900.00,一、一般公共服务支出,31,900.00
    本年收入合计,27,900.00,本年支出合计,57,900.00
    总计,30,900.00,总计,60,900.00
    """

  private static let revenue = """
    科目代码,科目名称,本年收入合计,财政拨款收入
    ,合计,890.00,890.00
    201,一般公共服务支出,890.00,890.00
    20131,党委办公厅（室）及相关机构事务,890.00,890.00
    2013101,行政运行,890.00,890.00
    """

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.file("稿/disclosure.md", Self.source)
    try folder.file("稿/tables/公开01.csv", Self.totals + "\n")
    try folder.file("稿/tables/公开02.csv", Self.revenue + "\n")
    try folder.file("云汀市/layout.txt", Self.layout + "\n")
    try folder.file("云汀市/identities.txt", Self.identities + "\n")
    return folder
  }

  @Test func `its identities, terms and words are checked`() async throws {
    let folder = try folder()
    try folder.file("云汀市/glossary.txt", "[名词 养老服务补贴]\n需要：始终\n")
    try folder.file("云汀市/confusions.txt", "[错字]\n民政据：民政局\n")
    let run = try await CommandTester().run(
      "lint", "\(folder.path)/稿", "--layout", "\(folder.path)/云汀市", "--format", "concise")
    #expect(run.output.contains("[云汀1] 公开01“本年收入合计”决算数：900.00 ≠ 890.00。两表的本年收入合计应当相等"))
    #expect(run.output.contains("[GL01] 名词解释缺少“养老服务补贴”"))
    #expect(run.output.contains("[TX12] “民政据”应为“民政局”"))
    #expect(run.status == 1)
  }

  @Test func `its retired terms and forms of the accounts are checked`() async throws {
    let folder = try folder()
    try folder.file("云汀市/glossary.txt", "[停用 财政预算资金]\n起：2024\n依据：本市通知\n现称：财政拨款\n")
    try folder.file(
      "云汀市/sources.txt", "[报表 财决21]\n名称：养老服务支出明细表\n起：2024\n公开表：公开03\n")
    try folder.file("稿/tables/公开02.csv", "# 注：数据来源于财决21表。\n" + Self.revenue + "\n")
    let run = try await CommandTester().run(
      "lint", "\(folder.path)/稿", "--layout", "\(folder.path)/云汀市", "--format", "concise")
    #expect(run.output.contains("[GL08] “财政预算资金”已经停用，现在是“财政拨款”：本市通知"))
    #expect(run.output.contains("[NT34] 财决21表是“养老服务支出明细表”，没有这里要说的数"))
  }

  @Test func `its words tell that a section is there`() async throws {
    let folder = try folder()
    let section = "## 一、主要职责\n拟订规划。\n\n## 二、编制\n本局没有下级。\n\n"
    let source = Self.source.replacing("# 第三", with: "# 第一部分 部门概况\n\n\(section)# 第三")
    try folder.file("稿/disclosure.md", source)
    let tester = CommandTester()
    let arguments = ["lint", "\(folder.path)/稿", "--layout", "\(folder.path)/云汀市"]
    let before = try await tester.run(arguments + ["--select", "ST01"])
    #expect(before.output.contains("缺少“机构设置”"))
    try folder.file("云汀市/headings.txt", "[节 organisation]\n正文有：没有下级\n")
    let after = try await tester.run(arguments + ["--select", "ST01"])
    #expect(!after.output.contains("缺少“机构设置”"))
  }

  @Test(arguments: [
    ("glossary.txt", "[停用 甲]\n起：2024\n", "1:5：“甲”要写明“起”和“依据”"),
    ("glossary.txt", "[停用 甲]\n起：去年\n依据：乙\n", "2:3：“去年”应当是整数"),
    ("sources.txt", "[报表 财决01表]\n名称：甲\n", "1:5：报表写成“财决03”的样子"),
    ("sources.txt", "[报表 财决01]\n起：2024\n", "1:5：“财决01”要写明“名称”"),
    ("sources.txt", "[报表 财决01]\n表：公开01\n", "2:1：不认识的键“表”，可用：名称、起、公开表、节"),
    ("concepts.txt", "[概念 甲项支出]\n名称：甲项支出\n分项：乙项支出\n", "3:4：没有“乙项支出”这个概念"),
    ("spelling.txt", "词：民政\n", "1:1：第一行内容之前应当有“[节名]”"),
    ("spelling.txt", "[词表]\n", "1:1：不认识的节，可用：[词语]、[误写]"),
    ("spelling.txt", "[词语]\n民政 低保\n", "2:1：应当写成“词：…”“可连：…”或“单字：…”"),
    ("spelling.txt", "[误写]\n低保：底\n", "2:1：应当写成“对的词：第一个字的误写 | 第二个字的误写”"),
    ("spelling.txt", "[误写]\n𠮷祥：- | 样\n", "2:1：应当写成“对的词：第一个字的误写 | 第二个字的误写”"),
    ("grammar.txt", "[原因方向]\n涨：提价\n", "2:1：不认识的键“涨”，可用：增加、减少、另说、多花钱、没花完"),
  ])
  func `an error in its data files has line and column`(
    name: String, text: String, message: String
  ) async throws {
    let folder = try folder()
    try folder.file("云汀市/\(name)", text)
    let run = try await CommandTester().run(
      "lint", "\(folder.path)/稿", "--layout", "\(folder.path)/云汀市")
    #expect(run.status == 2)
    #expect(run.errors.contains("云汀市/\(name):\(message)"), "\(run.errors)")
  }

  @Test func `a configuration names it from its own folder`() async throws {
    let folder = try folder()
    try folder.file("稿/gongkai.conf", "[检查]\n布局：../云汀市\n只用：云汀1\n")
    let run = try await CommandTester().run("lint", "\(folder.path)/稿", "--format", "concise")
    #expect(run.output.split(separator: "\n").count == 1 && run.output.contains("[云汀1]"))
  }

  @Test func `an error in it has file, line and column`() async throws {
    let folder = try folder()
    try folder.file("云汀市/identities.txt", "[关系 云汀1]\n说明：试\n公式：公开01!总计 == 3\n")
    let run = try await CommandTester().run(
      "lint", "\(folder.path)/稿", "--layout", "\(folder.path)/云汀市")
    #expect(run.status == 2)
    #expect(run.errors.contains("云汀市/identities.txt:3:13：公式有误"))
  }

  @Test func `its rules are listed and explained`() async throws {
    let folder = try folder()
    let tester = CommandTester()
    let list = try await tester.run("rules", "--layout", "\(folder.path)/云汀市").output
    #expect(list.contains("云汀1") && list.contains("NN17"))
    let text = try await tester.run("explain", "云汀1", "--layout", "\(folder.path)/云汀市").output
    #expect(text.contains("两表的本年收入合计应当相等"))
  }

  @Test func `a folder without layout and a name that is taken are refused`() async throws {
    let folder = try folder()
    try folder.file("空/说明.txt", "")
    try folder.file("budget/layout.txt", Self.layout + "\n")
    let tester = CommandTester()
    let empty = try await tester.run("lint", "\(folder.path)/稿", "--layout", "\(folder.path)/空")
    #expect(empty.status == 2 && empty.errors.contains("没有 layout.txt"))
    let taken = try await tester.run(
      "lint", "\(folder.path)/稿", "--layout", "\(folder.path)/budget")
    #expect(taken.status == 2 && taken.errors.contains("已经有名为“budget”的布局"))
  }
}
