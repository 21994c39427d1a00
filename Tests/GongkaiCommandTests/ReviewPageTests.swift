import Foundation
import Testing

@testable import GongkaiCommand

struct ReviewPageTests {
  private func page(of document: String, _ folder: TemporaryFolder) async throws -> String {
    let run = try await CommandTester().run(
      "lint", document, "--report", "\(folder.path)/review.html")
    #expect(run.errors.contains("已写出 \(folder.path)/review.html"))
    return try folder.read("review.html")
  }

  /// Runs the script that uses a page; nil where there is no browser that can be steered.
  private func use(_ page: String, _ options: [String] = []) throws -> String? {
    let script = "\(CommandTester.checkout)/Tests/Fixtures/browser/review_page.py"
    guard let python = Program.python(with: "playwright"),
      let browser = ["chromium", "chromium-browser", "google-chrome"].lazy
        .compactMap({ Program($0) }).first
    else {
      print("没有 playwright 或 Chromium，跳过浏览器测试")
      return nil
    }
    let run = try python.run([script, page, browser.path] + options)
    return run.output + (run.status == 0 ? "" : run.messages)
  }

  @Test func `a reviewer finds from a number to its evidence, filters, and moves by keyboard`()
    async throws
  {
    let folder = try TemporaryFolder()
    _ = try await page(of: CommandTester.faultySample, folder)
    guard let faults = try use("\(folder.path)/review.html") else { return }
    #expect(faults.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty, "\(faults)")
  }

  @Test func `text of a document is never markup`() async throws {
    let folder = try TemporaryFolder()
    let hostile = "</script><script>alert(1)</script>]]>&amp;\"'<img src=x onerror=alert(2)>"
    let path = try folder.file(
      "a.md",
      """
      # \(hostile)市档案局2024年度部门决算

      # 第二部分 部门决算情况说明

      ## 一、\(hostile)

      2024年度收入总计10.00万元，\(hostile)支出总计11.00万元，\u{202E}反写，，两个逗号。

      |\(hostile)|金额|
      |---|---|
      |\(hostile)|1.00|

      """)
    let html = try await page(of: path, folder)
    #expect(!html.contains("<img") && !html.contains("\u{202E}"))
    #expect(html.components(separatedBy: "<script").count == 3)
    #expect(html.contains("&lt;/script&gt;"))
    guard let faults = try use("\(folder.path)/review.html", ["--still"]) else { return }
    #expect(faults.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty, "\(faults)")
  }

  @Test func `a folder becomes one page with a row for each document`() async throws {
    let folder = try TemporaryFolder()
    let text = "# 云汀市民政局2024年度部门决算\n\n# 第一部分 部门概况\n\n负责民政工作。\n"
    for name in ["in/甲.md", "in/乙.md"] { try folder.file(name, text) }
    let html = try await page(of: "\(folder.path)/in", folder)
    #expect(html.components(separatedBy: "<section class=doc").count == 3)
    #expect(html.contains("href=\"#d1\""))
  }

  @Test func `the name of a review page says what it is`() async throws {
    let folder = try TemporaryFolder()
    let run = try await CommandTester().run(
      "lint", CommandTester.faultySample, "--report", "\(folder.path)/a.pdf")
    #expect(run.status == 2 && run.errors.contains("--report 的文件名应以 .html、.htm 结尾"))
    #expect(try folder.contents().isEmpty)
  }
}
