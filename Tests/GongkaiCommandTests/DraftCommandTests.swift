import Foundation
import Testing

@testable import GongkaiCommand

struct DraftCommandTests {
  private static let sample = CommandTester.sample
  private static let identity = ["--entity", "云汀市民政局", "--year", "2024"]

  private func draft(
    _ folder: TemporaryFolder, _ tables: String, _ more: [String] = identity
  ) async throws -> String {
    let run = try await CommandTester().run(
      ["draft", "--tables", tables, "-o", "\(folder.path)/稿"] + more)
    #expect(run.status == 0 && run.output.isEmpty, "\(run.errors)")
    return try folder.read("稿/disclosure.md")
  }

  /// The amounts of a text, without their unit.
  private func amounts(_ text: String) -> [String] {
    text.matches(of: /([0-9,]+\.[0-9]{2,})万元/).map { String($0.1) }
  }

  /// All cells of the table files in a folder.
  private func cells(_ folder: String) throws -> Set<String> {
    var cells: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
      // Every second piece between quotation marks is a quoted field.
      for (index, piece) in text.components(separatedBy: "\"").enumerated() {
        cells.formUnion(
          index % 2 == 1
            ? [piece] : piece.components(separatedBy: CharacterSet(charactersIn: ",\n")))
      }
    }
    return cells
  }

  @Test func `every amount of a draft is printed in a cell, or is the sum of all projects`()
    async throws
  {
    let folder = try TemporaryFolder()
    let text = try await draft(folder, Self.sample)
    let printed = amounts(text)
    let cells = try cells("\(Self.sample)/tables")
    #expect(printed.count > 80)
    let sums = ["10,023.30", "9,879.44"]
    #expect(printed.filter { !cells.contains($0) }.sorted() == sums)
    // 项 with their own amounts, shares, and what has amounts only.
    #expect(text.contains("34.灾害防治及应急管理支出（类）自然灾害救灾及恢复重建支出（款）自然灾害救灾补助（项）。"))
    #expect(text.contains("社会保障和就业支出（类）19,026.91万元，占94.43%；"))
    #expect(text.contains("2024年度无国有资本经营预算财政拨款支出。"))
    #expect(!text.contains("上级补助收入") && !text.contains("咨询费"))
  }

  @Test func `a draft has no findings but its blanks`() async throws {
    let folder = try TemporaryFolder()
    let text = try await draft(folder, Self.sample)
    let run = try await CommandTester().run(
      "lint", "\(folder.path)/稿", "--format", "concise")
    let rules = run.output.matches(of: /\[([A-Z]+[0-9]+)\]/).map { String($0.1) }
    // ST26 is for every blank.
    #expect(Set(rules) == ["ST26"], "\(run.output)")
    let blanks = text.components(separatedBy: "【请填写：").count - 1
    #expect(blanks > 100 && rules.filter { $0 == "ST26" }.count == blanks)
  }

  @Test func `a draft is rendered`() async throws {
    let folder = try TemporaryFolder()
    _ = try await draft(folder, Self.sample)
    let run = try await CommandTester().run(
      "render", "\(folder.path)/稿", "-o", "\(folder.path)/稿.pdf", "--free-fonts")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func `a folder of table files gives the same narrative`() async throws {
    let (one, other) = (try TemporaryFolder(), try TemporaryFolder())
    let text = try await draft(one, Self.sample)
    #expect(try await draft(other, "\(Self.sample)/tables") == text)
  }

  @Test func `last year's tables give changes, rates and direction words`() async throws {
    let (folder, last) = (try TemporaryFolder(), try TemporaryFolder())
    for name in try FileManager.default.subpathsOfDirectory(atPath: Self.sample)
    where name.hasSuffix(".csv") || name == "disclosure.md" {
      var text = try String(contentsOfFile: "\(Self.sample)/\(name)", encoding: .utf8)
      // Last year's total was 20,000.00, less than this year's; three public expenses were more.
      if name.hasSuffix("公开01.csv") { text = text.replacing("22,876.70", with: "20,000.00") }
      if name.hasSuffix("公开09.csv") { text = text.replacing("74.35", with: "80.00") }
      try last.file(name, text)
    }
    let text = try await draft(
      folder, Self.sample, Self.identity + ["--last", last.path, "--wording", "template"])
    #expect(text.contains("与2023年度相比，收入总计和支出总计各增加2,876.70万元，增长14.38%。"))
    #expect(text.contains("与2023年度相比，“三公”经费支出决算减少5.65万元，下降7.06%，"))
    #expect(text.contains("与2023年度相比，一般公共预算财政拨款支出持平。"))
  }

  @Test func `what is missing is told, and nothing is written`() async throws {
    let folder = try TemporaryFolder()
    let target = "\(folder.path)/稿"
    for (arguments, message) in [
      ([Self.sample], "缺少选项 --output"), (["-o", target], "缺少选项 --tables"),
      ([Self.sample, "-o", target, "--year", "24"], "--year 的值应是四位年份"),
      (["\(Self.sample)/tables", "-o", target, "--layout", "budget"], "是部门决算的表格，布局“budget”是部门预算的"),
    ] {
      let run = try await CommandTester().run(["draft"] + arguments)
      #expect(run.status == 2 && run.errors.contains(message), "\(run.errors)")
    }
    #expect(try folder.contents().isEmpty)
  }

  @Test func `cells beside an uncertain one are blanks, not zeros`() async throws {
    let (folder, tables) = (try TemporaryFolder(), try TemporaryFolder())
    try tables.file(
      "公开09.csv",
      String(contentsOfFile: "\(Self.sample)/tables/公开09.csv", encoding: .utf8)
        .replacing("# 单位：万元", with: "# 单位：万元\n# 存疑：1.12").replacing(",4.86,", with: ",,"))
    let text = try await draft(folder, tables.path)
    #expect(text.contains("因公出国（境）费支出【请填写：公开09表“合计”的决算数/因公出国（境）费】"))
    #expect(text.contains("公务接待费支出【请填写：公开09表“合计”的决算数/公务接待费】"))
    #expect(text.contains("公务用车购置费支出35.86万元"))
  }
}
