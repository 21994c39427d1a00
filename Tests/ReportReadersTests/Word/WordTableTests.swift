import FiscalModel
import Testing

@testable import ReportReaders

@Suite("Tables in Word")
struct WordTableTests {
  private func dump(_ body: String) throws(ReadError) -> [String] {
    OfficeFixture.dump(
      try DocxReader().read(bytes: OfficeFixture.word(body), path: "文件.docx", source: 0))
  }

  /// A cell; `properties` go into `w:tcPr`, lines become paragraphs.
  private func cell(_ text: String, _ properties: String = "") -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let paragraphs = lines.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined()
    return "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraphs)</w:tc>"
  }

  private func table(_ rows: [String]...) -> String {
    "<w:tbl>\(rows.map { "<w:tr>\($0.joined())</w:tr>" }.joined())</w:tbl>"
  }

  @Test("Spans over columns and rows keep every cell in its column")
  func spans() throws {
    let restart = "<w:vMerge w:val='restart'/>"
    let body = table(
      [cell("项目", restart), cell("本年支出", "<w:gridSpan w:val='2'/>")],
      [cell("", "<w:vMerge/>"), cell("小计"), cell("其中")],
      [cell("合计"), cell("1.00"), cell("")])
    #expect(
      try dump(body) == [
        "| 0:项目↓2 | 1:本年支出→2", "| 1:小计 | 2:其中", "| 0:合计 | 1:1.00 | 2:",
      ])
  }

  @Test("A merged cell that continues nothing stands for itself")
  func strayMerge() throws {
    let body = table(
      [cell("甲", "<w:vMerge/>"), cell("乙")], [cell("丙", "<w:gridSpan w:val='0'/>"), cell("丁")],
      [cell("戊", "<w:gridSpan w:val='99999999999999999999'/>"), cell("己")])
    #expect(try dump(body) == ["| 0:甲 | 1:乙", "| 0:丙 | 1:丁", "| 0:戊 | 1:己"])
  }

  @Test("Columns left out before a row count")
  func gridBefore() throws {
    let body = """
      <w:tbl><w:tr>\(cell("甲"))\(cell("乙"))</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>\
      \(cell("丙"))</w:tr></w:tbl>
      """
    #expect(try dump(body) == ["| 0:甲 | 1:乙", "| 1:丙"])
  }

  @Test("A label broken by hand is one word, sentences under each other stay apart")
  func cellLines() throws {
    let body = table(
      [cell("财政拨款\n收入"), cell("GB\nT 9704")], [cell("目标1：完成。\n目标2：开工。"), cell("1.甲\n2.乙")])
    #expect(
      try dump(body) == [
        "| 0:财政拨款收入 | 1:GB T 9704", "| 0:目标1：完成。\n目标2：开工。 | 1:1.甲\n2.乙",
      ])
  }

  @Test("A table in a cell becomes lines of the cell")
  func nested() throws {
    let inner = table([cell("子一"), cell("1")], [cell("子二"), cell("2")])
    let body = table(["<w:tc>\(inner)<w:p/></w:tc>", cell("乙")], [cell("丙"), cell("丁")])
    #expect(try dump(body) == ["| 0:子一 1\n子二 2 | 1:乙", "| 0:丙 | 1:丁"])
  }

  @Test("A table of one cell is a frame around text")
  func frame() throws {
    #expect(try dump(table([cell("一段话\n另一段话")])) == ["一段话", "另一段话"])
  }

  @Test("Title, number, department and unit in the grid are lines above the table")
  func margins() throws {
    let wide = "<w:gridSpan w:val='3'/>"
    let body = table(
      [cell("收入决算表", wide)], [cell("", "<w:gridSpan w:val='2'/>"), cell("公开02表")],
      [cell("部门：云岭县林业局", "<w:gridSpan w:val='2'/>"), cell("单位：万元")],
      [cell("项目"), cell("合计"), cell("其他")], [cell("合计"), cell("3.00"), cell("1.00")],
      [cell("注：本表反映收入。", wide)], [cell("制表人：", wide)])
    #expect(
      try dump(body) == [
        "收入决算表", "公开02表", "部门：云岭县林业局", "单位：万元", "| 0:项目 | 1:合计 | 2:其他",
        "| 0:合计 | 1:3.00 | 2:1.00", "注：本表反映收入。", "制表人：",
      ])
  }

  @Test("A head over the whole width below the unit line stays in the table")
  func wideHead() throws {
    let wide = "<w:gridSpan w:val='2'/>"
    let body = table(
      [cell("单位：万元", wide)], [cell("一般公共预算财政拨款支出", wide)], [cell("科目"), cell("金额")])
    #expect(
      try dump(body) == ["单位：万元", "| 0:一般公共预算财政拨款支出→2", "| 0:科目 | 1:金额"])
  }

  @Test(
    "A head over the whole width stays in the table whose title or unit stands before the grid",
    arguments: [["单位：万元"], ["接待费支出决算表"], ["接待费支出决算表", "（2024年度）"]])
  func wideHeadBelowCaption(lines: [String]) throws {
    let above = lines.map { "<w:p><w:r><w:t>\($0)</w:t></w:r></w:p>" }.joined()
    let grid = table(
      [cell("公务接待费", "<w:gridSpan w:val='2'/>")], [cell("预算数"), cell("决算数")],
      [cell("2.00"), cell("1.50")])
    #expect(
      try dump(above + grid) == lines + ["| 0:公务接待费→2", "| 0:预算数 | 1:决算数", "| 0:2.00 | 1:1.50"])
  }

  @Test("A title in the grid is one below another table's title too")
  func titleBelowCaption() throws {
    let above = "<w:p><w:r><w:t>附件：部门公开表</w:t></w:r></w:p>"
    let grid = table(
      [cell("收入决算表", "<w:gridSpan w:val='2'/>")], [cell("项目"), cell("决算数")],
      [cell("合计"), cell("1.50")])
    #expect(
      try dump(above + grid) == ["附件：部门公开表", "收入决算表", "| 0:项目 | 1:决算数", "| 0:合计 | 1:1.50"])
  }

  @Test("Rows that repeat on each page are the head")
  func head() throws {
    let body = """
      <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>\(cell("甲"))\(cell("乙"))</w:tr>\
      <w:tr>\(cell("1"))\(cell("2"))</w:tr></w:tbl>
      """
    let blocks = try DocxReader().read(
      bytes: OfficeFixture.word(body), path: "文件.docx", source: 0)
    #expect(blocks.tables.map(\.headRowCount) == [1])
  }
}
