import Testing

@testable import GongkaiCommand

struct ConfigurationTests {
  /// A completion that is wrong (NN17) and a doubled mark.
  private static let faulty = """
    # 第二部分 2024年度部门决算情况说明

    ## 五、一般公共预算财政拨款支出决算情况说明

    1.一般公共服务支出（类）档案事务（款）行政运行（项）。年初预算为200.00万元，支出决算为100.00万元，完成年初预算的55.00%，决算数小于年初预算数的主要原因是人员减少。。
    """

  @Test func `a configuration is found above the document, the nearest first`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("全市/民政局/a.md", Self.faulty)
    let tester = CommandTester()
    #expect(try await tester.run("lint", path).output.contains("NN17"))
    try folder.file("gongkai.conf", "[检查]\n不用：nn17 | ST\n")
    #expect(!(try await tester.run("lint", path).output.contains("NN17")))
    try folder.file("全市/gongkai.conf", "[检查]\n只用：NN17\n")
    let nearest = try await tester.run("lint", path, "--format", "concise").output
    #expect(nearest.split(separator: "\n").count == 1 && nearest.contains("NN17"))
  }

  @Test func `what the command line says goes before the configuration`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.faulty)
    let other = try folder.file("other.conf", "[检查]\n只用：TX\n失败级别：提示\n")
    try folder.file("gongkai.conf", "[检查]\n只用：NN17\n失败级别：错误\n")
    let tester = CommandTester()
    let named = try await tester.run("lint", path, "--config", other)
    #expect(!named.output.contains("NN17") && named.output.contains("TX"))
    #expect(named.status == 1, "a hint counts")
    let selected = try await tester.run("lint", path, "--config", other, "--select", "NN17")
    #expect(selected.output.contains("NN17") && !selected.output.contains("TX"))
    let strict = try await tester.run("lint", path, "--config", other, "--fail-on", "error")
    #expect(strict.status == 0)
  }

  @Test func `each document has the configuration of its own folder`() async throws {
    let folder = try TemporaryFolder()
    try folder.file("甲/a.md", Self.faulty)
    try folder.file("乙/a.md", Self.faulty)
    try folder.file("甲/gongkai.conf", "[检查]\n只用：TI01\n")
    try folder.file("乙/gongkai.conf", "[检查]\n只用：NN17\n")
    let output = try await CommandTester().run("lint", folder.path, "--format", "concise").output
    #expect(output.contains("乙/a.md:5:") && !output.contains("甲/a.md"))
  }

  @Test func `accepted findings that a configuration names stand beside it`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("民政局/a.md", Self.faulty)
    try folder.file("gongkai.conf", "[检查]\n只用：NN17 | AC\n认可：已认可.txt\n")
    try folder.file("已认可.txt", "[认可 NN17]\n文件：民政局/a.md\n原文：55.00%\n理由：已核对\n")
    let run = try await CommandTester().run("lint", path)
    #expect(run.status == 0 && run.output.contains("没有发现问题"))
    #expect(run.output.contains("；已认可 1 个"))
  }

  @Test(arguments: [
    ("[检查]\n只用：NN17 | NN99\n", ":2:11：没有规则“NN99”"),
    ("[检查]\n失败级别：严重\n", ":2:6：“严重”应当是"),
    ("[检查]\n布局：final-accounts/nowhere\n", ":2:4：没有布局"),
    ("[检查]\n忽略：NN17\n", ":2:1：不认识的键“忽略”"),
    ("[检查]\n不用：\n", ":2:1：“不用”缺少值"),
    ("[检查]\n不用：TX\n不用：NN\n", ":3:1：“不用”写了两次"),
    ("[设置]\n", ":1:2：不认识的节"),
    ("只用：NN17\n", ":1:1：第一行内容之前"),
  ])
  func `a malformed configuration is refused at its line and column`(
    content: String, message: String
  ) async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.faulty)
    try folder.file("gongkai.conf", content)
    let run = try await CommandTester().run("lint", path)
    #expect(run.status == 2 && run.output.isEmpty)
    #expect(run.errors.contains("gongkai.conf\(message)"), "\(run.errors)")
  }

  @Test func `a configuration that was asked for must be there`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.faulty)
    let run = try await CommandTester().run("lint", path, "--config", "\(folder.path)/无.conf")
    #expect(run.status == 2 && run.errors.contains("无.conf"))
  }

  @Test func `every number that is not checked is listed on request, with its reason`()
    async throws
  {
    let tester = CommandTester()
    let plain = try await tester.run("lint", CommandTester.sample)
    let listed = try await tester.run("lint", CommandTester.sample, "--show", "unchecked")
    #expect(!plain.output.contains("未核对的数字") && listed.output.contains("未核对的数字：\n"))
    let lines = listed.output.split(separator: "\n").filter { $0.contains(" 未核对 ") }
    let summary = try #require(listed.output.firstMatch(of: /(\d+) 未核对，/))
    #expect("\(lines.count)" == summary.1 && lines.allSatisfy { $0.hasSuffix("）") })
  }
}
