import Foundation
import Testing

@testable import GongkaiCommand

struct ReviewOutputTests {
  private static let fixtures = "\(CommandTester.checkout)/Tests/Fixtures"

  @Test func `a sign-off sheet names the file, the counts and places to sign`() async throws {
    let folder = try TemporaryFolder()
    let run = try await CommandTester().run(
      "lint", CommandTester.faultySample, "--sign-off", "\(folder.path)/a.html")
    #expect(run.status == 1)
    let html = try folder.read("a.html")
    for word in ["公开文本校核核对表", "SHA-256", "初审（经办）", "终审（单位负责人）", "NT01", "未核对"] {
      #expect(html.contains(word))
    }
  }

  @Test func `a printed sign-off sheet is a sound PDF, the same one every time`() async throws {
    let folder = try TemporaryFolder()
    for name in ["a.pdf", "b.pdf"] {
      _ = try await CommandTester().run(
        "lint", CommandTester.faultySample, "--sign-off", "\(folder.path)/\(name)", "--free-fonts")
    }
    let files = try folder.contents()
    #expect(files["a.pdf"] == files["b.pdf"])
    guard let qpdf = Program("qpdf") else { return print("没有 qpdf，跳过") }
    let check = try qpdf.run(["--check", "\(folder.path)/a.pdf"])
    #expect(check.status == 0, "\(check.output)\(check.messages)")
  }

  @Test func `a PDF is marked by appending to it`() async throws {
    guard Program("mutool") != nil, let qpdf = Program("qpdf") else {
      return print("没有 mutool 或 qpdf，跳过")
    }
    let folder = try TemporaryFolder()
    let printed = "\(folder.path)/printed.pdf"
    _ = try await CommandTester().run(
      "render", CommandTester.faultySample, "-o", printed, "--free-fonts")
    let original = try #require(FileManager.default.contents(atPath: printed))
    let run = try await CommandTester().run(
      "lint", printed, "--annotate", "\(folder.path)/marked.pdf")
    #expect(run.status == 1, "\(run.errors)")
    let files = try folder.contents()
    #expect(files["printed.pdf"] == original)
    let marked = try #require(files["marked.pdf"])
    #expect(marked.starts(with: original) && marked.count > original.count)
    #expect(try qpdf.run(["--check", "\(folder.path)/marked.pdf"]).status == 0)
  }

  @Test func `Word comments change nothing that is read`() async throws {
    let folder = try TemporaryFolder()
    let input = "\(Self.fixtures)/office/narrative.docx"
    let original = try #require(FileManager.default.contents(atPath: input))
    let copy = "\(folder.path)/narrative.docx"
    let run = try await CommandTester().run("lint", input, "--annotate", copy)
    #expect(run.status < 2, "\(run.errors)")
    #expect(FileManager.default.contents(atPath: input) == original)
    let again = try await CommandTester().run("lint", copy)
    #expect(again.output.replacing(copy, with: input) == run.output)
    guard let python = Program.python(with: "docx") else { return print("没有 python-docx，跳过") }
    let script =
      "import docx, sys; print([c.author for c in docx.Document(sys.argv[1]).comments])"
    let result = try python.run(["-c", script, copy])
    #expect(result.status == 0 && result.output.contains("公开校核"), "\(result.messages)")
  }

  @Test func `a document that is no PDF is printed and marked`() async throws {
    guard Program("mutool") != nil, let text = Program("pdftotext") else {
      return print("没有 mutool 或 pdftotext，跳过")
    }
    let folder = try TemporaryFolder()
    let path = try folder.file(
      "a.md",
      "# 第二部分 部门决算情况说明\n\n## 一、收入支出情况\n\n云汀市民政局2024年度收入总计10.00万元，，支出11.00万元。\n")
    let run = try await CommandTester().run(
      "lint", path, "--layout", "final-accounts", "--select", "TX05,TX06", "--free-fonts",
      "--annotate", "\(folder.path)/a.pdf")
    #expect(run.errors.contains("已写出"), "\(run.errors)")
    let printed = try text.run(["\(folder.path)/a.pdf", "-"])
    #expect(printed.output.contains("收入总计"))
    let file = try #require(FileManager.default.contents(atPath: "\(folder.path)/a.pdf"))
    #expect(file.range(of: Data("/Highlight".utf8)) != nil)
  }

  @Test func `cell comments are added to those of a workbook, and nothing that is read changes`()
    async throws
  {
    let folder = try TemporaryFolder()
    let input = "\(Self.fixtures)/office/final-accounts.xlsx"
    let copy = "\(folder.path)/final-accounts.xlsx"
    let run = try await CommandTester().run("lint", input, "--annotate", copy)
    #expect(run.status < 2, "\(run.errors)")
    let again = try await CommandTester().run("lint", copy)
    #expect(again.output.replacing(copy, with: input) == run.output)
  }

