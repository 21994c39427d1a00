import Foundation
import Testing

@testable import GongkaiCommand

/// `gongkai draft --last`: the sample budget rolled forward onto tables of its own.
struct RollCommandTests {
  private static let sample = URL(fileURLWithPath: CommandTester.sample)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("budget/sample").path

  /// Rolls the sample onto its tables with some changes.
  private func roll(
    _ folder: TemporaryFolder, year: Int,
    _ changes: [(table: String, from: String, to: String)] = [], _ more: [String] = []
  ) async throws -> String {
    let tables = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(Self.sample)/tables")
    where name.hasPrefix("预算") {
      var text = try String(contentsOfFile: "\(Self.sample)/tables/\(name)", encoding: .utf8)
      for change in changes where name == "\(change.table).csv" {
        #expect(text.contains(change.from))
        text = text.replacing(change.from, with: change.to)
      }
      try tables.file(name, text)
    }
    let run = try await CommandTester().run(
      [
        "draft", "--last", Self.sample, "--tables", tables.path, "--year", "\(year)", "-o",
        "\(folder.path)/稿",
      ] + more)
    #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
    return try folder.read("稿/disclosure.md")
  }

  @Test(arguments: [("budget", 2025), ("final-accounts", 2024)])
  func `a disclosure on its own tables and year stays as it is`(kind: String, year: Int)
    async throws
  {
    let folder = try TemporaryFolder()
    let sample = URL(fileURLWithPath: Self.sample).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("\(kind)/sample").path
    let run = try await CommandTester().run(
      "draft", "--last", sample, "--tables", "\(sample)/tables", "--year", "\(year)", "-o",
      "\(folder.path)/稿")
    #expect(run.status == 0, "\(run.errors)")
    let text = try String(contentsOfFile: "\(sample)/disclosure.md", encoding: .utf8)
    #expect(try folder.read("稿/disclosure.md") == text)
  }

