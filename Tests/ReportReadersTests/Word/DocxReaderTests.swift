import FiscalModel
import FiscalText
import TestSupport
import Testing

@testable import ReportReaders

@Suite("Word documents")
struct DocxReaderTests {
  private func blocks(
    _ body: String, parts: [(kind: String, content: String)] = [],
    options: DocxReader.Options = .init()
  ) throws(ReadError) -> [RawBlock] {
    try DocxReader(options: options).read(
      bytes: OfficeFixture.word(body, parts: parts), path: "文件.docx", source: 0)
  }

  private func dump(
    _ body: String, parts: [(kind: String, content: String)] = [],
    options: DocxReader.Options = .init()
  ) throws(ReadError) -> [String] {
    OfficeFixture.dump(try blocks(body, parts: parts, options: options))
  }

  private func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }

  private func styles(_ content: String) -> (kind: String, content: String) {
    ("styles", "<w:styles \(OfficeFixture.wordNamespaces)>\(content)</w:styles>")
  }

  // MARK: Text

  @Test("Runs, tabs, hyphens and spaces come as they print")
  func characters() throws {
    let body = """
      <w:p><w:r><w:t>收入</w:t></w:r><w:r><w:t xml:space="preserve"> 合计 </w:t><w:tab/>\
      <w:t>\n  支出\n</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>A\u{AD}B</w:t></w:r></w:p>
      """
    #expect(try dump(body) == ["收入 合计 \t支出-AB"])
  }

  @Test("A line ended by hand is a line, a page ended by hand a page")
  func breaks() throws {
    let body =
      "<w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:br w:type='page'/><w:t>丙</w:t></w:r></w:p>"
    #expect(try dump(body) == ["甲", "乙", "----", "丙"])
  }

  @Test("Symbols of symbol fonts become characters, unknown ones the replacement character")
  func symbols() throws {
    let body = """
      <w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Wingdings" w:char="F000"/>\
      </w:r><w:r><w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr><w:t>\u{F052}</w:t></w:r></w:p>
      """
    #expect(try dump(body) == ["☑\u{FFFD}☑"])
  }

  @Test("Of a field the result is read, never the instruction, also in the contents list")
  func fields() throws {
    func mark(_ kind: String) -> String { "<w:r><w:fldChar w:fldCharType='\(kind)'/></w:r>" }
    func instruction(_ text: String) -> String { "<w:r><w:instrText>\(text)</w:instrText></w:r>" }
    let body = """
      <w:p>\(mark("begin"))\(instruction("TOC"))\(mark("separate"))<w:r><w:t>部门概况</w:t><w:tab/>\
      </w:r>\(mark("begin"))\(instruction("PAGEREF _Toc25831"))<w:r><w:t>PAGEREF</w:t></w:r>\
      \(mark("separate"))<w:r><w:t>3</w:t></w:r>\(mark("end"))</w:p>
      <w:p><w:r><w:t>机构</w:t></w:r>\(mark("end"))<w:fldSimple w:instr="DATE"><w:r><w:t>5月</w:t></w:r>\
      </w:fldSimple></w:p>
      """
    #expect(try dump(body) == ["部门概况\t3", "机构5月"])
  }

  @Test("A field that is never closed loses no more than its paragraph")
  func openField() throws {
    let body =
      "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:t>X</w:t></w:r></w:p>" + paragraph("正文")
    #expect(try dump(body) == ["正文"])
  }

  @Test("Hidden text is left out unless it is wanted")
  func hidden() throws {
    let body = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:t>显</w:t></w:r></w:p>"
    #expect(try dump(body) == ["显"])
    #expect(try dump(body, options: .init(includesHidden: true)) == ["隐显"])
  }

  @Test("Links, content controls and formulas are text")
  func wrappers() throws {
    let body = """
      <w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>链</w:t></w:r></w:hyperlink>\
      <w:bookmarkStart w:id="1" w:name="a"/><w:sdt><w:sdtContent><w:r><w:t>控</w:t></w:r>\
      </w:sdtContent></w:sdt><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>\
      <w:r><w:ruby><w:rt><w:r><w:t>yin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>音</w:t></w:r>\
      </w:rubyBase></w:ruby></w:r></w:p></w:sdtContent></w:sdt>
      """
    #expect(try dump(body) == ["链控x音"])
  }

  // MARK: Tracked changes

  private static let changes = """
    <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>增加</w:t></w:r>\
    <w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:ins><w:r><w:t>12</w:t></w:r></w:ins></w:p>\
    <w:p><w:r><w:t>万元</w:t></w:r><w:moveFrom><w:r><w:t>左</w:t></w:r></w:moveFrom>\
    <w:moveTo><w:r><w:t>右</w:t></w:r></w:moveTo></w:p>
    <w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>\
    <w:tr><w:tc><w:p><w:r><w:t>一</w:t></w:r></w:p></w:tc>\
    <w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
    """

  @Test("Tracked changes are read as accepted, or as they were before")
  func revisions() throws {
    #expect(try dump(Self.changes) == ["增加12万元右", "| 0:一 | 1:2"])
    #expect(
      try dump(Self.changes, options: .init(revisions: .before)).prefix(2) == ["增加10", "万元左"])
  }

  @Test("Paragraphs are counted in the file's order, in cells and deleted ones too")
  func paragraphNumbers() throws {
    let blocks = try blocks(Self.changes + paragraph("末"))
    let places = blocks.lines.map { $0.text.places(0..<$0.text.utf8.count).map(\.place) }
    #expect(places[0] == [.paragraph(source: 0, number: 1), .paragraph(source: 0, number: 2)])
    #expect(places[1] == [.paragraph(source: 0, number: 7)])
  }

  // MARK: Styles

  @Test("Heading levels, bold, size and alignment are taken over from styles")
  func inheritance() throws {
    let styles = styles(
      """
      <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:jc w:val="both"/></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 2"/><w:basedOn w:val="a"/>\
      <w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
      <w:style w:type="paragraph" w:styleId="2"><w:name w:val="节"/><w:basedOn w:val="1"/></w:style>
      <w:style w:type="character" w:styleId="c"><w:rPr><w:b w:val="0"/></w:rPr></w:style>
      """)
    let body = """
      <w:p><w:pPr><w:pStyle w:val="2"/></w:pPr><w:r><w:t>概况</w:t></w:r></w:p>
      <w:p><w:pPr><w:pStyle w:val="2"/><w:outlineLvl w:val="9"/></w:pPr>\
      <w:r><w:rPr><w:rStyle w:val="c"/></w:rPr><w:t>正文</w:t></w:r></w:p>
      <w:p><w:pPr><w:ind w:firstLineChars="200"/></w:pPr><w:r><w:t>正文</w:t></w:r></w:p>
      """
    let lines = try blocks(body, parts: [styles]).lines
    #expect(lines.map(\.headingLevel) == [2, nil, nil])
    #expect(lines.map(\.isBold) == [true, false, false])
    #expect(lines.map(\.fontSize) == [16, 16, 10.5])
    #expect(lines.map(\.alignment) == [.center, .center, .justified])
    #expect(lines.map(\.indent) == [nil, nil, 2])
  }

  @Test("Styles that are based on each other end somewhere")
  func styleCycle() throws {
    let styles = styles(
      """
      <w:style w:type="paragraph" w:styleId="x"><w:basedOn w:val="y"/></w:style>
      <w:style w:type="paragraph" w:styleId="y"><w:basedOn w:val="x"/><w:rPr><w:b/></w:rPr></w:style>
      """)
    let body = "<w:p><w:pPr><w:pStyle w:val='x'/></w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"
    #expect(try blocks(body, parts: [styles]).lines.map(\.isBold) == [true])
  }

  // MARK: Notes

  @Test("A note comes behind its paragraph, and its number does not stick to the amount")
  func notes() throws {
    let notes = """
      <w:footnotes \(OfficeFixture.wordNamespaces)><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/>\
      <w:t>含上年结转。</w:t></w:r></w:p></w:footnote></w:footnotes>
      """
    let body = """
      <w:p><w:r><w:t>支出12.5</w:t><w:footnoteReference w:id="2"/><w:footnoteReference w:id="9"/>\
      <w:t>万元</w:t></w:r></w:p>
      """
    #expect(try dump(body, parts: [("footnotes", notes)]) == ["支出12.5万元", "注：含上年结转。"])
  }

  @Test("A note that refers to itself is read once")
  func noteCycle() throws {
    let notes = """
      <w:footnotes \(OfficeFixture.wordNamespaces)><w:footnote w:id="2"><w:p><w:r><w:t>注意</w:t>\
      <w:footnoteReference w:id="2"/></w:r></w:p></w:footnote></w:footnotes>
      """
    let body = "<w:p><w:r><w:t>甲</w:t><w:footnoteReference w:id='2'/></w:r></w:p>"
    #expect(try dump(body, parts: [("footnotes", notes)]) == ["甲", "注意"])
  }

  // MARK: Graphics

  @Test("A text box is read once, though the file repeats it for old programs")
  func textBox() throws {
    let box = "<w:txbxContent>\(paragraph("某局决算"))</w:txbxContent>"
    let body = """
      <w:p><w:r><w:t>封面</w:t><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>\
      <wp:anchor><a:graphic><wps:wsp><wps:txbx>\(box)</wps:txbx></wps:wsp></a:graphic></wp:anchor>\
      </w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>\(box)</v:textbox></v:shape>\
      </w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>\(paragraph("末"))
      """
    let blocks = try blocks(body)
    #expect(OfficeFixture.dump(blocks) == ["封面", "某局决算", "末"])
    #expect(
      blocks.lines.map { $0.text.places(0..<1)[0].place }
        == (1...3).map { .paragraph(source: 0, number: $0) })
  }

  @Test("The sheet of an embedded workbook that shows is read, at the paragraph that shows it")
  func embeddedWorkbook() throws {
    let cells = "<c r='A1' t='str'><v>项目</v></c><c r='B1' t='str'><v>金额</v></c>"
    let numbers = "<c r='A2' t='str'><v>办公费</v></c><c r='B2'><v>12.5</v></c>"
    let shown = "<sheetData><row r='1'>\(cells)</row><row r='2'>\(numbers)</row></sheetData>"
    let hidden = "<sheetData><row r='1'><c r='A1' t='str'><v>底稿</v></c></row></sheetData>"
    let workbook = OfficeFixture.workbook(
      [("底稿", hidden), ("附表", shown)],
      properties: "<bookViews><workbookView activeTab='1'/></bookViews>")
    let body = """
      \(paragraph("见下表。"))<w:p><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="rId1"/>\
      </w:object></w:r></w:p>\(paragraph("末"))
      """
    var package = OfficeFixture.wordPackage(body, parts: [("package", "")])
    package.entries.removeAll { $0.name == "word/part1.xml" }
    package.add("word/part1.xml", bytes: workbook)
    let blocks = try DocxReader().read(bytes: package.build(), path: "文件.docx", source: 0)
    #expect(
      OfficeFixture.dump(blocks) == ["见下表。", "| 0:项目 | 1:金额", "| 0:办公费 | 1:12.5", "末"])
    let cell = try #require(blocks.tables.first?.rows[1].first)
    #expect(cell.text.places(0..<1)[0].place == .paragraph(source: 0, number: 2))
  }

  @Test("What Word would take in from another file is listed as not read, behind its paragraph")
  func foreignPiece() throws {
    let blocks = try blocks(
      "\(paragraph("一"))\(paragraph("二"))<w:altChunk r:id='rId1'/>\(paragraph("三"))")
    #expect(OfficeFixture.dump(blocks) == ["一", "二", "{picture [嵌入的文件：]}", "三"])
    let figure = try #require(blocks.figures.first)
    #expect(figure.unreadReason != nil && Block.figure(figure).unread != nil)
    #expect(figure.mark.places(0..<1)[0].place == .paragraph(source: 0, number: 2))
  }

  @Test("Pictures, embedded workbooks and chart data become figures")
  func figures() throws {
    let chart = """
      <c:chartSpace \(OfficeFixture.wordNamespaces)><c:chart><c:title><c:tx><c:rich><a:p><a:r>\
      <a:t>图1 支出结构</a:t></a:r></a:p></c:rich></c:tx></c:title><c:plotArea><c:pieChart><c:ser>\
      <c:tx><c:strRef><c:strCache><c:pt idx="0"><c:v>2024年</c:v></c:pt></c:strCache></c:strRef></c:tx>\
      <c:cat><c:strRef><c:strCache><c:pt idx="0"><c:v>基本支出</c:v></c:pt><c:pt idx="2">\
      <c:v>其他</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache>\
      <c:formatCode>0.00</c:formatCode><c:pt idx="0"><c:v>12.300000000000001</c:v></c:pt>\
      <c:pt idx="2"><c:v>4</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:pieChart>\
      </c:plotArea></c:chart></c:chartSpace>
      """
    let body = """
      <w:p><w:r><w:drawing><wp:inline><wp:docPr descr="公章"/><a:graphic><a:pic/></a:graphic></wp:inline>\
      </w:drawing><w:drawing><wp:inline><a:graphic><c:chart r:id="rId1"/></a:graphic></wp:inline>\
      </w:drawing><w:object><v:shape><v:imagedata r:id="rId9"/></v:shape>\
      <o:OLEObject ProgID="Excel.Sheet.12" r:id="rId2"/></w:object></w:r></w:p>
      """
    let figures = try blocks(body, parts: [("chart", chart), ("package", "")]).figures
    #expect(figures.map(\.kind) == [.picture, .pie, .picture])
    #expect(
      figures.map(\.mark.string) == ["[图片：公章]", "[图表：图1 支出结构]", "[嵌入的 Excel 表格：part2.xml]"])
    #expect(figures[1].caption?.string == "图1 支出结构")
    #expect(figures[1].labels == ["基本支出", "", "其他"])
    #expect(figures[1].series.map(\.name) == ["2024年"])
    #expect(figures[1].series[0].values.map { $0?.description } == ["12.30", nil, "4.00"])
  }

  // MARK: Errors

  @Test("What is no Word document is refused with the reason")
  func wrongFiles() {
    func message(_ bytes: [UInt8]) -> String? {
      do throws(ReadError) {
        _ = try DocxReader().read(bytes: bytes, path: "文件.docx", source: 0)
        return nil
      } catch { return error.message }
    }
    #expect(message([]) == "文件是空的")
    #expect(message(Array("PK".utf8)) == "文件损坏或没有传完，请重新取得文件后再试")
    #expect(message(OfficeFixture.workbook([("甲", "")])) == "不是 Word 文档，请检查文件的类型")
    #expect(
      message(ZipBuilder(entries: [.init(name: "a", bytes: [])]).build())?.hasPrefix(
        "不是 Word 或 Excel 文件") == true)
  }

  @Test("Nesting without end is refused")
  func depth() {
    let body =
      String(repeating: "<w:sdt><w:sdtContent>", count: 5000)
      + String(repeating: "</w:sdtContent></w:sdt>", count: 5000)
    #expect { try dump(body) } throws: { ($0 as? ReadError)?.message.contains("嵌套") == true }
  }

  @Test("The name decides only where the bytes do not")
  func canRead() {
    let package = OfficeFixture.word("")
    let prefix = Array(package.prefix(4096))
    #expect(DocxReader.canRead(prefix, name: "a.bin"))
    #expect(!XlsxReader.canRead(prefix, name: "a.xlsx"))
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect(DocxReader.canRead(old, name: "a.wps") && !XlsxReader.canRead(old, name: "a.wps"))
    #expect(XlsxReader.canRead(old, name: "b/a.et") && !DocxReader.canRead(old, name: "b/a.et"))
    #expect(XlsxReader.canRead(Array("<html>".utf8), name: "导出.XLS"))
    #expect(!DocxReader.canRead(Array("%PDF-1.7".utf8), name: "a.pdf"))
    #expect(!DocxReader.canRead(Array("文本".utf8), name: "a.txt"))
  }
}
