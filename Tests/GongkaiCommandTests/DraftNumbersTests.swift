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

  private static let tool = "\(CommandTester.checkout)/Tests/Tools/draft_numbers.py"

  private func draft(_ folder: TemporaryFolder, _ name: String, _ more: String...) async throws
    -> String
  {
    let run = try await CommandTester().run(
      [
        "draft", "--tables", "\(folder.path)/表", "--layout", "final-accounts/dalian", "--entity",
        "本部门", "--year", "2023", "-o", "\(folder.path)/\(name)",
      ] + more)
    #expect(run.status == 0, "\(run.errors)")
    return "\(folder.path)/\(name)/disclosure.md"
  }

  @Test(.enabled(if: isAvailable, "没有 ../shared 或 python3"))
  func `a draft prints the numbers that the tables give, and the right ones for wrong ones`()
    async throws
  {
    let corpus = "\(Self.shared)/corpus/text"
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: corpus).first { $0.hasPrefix("000_") })
    let text = "\(corpus)/\(name)"
    let folder = try TemporaryFolder()
    // The key has the financial tables; what else there is comes from the disclosure.
    let source = try await CommandTester().run(
      "import", text, "--format", "source", "-o", "\(folder.path)/原文")
    #expect(source.status == 0, "\(source.errors)")
    let python = try #require(Self.python)
    let tables = try python.run([
      Self.tool, "--tables", Self.keys[0], "\(folder.path)/表", "\(folder.path)/原文",
    ])
    let given = "\(folder.path)/上年.txt"
    let prior = try python.run([Self.tool, "--given", text, Self.keys[0], given])
    #expect(tables.status == 0 && prior.status == 0, "\(tables.messages) \(prior.messages)")
    let drafts = [
      try await draft(folder, "稿"), try await draft(folder, "给数", "--prior", given),
    ]
    let run = try python.run([Self.tool, drafts[0], Self.keys[1], text, drafts[1]])
    let lines = run.output.split(separator: "\n")
    print(run.output)
    // Nothing else than what was published, but for what the key calls wrong.
    #expect(run.status == 0, "\(lines.last ?? "") \(run.messages)")
    let states = lines.dropLast().map { $0.prefix { $0 != "\t" } }
    #expect(states.count { $0 == "一致" } >= 80)
    #expect(states.count { $0 == "改正" || $0 == "给数改正" } >= 11)
    #expect(states.count { $0 == "给数一致" } >= 12)
    // What is wrong and stays open stands in no table.
    #expect(states.count { $0 == "空着·有错" } <= 8)
  }
}