  @Test func `numbers, years, direction words and rates are this year's, reasons are open`()
    async throws
  {
    let folder = try TemporaryFolder()
    let text = try await roll(
      folder, year: 2026,
      [
        ("预算01", "7,822.07", "7,500.00"), ("预算05", "抗旱,96.00,,96.00", "抗旱,104.00,,104.00"),
        ("预算05", "农村供水,648.00", "农村供水,600.00"), ("预算06", "移民补助,264.00,", "移民补助,300.00,"),
      ])
    #expect(
      text.contains("2026年收支总预算7,500.00万元，比2025年预算减少322.07万元，下降4.12%，主要原因是【请填写：收支总预算变动的原因"))
    #expect(text.contains("上年写的是：上级提前下达的农村供水和基础设施项目资金增加】。"))
    #expect(text.contains("抗旱（项）2026年预算104.00万元，与2025年预算相比增加8.00万元，增长8.33%，主要原因是【请填写："))
    #expect(text.contains("农村供水（项）2026年预算600.00万元，比2025年预算减少48.00万元，下降7.41%，"))
    #expect(text.contains("移民补助（项）2026年预算300.00万元，比2025年预算增加36.00万元，增长13.64%，"))
    // What is as it was says so, and gives no reason.
    #expect(text.contains("死亡抚恤（项）2026年预算6.00万元，与2025年预算持平。主要用于"))
    #expect(text.contains("截至2025年12月31日") && !text.contains("2024年"))
  }

  @Test func `科目 that come and go are written and struck in their order`() async throws {
    let folder = try TemporaryFolder()
    let text = try await roll(
      folder, year: 2026,
      [
        ("预算05", "205,教育支出,12.00,12.00,", "206,科学技术支出,30.00,,30.00"),
        ("预算05", "20508,进修及培训,12.00,12.00,", "20607,科学技术普及,30.00,,30.00"),
        ("预算05", "2050803,培训支出,12.00,12.00,", "2060702,科普活动,30.00,,30.00"),
        ("预算08", "30202,印刷费,", "30203,咨询费,"),
      ])
    #expect(!text.contains("培训支出（项）") || !text.contains("培训支出（项）2026年预算"))
    #expect(
      text.contains(
        "2.科学技术支出（类）科学技术普及（款）科普活动（项）2026年预算30.00万元，与2025年预算相比增加30.00万元，主要原因是【请填写：科普活动变动的原因】。主要用于【请填写：用途】。"
      ))
    #expect(text.contains("（类）18.00万元，占0.25%；科学技术支出（类）30.00万元，占0.42%；社会保障和就业支出（类）"))
    #expect(text.contains("主要包括：办公费、咨询费、水费、"))
    #expect(text.contains("一般公共服务支出=预算05!201.合计；科学技术支出=预算05!206.合计；"))
    let journal = try folder.read("稿/起草说明.md")
    #expect(journal.contains("| 新增 | 2060702 | 科学技术支出（类）科学技术普及（款）科普活动（项） |"))
    #expect(journal.contains("| 取消 | 2050803 | 教育支出（类）进修及培训（款）培训支出（项） |"))
  }

  @Test func `glossary entries come and go with the 科目 and the terms`() async throws {
    let folder = try TemporaryFolder()
    let text = try await roll(
      folder, year: 2026,
      [
        ("预算01", "九、其他收入,15.00", "九、其他收入,0.00"), ("预算01", "三、国有资本经营预算拨款收入,", "三、国有资本经营预算拨款收入,0.00"),
        ("预算01", "七、上级补助收入,", "七、上级补助收入,15.00"),
      ]
        + ["预算02", "预算03", "预算05"].flatMap { table in
          [
            (table, "205,教育支出,", "206,科学技术支出,"), (table, "20508,进修及培训,", "20607,科学技术普及,"),
            (table, "2050803,培训支出,", "2060702,科普活动,"),
          ]
        })
    #expect(!text.contains("其他收入：指") && !text.contains("培训支出（项）：反映"))
    #expect(text.contains("3.事业收入：指事业单位"))
    #expect(text.contains("4.上级补助收入：【请填写：上级补助收入的含义】。\n\n5.上年结转结余：指"))
    let name = "科学技术支出（类）科学技术普及（款）科普活动（项）"
    #expect(
      text.contains("15.\(name)：【请填写：\(name)的含义】。\n\n16.社会保障和就业支出（类）行政事业单位养老支出（款）行政单位离退休（项）："))
    let journal = try folder.read("稿/起草说明.md")
    #expect(journal.contains("| 新增 |   | 上级补助收入 | 第三部分 名词解释 |"))
    #expect(journal.contains("| 取消 | 2050803 | 教育支出（类）进修及培训（款）培训支出（项） | 第三部分 名词解释 |"))
  }

  @Test func `numbers of the year before that are given go before those of last year's text`()
    async throws
  {
    let folder = try TemporaryFolder()
    try folder.file(
      "上年.txt", "预算01!收入/收入总计.预算数 = 7,800.00\n预算05!2120000.合计 = 1\n预算05!2013202.合计 = 20.00\n")
    let text = try await roll(folder, year: 2026, [], ["--prior", "\(folder.path)/上年.txt"])
    #expect(text.contains("2026年收支总预算7,822.07万元，比2025年预算增加22.07万元，增长0.28%，"))
    #expect(text.contains("一般行政管理事务（项）2026年预算18.00万元，与2025年预算相比减少2.00万元，下降10.00%，"))
    // What is not given is last year's own number.
    #expect(text.contains("培训支出（项）2026年预算12.00万元，与2025年预算持平。"))
    #expect(try folder.read("稿/起草说明.md").contains("给出的上年数"))
  }

  @Test func `a sentence that there is none is marked once there is some`() async throws {
    let folder = try TemporaryFolder()
    let text = try await roll(
      folder, year: 2026,
      [("预算09", "3,一、因公出国（境）费,,,,", "3,一、因公出国（境）费,5.00,5.00,,")])
    #expect(text.contains("因公出国（境）费预算5.00万元，与2025年预算相比增加5.00万元，主要原因是【请填写："))
  }

  @Test func `the journal tells of every number what became of it`() async throws {
    let folder = try TemporaryFolder()
    let text = try await roll(folder, year: 2026)
    let data = Data(try folder.read("稿/起草说明.json").utf8)
    let journal = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let numbers = try #require(journal["numbers"] as? [[String: Any]])
    let states = numbers.compactMap { $0["state"] as? String }
    #expect(Set(states) == ["computed", "copied", "open"])
    #expect(numbers.allSatisfy { ($0["reason"] as? String)?.isEmpty == false })
    for number in numbers where number["state"] as? String == "open" {
      let after = try #require(number["after"] as? String)
      #expect(after.hasPrefix("【请填写：") && text.contains(after))
    }
    // Every blank of the text is in the journal, but for the marks at sentences.
    let blanks = text.components(separatedBy: "【请填写：").count - 1
    let marks = text.components(separatedBy: "【请填写：核对本句沿用的上年数】").count - 1
    #expect(blanks - marks == states.count { $0 == "open" })
  }

  @Test func `what is rolled forward lints but for its blanks, and is rendered`() async throws {
    let folder = try TemporaryFolder()
    _ = try await roll(folder, year: 2026)
    let lint = try await CommandTester().run("lint", "\(folder.path)/稿", "--format", "concise")
    let rules = lint.output.matches(of: /\[([A-Z]+[0-9]+)\]/).map { String($0.1) }
    // The tables are last year's, and so are the years that their notes name.
    #expect(Set(rules).isSubset(of: ["ST26", "TX03", "ST16", "NN35"]), "\(lint.output)")
    let render = try await CommandTester().run(
      "render", "\(folder.path)/稿", "-o", "\(folder.path)/稿.pdf", "--free-fonts")
    #expect(render.status == 0, "\(render.errors)")
  }

  @Test func `a faulty disclosure on its own tables is put right`() async throws {
    let folder = try TemporaryFolder()
    let faulty = CommandTester.sample + "-faulty"
    let run = try await CommandTester().run(
      "draft", "--last", faulty, "--tables", "\(faulty)/tables", "--year", "2024", "-o",
      "\(folder.path)/稿")
    #expect(run.status == 0, "\(run.errors)")
    let text = try folder.read("稿/disclosure.md")
    // The whole was that of the revenue alone, and a rate did not fit its change.
    #expect(text.contains("2024年度收入总计22,876.70万元，支出总计22,876.70万元"))
    #expect(text.contains("各增加1,274.07万元，增长6.10%"))
  }

  @Test func `wording is last or template, and last needs a text`() async throws {
    let folder = try TemporaryFolder()
    for (arguments, message) in [
      (["--wording", "old"], "--wording 的值应是 last 或 template"),
      (["--wording", "last"], "沿用上年的文字要给出 --last"),
    ] {
      let run = try await CommandTester().run(
        ["draft", "--tables", Self.sample, "-o", "\(folder.path)/稿"] + arguments)
      #expect(run.status == 2 && run.errors.contains(message), "\(run.errors)")
    }
  }
}
