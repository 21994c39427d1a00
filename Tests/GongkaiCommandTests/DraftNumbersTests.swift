import Foundation
import Testing

@testable import GongkaiCommand

/// Drafting from the tables of a disclosure that was published, held against its narrative.
struct DraftNumbersTests {
  private static let shared = "\(CommandTester.checkout)/../shared"
  private static let keys = ["\(shared)/truth/000-tables.json", "\(shared)/truth/000.json"]
  private static let python = Program.python(with: "csv")
  private static var isAvailable: Bool {
    python != nil && keys.allSatisfy { FileManager.default.fileExists(atPath: $0) }
  }

  @Test(.enabled(if: isAvailable, "没有 ../shared 或 python3"))
  func `a draft prints the numbers that the tables give, and the right ones for wrong ones`()
    async throws
  {
    let text = try #require(
      FileManager.default.contentsOfDirectory(atPath: "\(Self.shared)/corpus/text")
        .first { $0.hasPrefix("000_") })
    let folder = try TemporaryFolder()
    let tool = "\(CommandTester.checkout)/Tests/Tools/draft_numbers.py"
    let tables = try Self.python?.run([tool, "--tables", Self.keys[0], "\(folder.path)/表"])
    #expect(tables?.status == 0)
    let draft = try await CommandTester().run(
      "draft", "--tables", "\(folder.path)/表", "--entity", "本部门", "--year", "2023", "-o",
      "\(folder.path)/稿")
    #expect(draft.status == 0, "\(draft.errors)")
    let run = try Self.python?.run([
      tool, "\(folder.path)/稿/disclosure.md", Self.keys[1], "\(Self.shared)/corpus/text/\(text)",
    ])
    let lines = try #require(run?.output.split(separator: "\n"))
    let states = lines.dropLast().map { $0.prefix { $0 != "\t" } }
    #expect(run?.status == 0, "\(lines.last ?? "")")
    #expect(states.count { $0 == "一致" } >= 60 && states.count { $0 == "改正" } >= 4)
  }
}
