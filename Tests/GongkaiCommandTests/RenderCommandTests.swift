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
    #expect(Command.run(["render", path, "-o", "-"], in: surroundings) == 0)
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

  // MARK: What may be asked for besides

  private static func tool(_ name: String, _ arguments: String...) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [name] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  private static func isInstalled(_ name: String) -> Bool {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.contains { FileSystem.isFile("\($0)/\(name)") }
  }

  /// What stands on the pages as pdfium reads it, which looks at the places of the text; the other
  /// programs give it in the order in which it was written.
  private static let pdfiumScript = """
    import pypdfium2, sys
    for page in pypdfium2.PdfDocument(sys.argv[1]):
        sys.stdout.write(page.get_textpage().get_text_range() + "\\f")
    """

  private static let hasReaders =
    isInstalled("pdftotext") && isInstalled("mutool")
    && (try? tool("python3", "-c", "import pypdfium2"))?.0 == 0

  private func pages(_ text: String) -> [String] {
    text.split(separator: "\u{C}").map { page in
      String(String.UnicodeScalarView(page.unicodeScalars.filter { $0.value > 0x20 }))
    }.filter { !$0.isEmpty }
  }

  @Test(
    .enabled(if: hasReaders, "pdftotext、mutool 或 pypdfium2 没有安装"),
    arguments: ["final-accounts", "budget"], ["公文", "紧凑", "大字"])
  func `three programs read the same text in the same order`(_ kind: String, _ style: String)
    async throws
  {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.pdf"
    let run = try await CommandTester().run(
      "render", "\(CommandTester.checkout)/Layouts/\(kind)/sample", "-o", path, "--style", style,
      "--free-fonts")
    #expect(run.status == 0, "\(run.errors)")
    let written = pages(try Self.tool("pdftotext", "-raw", path, "-").1)
    #expect(written.count > 20)
    let mupdf = pages(try Self.tool("mutool", "draw", "-q", "-F", "text", "-o", "-", path).1)
    #expect(mupdf == written)
    let pdfium = pages(
      try Self.tool("python3", "-X", "utf8", "-c", Self.pdfiumScript, path).1)
    #expect(pdfium == written)
  }

  @Test(.enabled(if: isInstalled("qpdf"), "qpdf 没有安装"))
  func `the data travel inside the file, which then follows part 3 of PDF/A`() async throws {
    let folder = try TemporaryFolder()
    let path = "\(folder.path)/a.pdf"
    let run = try await CommandTester().run(
      "render", CommandTester.sample, "-o", path, "--attach-data", "--free-fonts")
    #expect(run.status == 0, "\(run.errors)")
    let list = try Self.tool("qpdf", "--list-attachments", path).1
    #expect(list.contains("report.json") && list.contains("公开01.csv"))
    #expect(list.split(separator: "\n").count == 13)
    let json = try Self.tool("qpdf", "--show-attachment=report.json", path).1
    #expect(json.hasPrefix("{\"kind\":\"finalAccounts\""))
    let table = try Self.tool("qpdf", "--show-attachment=公开01.csv", path).1
    #expect(
      table
        == (try String(contentsOfFile: "\(CommandTester.sample)/tables/公开01.csv", encoding: .utf8)))
    let file = try #require(try folder.contents()["a.pdf"])
    #expect(count("<pdfaid:part>3</pdfaid:part>", in: file) == 1)
  }

  @Test(.enabled(if: isInstalled("qpdf"), "qpdf 没有安装"))
  func `a restricted copy is locked with the passwords of a file`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.text)
    let passwords = try folder.file("密码", "权限-1\n打开-2\n")
    let output = "\(folder.path)/a.pdf"
    let run = try await CommandTester().run(
      "render", path, "-o", output, "--restrict", passwords, "--free-fonts")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try Self.tool("qpdf", "--check", output).0 != 0)
    let shown = try Self.tool("qpdf", "--show-encryption", "--password=打开-2", output)
    #expect(shown.0 == 0)
    for line in [
      "stream encryption method: AESv3", "extract for any purpose: not allowed",
      "extract for accessibility: allowed", "print high resolution: allowed",
      "modify anything: not allowed",
    ] {
      #expect(shown.1.contains(line), "\(shown.1)")
    }
    let file = try #require(try folder.contents()["a.pdf"])
    #expect(count("pdfaid:part", in: file) == 0)
  }

  @Test(arguments: ["", "同\n同\n"])
  func `passwords that protect nothing are refused`(_ content: String) async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.text)
    let passwords = try folder.file("密码", content)
    let run = try await CommandTester().run(
      "render", path, "-o", "\(folder.path)/a.pdf", "--restrict", passwords)
    #expect(run.status == 2 && run.errors.contains("权限密码"))
    #expect(try folder.contents()["a.pdf"] == nil)
  }

  @Test func `a draft is stamped, and a stamp without a face is refused`() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.file("a.md", Self.text)
    let output = "\(folder.path)/a.pdf"
    var sizes: [Int] = []
    for options in [[], ["--draft"], ["--draft=内部讨论稿，请勿外传"]] {
      let run = try await CommandTester().run(["render", path, "-o", output] + options)
      #expect(run.status == 0, "\(run.errors)")
      sizes.append(try folder.contents()["a.pdf"]?.count ?? 0)
    }
    #expect(sizes[0] < sizes[1] && sizes[1] < sizes[2])
    let refused = try await CommandTester().run("render", path, "-o", output, "--draft=\u{E123}")
    #expect(refused.status == 2 && refused.errors.contains("水印里的“\u{E123}”"))
  }

  @Test func `only the pages that are asked for are printed`() async throws {
    let folder = try TemporaryFolder()
    let output = "\(folder.path)/a.pdf"
    let run = try await CommandTester().run(
      "render", CommandTester.sample, "-o", output, "--pages", "2-4,9,50-", "--free-fonts")
    #expect(run.status == 0 && run.errors.contains("（7 页）"), "\(run.errors)")
    for wrong in ["9-3", "0", "a", ",", "900", "-"] {
      let refused = try await CommandTester().run(
        "render", CommandTester.sample, "-o", output, "--pages=\(wrong)")
      #expect(refused.status == 2, "\(wrong)")
    }
  }

  @Test func `a layout tells what its charts show`() async throws {
    let folder = try TemporaryFolder()
    let tables = "\(CommandTester.sample)/tables"
    for name in try FileManager.default.contentsOfDirectory(atPath: tables) {
      try folder.file(
        "tables/\(name)", String(contentsOfFile: "\(tables)/\(name)", encoding: .utf8))
    }
    let charts = (1...7).map { "{{图 图\($0)}}\n" }.joined(separator: "\n")
    let names = (1...9).map { "{{表 公开0\($0)}}\n" }.joined(separator: "\n")
    let front =
      "---\nlayout: final-accounts/sichuan\nentity: 云汀市民政局\nyear: 2024\nunit: 万元\ntables: tables\n---\n"
    try folder.file(
      "disclosure.md", front + "\n# 第二部分 说明\n\n\(charts)\n# 第四部分 附表\n\n\(names)")
    let run = try await CommandTester().run(
      "import", folder.path, "--format", "source", "-o", "\(folder.path)/新")
    #expect(run.status == 0, "\(run.errors)")
    let rendered = try await CommandTester().run(
      "render", folder.path, "-o", "\(folder.path)/a.pdf")
    #expect(rendered.status == 0, "\(rendered.errors)")
    if Self.isInstalled("pdftotext") {
      let text = try Self.tool("pdftotext", "\(folder.path)/a.pdf", "-").1.filter {
        !$0.isWhitespace
      }
      for number in 1...7 { #expect(text.contains("图\(number)")) }
      #expect(text.contains("财政拨款收入21,927.69（97.01%）"))
      #expect(!text.contains("上级补助收入0"))
    }
  }
}
