import Foundation
import Testing

@testable import GongkaiCommand

struct ImportCommandTests {
  @Test func `the summary tells entity, year, kind, parts and tables`() async throws {
    let run = try await CommandTester().run("import", CommandTester.sample)
    #expect(run.status == 0)
    #expect(run.output.contains("云汀市民政局　2024年度部门决算\n布局：final-accounts\n"))
    #expect(run.output.contains("\n  第一部分 部门概况\n    一、主要职责\n"))
    #expect(run.output.contains("\n  公开01　收入支出决算总表　"))
    #expect(run.output.contains("\n没有读不懂的内容\n"))
  }

  @Test func `the JSON is the model in full`() async throws {
    let run = try await CommandTester().run("import", CommandTester.sample, "--format", "json")
    let root = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    #expect(root?["kind"] as? String == "finalAccounts" && root?["year"] as? Int == 2024)
    let tables = root?["tables"] as? [[String: Any]]
    #expect(tables?.compactMap { $0["id"] as? String }.contains("公开09") == true)
  }

  @Test func `only one document is read at a time`() async throws {
    let folder = try TemporaryFolder()
    for name in ["a.txt", "b.txt"] { try folder.file(name, "第一部分 部门概况\n") }
    let run = try await CommandTester().run("import", folder.path)
    #expect(run.status == 2 && run.errors == "gongkai：这里有 2 份文档，一次只能读入一份\n")
  }

  @Test func `a document becomes a folder that reads back to the same document`() async throws {
    let folder = try TemporaryFolder()
    let copy = "\(folder.path)/新"
    let tester = CommandTester()
    let run = try await tester.run(
      "import", CommandTester.sample, "--format", "source", "-o", copy)
    #expect(run.status == 0 && run.output.isEmpty)
    let first = try await tester.run("import", CommandTester.sample)
    let second = try await tester.run("import", copy)
    #expect(
      first.output.split(separator: "\n").dropFirst()
        == second.output.split(separator: "\n").dropFirst())
    let again = try await tester.run(
      "import", CommandTester.sample, "--format", "source", "-o", copy)
    #expect(again.status == 2 && again.errors.contains("文件夹里已有内容"))
    let lost = try await tester.run("import", CommandTester.sample, "--format", "source")
    #expect(lost.status == 2 && lost.errors.contains("要用 -o 指明新文件夹"))
  }
}
