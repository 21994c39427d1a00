import FiscalModel
import FiscalText
import Testing

@testable import ReportReaders

/// How lines and grids of any format become a report.
@Suite("Assembler")
struct AssemblerTests {
  private func line(_ text: String) -> RawBlock {
    .line(of: RawLine(TracedText(text, place: .none), extent: .paragraph))
  }

  private func grid(_ rows: [[String]]) -> RawBlock {
    .table(
      RawTable(
        rows: rows.map { row in
          row.enumerated().map { Cell(TracedText($1, place: .none), column: $0) }
        }, columnCount: rows[0].count))
  }

  private func report(_ blocks: [RawBlock]) -> Report {
    Assembler.report(of: blocks, sources: [ReportSource(path: "文件")])
  }

  private let head = ["科目编码", "科目名称", "金额"]

  // MARK: Captions

  @Test(
    "A title that says the unit as well is a title, and its unit counts",
    arguments: ["部门收支总表（单位：元）", "部门收支总表 单位：元", "部门收支总表(金额单位:元)"])
  func titleWithUnit(text: String) {
    let table = report([line(text), grid([head, ["201", "合计", "150000"]])]).tables[0]
    #expect(table.title?.string == "部门收支总表" && table.unit == .yuan)
  }

  @Test("A department whose name ends like a table is no title")
  func departmentLine() {
    let lines = [line("部门收支总表"), line("编制部门：某代表 单位：万元")]
    let table = report(lines + [grid([head, ["201", "合计", "15.00"]])]).tables[0]
    #expect(table.title?.string == "部门收支总表" && table.unit == .tenThousandYuan)
  }

  @Test("The contents list ends before the caption of a table that it does not name")
  func captionBehindContents() throws {
    let blocks = [
      line("目录"), line("一、部门职责…………3"), line("二、预算安排…………4"), line("三、名词解释…………9"),
      .pageBreak, line("部门收支总表"), line("306 青禾县粮食局"), line("预算年度：2024"), line("单位：万元"),
      grid([head, ["201", "合计", "15.00"]]), line("一、部门职责"),
    ]
    let read = report(blocks)
    #expect(read.contents?.entries.map(\.title.string) == ["一、部门职责", "二、预算安排", "三、名词解释"])
    let table = try #require(read.tables.first)
    #expect(table.title?.string == "部门收支总表" && table.unit == .tenThousandYuan)
    #expect(read.cover.isEmpty)
  }

