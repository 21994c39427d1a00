import Foundation
import Testing

@testable import GongkaiCommand

struct CommandTests {
  @Test func `the version is one line`() async throws {
    let run = try await CommandTester().run("--version")
    #expect(run.status == 0 && run.output == "gongkai 0.1.0\n")
  }

  @Test(arguments: [
    (["lnit"], "没有命令“lnit”，是不是要写 lint"), (["--verison"], "没有选项 --verison"),
    (["help", "nix"], "没有命令“nix”"), (["lint"], "缺少<文件或文件夹>"),
    (["lint", "a", "--jobs", "0"], "--jobs 的值应是 1 到 256 的整数"),
    (["explain", "ZZ99"], "没有规则“ZZ99”"), (["lint", "a", "--select", "QQ"], "没有规则“QQ”"),
    (["new", "/tmp", "--layout", "bugdet"], "没有布局“bugdet”，是不是要写 budget"),
  ])
  func `a mistake in the arguments is status 2 with a hint, and prints no result`(
    arguments: [String], message: String
  ) async throws {
    let run = try await CommandTester().run(arguments)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("gongkai：\(message)"), "\(run.errors)")
  }

  @Test func `rules lists every rule, and explain tells of code and data alike`() async throws {
    let tester = CommandTester()
    let list = try await tester.run("rules")
    let ids = list.output.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
    #expect(ids.count > 30 && ids == ids.sorted() && Set(ids).count == ids.count)
    for id in [ids.first { $0.hasPrefix("NN") }, ids.first { $0.hasPrefix("TI") }].compactMap(
      \.self)
    {
      let run = try await tester.run("explain", id.lowercased())
      #expect(run.status == 0 && run.output.hasPrefix("\(id) "))
    }
    let json = try await tester.run("rules", "--format", "json")
    let rules = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(rules?.compactMap { $0["id"] as? String } == ids)
  }

  @Test func `new copies the sample without what is only about the sample`() async throws {
    let folder = try TemporaryFolder()
    let target = "\(folder.path)/新"
    let run = try await CommandTester().run("new", target)
    #expect(run.status == 0 && run.output.isEmpty)
    let names = try FileManager.default.subpathsOfDirectory(atPath: target)
    #expect(names.contains("disclosure.md") && names.contains("tables/公开01.csv"))
    #expect(!names.contains("README.md"))
    let again = try await CommandTester().run("new", target)
    #expect(again.status == 2 && again.errors.contains("文件夹里已有内容"))
  }

  @Test func `a closed or full standard output is status 2`() async throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    let quiet = open("/dev/null", O_WRONLY)
    defer { close(quiet) }
    let surroundings = CommandTester().surroundings(Console(output: full, errors: quiet))
    #expect(Command.run(["--version"], in: surroundings) == 2)
  }
}
