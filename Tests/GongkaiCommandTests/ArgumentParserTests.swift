import Testing

@testable import GongkaiCommand

struct ArgumentParserTests {
  private static let form = CommandForm(
    name: "probe", summary: "", operands: .init(name: "文件", count: 1...2),
    options: [
      Option("--format", value: "格式", choices: ["full", "json"], help: ""),
      Option("--output", short: "-o", value: "文件", help: ""),
      Option("--quick", help: ""),
    ]
  ) { _ in .clean }

  private func parse(_ arguments: String...) throws -> (
    operands: [String], values: [String: String]
  ) {
    guard
      case .run(let operands, let values) = try ArgumentParser.parse(
        arguments[...], as: Self.form)
    else { return ([], ["--help": ""]) }
    return (operands, values)
  }

  private func message(_ arguments: String...) -> String? {
    do {
      _ = try ArgumentParser.parse(arguments[...], as: Self.form)
      return nil
    } catch { return error.message }
  }

  @Test func `a value may stand behind a space, an equals sign or a short option`() throws {
    for arguments in [["--output", "x"], ["--output=x"], ["-o", "x"], ["-ox"]] {
      let form = Self.form
      guard case .run(_, let values) = try ArgumentParser.parse((["a"] + arguments)[...], as: form)
      else {
        Issue.record("no run")
        return
      }
      #expect(values == ["--output": "x"])
    }
  }

  @Test func `options and operands may be mixed`() throws {
    let parsed = try parse("a", "--quick", "b", "--format", "json")
    #expect(parsed.operands == ["a", "b"])
    #expect(parsed.values == ["--quick": "", "--format": "json"])
  }

  @Test func `behind two hyphens everything is an operand`() throws {
    #expect(try parse("--quick", "--", "--format", "-o").operands == ["--format", "-o"])
  }

  @Test func `a value may start with a hyphen`() throws {
    #expect(try parse("a", "-o", "-").values == ["--output": "-"])
  }

  @Test func `help wins over missing operands`() throws {
    #expect(try parse("--help").values == ["--help": ""])
  }

  @Test func `mistakes are told with what was probably meant`() {
    #expect(message("a", "--fromat", "json") == "没有选项 --fromat，是不是要写 --format")
    #expect(message("a", "--zzz") == "没有选项 --zzz")
    #expect(message("a", "--format", "jsno") == "选项 --format 的值“jsno”不认识，是不是要写 json（可用：full、json）")
    #expect(message("a", "--format") == "选项 --format 缺少<格式>")
    #expect(message("a", "--output=") == "选项 --output 缺少<文件>")
    #expect(message("a", "--quick=1") == "选项 --quick 不带值")
    #expect(message("a", "-ox", "--output", "y") == "选项 --output 给了两次")
    #expect(message() == "缺少<文件>")
    #expect(message("a", "b", "c") == "多余的参数“c”")
  }

  @Test func `the nearest word allows one slip in three letters, and no more`() {
    let words = ["lint", "render", "rules", "import"]
    #expect(nearestWord(to: "lnit", among: words) == "lint")
    #expect(nearestWord(to: "rendr", among: words) == "render")
    #expect(nearestWord(to: "ruels", among: words) == "rules")
    #expect(nearestWord(to: "draw", among: words) == nil)
    #expect(nearestWord(to: "", among: words) == nil)
    #expect(nearestWord(to: String(repeating: "x", count: 100_000), among: words) == nil)
  }
}
