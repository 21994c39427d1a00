import Foundation
import Testing

@testable import GongkaiCommand

struct RenderCommandTests {
  private static let text = "# 第一部分 部门概况\n\n## 一、主要职责\n\n负责全市档案工作。\n"

  private func count(_ needle: String, in data: Data) -> Int {
    var count = 0
    var rest = data[...]
    while let range = rest.range(of: Data(needle.utf8)) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }

  @Test func `the sample becomes a PDF, the same one every time`() async throws {
    let folder = try TemporaryFolder()
    let tester = CommandTester()
    for name in ["a.pdf", "b.pdf"] {
      let run = try await tester.run(
        "render", CommandTester.sample, "-o", "\(folder.path)/\(name)", "--free-fonts")
      #expect(run.status == 0 && run.output.isEmpty)
      #expect(run.errors.hasPrefix("已写出 \(folder.path)/\(name)（"))
    }
    let contents = try folder.contents()
    let file = try #require(contents["a.pdf"])
    #expect(file.starts(with: Data("%PDF-1.7".utf8)) && count("%%EOF", in: file) == 1)
    #expect(file == contents["b.pdf"])
  }

  @Test func `a character without glyph is told with its place, and nothing is written`()
    async throws
  {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.text + "\n字\u{E123}和\u{E123}\n")
    let before = try folder.contents()
    let run = try await CommandTester().run("render", path, "-o", "\(folder.path)/a.pdf")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("gongkai：\(path):7:2：所有字体都没有“\u{E123}”（U+E123）\n"))
    #expect(run.errors.contains("\(path):7:4：") && run.errors.contains("没有写出 PDF"))
    #expect(try folder.contents() == before)
  }

  @Test func `several documents go to a folder, equal names apart`() async throws {
    let folder = try TemporaryFolder()
    for name in ["甲/说明.md", "乙/说明.md"] { try folder.file(name, Self.text) }
    let run = try await CommandTester().run(
      "render", "\(folder.path)/甲", "\(folder.path)/乙", "-o", "\(folder.path)/出")
    #expect(run.status == 0, "\(run.errors)")
    let written = try folder.contents().keys.filter { $0.hasPrefix("出/") }
    #expect(Set(written) == ["出/说明.pdf", "出/说明-2.pdf"])
  }

  @Test func `an input is never written over`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.text)
    let run = try await CommandTester().run("render", path, "-o", path)
    #expect(run.status == 2 && run.errors.contains("是输入文件，不会覆盖"))
    #expect(try folder.read("a.md") == Self.text)
  }

  @Test func `a hyphen stands for standard output`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.text)
    let output = open("\(folder.path)/out", O_RDWR | O_CREAT, 0o600)
    let errors = open("/dev/null", O_WRONLY)
    defer {
      close(output)
      close(errors)
    }
    let surroundings = CommandTester().surroundings(Console(output: output, errors: errors))
    #expect(await Command.run(["render", path, "-o", "-"], in: surroundings) == 0)
    #expect(try folder.contents()["out"]?.starts(with: Data("%PDF-".utf8)) == true)
  }

  @Test func `an unknown style is told with the nearest one`() async throws {
    let run = try await CommandTester().run("render", "a", "--style", "公")
    #expect(run.status == 2 && run.errors.hasPrefix("gongkai：没有版式“公”，是不是要写 公文（可用："))
  }

  @Test func `a build date is taken from the environment, never from the clock`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.text)
    var tester = CommandTester()
    tester.environment["SOURCE_DATE_EPOCH"] = "1735689600"
    let output = "\(folder.path)/a.pdf"
    #expect(try await tester.run("render", path, "-o", output).status == 0)
    let file = try #require(try folder.contents()["a.pdf"])
    #expect(count("2025-01-01T08:00:00+08:00", in: file) > 0)
    #expect(try await CommandTester().run("render", path, "-o", output).status == 0)
    #expect(count("CreateDate", in: try #require(try folder.contents()["a.pdf"])) == 0)
  }
}
