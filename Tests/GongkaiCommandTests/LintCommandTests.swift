import Foundation
import Testing

@testable import GongkaiCommand

struct LintCommandTests {
  /// One sentence that is wrong, and enough around it to be a document.
  private static let faulty = """
    # 第二部分 2024年度部门决算情况说明

    ## 五、一般公共预算财政拨款支出决算情况说明

    ### （三）一般公共预算财政拨款支出决算具体情况

    1.一般公共服务支出（类）档案事务（款）行政运行（项）。年初预算为200.00万元，支出决算为100.00万元，完成年初预算的55.00%，决算数小于年初预算数的主要原因是人员减少。
    """

  @Test func `the status tells findings at the threshold from those below it`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.faulty)
    let tester = CommandTester()
    let all = try await tester.run("lint", path, "--format", "concise")
    #expect(all.status == 1 && all.output.contains("错误[NN17]"))
    let others = try await tester.run("lint", path, "--ignore", "NN17", "--select", "nn")
    #expect(others.status == 0 && !others.output.contains("NN17"))
  }

  @Test func `each format is complete in one run`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.faulty)
    let tester = CommandTester()
    for format in ["json", "sarif"] {
      let run = try await tester.run("lint", path, "--format", format)
      let root = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
      #expect(root?[format == "json" ? "documents" : "runs"] is [Any])
      #expect(run.errors.isEmpty)
    }
    #expect(try await tester.run("lint", path).output.contains("完成年初预算的55.00%"))
  }

  @Test func `a file of results holds what would have been printed`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.faulty)
    let output = try folder.file("out.json")
    let tester = CommandTester()
    let printed = try await tester.run("lint", path, "--format", "json")
    let written = try await tester.run("lint", path, "--format", "json", "-o", output)
    #expect(written.status == printed.status && written.output.isEmpty)
    #expect(try folder.read("out.json") == printed.output)
  }

  @Test func `many documents give the same output whatever the number of jobs`() async throws {
    let folder = try TemporaryFolder()
    for number in 10..<18 { try folder.file("\(number).md", Self.faulty) }
    let tester = CommandTester()
    let one = try await tester.run("lint", folder.path, "--jobs", "1")
    let many = try await tester.run("lint", folder.path, "-j8")
    #expect(one.status == 1 && one.output == many.output)
    #expect(one.output.contains("共 8 份文档，8 份有问题"))
  }

  @Test func `files of different documents are not mixed into one`() async throws {
    let folder = try TemporaryFolder()
    let paths = try ["甲市民政局", "乙县档案馆"].map { name in
      try folder.file("\(name).md", "2024年度\n\n\(name)部门决算\n\n\(Self.faulty)")
    }
    let run = try await CommandTester().run(["lint"] + paths)
    #expect(run.status == 2 && run.output.isEmpty && run.errors.contains("不像同一份文档"))
  }
}
