import Foundation
import Testing

@testable import GongkaiCommand

/// The files around a draft: reasons, prior numbers, Word, and its update.
struct DraftFilesTests {
  private static let sample = CommandTester.sample
  private let tester = CommandTester()

  private func draft(
    _ folder: TemporaryFolder, tables: String = sample, _ more: String...
  ) async throws -> String {
    let run = try await tester.run(
      ["draft", "--tables", tables, "-o", "\(folder.path)/稿"] + more)
    #expect(run.status == 0, "\(run.errors)")
    return try folder.read("稿/disclosure.md")
  }

  @Test func `the list of blanks that is filled in fills the draft`() async throws {
    let folder = try TemporaryFolder()
    let list = "\(folder.path)/填写表.csv"
    let text = try await draft(folder, "--reasons-template", list)
    let rows = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n")
    #expect(rows.count - 1 == text.components(separatedBy: "【请填写：").count - 1)
    let filled = rows.map { row in
      String(row).replacing(",用途,,", with: ",用途,日常工作,")
    }
    try folder.file("填好.csv", filled.joined(separator: "\n"))
    let run = try await tester.run(
      "draft", "--update", "\(folder.path)/稿", "--reasons", "\(folder.path)/填好.csv")
    #expect(run.status == 0 && run.errors.contains("填写了"), "\(run.errors)")
    #expect(run.output.contains("+1.一般公共服务支出（类）组织事务（款）一般行政管理事务（项）。主要用于：日常工作。"))
    let new = try folder.read("稿/disclosure.md")
    #expect(!new.contains("主要用于：【请填写") && new.contains("【请填写：年初预算数】"))
    // Another update changes nothing.
    let again = try await tester.run("draft", "--update", "\(folder.path)/稿")
    #expect(again.status == 0 && again.output.isEmpty)
    #expect(try folder.read("稿/disclosure.md") == new)
  }

  @Test func `blanks of a draft in last year's wording are filled without last year's text`()
    async throws
  {
    let folder = try TemporaryFolder()
    let list = "\(folder.path)/填写表.csv"
    _ = try await draft(
      folder, tables: "\(Self.sample)/tables", "--last", Self.sample, "--year", "2025",
      "--reasons-template", list)
    let before = try folder.read("稿/disclosure.md")
    let rows = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n")
    let filled = rows.map { $0.replacing("机要通信用车辆数,,", with: "机要通信用车辆数,12辆,") }
    #expect(filled.contains { $0.contains("12辆") })
    try folder.file("填好.csv", filled.joined(separator: "\n"))
    let run = try await tester.run(
      "draft", "--update", "\(folder.path)/稿", "--reasons", "\(folder.path)/填好.csv")
    #expect(run.status == 0 && run.errors.contains("填写了 1 处"), "\(run.errors)")
    let after = try folder.read("稿/disclosure.md")
    #expect(after == before.replacing("【请填写：机要通信用车辆数】", with: "12"))
    // Without what it was made from nothing that depends on tables is written.
    let bare = try await tester.run("draft", "--update", "\(folder.path)/稿")
    #expect(bare.status == 2 && bare.errors.contains("更新时也要写上 --last"))
  }

  @Test func `an update keeps the wording that the draft has`() async throws {
    let folder = try TemporaryFolder()
    let text = try await draft(
      folder, tables: "\(Self.sample)/tables", "--last", Self.sample, "--year", "2025", "--wording",
      "template", "--entity", "某局")
    let run = try await tester.run(
      "draft", "--update", "\(folder.path)/稿", "--last", Self.sample, "--year", "2025",
      "--entity", "某局")
    #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
    #expect(try folder.read("稿/disclosure.md") == text)
  }

