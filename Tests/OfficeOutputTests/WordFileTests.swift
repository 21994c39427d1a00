import FiscalModel
import FiscalText
import TestSupport
import Testing

@testable import OfficeOutput

struct WordFileTests {
  @Test func `the same report gives the same bytes`() {
    var report = Report()
    report.parts = [Section(heading: "第一部分 概况")]
    let bytes = WordFile.bytes(report)
    #expect(bytes == WordFile.bytes(report))
    #expect(bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]))
  }

  // MARK: Text

  @Test func `text of any kind stays text`() {
    let run = WordText.run("甲<乙>&\"丙\"\u{1}\n丁\t戊")
    #expect(run.contains("甲&lt;乙&gt;&amp;&quot;丙&quot;\u{FFFD}</w:t><w:br/>"))
    #expect(run.contains("丁</w:t><w:tab/>"))
  }

  @Test func `a remark goes around its words, and those that cannot be placed are left out`() {
    var text = WordText()
    let words: TracedText = "原因是【请填写】。"
    let (blank, after) = (9..<24, 12..<30)
    let runs = text.runs(
      words,
      [
        WordRemark(range: blank, text: "一", isBlank: true), WordRemark(range: after, text: "二"),
        WordRemark(range: 24..<400, text: "三"),
      ])
    #expect(text.comments == ["一"])
    #expect(runs.contains(#"<w:highlight w:val="yellow"/>"#))
    let start = #"<w:commentRangeStart w:id="0"/><w:r><w:rPr><w:highlight w:val="yellow"/></w:rPr>"#
    #expect(runs.contains(#"原因是</w:t></w:r>"# + start))
    #expect(runs.contains(#"【请填写】</w:t></w:r><w:commentRangeEnd w:id="0"/>"#))
  }

  // MARK: Charts

  @Test func `a chart has a workbook with its numbers behind it`() {
    var figure = Figure(kind: .groupedBar, mark: "图", caption: "图1 支出")
    figure.labels = ["基本<支出>", "项目支出"]
    figure.series = [
      .init(name: "预算数", values: [PrintedNumber(mantissa: 123_456, decimals: 2), nil]),
      .init(name: "决算数", values: [PrintedNumber(mantissa: -5, decimals: 1), nil]),
    ]
    let sheet = ChartWorkbook(figure).worksheet
    #expect(sheet.contains(#"<c r="A2" t="inlineStr"><is><t>基本&lt;支出&gt;</t></is></c>"#))
    #expect(sheet.contains(#"<c r="C1" t="inlineStr"><is><t>决算数</t></is></c>"#))
    #expect(sheet.contains(#"<c r="B2"><v>1234.56</v></c><c r="C2"><v>-0.5</v></c>"#))
    #expect(!sheet.contains(#"r="B3""#))
    var report = Report()
    var section = Section(heading: "第一部分 概况")
    section.blocks = [.figure(figure)]
    report.parts = [section]
    var body = WordBody { _ in [] }
    body.write(report)
    let parts = WordParts(body, title: "", author: "").all
    let chart = parts.first { $0.name == "word/charts/chart1.xml" }
    let text = String(decoding: chart?.bytes ?? [], as: UTF8.self)
    #expect(text.contains(#"<c:externalData r:id="rId1">"#) && text.contains("Sheet1!$C$2:$C$3"))
    #expect(parts.contains { $0.name == "word/embeddings/chart1.xlsx" })
    #expect(parts.contains { $0.name == "word/charts/_rels/chart1.xml.rels" })
  }

  @Test func `what repeats itself is compressed, what does not is stored`() {
    var (one, other) = (ZipWriter(), ZipWriter())
    let repeated = [UInt8](String(repeating: "公开", count: 2_000).utf8)
    one.add("a", repeated)
    other.add("a", [0x61])
    let archive = one.finish()
    #expect(archive.count < 300)
    #expect(Inflater.inflated(archive[31..<(archive.count - 47 - 22)]) == repeated)
    #expect(other.finish().count == 30 + 1 + 1 + 46 + 1 + 22)
  }

  // MARK: Tables

  private func table(_ rows: [[Cell]], columns: Int) -> Table {
    var table = Table(columns: (0..<columns).map { Column(path: ["列\($0)"]) })
    table.rows = rows.map { Row($0) }
    return table
  }

