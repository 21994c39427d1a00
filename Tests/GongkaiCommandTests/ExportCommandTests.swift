import Foundation
import Testing

@testable import GongkaiCommand

struct ExportCommandTests {
  private static let sample = CommandTester.sample
  private let tester = CommandTester()

  @Test func `two runs give the same bytes, and a file that was read is never written over`()
    async throws
  {
    let folder = try TemporaryFolder()
    let (one, two) = ("\(folder.path)/一.docx", "\(folder.path)/二.docx")
    #expect(try await tester.run("export", Self.sample, "-o", one).status == 0)
    #expect(try await tester.run("export", Self.sample, "-o", two).status == 0)
    let bytes = FileManager.default.contents(atPath: one)
    #expect(bytes != nil && bytes == FileManager.default.contents(atPath: two))
    let run = try await tester.run("export", one, "-o", one)
    #expect(run.status == 2 && run.errors.contains("是输入文件，不会覆盖"))
    #expect(FileManager.default.contents(atPath: one) == bytes)
  }

  @Test func `what is missing or wrong on the command line is told`() async throws {
    let folder = try TemporaryFolder()
    for (arguments, message) in [
      ([Self.sample], "缺少选项 --output"),
      ([Self.sample, "-o", "\(folder.path)/公开.pdf"], "应是以 .docx 结尾的文件名"),
    ] {
      let run = try await tester.run(["export"] + arguments)
      #expect(run.status == 2 && run.errors.contains(message), "\(run.errors)")
    }
    #expect(try folder.contents().isEmpty)
  }

  @Test(.enabled(if: WordCheck.isAvailable, "没有安装 python-docx"))
  func `other programs find headings, tables, repeated heads and charts`() async throws {
    let folder = try TemporaryFolder()
    let file = "\(folder.path)/公开.docx"
    #expect(try await tester.run("export", Self.sample, "-o", file).status == 0)
    let facts = try #require(try WordCheck.facts(file))
    #expect(facts.contains("heading 1: 5") && facts.contains("charts: 6"), "\(facts)")
    #expect(facts.contains("comments: 0") && facts.contains("tables: 13"), "\(facts)")
  }

  @Test(.enabled(if: WordCheck.isAvailable, "没有安装 python-docx"))
  func `every blank and every change has a comment`() async throws {
    let folder = try TemporaryFolder()
    let (draft, word) = ("\(folder.path)/稿", "\(folder.path)/稿.docx")
    let made = try await tester.run("draft", "--tables", Self.sample, "-o", draft)
    #expect(made.status == 0, "\(made.errors)")
    let text = try folder.read("稿/disclosure.md")
    let blanks = text.components(separatedBy: "【请填写：").count - 1
    #expect(try await tester.run("export", draft, "-o", word).status == 0)
    #expect(try #require(try WordCheck.facts(word)).contains("comments: \(blanks)"))
    // One paragraph without a blank changes.
    try folder.file(
      "新/disclosure.md", text.replacing("2024年度无国有资本经营", with: "2024年度没有国有资本经营"))
    try FileManager.default.copyItem(
      atPath: "\(draft)/tables", toPath: "\(folder.path)/新/tables")
    let run = try await tester.run(
      "export", "\(folder.path)/新", "--since", draft, "-o", "\(folder.path)/新.docx")
    #expect(run.status == 0, "\(run.errors)")
    let facts = try WordCheck.facts("\(folder.path)/新.docx")
    #expect(try #require(facts).contains("comments: \(blanks + 1)"))
  }
}
