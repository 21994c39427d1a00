internal import FiscalText
internal import Foundation
internal import HaruPDF
internal import ReportLayout
import Testing
internal import Typography

@Suite("Writing PDF", .enabled(if: TestFonts.areInstalled, "默认字体没有安装"))
struct PDFWriterTests {
  private static let tricky = [
    "收入1,234.56万元，支出-1,200.00万元，（12.5）与−3.1%、±5‰。",
    "“三公”经费——公务接待费……阿依努尔·买买提，𠮷林镕堃，１２３％，〇一二①②。",
    "A&B <GDP> (x\\y) Tom's \"e-mail\" é e\u{301} ff fi ffl 5–6 第3‑4条",
    "·•・—―…⋯～〜＋－／：；！？【】〔〕《》〈〉「」",
  ]

  private func options() -> PDFOptions {
    var options = PDFOptions()
    options.date = PDFDate(seconds: 1_925_000_000)
    return options
  }

  private func written(
    _ sample: SampleDocument, _ fonts: FontSet, options: PDFOptions? = nil
  ) throws -> (folder: TemporaryFolder, path: String) {
    var fonts = fonts
    let bytes = try PDFWriter.write(
      sample.document, fonts: &fonts, options: options ?? self.options())
    let folder = try TemporaryFolder()
    return (folder, try folder.file("sample.pdf", bytes: bytes).path)
  }

  private func withoutSpace(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  @Test("the same document gives the same bytes")
  func deterministic() throws {
    let results = try (0..<2).map { _ in
      var fonts = try TestFonts.make()
      let sample = SampleDocument.make(sections: 2, fonts: fonts)
      return try PDFWriter.write(sample.document, fonts: &fonts, options: options())
    }
    #expect(results[0] == results[1])
    #expect(results[0].count > 10_000)
  }

  @Test("several threads give the same bytes as one")
  func threads() throws {
    let results = try [false, true].map { isParallel in
      var fonts = try TestFonts.make()
      let sample = SampleDocument.make(sections: 12, fonts: fonts)
      var options = options()
      options.threads = Threads(isParallel: isParallel)
      return try PDFWriter.write(sample.document, fonts: &fonts, options: options)
    }
    #expect(results[0] == results[1])
  }

  @Test("qpdf finds nothing wrong", .enabled(if: Tool("qpdf") != nil, "qpdf 没有安装"))
  func syntax() throws {
    let fonts = try TestFonts.make()
    let (folder, path) = try written(SampleDocument.make(sections: 3, fonts: fonts), fonts)
    defer { _ = folder }
    let result = try #require(Tool("qpdf")).run(["--check", path])
    #expect(result.status == 0)
    #expect(result.messages.isEmpty)
  }

  @Test(
    "every font is embedded, cut down and mapped to Unicode",
    .enabled(if: Tool("pdffonts") != nil, "poppler-utils 没有安装"))
  func fonts() throws {
    let fonts = try TestFonts.make()
    let (folder, path) = try written(SampleDocument.make(sections: 1, fonts: fonts), fonts)
    defer { _ = folder }
    let result = try #require(Tool("pdffonts")).run([path])
    let lines = result.output.split(separator: "\n").dropFirst(2)
    #expect(lines.count >= 4)
    #expect(lines.allSatisfy { $0.contains(" yes yes yes ") })
    #expect(result.messages.isEmpty)
  }

  @Test(
    "poppler reads back the text that was printed, sign for sign", arguments: FontRole.allCases)
  func popplerText(role: FontRole) throws {
    guard let tool = Tool("pdftotext") else { return withKnownAbsence("pdftotext") }
    try checkText(role: role) { path in try tool.run(["-raw", path, "-"]) }
  }

  @Test("mupdf reads back the text that was printed, sign for sign", arguments: FontRole.allCases)
  func mupdfText(role: FontRole) throws {
    guard let tool = Tool("mutool") else { return withKnownAbsence("mutool") }
    try checkText(role: role) { path in
      try tool.run(["draw", "-q", "-F", "text", "-o", "-", path])
    }
  }

  @Test("pdfium reads back the text that was printed, sign for sign", arguments: FontRole.allCases)
  func pdfiumText(role: FontRole) throws {
    guard let tool = Tool.python(with: "pypdfium2") else { return withKnownAbsence("pypdfium2") }
    let script = """
      import pypdfium2, sys
      for page in pypdfium2.PdfDocument(sys.argv[1]):
          sys.stdout.write(page.get_textpage().get_text_range())
      """
    try checkText(role: role) { path in try tool.run(["-X", "utf8", "-c", script, path]) }
  }

  private func withKnownAbsence(_ tool: String) { print("跳过：\(tool) 没有安装") }

  private func checkText(
    role: FontRole, read: (String) throws -> (status: Int32, output: String, messages: String)
  ) throws {
    let fonts = try TestFonts.make()
    let sample = SampleDocument.paragraphs(Self.tricky, role: role, fonts: fonts)
    let (folder, path) = try written(sample, fonts)
    defer { _ = folder }
    let result = try read(path)
    #expect(
      Array(withoutSpace(result.output).unicodeScalars)
        == Array(withoutSpace(sample.text).unicodeScalars))
    // Debian's mupdf is built without colour management and says so for every file.
    let messages = result.messages.split(separator: "\n").filter { !$0.contains("ICC support") }
    #expect(messages.isEmpty)
  }

