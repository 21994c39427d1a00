import Testing

@testable import GongkaiCommand

/// `lint --last` and `--budget`: numbers that other disclosures have printed.
struct LastYearTests {
  private static func accounts(_ year: Int, _ sentence: String) -> String {
    """
    ---
    layout: final-accounts
    entity: 云汀市民政局
    year: \(year)
    ---

    # 第二部分 \(year)年度部门决算情况说明

    ## 一、收入支出决算总体情况说明

    \(sentence)
    """
  }

  private static let now = accounts(
    2024, "2024年度收入支出总计1,000.00万元。与2023年度相比，收入支出总计增加80.00万元，增长8.70%。主要原因：项目增加。")

  private func findings(
    _ folder: TemporaryFolder, _ arguments: String...
  ) async throws -> String {
    let path = try folder.file("2024.md", Self.now)
    let all = ["lint", path, "--select", "YR", "--format", "concise"] + arguments
    let tester = CommandTester()
    return try await tester.run(all).output
  }

  @Test func `a change is checked against what last year printed`() async throws {
    let folder = try TemporaryFolder()
    let right = try folder.file("2023.md", Self.accounts(2023, "2023年度收入支出总计920.00万元。"))
    let wrong = try folder.file("2023b.md", Self.accounts(2023, "2023年度收入支出总计912.00万元。"))
    #expect(try await findings(folder, "--last", right).isEmpty)
    let output = try await findings(folder, "--last", wrong)
    #expect(output.contains("[YR01]") && output.contains("相减为 88.00"))
  }

  @Test func `the number is then accounted for`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(
      "2024.md", Self.accounts(2024, "2024年度收入支出总计1,000.00万元，比上年增加80.00万元。"))
    let last = try folder.file("2023.md", Self.accounts(2023, "2023年度收入支出总计920.00万元。"))
    let tester = CommandTester()
    #expect(try await tester.run("lint", path).output.contains("0 相符"))
    #expect(try await tester.run("lint", path, "--last", last).output.contains("1 相符"))
  }

  @Test func `another kind, another year and several documents are refused`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("2024.md", Self.now)
    let old = try folder.file("2022.md", Self.accounts(2022, "2022年度收入支出总计1.00万元。"))
    let tester = CommandTester()
    let year = try await tester.run("lint", path, "--last", old)
    #expect(year.status == 2 && year.errors.contains("是 2022 年度的；--last 应当给出 2023 年度的"))
    let kind = try await tester.run("lint", path, "--budget", old)
    #expect(kind.status == 2 && kind.errors.contains("--budget 应当给出部门预算"))
    let several = try await tester.run("lint", folder.path, "--last", old)
    #expect(several.status == 2 && several.errors.contains("只能与一份文档一起用"))
  }
}