  @Test func `a reason for nothing is refused, one for a blank that is not there is told`()
    async throws
  {
    let folder = try TemporaryFolder()
    try folder.file("甲.csv", "2080201：人员增加\n2089999999：没有这一项\n")
    let run = try await tester.run(
      "draft", "--tables", Self.sample, "-o", "\(folder.path)/稿", "--reasons",
      "\(folder.path)/甲.csv")
    #expect(run.status == 2 && run.errors.contains("甲.csv：第 2 行：“2089999999”不是本文中的条目"))
    #expect(try Array(folder.contents().keys) == ["甲.csv"])
    try folder.file("乙.csv", "行政运行：人员增加\n行政运行：又一个原因\n")
    let text = try await draft(folder, "--reasons", "\(folder.path)/乙.csv")
    #expect(text.contains("完成年初预算的【请填写：完成率】。主要原因是人员增加。"))
    #expect(!text.contains("又一个原因"))
  }

  @Test func `an update writes what depends on a changed cell, and keeps the rest`() async throws {
    let folder = try TemporaryFolder()
    _ = try await draft(folder)
    let path = "\(folder.path)/稿/disclosure.md"
    var text = try folder.read("稿/disclosure.md")
    text = text.replacing("【请填写：部门主要职责】", with: "负责全市民政工作。")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let table = "稿/tables/公开02.csv"
    let changed = try folder.read(table).replacing("36.95", with: "46.95")
      .replacing("22,603.44", with: "22,613.44")
    try changed.write(toFile: "\(folder.path)/\(table)", atomically: true, encoding: .utf8)
    let dry = try await tester.run("draft", "--update", "\(folder.path)/稿", "--dry-run")
    #expect(dry.output.contains("+本年收入合计22,613.44万元"))
    #expect(try folder.read("稿/disclosure.md") == text)
    let run = try await tester.run("draft", "--update", "\(folder.path)/稿")
    #expect(run.status == 0 && run.output == dry.output)
    let new = try folder.read("稿/disclosure.md")
    #expect(new.contains("其他收入46.95万元，占0.21%。") && new.contains("负责全市民政工作。"))
    let lines = zip(text.split(separator: "\n"), new.split(separator: "\n")).filter { $0 != $1 }
    #expect(lines.count == 1)
  }

  @Test func `prior numbers give changes where there is no last year`() async throws {
    let folder = try TemporaryFolder()
    try folder.file("上年.txt", "# 上年决算\n公开01!收入/总计.决算数 = 20,000.00\n")
    let text = try await draft(folder, "--prior", "\(folder.path)/上年.txt")
    #expect(text.contains("与2023年度相比，收入总计和支出总计各增加2,876.70万元，增长14.38%。"))
    #expect(text.contains("【请填写：财政拨款收入总计和支出总计与2023年度相比的增减额、增减率和原因】"))
    try folder.file("错.txt", "公开99!收入/总计.决算数 = 1\n")
    let run = try await tester.run(
      "draft", "--tables", Self.sample, "-o", "\(folder.path)/另", "--prior",
      "\(folder.path)/错.txt")
    #expect(run.status == 2 && run.errors.contains("错.txt：第 1 行：布局里没有表“公开99”"))
  }

  /// A budget that was published, of a few 科目.
  private func publishBudget(in folder: TemporaryFolder) throws {
    try folder.file(
      "预算/预算05.csv",
      """
      # 标题：部门预算一般公共预算财政拨款支出表
      # 公开编号：预算05表
      # 编制部门：云汀市民政局
      # 单位：万元
      功能分类科目/科目编码,功能分类科目/科目名称,合计,基本支出,项目支出
      ,合计,"1,600.00","1,260.00",340.00
      201,一般公共服务支出,20.00,,20.00
      20132,组织事务,20.00,,20.00
      2013202,一般行政管理事务,20.00,,20.00
      208,社会保障和就业支出,"1,520.00","1,260.00",260.00
      20802,民政管理事务,"1,520.00","1,260.00",260.00
      2080201,行政运行,"1,260.00","1,260.00",
      2080202,一般行政管理事务,260.00,,260.00
      213,农林水支出,60.00,,60.00
      21307,农村综合改革,60.00,,60.00
      2130705,对村民委员会和村党支部的补助,60.00,,60.00

      """)
  }

