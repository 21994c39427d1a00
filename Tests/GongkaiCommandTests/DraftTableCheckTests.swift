import Foundation
import Testing

@testable import GongkaiCommand

/// Tables that are not those that a clerk meant: said plainly, and nothing is written.
struct DraftTableCheckTests {
  private static let layouts = "\(CommandTester.checkout)/Layouts"
  private static let accounts = "\(layouts)/final-accounts/sample"
  private static let budget = "\(layouts)/budget/sample"

  /// A folder with a copy of the sample's tables, of which some are changed.
  private func tables(
    _ folder: TemporaryFolder, only names: [String]? = nil,
    change: (String, String) -> String = { $1 }
  ) throws -> String {
    let source = "\(Self.accounts)/tables"
    for name in try FileManager.default.contentsOfDirectory(atPath: source) {
      let stem = String(name.dropLast(4))
      guard names?.contains(stem) ?? true else { continue }
      let text = try String(contentsOfFile: "\(source)/\(name)", encoding: .utf8)
      try folder.file("表/\(name)", change(stem, text))
    }
    return "\(folder.path)/表"
  }

  private func refused(
    _ folder: TemporaryFolder, _ arguments: String..., saying words: String
  ) async throws {
    let run = try await CommandTester().run(
      ["draft"] + arguments + ["-o", "\(folder.path)/稿"])
    #expect(run.status == 2)
    #expect(run.errors.contains(words), "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: "\(folder.path)/稿"))
  }

  @Test func `tables of the other kind are called what they are`() async throws {
    let folder = try TemporaryFolder()
    try await refused(
      folder, "--tables", "\(Self.budget)/tables", "--layout", "final-accounts", "--entity", "某局",
      "--year", "2025", saying: "是部门预算的表格，布局“final-accounts”是部门决算的")
    try await refused(
      folder, "--tables", Self.accounts, "--last", Self.budget,
      saying: "是部门决算的表格，布局“budget”是部门预算的")
  }

  @Test func `tables of another year than the one that is named are refused`() async throws {
    let folder = try TemporaryFolder()
    try await refused(
      folder, "--tables", Self.accounts, "--year", "2023",
      saying: "表格是 2024 年度的，--year 写的是 2023")
  }

  @Test func `last year's tables given as this year's are told`() async throws {
    let folder = try TemporaryFolder()
    let words = "表中的数与 --tables 的完全相同；请核对 --tables 是不是本年的表"
    let same = try await CommandTester().run(
      "draft", "--tables", try tables(folder), "--last", Self.accounts, "-o", "\(folder.path)/稿")
    #expect(same.status == 0 && same.errors.contains(words), "\(same.errors)")
    let other = try tables(folder) { $1.replacing("18.60", with: "18.70") }
    let run = try await CommandTester().run(
      "draft", "--tables", other, "--last", Self.accounts, "-o", "\(folder.path)/另")
    #expect(run.status == 0 && !run.errors.contains(words), "\(run.errors)")
  }

  @Test func `a table that is there twice with other numbers is refused, with both files`()
    async throws
  {
    let folder = try TemporaryFolder()
    let tables = try tables(folder)
    let copy = try folder.read("表/公开05.csv").replacing("20,149.69", with: "20,149.96")
    try folder.file("表/公开05改.csv", copy)
    try await refused(
      folder, "--tables", tables, "--entity", "某局", "--year", "2024",
      saying: "公开05.csv与\(tables)/公开05改.csv（“合计”一行“20,149.69”与“20,149.96”）；请只留一张")
  }