  @Test(.enabled(if: OfficePair.isAvailable, "没有安装 python-docx 和 openpyxl"))
  func `another program finds the comments in a workbook that had none`() async throws {
    let folder = try TemporaryFolder()
    try OfficePair.write(
      "\(CommandTester.checkout)/Layouts/final-accounts/sample-faulty", to: folder.path)
    let files = ["说明.docx", "表.xlsx"].map { "\(folder.path)/\($0)" }
    let copy = "\(folder.path)/批注.xlsx"
    let run = try await CommandTester().run(["lint"] + files + ["--annotate", copy])
    #expect(run.status == 1, "\(run.errors)")
    let script = """
      import openpyxl, sys
      cells = [c for s in openpyxl.load_workbook(sys.argv[1]) for r in s.iter_rows() for c in r]
      print(sum('[PF06]' in c.comment.text for c in cells if c.comment))
      """
    let python = try #require(Program.python(with: "openpyxl"))
    let found = try python.run(["-c", script, copy])
    #expect(found.status == 0)
    #expect(Int(found.output.filter(\.isNumber)) ?? 0 > 0, "\(found.output)")
  }

  @Test func `a folder's documents stand in one table`() async throws {
    let folder = try TemporaryFolder()
    let text = "# 云汀市民政局2024年度部门决算\n\n# 第一部分 部门概况\n\n负责民政工作。\n"
    for name in ["in/=甲.md", "in/乙.md"] { try folder.file(name, text) }
    for ending in ["csv", "xlsx", "html"] {
      let run = try await CommandTester().run(
        "lint", "\(folder.path)/in", "--summary", "\(folder.path)/all.\(ending)")
      #expect(run.errors.contains("已写出 \(folder.path)/all.\(ending)"))
    }
    let rows = try folder.read("all.csv").split(separator: "\r\n")
    #expect(rows.count == 3 && rows[0].contains("文档,部门,年度"))
    #expect(try folder.read("all.html").contains("云汀市民政局"))
    let book = try await CommandTester().run("import", "\(folder.path)/all.xlsx")
    #expect(!book.errors.contains("损坏"), "\(book.errors)")
  }

  @Test func `CSV lists findings, or numbers with their states`() async throws {
    let findings = try await CommandTester().run(
      "lint", CommandTester.faultySample, "--format", "csv")
    #expect(findings.output.contains("文档,序号,级别"))
    #expect(findings.output.contains(",NT01,"))
    let numbers = try await CommandTester().run(
      "lint", CommandTester.faultySample, "--format", "csv", "--numbers")
    #expect(numbers.output.contains(",相符,") && numbers.output.contains(",矛盾,"))
  }

  @Test func `two versions are compared by findings, numbers and sentences`() async throws {
    let folder = try TemporaryFolder()
    let new = "\(folder.path)/new"
    try FileManager.default.copyItem(atPath: CommandTester.sample, toPath: new)
    let path = "\(new)/tables/公开01.csv"
    let table = try String(contentsOfFile: path, encoding: .utf8)
    let total = try #require(
      table.split(separator: "\n").first { $0.hasPrefix("总计") }?
        .split(separator: "\"").first { $0.contains(".") })
    try table.replacing(total, with: "1\(total)").write(
      toFile: path, atomically: true, encoding: .utf8)
    let same = try await CommandTester().run("diff", CommandTester.sample, CommandTester.sample)
    #expect(same.status == 0)
    #expect(same.output.contains("新出现 0 个，已消除 0 个") && same.output.contains("改动的数字 0 个"))
    let run = try await CommandTester().run("diff", CommandTester.sample, new)
    #expect(run.status == 1)
    #expect(run.output.contains("\(total) → 1\(total)"))
    #expect(run.output.contains("句子没有改：") && run.output.contains("（矛盾）"))
    let json = try await CommandTester().run(
      "diff", CommandTester.sample, new, "--format", "json")
    #expect(json.output.contains("\"unchanged\":[{"))
  }

  @Test func `a review file never overwrites what was read`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file(
      "a.html.md", "# 云汀市民政局2024年度部门决算\n\n# 第一部分 部门概况\n\n负责民政工作。\n")
    let link = "\(folder.path)/b.html"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
    let before = try folder.contents()
    let run = try await CommandTester().run("lint", path, "--report", link)
    #expect(run.status == 2 && run.errors.contains("是输入文件"))
    #expect(try folder.contents() == before)
  }
}