  @Test func `the published budget gives original budgets, rates and direction words`() async throws
  {
    let folder = try TemporaryFolder()
    try publishBudget(in: folder)
    let text = try await draft(folder, "--budget", "\(folder.path)/预算")
    #expect(text.contains("年初预算为1,600.00万元，支出决算为20,149.69万元，完成年初预算的1259.36%。"))
    #expect(
      text.contains("年初预算为20.00万元，支出决算为18.60万元，完成年初预算的93.00%。决算数小于年初预算数的主要原因：【请填写："))
    #expect(text.contains("年初预算为60.00万元，支出决算为60.00万元，完成年初预算的100.00%。决算数等于年初预算数，"))
    // What the budget does not have was nothing, and has no rate.
    #expect(text.contains("年初预算为0.00万元，支出决算为42.65万元。决算数大于年初预算数的主要原因：【请填写："))
    #expect(!text.contains("【请填写：年初预算数】"))
    let other = try await tester.run(
      "draft", "--tables", Self.sample, "-o", "\(folder.path)/另", "--budget", Self.sample)
    #expect(other.status == 2 && other.errors.contains("--budget 应当给出部门预算"))
  }

  @Test func `last year's wording takes the published budget's numbers`() async throws {
    let folder = try TemporaryFolder()
    try publishBudget(in: folder)
    // Last year's disclosure is this year's a year earlier, of which one number was another.
    let text = try String(contentsOfFile: "\(Self.sample)/disclosure.md", encoding: .utf8)
    try folder.file(
      "上年/disclosure.md",
      text.replacing("2024", with: "2023").replacing("2025", with: "2024")
        .replacing("18.60万元", with: "19.60万元"))
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(Self.sample)/tables") {
      let table = try String(contentsOfFile: "\(Self.sample)/tables/\(name)", encoding: .utf8)
      try folder.file("上年/tables/\(name)", table.replacing("18.60", with: "19.60"))
    }
    let run = try await tester.run(
      "draft", "--tables", Self.sample, "--last", "\(folder.path)/上年", "--budget",
      "\(folder.path)/预算", "-o", "\(folder.path)/稿")
    #expect(run.status == 0, "\(run.errors)")
    let new = try folder.read("稿/disclosure.md")
    #expect(new.contains("年初预算为1,600.00万元，支出决算为20,149.69万元，完成年初预算的1259.36%。"))
    #expect(new.contains("年初预算为20.00万元，支出决算为18.60万元，完成年初预算的93.00%。决算数小于年初预算数"))
    #expect(new.contains("年初预算为60.00万元，支出决算为60.00万元，完成年初预算的100.00%。决算数等于年初预算数"))
    #expect(new.contains("年初预算为0.00万元，支出决算为42.65万元。决算数大于年初预算数"))
    let journal = try folder.read("稿/起草说明.md")
    #expect(journal.contains("公开的预算 预算05!2013202.合计"))
    let table = try folder.read("预算/预算05.csv")
    try folder.file(
      "旧预算/disclosure.md", "---\nlayout: budget\nyear: 2023\ntables: .\n---\n\n{{表 预算05}}\n")
    try folder.file("旧预算/预算05.csv", table)
    let wrong = try await tester.run(
      "draft", "--tables", Self.sample, "--budget", "\(folder.path)/旧预算", "-o",
      "\(folder.path)/另")
    #expect(wrong.status == 2 && wrong.errors.contains("是 2023 年度的；--budget 应当给出 2024 年度的"))
  }

  @Test func `a draft as a Word file reads as the same draft`() async throws {
    let folder = try TemporaryFolder()
    _ = try await draft(folder)
    let word = "\(folder.path)/稿.docx"
    let run = try await tester.run("draft", "--tables", Self.sample, "-o", word)
    #expect(run.status == 0, "\(run.errors)")
    let (first, second) = (
      try await DocumentComparison(["\(folder.path)/稿"]), try await DocumentComparison([word])
    )
    #expect(second.differences(from: first).isEmpty)
    #expect(second.numbers == first.numbers)
  }
}