  @Test func `the same table twice is no conflict`() async throws {
    let folder = try TemporaryFolder()
    let tables = try tables(folder)
    try folder.file("表/公开05改.csv", try folder.read("表/公开05.csv"))
    let run = try await CommandTester().run(
      "draft", "--tables", tables, "--entity", "某局", "--year", "2024", "-o", "\(folder.path)/稿")
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test func `what is missing is named, and left blank`() async throws {
    let folder = try TemporaryFolder()
    let tables = try tables(folder, only: ["公开01", "公开02", "公开03"])
    let run = try await CommandTester().run(
      "draft", "--tables", tables, "--entity", "某局", "--year", "2024", "-o", "\(folder.path)/稿")
    #expect(run.status == 0)
    #expect(run.errors.contains("表格里没有公开04表（财政拨款收入支出决算总表）、公开05表"))
    #expect(run.errors.contains("用到这些表的数留作空白"))
    let text = try folder.read("稿/disclosure.md")
    #expect(text.contains("本年收入合计22,603.44万元"))
    #expect(text.contains("一般公共预算财政拨款支出【请填写："))
  }

  @Test func `a table in another shape than that of drafts is told as such, not as missing`()
    async throws
  {
    let folder = try TemporaryFolder()
    let tables = try tables(folder)
    try folder.file(
      "表/公开09.csv",
      """
      # 标题：“三公”经费支出决算表
      # 单位：万元
      项目,预算数,决算数
      “三公”经费合计,20.00,18.50
      因公出国（境）费,0.00,0.00
      公务用车购置及运行维护费,15.00,14.30
      公务用车购置费,0.00,0.00
      公务用车运行维护费,15.00,14.30
      公务接待费,5.00,4.20
      """)
    let run = try await CommandTester().run(
      "draft", "--tables", tables, "--entity", "某局", "--year", "2024", "-o", "\(folder.path)/稿")
    #expect(run.status == 0)
    #expect(!run.errors.contains("表格里没有"), "\(run.errors)")
    #expect(run.errors.contains("公开09表（财政拨款“三公”经费支出决算表）不是起草所用的表式"), "\(run.errors)")
  }

  @Test func `single table files in the source format are tables too`() async throws {
    let folder = try TemporaryFolder()
    let run = try await CommandTester().run(
      "draft", "--tables", "\(Self.accounts)/tables/公开02.csv",
      "\(Self.accounts)/tables/公开03.csv", "--entity", "某局", "--year", "2024", "-o",
      "\(folder.path)/稿")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try folder.read("稿/disclosure.md").contains("本年支出合计22,665.24万元"))
  }

  @Test func `tables in yuan give a text in ten thousand yuan`() async throws {
    let folder = try TemporaryFolder()
    let tables = try tables(folder, only: ["公开02", "公开03"]) { _, text in
      text.replacing("单位：万元", with: "单位：元").replacing(/([0-9]),?([0-9]*)\.([0-9]{2})/) {
        "\($0.1)\($0.2)\($0.3)00.00"
      }
    }
    let run = try await CommandTester().run(
      "draft", "--tables", tables, "--entity", "某局", "--year", "2024", "-o", "\(folder.path)/稿")
    #expect(run.status == 0, "\(run.errors)")
    let text = try folder.read("稿/disclosure.md")
    #expect(text.contains("本年收入合计22,603.44万元，其中：财政拨款收入21,927.69万元，占97.01%"))
  }

  @Test func `a last disclosure of the same year, or of a later one, is told`() async throws {
    let folder = try TemporaryFolder()
    let run = try await CommandTester().run(
      "draft", "--tables", Self.accounts, "--last", Self.accounts, "-o", "\(folder.path)/同年")
    #expect(run.errors.contains("与表格同是 2024 年度的：只按表更新数字，年份不动"))
    let later = try String(contentsOfFile: "\(Self.accounts)/disclosure.md", encoding: .utf8)
      .replacing("year: 2024", with: "year: 2025").replacing("2024年", with: "2025年")
    try folder.file("明年/disclosure.md", later)
    try FileManager.default.copyItem(
      atPath: "\(Self.accounts)/tables", toPath: "\(folder.path)/明年/tables")
    try await refused(
      folder, "--tables", Self.accounts, "--last", "\(folder.path)/明年",
      saying: "是 2025 年度的，表格是 2024 年度的；--last 应当给出上年的公开文本")
  }
}
