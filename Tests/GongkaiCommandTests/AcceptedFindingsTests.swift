import Foundation
import Testing

@testable import GongkaiCommand

struct AcceptedFindingsTests {
  /// Two completions of the same words that are wrong.
  private static let faulty = """
    # 第二部分 2024年度部门决算情况说明

    ## 五、一般公共预算财政拨款支出决算情况说明

    ### （三）一般公共预算财政拨款支出决算具体情况

    1.一般公共服务支出（类）档案事务（款）行政运行（项）。年初预算为200.00万元，支出决算为100.00万元，完成年初预算的55.00%，决算数小于年初预算数的主要原因是人员减少。

    2.一般公共服务支出（类）档案事务（款）档案馆（项）。年初预算为400.00万元，支出决算为200.00万元，完成年初预算的55.00%，决算数小于年初预算数的主要原因是项目减少。
    """

  private static func entry(
    rule: String = "NN17", quote: String = "55.00%", number: String = "1", reason: String = "已核对"
  ) -> String {
    "[认可 \(rule)]\n原文：\(quote)\n第几处：\(number)\n理由：\(reason)\n"
  }

  /// The lint output as JSON: the rule and line of each finding, and the same of what is accepted.
  private func lint(
    _ path: String
  ) async throws -> (status: Int32, findings: [String], accepted: [String]) {
    let run = try await CommandTester().run(
      ["lint", path, "--format", "json", "--select", "NN17,AC"])
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let document = try #require((root["documents"] as? [[String: Any]])?.first)
    func list(_ key: String) -> [String] {
      (document[key] as? [[String: Any]] ?? []).map { item in
        let line = (item["location"] as? [String: Any])?["line"] as? Int ?? 0
        let reason = (item["reason"] as? String).map { " \($0)" } ?? ""
        return "\(item["rule"] ?? ""):\(line)\(reason)"
      }
    }
    return (run.status, list("findings"), list("accepted"))
  }

  @Test func `an accepted finding does not count and is listed with its reason`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.faulty)
    #expect(try await lint(path).findings == ["NN17:7", "NN17:9"])
    try folder.file("accepted.txt", Self.entry(number: "2"))
    let one = try await lint(path)
    #expect(one.status == 1 && one.findings == ["NN17:7"] && one.accepted == ["NN17:9 已核对"])
    try folder.file("accepted.txt", Self.entry(number: "全部"))
    let all = try await lint(path)
    #expect(all.status == 0 && all.findings.isEmpty && all.accepted.count == 2)
  }

  @Test func `an entry of another rule, of other words or of a third place accepts nothing`()
    async throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.faulty)
    for entry in [
      Self.entry(rule: "NN21"), Self.entry(quote: "5.00%"), Self.entry(number: "3"),
      "[认可 NN17]\n文件：b.md\n原文：55.00%\n理由：已核对\n",
    ] {
      try folder.file("accepted.txt", entry)
      let result = try await lint(path)
      #expect(result.accepted.isEmpty && result.status == 1, "\(entry)")
    }
  }

  @Test func `an entry that matches nothing is told at its place`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.faulty)
    try folder.file("accepted.txt", "# 说明\n\n" + Self.entry(quote: "66.00%"))
    let run = try await CommandTester().run("lint", path, "--select", "NN17,AC01")
    #expect(run.output.contains("accepted.txt:3:5 提示[AC01] 这一条认可没有对应的问题（NN17，原文“66.00%”）"))
    #expect(run.output.contains("3 | [认可 NN17]"))
    let other = try await CommandTester().run("lint", path, "--select", "NN21,AC01")
    #expect(!other.output.contains("AC01"), "NN17 did not run")
  }

  @Test(arguments: [
    ("[认可 NN17]\n原文：55.00%\n理由：\n", ":3:1：“理由”是空的"),
    ("[认可 NN17]\n原文：55.00%\n", ":1:2：“NN17”缺少“理由”"),
    ("[认可 NN99]\n理由：好\n", ":1:5：没有规则“NN99”"),
    ("[认可]\n理由：好\n", ":1:2：“[认可]”后面缺少名称"),
    ("[认可 NN17]\n第几处：0\n理由：好\n", ":2:5：“第几处”从 1 数起"),
    ("[认可 NN17]\n原因：好\n", ":2:1：不认识的键“原因”"),
    ("[允许 NN17]\n理由：好\n", ":1:2：不认识的节"),
  ])
  func `a malformed entry is refused at its line and column`(
    content: String, message: String
  ) async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.faulty)
    try folder.file("accepted.txt", content)
    let run = try await CommandTester().run("lint", path)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("accepted.txt\(message)"), "\(run.errors)")
  }

  @Test func `the draft accepts all once the reasons are filled in, and not before`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.faulty)
    let tester = CommandTester()
    let draft = try await tester.run("lint", path, "--write-accept")
    #expect(draft.status == 1 && draft.errors.contains("accepted.txt"))
    #expect(try await tester.run("lint", path).status == 2)
    let content = try folder.read("accepted.txt")
    #expect(content.contains("文件：a.md\n原文：55.00%\n第几处：2\n理由：\n"))
    try folder.file("accepted.txt", content.replacing("理由：\n", with: "理由：已核对\n"))
    let all = try await tester.run("lint", path, "--fail-on", "info")
    #expect(all.status == 0, "\(all.output)")
  }

  @Test func `a draft keeps what was accepted and adds only what is new`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.faulty)
    let entry = Self.entry(number: "2")
    try folder.file("accepted.txt", entry)
    _ = try await CommandTester().run("lint", path, "--select", "NN17", "--write-accept")
    let content = try folder.read("accepted.txt")
    #expect(content.hasPrefix(entry) && content.contains("第几处：1\n理由：\n"))
    #expect(content.split(separator: "[认可").count == 2)
  }

  @Test func `documents of one folder share a file, each with its own entries`() async throws {
    let folder = try TemporaryFolder()
    try folder.file("a.md", Self.faulty)
    try folder.file("b.md", Self.faulty)
    try folder.file("accepted.txt", "[认可 NN17]\n文件：a.md\n原文：55.00%\n第几处：全部\n理由：好\n")
    let run = try await CommandTester().run(
      "lint", folder.path, "--format", "concise", "--select", "NN17,AC")
    #expect(!run.output.contains("a.md:") && !run.output.contains("AC01"), "\(run.output)")
    #expect(run.output.contains("b.md:7:") && run.output.contains("b.md:9:"))
  }

  @Test func `a file of accepted findings that was asked for must be there`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.faulty)
    let run = try await CommandTester().run("lint", path, "--accept", "\(folder.path)/无.txt")
    #expect(run.status == 2 && run.errors.contains("无.txt"))
  }
}