  private func markup(_ table: Table) -> String {
    var text = WordText()
    return WordTable(table, page: .portrait).markup(&text) { _ in [] }
  }

  /// How many columns each row of the markup covers.
  private func widths(_ markup: String) -> [Int] {
    markup.components(between: "<w:tr>", and: "</w:tr>").map { row in
      row.components(between: "<w:tcPr>", and: "</w:tcPr>").reduce(0) { sum, cell in
        sum
          + (cell.components(between: "gridSpan w:val=\"", and: "\"").first.flatMap { Int($0) } ?? 1)
      }
    }
  }

  @Test(arguments: [
    [[Cell("甲", column: 0, columnSpan: 2, rowSpan: 2), Cell("乙", column: 2)], []],
    [[Cell("甲", column: 0, columnSpan: 9, rowSpan: 9)], [Cell("乙", column: 1)]],
    [[Cell("甲", column: 2, columnSpan: 2), Cell("乙", column: 1, columnSpan: 3)], []],
    [[Cell("甲", column: -1), Cell("乙", column: 0, columnSpan: 0, rowSpan: 0)], []],
    [[], [Cell("甲", column: 400, columnSpan: Int.max / 2)]],
  ])
  func `every row covers all columns, whatever the spans say`(rows: [[Cell]]) {
    let markup = markup(table(rows, columns: 3))
    let columns = markup.components(between: "<w:gridCol", and: "/>").count
    #expect(widths(markup) == [columns, columns])
  }

  @Test func `cells over rows are merged, heads are repeated`() {
    var table = table(
      [[Cell("甲", column: 0, rowSpan: 2), Cell("1.00", column: 1)], [Cell("2.00", column: 1)]],
      columns: 2)
    table.head = [[Cell("项目", column: 0), Cell("金额", column: 1)]]
    let markup = markup(table)
    #expect(
      markup.components(between: "<w:tr>", and: "</w:trPr>").map { $0.contains("tblHeader") }
        == [true, false, false])
    #expect(markup.contains(#"<w:vMerge w:val="restart"/>"#) && markup.contains("<w:vMerge/>"))
    #expect(markup.components(between: #"<w:jc w:val="right"/>"#, and: "</w:p>").count == 2)
  }

  @Test(arguments: [1, 3, 7, 20, 63, 70])
  func `the widths of columns are those of the page`(count: Int) {
    let cells = (0..<count).map { Cell(TracedText(String(repeating: "宽", count: $0)), column: $0) }
    let widths = WordColumnWidths(table([cells], columns: count), total: WordPage.portraitWidth)
    #expect(widths.widths.reduce(0, +) == WordPage.portraitWidth)
    #expect(widths.widths.allSatisfy { $0 > 0 } && widths.count == min(count, 63))
  }

  @Test func `a cell that could not be read for certain says so`() {
    var report = Report()
    report.parts = [Section()]
    report.parts[0].blocks = [
      .table(table([[Cell("1.00", column: 0, isUncertain: true)]], columns: 1))
    ]
    var body = WordBody { _ in [] }
    body.write(report)
    let comments = WordParts(body, title: "", author: "").all
      .first { $0.name == "word/comments.xml" }
    let text = String(decoding: comments?.bytes ?? [], as: UTF8.self)
    #expect(text.contains("看不准这个数在哪一栏"))
  }

  // MARK: Pages

  @Test func `pages are counted as lines fill them`() {
    var pages = WordPageCount()
    pages.add(lines: 22, height: 579)
    #expect(pages.number == 1)
    pages.add(lines: 1, height: 579)
    #expect(pages.number == 2)
    pages.startPage(.landscape)
    pages.startPage()
    #expect(pages.number == 3)
  }
}

extension String {
  fileprivate func components(between start: String, and end: String) -> [String] {
    var found: [String] = []
    var rest = self[...]
    while let open = rest.firstRange(of: start) {
      rest = rest[open.upperBound...]
      guard let close = rest.firstRange(of: end) else { break }
      found.append(String(rest[..<close.lowerBound]))
      rest = rest[close.upperBound...]
    }
    return found
  }
}
