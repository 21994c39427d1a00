import Foundation
import Testing

@testable import GongkaiCommand

/// Drafts from the tables of disclosures that were published, in the layouts of several regions.
struct DraftGeneralityTests {
  private static let corpus = "\(CommandTester.checkout)/../shared/corpus"
  private static var isAvailable: Bool { FileManager.default.fileExists(atPath: corpus) }

  /// The names of files begin with these.
  private static let documents: [(files: String, year: Int)] = [
    ("text/000_", 2023), ("text/002_", 2023), ("pdf/H02_", 2024), ("pdf/H08_", 2025),
    ("pdf/H10_", 2023), ("pdf/H11_", 2024), ("pdf/H18_", 2017),
    ("pdf/H26_budget_2017_jiangsu_tables", 2017), ("pdf/H27_budget_2018_jiangsu_tables", 2018),
  ]

  private func path(_ start: String) throws -> String {
    let parts = start.split(separator: "/").map(String.init)
    let folder = "\(Self.corpus)/\(parts[0])"
    let name = try FileManager.default.contentsOfDirectory(atPath: folder)
      .first { $0.hasPrefix(parts[1]) }
    return "\(folder)/\(try #require(name))"
  }

  @Test(.enabled(if: isAvailable, "没有 ../shared/corpus"), arguments: documents)
  func `the narrative of a draft has no findings but its blanks`(files: String, year: Int)
    async throws
  {
    let folder = try TemporaryFolder()
    let run = try await CommandTester().run(
      "draft", "--tables", try path(files), "--entity", "某市某局", "--year", "\(year)", "-o",
      "\(folder.path)/稿")
    #expect(run.status == 0, "\(run.errors)")
    let lint = try await CommandTester().run("lint", "\(folder.path)/稿", "--format", "concise")
    let found = lint.output.split(separator: "\n").filter { $0.contains("disclosure.md") }
    #expect(!found.isEmpty)
    // What is wrong in the tables is theirs.
    #expect(found.filter { !$0.contains("[ST26]") }.isEmpty, "\(found)")
    let text = try folder.read("稿/disclosure.md")
    #expect(text.matches(of: /[0-9]+\.[0-9]{2}万元/).count >= 10)
    // Nothing introduces what does not follow, and no blank shows a formula.
    #expect(text.matches(of: /：\n+#|：。|包括：支出/).isEmpty)
    #expect(text.matches(of: /【请填写：[^】]*!/).isEmpty)
  }
}
