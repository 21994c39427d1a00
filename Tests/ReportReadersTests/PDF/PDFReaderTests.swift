import FiscalModel
import FiscalText
import Testing

@testable import ReportReaders

@Suite("PDF reader")
struct PDFReaderTests {
  // MARK: Ruled tables

  @Test("Spanned heads, wrapped cells and empty cells come out as printed")
  func spans() throws {
    let pages = try PDFFixture.read("spans.pdf").pages
    let table = try #require(pages[1].tables.first)
    #expect(
      table.grid == [
        ["项目", "", "合计", "本年支出", ""],
        ["科目编码", "科目名称", "", "基本支出", "项目支出"],
        ["213", "农林水支出", "1,180.40", "700.25", "480.15"],
        ["21303", "水利", "1,180.40", "700.25", "480.15"],
        ["2130301", "行政运行", "700.25", "700.25", ""],
        ["2130399", "其他水利支出（含河道巡护和水毁修复）", "480.15", "", "480.15"],
        ["合计", "", "1,180.40", "700.25", "480.15"],
      ])
    let total = try #require(table.rows[0].first { $0.text.string == "合计" })
    #expect(total.rowSpan == 2)
    #expect(table.rows[0].first?.columnSpan == 2)
  }

  @Test("Title, unit and note of a table stay lines around it")
  func captions() throws {
    let page = try PDFFixture.read("spans.pdf").pages[1]
    #expect(page.texts == ["支出决算表", "编制部门：青溪县水务局 单位：万元", "注：本表反映部门本年度各项支出情况。"])
    guard case .table = page[2] else {
      Issue.record("the table stands behind its two caption lines")
      return
    }
  }

  @Test("A table that repeats its head on the next page says how many rows repeat")
  func sequel() throws {
    let tables = try PDFFixture.read("pages.pdf").tables
    #expect(tables.map(\.headRowCount) == [1, 1])
    #expect(!tables[0].continues)
    #expect(tables.map(\.rows.count) == [11, 9])
    #expect(tables[1].grid[8] == ["2018", "第18类支出", "54.10", "54.05"])
  }

  @Test("A table goes on where the page is full; a row parted by the page break is one row")
  func parted() throws {
    let tables = try PDFFixture.read("parted.pdf").tables
    try #require(tables.count == 2)
    #expect(tables.map(\.continues) == [false, true])
    #expect(tables[0].grid.last == ["城乡社区规划和公共设施维护支出", "30.00", "28.40"])
    #expect(tables[1].grid == [["说明", "本行跨两栏", ""], ["合计", "330.00", "340.40"]])
  }

  private func report(_ name: String) throws -> Report {
    Assembler.report(of: try PDFFixture.read(name), sources: [ReportSource(path: name)])
  }

  /// The texts of a table's rows at their columns, without its head.
  private func body(_ table: Table) -> [[String]] {
    table.rows.map { row in
      var texts = [String](repeating: "", count: table.columns.count)
      for cell in row.cells { texts[cell.column] = cell.text.string }
      return texts
    }
  }

  @Test("A table that rules its columns only is read with its head, its spans and all its pages")
  func columnRules() throws {
    let tables = try report("column-rules.pdf").tables
    try #require(tables.count == 1)
    #expect(tables[0].columns.map(\.path) == [["科目编码"], ["科目名称"], ["合计"], ["基本支出"], ["项目支出"]])
    let rows = body(tables[0])
    #expect(rows.count == 69)
    #expect(rows[0] == ["合计", "", "4,352.00", "3,655.00", "697.00"])
    #expect(tables[0].rows[0].cells[0].columnSpan == 2)
    #expect(
      rows.dropFirst().enumerated().allSatisfy { index, row in
        row == [
          "\(201 + index)", "第\(index + 1)类支出", "\(30 + index).50", "\(20 + index).25", "10.25",
        ]
      })
  }

  @Test("The last row of a table without vertical lines may stand alone on the next page")
  func openRest() throws {
    let report = try report("open-rest.pdf")
    try #require(report.tables.count == 2)
    #expect(report.tables.map(\.rows.count) == [34, 30])
    #expect(body(report.tables[0]).last == ["399", "末一类", "88.00", "80.00", "8.00"])
    #expect(body(report.tables[1]).last == ["499", "末一项", "77.00", "70.00", "7.00"])
  }

  @Test("Texts that are too long for their cells and touch each other stay in their columns")
  func touching() throws {
    let tables = try PDFFixture.read("touching.pdf").tables
    try #require(tables.count == 1)
    #expect(
      tables[0].grid == [
        ["编码", "科目名称", "合计", "基本支出", "完成率"],
        ["2130301", "行政运行", "1,700.25", "12,700.25", "100.00%"],
        ["2130399", "其他支出", "12,480.15", "12,480.15", "98.5%"],
      ])
  }

  @Test("Two tables without vertical lines on a page are two; the rest of a name goes back to it")
  func openPages() throws {
    let tables = try report("open-pages.pdf").tables
    #expect(tables.map { $0.title?.string } == ["支出决算表", "项目支出决算表"])
    #expect(tables.map { $0.publicNumber?.string } == ["公开03表", "公开04表"])
    #expect(tables.map(\.columns.count) == [5, 5] && tables.map(\.rows.count) == [4, 26])
    try #require(tables.count == 2)
    #expect(body(tables[0])[3] == ["216", "第4类", "1,203.50", "903.25", "300.25"])
    #expect(
      body(tables[1]).suffix(4) == [
        ["399", "森林资源培育和管护补助", "88.00", "80.00", "8.00"],
        ["400", "湿地保护", "77.00", "70.00", "7.00"], ["401", "其他", "66.00", "60.00", "6.00"],
        ["402", "预备", "55.00", "50.00", "5.00"],
      ])
  }

  @Test("Sheets of one form keep their titles, and their rows over the page break")
  func sheets() throws {
    let tables = try report("sheets.pdf").tables
    #expect(tables.map { $0.title?.string } == Array(repeating: "项目支出绩效自评表", count: 4))
    #expect(tables.map(\.rows.count) == [5, 5, 27, 3])
    #expect(tables.allSatisfy { $0.kind == .performance })
    try #require(tables.count == 4)
    #expect(
      body(tables[2]).suffix(2) == [
        ["", "", "堤防巡查", "≥9次", "9次", "10", "汛期水位高，推迟施工。"],
        ["", "", "按期完成率", "≥6次", "7次", "10", ""],
      ])
  }

  @Test("Sheets that rule their rows only, two on a page, keep columns, spans and titles")
  func rowRules() throws {
    let tables = try report("row-rules.pdf").tables
    #expect(tables.map { $0.title?.string } == ["项目支出绩效自评表", "项目支出绩效自评表"])
    for (table, project) in zip(tables, ["河道巡护", "堤防修复"]) {
      let rows = body(table)
      #expect(rows[0].filter { !$0.isEmpty } == ["项目名称", project])
      #expect(rows[1].filter { !$0.isEmpty } == ["年度目标", "按计划完成堤段巡查和清淤，及时处置险情，保障汛期安全。"])
      #expect(
        rows.dropFirst(2) == [
          ["一级指标", "二级指标", "三级指标", "指标值", "分值", "偏差原因"],
          ["产出指标", "数量指标", "巡查次数", "≥12次", "10", ""],
          ["", "", "清淤方量", "≥300方", "20", "汛期水位高，推迟"],
          ["效益指标", "社会效益", "群众知晓率", "≥90%", "10", ""],
        ])
      #expect(table.rows[3].cells[0].rowSpan == 2)
    }
  }

  @Test("Lines that a clip hides are not read")
  func clip() throws {
    let texts = try PDFFixture.read("parted.pdf").texts
    #expect(texts == ["看得见的一行。", "又看得见的一行。"])
  }

  @Test("Rows without lines between them are parted by their numbers, and open sides are closed")
  func partlyRuled() throws {
    let tables = try PDFFixture.read("partly-ruled.pdf").tables
    try #require(tables.count == 2)
    #expect(
      tables[0].grid == [
        ["项目", "上年数", "本年数"], ["办公费", "1.20", "1.35"], ["水费", "0.40", "0.38"],
        ["差旅费", "6.00", "5.75"], ["合计", "7.60", "7.48"],
      ])
    #expect(
      tables[1].grid == [["名称", "数量", "金额"], ["电脑", "6", "3.90"], ["桌椅", "", "1.10"]])
  }

  @Test("Frames, underlines and charts are no tables")
  func frames() throws {
    let blocks = try PDFFixture.read("frames.pdf")
    #expect(blocks.tables.isEmpty)
    #expect(blocks.texts.contains("单位名称：松岭区档案馆"))
    #expect(blocks.texts.contains("本说明经馆务会审议通过，数字均为万元。"))
  }

  // MARK: Other tables and pages

  @Test("Columns without lines are told by alignment; a contents list is no table")
  func unruled() throws {
    let blocks = try PDFFixture.read("unruled.pdf")
    try #require(blocks.tables.count == 1)
    #expect(
      blocks.tables[0].grid == [
        ["项目", "预算数", "决算数", "增减额"], ["因公出国（境）费", "-", "-", "-"],
        ["公务用车运行维护费", "12.50", "11.80", "-0.70"], ["公务接待费", "3.00", "", "-3.00"],
        ["合计", "15.50", "11.80", "-3.70"],
      ])
    #expect(blocks.texts.contains("四、名词解释 12"))
    #expect(blocks.texts.contains("编制单位：云坪镇人民政府 单位：万元"))
  }

  @Test("Two columns of text are read one after the other, each with its own measure")
  func textColumns() throws {
    let lines = try PDFFixture.read("columns.pdf").pages[0].lines
    let heads = lines.map(\.text.string).filter { $0.hasPrefix("（") }
    #expect(heads.map { $0.prefix(3) } == ["（一）", "（二）", "（三）", "（四）"])
    let column = lines.filter { $0.text.string.hasPrefix("工作，") }
    #expect(column.count == 4 && column.allSatisfy { $0.endsShort == false && $0.indent == 0 })
    #expect(lines.last { $0.text.string.contains("承担") }?.endsShort == true)
  }

  @Test("A table without lines keeps wrapped heads and cells, and its codes apart from the names")
  func unruledOverPages() throws {
    let report = try ReportReader().read(paths: [PDFFixture.path("columns.pdf")])
    try #require(report.tables.count == 1)
    let table = report.tables[0]
    #expect(table.columns.map(\.name) == ["科目编码", "科目名称", "合计", "基本支出", "项目支出"])
    let rows = table.rows.map { row in
      (0..<5).map { column in
        row.cells.first { $0.column == column }.map { $0.text.string } ?? ""
      }
    }
    #expect(rows.count == 7)
    #expect(rows[3] == ["2130201", "行政运行", "700.00", "700.00", ""])
    #expect(rows[4] == ["2130299", "其他林业和草原支出", "112.40", "", "112.40"])
    #expect(rows[6] == ["2080505", "机关事业单位基本养老保险缴费支出", "100.00", "100.00", ""])
  }

  @Test("A table without lines keeps wrapped cells, names over columns, and its whole over pages")
  func white() throws {
    let report = try ReportReader().read(paths: [PDFFixture.path("white.pdf")])
    try #require(report.tables.count == 1)
    let table = report.tables[0]
    #expect(
      table.columns.map { $0.path.joined(separator: "/") } == [
        "科目编码", "科目名称", "合计", "本年收入/小计", "本年收入/财政拨款收入", "本年收入/事业收入",
      ])
    let rows = table.rows.map { row in
      (0..<6).map { column in
        row.cells.first { $0.column == column }.map { $0.text.string } ?? ""
      }
    }
    #expect(
      rows == [
        ["", "合计", "1,204.50", "1,184.50", "1,172.10", ""],
        ["205", "教育支出", "86.40", "86.40", "74.00", ""],
        ["2050803", "培训支出", "86.40", "86.40", "74.00", ""],
        ["208", "社会保障和就业支出", "418.10", "398.10", "398.10", ""],
        ["20805", "行政事业单位养老支出", "398.10", "398.10", "398.10", ""],
        ["2080505", "机关事业单位基本养老保险缴费支出", "398.10", "398.10", "398.10", ""],
        ["20808", "抚恤", "20.00", "", "", ""],
        ["213", "农林水支出", "700.00", "700.00", "700.00", ""],
      ])
    #expect(table.notes.map(\.text.string) == ["注：本表反映本年收入的构成情况。"])
  }

  @Test("A page that is shown or drawn turned is read upright, its places on the paper as shown")
  func rotated() throws {
    let pages = try PDFFixture.read("rotated.pdf").pages
    for page in pages.prefix(2) {
      #expect(page.texts == ["收入预算表"])
      #expect(
        page.tables.first?.grid == [
          ["项目", "金额", "备注"], ["财政拨款收入", "1,020.30", ""], ["其他收入", "", "本年没有"],
          ["合计", "1,020.30", ""],
        ])
    }
    // The first page is shown as a landscape page, the second as an upright one.
    let boxes = pages.prefix(2).compactMap { $0.lines.first.flatMap { Self.box($0.text) } }
    try #require(boxes.count == 2)
    #expect(boxes[0].height == 16 && boxes[0].width <= 16)
    #expect(boxes[1].width == 16 && boxes[1].height <= 16)
    #expect(boxes.allSatisfy { $0.x >= 0 && $0.y >= 0 && $0.x < 842 && $0.y < 842 })
  }

  private static func box(_ text: TracedText) -> Box? {
    guard case .page(_, _, let box)? = text.runs.first?.place else { return nil }
    return box
  }

  // MARK: Lines

  @Test("Running heads and page numbers are dropped, headings at the same height are kept")
  func runningHeads() throws {
    let texts = try PDFFixture.read("spans.pdf").texts
    #expect(!texts.contains { $0.contains("公开材料") || $0.contains("—") })
    #expect(texts.contains("一、收入情况说明") && texts.contains("三、收入情况说明"))
  }

  @Test("Lines say whether their paragraph goes on")
  func endsShort() throws {
    let lines = try PDFFixture.read("spans.pdf").pages[0].lines
    #expect(lines.map(\.endsShort) == [true, false, false, true])
    #expect(lines.map(\.fontSize) == [16, 14, 14, 14])
    let indents = lines.compactMap(\.indent)
    #expect(indents.count == 4 && abs(indents[1] - indents[2] - 2) < 0.01)
  }

  @Test("Text drawn twice counts once and is bold; characters in any order come out in order")
  func bold() throws {
    let lines = try PDFFixture.read("bold.pdf").lines
    #expect(
      lines.map(\.text.string) == [
        "一、部门收入1100.22万元", "二、部门支出", "本年支出合计9876.50万元，其中基本支出5000.00万元。",
      ])
    #expect(lines.map(\.isBold) == [true, true, false])
  }

  @Test("Each number has a box of its own on its page")
  func places() throws {
    let text = try #require(try PDFFixture.read("spans.pdf").pages[0].lines.dropFirst().first?.text)
    let offset = try #require(text.utf8.firstOffset(of: [UInt8]("1,280.50".utf8)))
    let places = text.places(offset..<(offset + 8))
    try #require(places.count == 1)
    guard case .page(3, 1, let box) = try shifted(places[0].place) else {
      Issue.record("a number stands on one page")
      return
    }
    // 14 point figures of half an em, behind 2 + 13 ideographs from 90.
    #expect(abs(box.x - (90 + 28 + 13 * 14)) < 1)
    #expect(abs(box.height - 14) < 0.01 && box.width > 40 && box.width < 70)
  }

  /// The same place as if the file were source 3, which is what the reader is told.
  private func shifted(_ place: Place) throws -> Place {
    let blocks = try PDFReader().read(path: PDFFixture.path("spans.pdf"), source: 3)
    let text = try #require(blocks.lines.dropFirst().first?.text)
    return try #require(
      text.runs.map(\.place).first { other in
        if case .page(0, let number, let box) = place, case .page(3, number, box) = other {
          return true
        }
        return false
      })
  }

  // MARK: Files that cannot be read

  @Test("What cannot be read ends in an error that says why")
  func failures() {
    #expect(PDFFixture.message("scanned.pdf")?.contains("扫描件") == true)
    #expect(PDFFixture.message("unmapped.pdf")?.contains("没有说明各是什么字") == true)
    #expect(PDFFixture.message("encrypted.pdf")?.contains("密码") == true)
    #expect(PDFFixture.message("truncated.pdf")?.contains("不完整") == true)
    #expect(PDFFixture.message("make.py")?.contains("不是 PDF") == true)
    #expect(PDFFixture.message("no-such-file.pdf") == "没有这个文件")
  }

  @Test("Pages that cannot be read are pictures that say why; the others are read")
  func unreadPages() throws {
    let blocks = try PDFFixture.read("mixed.pdf")
    #expect(blocks.lines.contains { !$0.text.isEmpty })
    let reasons = blocks.compactMap { block in
      if case .figure(let figure) = block { figure.unreadReason } else { nil }
    }
    #expect(reasons == [PageContent.isPicture, PageContent.lacksCharacters])
  }

  @Test("Without mutool the error says what to install")
  func missingProgram() {
    var reader = PDFReader()
    reader.process.program = "mutool-that-is-not-installed"
    let error = #expect(throws: ReadError.self) {
      try reader.read(path: PDFFixture.path("bold.pdf"), source: 0)
    }
    #expect(error?.message.contains("mupdf-tools") == true)
  }

  @Test("Limits of time and output hold")
  func limits() {
    var process = TraceProcess()
    process.limits.outputBytes = 1_000
    guard case .overLimit = process.run(path: PDFFixture.path("spans.pdf"), take: { _ in true })
    else {
      Issue.record("output beyond the limit ends the run")
      return
    }
    process.limits.outputBytes = 1 << 30
    process.limits.seconds = 0
    guard case .timedOut = process.run(path: PDFFixture.path("spans.pdf"), take: { _ in true })
    else {
      Issue.record("a run without time is ended")
      return
    }
  }

  @Test("A PDF file is known by its mark, not by its name")
  func recognition() {
    #expect(PDFReader.canRead([UInt8]("%PDF-1.7".utf8), name: "a.txt"))
    #expect(PDFReader.canRead([UInt8]("\n\n%PDF-1.4".utf8), name: "a"))
    #expect(!PDFReader.canRead([UInt8]("PK".utf8), name: "a.pdf"))
  }
}
