import FiscalModel
import TestSupport
import Testing

@testable import ReportReaders

@Suite("Excel workbooks")
struct XlsxReaderTests {
  private func dump(
    _ content: String, name: String = "Sheet1", styles: String? = nil, strings: String? = nil,
    properties: String = ""
  ) throws(ReadError) -> [String] {
    let bytes = OfficeFixture.workbook(
      [(name, content)], styles: styles, strings: strings, properties: properties)
    return OfficeFixture.dump(try XlsxReader().read(bytes: bytes, path: "表.xlsx", source: 0))
  }

  /// Rows of inline texts and plain numbers, each with its address.
  private func data(_ rows: [String: String]) -> String {
    let cells = rows.sorted { left, right in
      guard let one = CellReference(left.key), let other = CellReference(right.key) else {
        return false
      }
      return (one.row, one.column) < (other.row, other.column)
    }
    return "<sheetData>"
      + cells.map { reference, text in
        "<row><c r='\(reference)' t='inlineStr'><is><t>\(text)</t></is></c></row>"
      }.joined() + "</sheetData>"
  }

  // MARK: Cells

  @Test("A workbook under another name is known by the parts that its archive begins with")
  func otherName() {
    let start: [UInt8] = [0x50, 0x4B, 0x03, 0x04]
    #expect(XlsxReader.canRead(start + [UInt8]("xl/theme/theme1.xml".utf8), name: "表.dat"))
    #expect(!XlsxReader.canRead(start + [UInt8]("word/styles.xml".utf8), name: "文.xlsx"))
    #expect(!XlsxReader.canRead(start + [UInt8]("photo.png".utf8), name: "图.zip"))
  }