  @Test("Leader dots that stand on lines of their own belong to the entry before them")
  func leadersDotByDot() {
    let lines = [
      "目录", "第一部分 部门概况 .", ".", ".", ". 4", "第二部分 部门决算表 .", ".", ". 12", "第三部分 名词解释 .", ".", ".",
      "第一部分 部门概况", "本部门负责水文监测。",
    ]
    let read = report(lines.map(line))
    #expect(
      read.contents?.entries.map(\.title.string) == ["第一部分 部门概况", "第二部分 部门决算表", "第三部分 名词解释"])
    #expect(read.contents?.entries.map(\.page) == [4, 12, nil])
  }

  @Test("A contents list needs no heading where its first part stands again below it")
  func contentsWithoutHeading() {
    let entries = [
      "第一部分 2024年部门预算说明", "一、部门概况", "二、收支情况", "三、名词解释", "第二部分 2024年部门预算表", "1、收支总表",
    ]
    let body = [
      "第一部分 部门预算说明", "一、部门概况", "保管粮食。", "二、收支情况", "收入预算9.00万元。", "三、名词解释", "基本支出：指保障运转的支出。",
    ]
    let title = line("青禾县粮食局2024年部门预算")
    for note in [[], ["注：以上各表中，空表表示没有收支情况。"]] {
      let read = report([title] + (entries + note + body).map(line))
      #expect(read.contents?.entries.map(\.title.string) == entries)
    }
    // The headings of a body that begins with nothing else are none.
    #expect(report([title] + body.map(line)).contents == nil)
    #expect(report([title] + entries.map(line)).contents == nil)
  }

  @Test("Sheets of one form keep their title, each on its page; a running head goes")
  func titlesOfSheets() {
    let sheet = [
      line("青禾县粮食局2024年度决算"), line("项目支出绩效自评表（2024年度）"),
      grid([["一级指标", "指标值", "得分"], ["产出指标", "12次", "10"]]), .pageBreak,
    ]
    let bare = [line("项目支出绩效自评表（2024年度）"), sheet[2], .pageBreak]
    for sheets in [sheet + sheet + sheet, bare + bare + bare + bare] {
      let read = report([.pageBreak] + sheets)
      #expect(read.tables.allSatisfy { $0.title?.string == "项目支出绩效自评表（2024年度）" })
      #expect(read.tables.count >= 3)
      let blocks = read.cover + read.parts.flatMap(\.blocks)
      #expect(
        !blocks.contains {
          if case .paragraph(let paragraph) = $0 {
            paragraph.text.string.hasSuffix("决算")
          } else {
            false
          }
        })
    }
  }

  @Test("A title that the format marks as one is not part of what stood before it")
  func headingBehindTables() {
    var title = RawLine(TracedText("青禾县粮食局2024年预算说明", place: .none), extent: .paragraph)
    title.headingLevel = 1
    let table = [line("部门收支总表"), line("单位：万元"), grid([head, ["201", "合计", "15.00"]])]
    let parts = report(table + [.line(of: title), line("一、部门职责"), line("负责粮食流通。")]).parts
    #expect(parts.map { $0.heading?.string } == [nil, "青禾县粮食局2024年预算说明"])
    #expect(parts.last?.sections.count == 1)
  }

  // MARK: 续表

  @Test(
    "What is printed over the rest of a table is known by its meaning",
    arguments: [
      ("续表", true), (" 续 表 ", true), ("（续）", true), ("续上表", true), ("续表2", true),
      ("续表一", true), ("【续表】", true), ("续表：", true), ("续建项目", false), ("接续", false),
      ("续保人数12", false), ("", false),
    ])
  func mark(text: String, isMark: Bool) {
    #expect(ContinuationMark.isMark([UInt8](text.utf8)) == isMark)
  }

  @Test(
    "A table goes on under 续表, its repeated head read once",
    arguments: [["续表"], ["续表", "单位：元"], ["收入决算表（续）", "单位：元"]])
  func continuation(lines: [String]) throws {
    let blocks =
      [line("收入决算表"), line("单位：元"), grid([head, ["201", "一般公共服务支出", "1.00"]]), .pageBreak]
      + lines.map(line) + [grid([head, ["205", "教育支出", "2.00"]])]
    let tables = report(blocks).tables
    #expect(tables.count == 1)
    let table = try #require(tables.first)
    #expect(table.rows.map { $0.cells[0].text.string } == ["201", "205"])
    #expect(table.title?.string == "收入决算表" && table.unit == .yuan)
  }

  @Test("A table named at the end of one file leaves the next file's first table its caption")
  func captionAfterAnnex() throws {
    let tables = report([
      line("附件：云汀市民政局2024年度部门预算公开表"), .pageBreak, line("公开01表"), line("收支预算总表"),
      line("部门：云汀市民政局 单位：万元"), grid([head, ["201", "一般公共服务支出", "1.00"]]),
    ]).tables
    #expect(tables.count == 1)
    let table = try #require(tables.first)
    #expect(table.title?.string == "收支预算总表" && table.publicNumber?.string == "公开01表")
    #expect(table.unit == .tenThousandYuan)
  }

  @Test(
    "A number in Chinese numerals above a table is its number", arguments: ["表十二", "附表一", "表三表"])
  func chineseNumber(number: String) throws {
    let table = try #require(
      report([
        line("收支预算总表"), line(number), line("单位：万元"), grid([head, ["201", "一般公共服务支出", "1.00"]]),
      ]).tables.first)
    #expect(table.publicNumber?.string == number && table.title?.string == "收支预算总表")
  }

  @Test("说明：… right below a table is a note of it, and a long text is none")
  func explanation() throws {
    let short = "说明：本部门本年度没有政府性基金预算收入和支出，故本表没有数据。"
    let long = "说明：" + String(repeating: "本部门本年度的各项收入和支出情况如下，", count: 8) + "见下文。"
    for (text, count) in [(short, 1), (long, 0)] {
      let tables = report([line("收入决算表"), grid([head, ["201", "教育支出", "1.00"]]), line(text)]).tables
      #expect(tables.first?.notes.count == count)
    }
  }

  @Test("A paragraph whose first line only looks centred is none that is centred")
  func firstLine() throws {
    var first = RawLine(
      TracedText("2024年，本部门收入预算15,621.11万元，其中：财", place: .none), extent: .printedLine)
    (first.alignment, first.endsShort, first.indent) = (.center, false, 3)
    var second = RawLine(TracedText("政拨款收入15,621.11万元。", place: .none), extent: .printedLine)
    (second.alignment, second.endsShort, second.indent) = (.justified, true, 0)
    let section = try #require(report([.line(of: first), .line(of: second)]).parts.first)
    guard case .paragraph(let paragraph)? = section.blocks.first else {
      Issue.record("no paragraph: \(section.blocks)")
      return
    }
    #expect(paragraph.alignment == .justified)
    #expect(paragraph.text.string.hasSuffix("其中：财政拨款收入15,621.11万元。"))
  }

  @Test("A table with another title is another table")
  func otherTitle() {
    let tables = report([
      line("收入决算表"), line("单位：元"), grid([head, ["201", "一般公共服务支出", "1.00"]]), .pageBreak,
      line("支出决算表"), line("单位：元"), grid([head, ["205", "教育支出", "2.00"]]),
    ]).tables
    #expect(tables.map { $0.title?.string } == ["收入决算表", "支出决算表"])
  }

  @Test("A performance sheet is known by the head of its indicators on its second page")
  func lateIndicators() throws {
    let indicators = ["一级指标", "二级指标", "三级指标"]
    let tables = report([
      line("项目支出绩效自评表"), grid([["项目名称", "水渠", ""], ["主管部门", "水利局", ""]]), .pageBreak,
      line("续表"), grid([indicators, ["产出指标", "数量指标", "长度"]]),
    ]).tables
    let table = try #require(tables.first)
    #expect(tables.count == 1 && table.kind == .performance)
    #expect(table.columns.map(\.name) == indicators)
    #expect(
      table.rows.map { $0.cells[0].text.string } == ["项目名称", "主管部门", "一级指标", "产出指标"])
  }

  // MARK: Cover

  @Test("A workbook that begins with a table keeps its caption")
  func tableFirst() throws {
    let report = report([
      line("收入决算表"), line("公开02表"), line("编制单位：岚溪县档案馆"), line("单位：万元"),
      grid([head, ["201", "一般公共服务支出", "1.00"]]),
    ])
    let table = try #require(report.tables.first)
    #expect(report.cover.isEmpty)
    #expect(table.title?.string == "收入决算表" && table.publicNumber?.string == "公开02表")
    #expect(table.department?.string == "编制单位：岚溪县档案馆" && table.unit == .tenThousandYuan)
  }

  @Test("Lines of a cover stay on it, though a table follows")
  func coverThenTable() {
    let report = report([
      line("岚溪县档案馆"), line("2024年度部门决算"), .pageBreak, line("收入决算表"), line("单位：元"),
      grid([head, ["201", "一般公共服务支出", "1.00"]]),
    ])
    #expect(report.cover.count == 2 && report.tables.first?.title?.string == "收入决算表")
  }

  @Test("A table before the contents list is not lost")
  func tableBeforeContents() {
    let report = report([
      line("岚溪县档案馆2024年度部门决算"), line("审签单"), grid([["拟稿", "审核", "签发"], ["甲", "乙", "丙"]]),
      line("目录"), line("第一部分 部门概况……1"), line("第二部分 决算情况说明……2"), line("第三部分 名词解释……3"),
      line("第一部分 部门概况"), line("负责全县档案工作。"),
    ])
    #expect(report.contents?.entries.count == 3)
    #expect(report.tables.count == 1 && report.tables[0].rows.last?.cells[1].text.string == "乙")
  }

  @Test("A contents list that stands again is none of the body", arguments: [false, true])
  func contentsTwice(hasHeading: Bool) {
    let titles = ["第一部分 部门概况", "第二部分 决算情况说明", "第三部分 名词解释"]
    let list = zip(titles, 1...).map { line("\($0)……\($1)") }
    let body = titles.flatMap { [line($0), line("负责全县档案工作。")] }
    let again = (hasHeading ? [line("目录")] : []) + list
    let report = report([line("岚溪县档案馆2024年度部门决算"), line("目录")] + list + again + body)
    #expect(report.contents?.entries.count == 3)
    #expect(report.parts.map { $0.heading?.string } == titles)
    // Titles without text are no list.
    let bare = self.report([line("目录")] + list + titles.map(line))
    #expect(bare.parts.map { $0.heading?.string } == titles)
  }

  @Test("The title of a part may have a page of its own, with its number or without it")
  func titlePages() {
    let titles = ["第一部分 部门概况", "第二部分 决算情况说明", "第三部分 名词解释"]
    let list = zip(titles, 1...).map { line("\($0)……\($1)") }
    for page in [titles, ["第一部分", "第二部分", "第三部分"]] {
      let body = zip(titles, page).flatMap { title, page in
        [RawBlock.pageBreak, line(page), .pageBreak, line(title), line("负责全县档案工作。")]
      }
      let report = report([line("目录")] + list + body)
      #expect(report.parts.map { $0.heading?.string } == titles)
      #expect(report.parts.allSatisfy { !$0.blocks.isEmpty })
    }
  }

  // MARK: Running heads

  @Test("A note that recurs under every table is no running head")
  func recurringNotes() {
    let titles = ["收入决算表", "支出决算表", "收支决算表"]
    let blocks = titles.flatMap { title in
      [
        line("单位：元"), line(title), grid([head, ["201", "一般公共服务支出", "1.00"]]),
        line("注：1.本表为年度数。"), line("2.可能存在尾数误差。"), RawBlock.pageBreak,
      ]
    }
    #expect(report(blocks).tables.map { $0.notes.count } == [2, 2, 2])
  }

  @Test("A short line that recurs at the page ends is one")
  func runningHead() {
    let blocks = (1...4).flatMap { page in
      [line("岚溪县档案馆部门决算"), line("第\(page)页说明本馆情况，共四段。"), RawBlock.pageBreak]
    }
    let text = report(blocks).allSections.flatMap(\.blocks).map { "\($0)" }.joined()
    #expect(!text.contains("岚溪县档案馆部门决算"))
  }
}