  @Test("a character without glyph stops the writing")
  func missingGlyph() throws {
    var fonts = try TestFonts.make()
    var document = PagedDocument(title: "缺字")
    var frame = Frame(width: 100, height: 100)
    let run = GlyphRun(
      face: 0, size: 10, glyphs: [GlyphRun.Glyph(id: 0, advance: 10, cluster: 0)],
      text: Array("某".utf8))
    frame.items = [.beginArtifact, .glyphs(run, origin: Point(10, 10), colour: .black), .end]
    document.frames = [frame]
    #expect {
      try PDFWriter.write(document, fonts: &fonts)
    } throws: {
      ($0 as? PDFError)?.kind == .missingGlyph(page: 0)
    }
  }

  @Test("contradictions in a document are errors, not crashes")
  func contradictions() throws {
    var fonts = try TestFonts.make()
    let empty = PagedDocument(title: "")
    #expect(throws: PDFError.self) { try PDFWriter.write(empty, fonts: &fonts) }
    var frame = Frame(width: .infinity, height: -.nan)
    frame.items = [.beginContent(element: 7)]
    var document = PagedDocument(title: "")
    document.frames = [frame]
    #expect(throws: PDFError.self) { try PDFWriter.write(document, fonts: &fonts) }
    document.frames[0].items = [
      .link(x: 0, y: 0, width: 1, height: 1, anchor: 0, element: 0)
    ]
    #expect(throws: PDFError.self) { try PDFWriter.write(document, fonts: &fonts) }
    document.frames[0].items = []
    document.bookmarks = [PagedDocument.Bookmark(title: "无", level: 0, anchor: 3)]
    #expect(throws: PDFError.self) { try PDFWriter.write(document, fonts: &fonts) }
    document.bookmarks = []
    document.elements = [StructureElement(role: .document, parent: 0)]
    #expect(throws: PDFError.self) { try PDFWriter.write(document, fonts: &fonts) }
  }

  @Test("attached files come out as they went in", .enabled(if: Tool("qpdf") != nil, "qpdf 没有安装"))
  func attachments() throws {
    let fonts = try TestFonts.make()
    var options = options()
    options.attachments = ["数据.csv", "z.json", "a.csv"].map {
      PDFAttachment(name: $0, bytes: Array("内容\($0)".utf8), mediaType: "text/csv", summary: "表")
    }
    let (folder, path) = try written(
      SampleDocument.make(sections: 1, fonts: fonts), fonts, options: options)
    defer { _ = folder }
    let qpdf = try #require(Tool("qpdf"))
    #expect(try qpdf.run(["--check", path]).messages.isEmpty)
    for attachment in options.attachments {
      let result = try qpdf.run(["--show-attachment=\(attachment.name)", path])
      #expect(result.output == "内容\(attachment.name)")
    }
  }

  @Test("attachments with the same name or a folder in it are refused")
  func wrongAttachments() throws {
    var fonts = try TestFonts.make()
    let sample = SampleDocument.paragraphs(["甲"], role: .body, fonts: fonts)
    for names in [["a", "a"], ["../a"], [""]] {
      var options = PDFOptions()
      options.attachments = names.map { PDFAttachment(name: $0, bytes: [], mediaType: "text/csv") }
      #expect(throws: PDFError.self) {
        try PDFWriter.write(sample.document, fonts: &fonts, options: options)
      }
    }
  }

  @Test("a glyph stands where layout put it", .enabled(if: Tool("mutool") != nil, "mutool 没有安装"))
  func positions() throws {
    var fonts = try TestFonts.make()
    var document = PagedDocument(title: "位置")
    var frame = Frame(width: 500, height: 500)
    var run = try #require(
      fonts.shape(Array("收入支出决算表格数字".utf8), role: .body, isBold: false, size: 16).runs.first)
    var expected: [Double] = []
    var pen = 50.0
    for index in run.glyphs.indices {
      expected.append(pen)
      run.glyphs[index].advance = 16 + Double(index % 3) * 1.2345
      pen += run.glyphs[index].advance
    }
    frame.items = [.beginArtifact, .glyphs(run, origin: Point(50, 100), colour: .black), .end]
    document.frames = [frame]
    let bytes = try PDFWriter.write(document, fonts: &fonts)
    let folder = try TemporaryFolder()
    let path = try folder.file("positions.pdf", bytes: bytes).path
    let output = try #require(Tool("mutool")).run(["trace", path]).output
    let found = output.split(separator: "\n").filter { $0.contains("<g ") }.compactMap { line in
      line.split(separator: " x=\"").last?.split(separator: "\"").first.flatMap { Double($0) }
    }
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) { #expect(abs(found - expected) < 0.02) }
  }
}