  @Test("Shared, inline and formula texts, truth values and errors come as they print")
  func kinds() throws {
    let strings = """
      <si><t>甲</t><rPh sb="0" eb="1"><t>jia</t></rPh></si>\
      <si><r><t>乙</t></r><r><rPr/><t xml:space="preserve"> 丙</t></r></si><si><t>_x0041__x00_</t></si>
      """
    let content = """
      <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>\
      <c r="D1" t="s"><v>99</v></c><c r="E1" t="str"><f>A1</f><v>丁</v></c><c r="F1" t="b"><v>1</v></c>\
      <c r="G1" t="e"><v>#REF!</v></c><c r="H1"><v>12.5</v></c><c r="I1" t="str"><f>A1</f><v/></c>\
      <c r="J1"><f>SUM(H1:H9)</f></c></row><row><c><v>1</v></c><c><v>2</v></c></row></sheetData>
      """
    #expect(
      try dump(content, strings: strings) == [
        "| 0:甲 | 1:乙 丙 | 2:A_x00_ | 3:丁 | 4:TRUE | 5:#REF! | 6:12.5 | 7:?", "| 0:1 | 1:2",
      ])
  }

  @Test("Styles decide how a number prints; zeros can be hidden for the whole sheet")
  func styles() throws {
    let styles = """
      <numFmts><numFmt numFmtId="176" formatCode="#,##0.00_ "/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="10"/><xf numFmtId="31"/></cellXfs>
      """
    let row = """
      <sheetData><row><c s="0"><v>1.5</v></c><c s="1"><v>1234.5</v></c><c s="2"><v>0.5</v></c>\
      <c s="3"><v>45369</v></c><c s="77"><v>3</v></c><c s="1"><v>0</v></c></row></sheetData>
      """
    let shown = "| 0:1.5 | 1:1,234.50 | 2:50.00% | 3:2024年3月18日 | 4:3"
    #expect(try dump(row, styles: styles) == [shown + " | 5:0.00"])
    let views = "<sheetViews><sheetView showZeros='0'/></sheetViews>"
    #expect(try dump(views + row, styles: styles) == [shown])
    #expect(
      try dump(row, styles: styles, properties: "<workbookPr date1904='1'/>")
        .first?.contains("3:2028年3月19日") == true)
  }

  @Test("A namespace prefix changes nothing")
  func prefix() throws {
    var zip = ZipBuilder()
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    zip.add(
      "_rels/.rels",
      "<Relationships><Relationship Id='1' Type='\(office)/officeDocument' Target='/book.xml'/></Relationships>"
    )
    zip.add(
      "_rels/book.xml.rels",
      "<Relationships><Relationship Id='1' Type='\(office)/worksheet' Target='./s.xml'/></Relationships>"
    )
    zip.add(
      "book.xml",
      "<x:workbook xmlns:x='\(main)' xmlns:q='\(office)'><x:sheets><x:sheet name='甲' q:id='1'/></x:sheets></x:workbook>"
    )
    zip.add(
      "s.xml",
      "<x:worksheet xmlns:x='\(main)'><x:sheetData><x:row><x:c t='inlineStr'><x:is><x:t>乙</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>"
    )
    let blocks = try XlsxReader().read(bytes: zip.build(), path: "表.xlsx", source: 0)
    #expect(OfficeFixture.dump(blocks) == ["乙"])
  }

  // MARK: Tables

  @Test("Numbered notes right below a table are no rows of it")
  func notes() throws {
    let cells = data([
      "A1": "科目编码", "B1": "金额", "A2": "201", "B2": "1.00", "A3": "注：1.本表为年度数。",
      "A4": "2.可能存在尾数误差。",
    ])
    #expect(
      try dump(cells) == [
        "| 0:科目编码 | 1:金额", "| 0:201 | 1:1.00", "注：1.本表为年度数。", "2.可能存在尾数误差。",
      ])
  }

  @Test("What lies under a merged cell does not print; columns that only widen it are no columns")
  func merged() throws {
    let cells = data([
      "A1": "科目编码", "B1": "藏", "D1": "合计", "A2": "类", "B2": "款", "C2": "项", "D2": "1.00",
      "F2": "2.00", "F1": "其中",
    ])
    let merges =
      "<mergeCells><mergeCell ref='A1:C1'/><mergeCell ref='D1:E1'/><mergeCell ref='D2:E2'/><mergeCell ref='x'/></mergeCells>"
    #expect(
      try dump(cells + merges) == [
        "| 0:科目编码→3 | 3:合计 | 4:其中", "| 0:类 | 1:款 | 2:项 | 3:1.00 | 4:2.00",
      ])
  }

  @Test("Hidden rows and columns are left out, and spans shrink by them")
  func hidden() throws {
    let content = """
      <cols><col min="2" max="2" hidden="1"/><col min="5" max="16384" hidden="true"/></cols><sheetData>\
      <row r="1"><c r="A1" t="inlineStr"><is><t>收入</t></is></c><c r="D1" t="inlineStr"><is><t>支出</t></is></c></row>\
      <row r="2" hidden="1"><c r="A2"><v>9</v></c></row>\
      <row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>2</v></c><c r="C3"><v>3</v></c><c r="D3"><v>4</v></c><c r="F3"><v>5</v></c></row>\
      </sheetData><mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="D1:D2"/></mergeCells>
      """
    #expect(try dump(content) == ["| 0:收入→2 | 2:支出", "| 0:1 | 1:3 | 2:4"])
  }

  @Test("A cell at the far end of the sheet costs nothing")
  func farCell() throws {
    let content = """
      <dimension ref="A1:XFD1048576"/>\(data(["A1": "甲", "B1": "乙", "XFD1048576": "丙"]))\
      <mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>
      """
    #expect(try dump(content) == ["| 0:甲↓2 | 1:乙", "| 2:丙"])
  }

  @Test("Blank rows inside a table part nothing, a title or unit line starts a new table")
  func severalTables() throws {
    let cells = data([
      "A1": "收入决算表", "B2": "单位：元", "A4": "项目", "B4": "金额", "A6": "合计", "B6": "3",
      "A8": "支出决算表", "B9": "单位：元", "A10": "项目", "B10": "金额", "A11": "合计", "B11": "4",
      "A12": "注：不含上年结转。", "A14": "项目", "B14": "金额", "A15": "小计", "B15": "5",
    ])
    #expect(
      try dump(cells) == [
        "收入决算表", "单位：元", "| 0:项目 | 1:金额", "| 0:合计 | 1:3", "支出决算表", "单位：元",
        "| 0:项目 | 1:金额", "| 0:合计 | 1:4", "注：不含上年结转。", "| 0:项目 | 1:金额", "| 0:小计 | 1:5",
      ])
  }

  @Test("A sheet of text is lines, a contents sheet keeps its page numbers")
  func text() throws {
    let cells = data(["A1": "主要职责", "A3": "一、负责甲。\n二、负责乙。"])
    #expect(try dump(cells) == ["主要职责", "一、负责甲。", "二、负责乙。"])
    let contents = data(["A1": "目 录", "A2": "收入决算表", "B2": "1"])
    #expect(try dump(contents) == ["目 录", "收入决算表\t1"])
  }

  @Test("A sheet without a title is known by its name, without its number")
  func sheetName() throws {
    let cells = data(["A1": "项目", "B1": "金额", "A2": "合计", "B2": "3"])
    #expect(try dump(cells, name: "Z01 收入支出决算总表(财决01表)").first == "收入支出决算总表(财决01表)")
    #expect(try dump(cells, name: "3.15部门收支总表 ").first == "部门收支总表")
    #expect(try dump(cells, name: "Sheet2").first == "| 0:项目 | 1:金额")
  }

  @Test("Cells out of order and twice are put in order, the last counting")
  func disorder() throws {
    let content = """
      <sheetData><row r="2"><c r="B2"><v>4</v></c><c r="A2"><v>3</v></c></row>\
      <row r="1"><c r="A1"><v>8</v></c><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>
      """
    #expect(try dump(content) == ["| 0:1 | 1:2", "| 0:3 | 1:4"])
  }

  // MARK: Addresses and errors

  @Test("Addresses are read and printed")
  func references() {
    for text in ["A1", "Z9", "AA10", "XFD1048576"] {
      #expect(CellReference(text)?.text == text)
    }
    #expect(CellReference("$b$7") == CellReference(row: 6, column: 1))
    for text in ["", "A", "1", "A0", "1A", "XFE1", "A1048577", "ZZZZZZZZZZZZ1", "A1B", "甲1"] {
      #expect(CellReference(text) == nil)
    }
  }

  @Test("What is no workbook is refused with the reason")
  func wrongFile() {
    #expect {
      try XlsxReader().read(bytes: OfficeFixture.word(""), path: "表.xlsx", source: 0)
    } throws: {
      ($0 as? ReadError)?.description == "表.xlsx：不是 Excel 工作簿，请检查文件的类型"
    }
  }
}
