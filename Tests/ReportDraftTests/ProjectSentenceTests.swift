import FiscalModel
import FiscalStandards
import Foundation
import ReportReaders
import Testing

@testable import ReportDraft

/// The sentences on projects come from their performance sheets, and leave open what those do not
/// tell.
struct ProjectSentenceTests {
  private static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The paragraphs on performance of a draft from sheets, each given by what it says.
  private func paragraphs(_ sheets: [String]) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gongkai-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = folder.appendingPathComponent("tables")
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    let sample = Self.checkout.appendingPathComponent("Layouts/final-accounts/sample/tables")
    var names = ["公开01", "公开03", "公开05"]
    for name in names {
      try FileManager.default.copyItem(
        at: sample.appendingPathComponent("\(name).csv"),
        to: files.appendingPathComponent("\(name).csv"))
    }
    for (number, sheet) in sheets.enumerated() {
      names.append("绩效\(number + 1)")
      try sheet.write(
        to: files.appendingPathComponent("绩效\(number + 1).csv"), atomically: true,
        encoding: .utf8)
    }
    let text = """
      ---
      layout: final-accounts
      entity: 某局
      year: 2024
      unit: 万元
      tables: tables
      ---

      # 附表

      \(names.map { "{{表 \($0)}}" }.joined(separator: "\n\n"))
      """
    try text.write(
      to: folder.appendingPathComponent("disclosure.md"), atomically: true, encoding: .utf8)
    let library = try LayoutLibrary(path: Self.checkout.appendingPathComponent("Layouts").path)
    let layout = try library.layout("final-accounts")
    let tables = try ReportReader(options: ReadOptions(library: library, layout: layout.name))
      .read(paths: [folder.path])
    var drafter = try ReportDrafter(
      layout: layout, tables: tables, last: nil, entity: "某局", year: 2024)
    let section = drafter.report().allSections.first { $0.role == "narrative.other.performance" }
    return try #require(section).blocks.compactMap {
      if case .paragraph(let paragraph) = $0 { paragraph.text.string } else { nil }
    }
  }

  private func sheet(
    _ name: String, unit: String = "（万元）", budget: String, executed: String, score: String,
    total: String = "100"
  ) -> String {
    """
    # 标题：项目支出绩效自评表
    # 类型：绩效
    # 表头：0
    项目名称,<,\(name),<,<,<,<,<,<
    项目资金\(unit),<,,年初预算数,全年预算数,全年执行数,分值,执行率,得分
    ^,<,年度资金总额,"\(budget)","\(budget)","\(executed)",10,75%,9
    绩效指标,一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
    ^,产出指标,数量指标,修缮校舍间数,≥10间,12间,50,45,
    ^,^,质量指标,验收合格率,≥95%,100%,40,40,
    总分,<,<,<,<,<,\(total),\(score),
    """
  }

  @Test func `a project's money, rate, score, grade and outcome are printed`() throws {
    let texts = try paragraphs([
      sheet("校舍修缮", budget: "80.00", executed: "60.00", score: "88.50")
    ])
    #expect(texts.count == 3)
    #expect(
      texts[1]
        == "本次公开1个项目的自评结果，全年预算数合计80.00万元，执行数合计60.00万元，完成预算的75.00%，占本年项目支出的0.34%。"
        + "自评等次为“良”的1个。")
    #expect(
      texts[2].hasPrefix(
        "（1）校舍修缮绩效自评综述：根据年初设定的绩效目标，项目自评得分为88.50分，等次为“良”。"
          + "项目全年预算数为80.00万元，执行数为60.00万元，完成预算的75.00%。"
          + "绩效目标完成情况：修缮校舍间数12间。发现的主要问题及原因：【请填写："))
  }

  @Test func `sheets in yuan and in ten thousand yuan are added up as money`() throws {
    let texts = try paragraphs([
      sheet("校舍修缮", budget: "80.00", executed: "60.00", score: "90"),
      sheet(
        "食堂改造", unit: "（元）", budget: "250,000.00", executed: "200,000.00", score: "60"),
    ])
    #expect(texts[1].contains("2个项目的自评结果，全年预算数合计105.00万元，执行数合计80.00万元，完成预算的76.19%"))
    #expect(texts[1].hasSuffix("自评等次为“优”的1个、“中”的1个。"))
    #expect(texts[3].contains("项目全年预算数为25.00万元，执行数为20.00万元，完成预算的80.00%"))
  }

  @Test func `without the unit the money is left open, and no sum is printed`() throws {
    let texts = try paragraphs([
      sheet("校舍修缮", unit: "", budget: "80.00", executed: "60.00", score: "90")
    ])
    #expect(texts[1] == "本次公开1个项目的自评结果。自评等次为“优”的1个。")
    #expect(texts[2].contains("项目全年预算数为【请填写："))
  }

  @Test func `a score that is not out of a hundred has no grade`() throws {
    let texts = try paragraphs([
      sheet("校舍修缮", budget: "80.00", executed: "60.00", score: "90", total: "120")
    ])
    #expect(!texts[1].contains("等次"))
    #expect(texts[2].contains("项目自评得分为90分，等次为“【请填写：等级】”。"))
  }

  @Test func `without sheets the whole section is left open`() throws {
    #expect(try paragraphs([]) == ["【请填写：预算绩效管理工作开展情况和项目绩效自评结果】"])
  }
}
