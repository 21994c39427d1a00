import FiscalModel
import FiscalText
import TestSupport
import Testing
import Typography

@testable import ReportLayout

@Suite struct TableTests {
  private func typeset(_ table: Table, _ style: PageStyle = PageStyle()) -> PagedDocument {
    var report = Report()
    report.parts = [SampleReport.section("第一部分 表", blocks: [.table(table)])]
    var typesetter = ReportTypesetter(style: style, shaper: FixedWidthShaper())
    let document = typesetter.typeset(report)
    #expect(FrameAudit(document, style: style).faults.map(\.description) == [])
    #expect(PrintedText.content(document) == PrintedText.source(report))
    return document
  }

  @Test func theHeadIsRepeatedAsAnArtifactUnder续表() {
    let document = typeset(SampleReport.expenditure(rows: 120))
    let pages = document.frames.dropFirst().map { PageReading($0) }
    #expect(pages.count > 3)
    for (index, page) in pages.enumerated() {
      let heads = page.pieces.filter { $0.text == "科目名称" }
      #expect(heads.count == 1)
      #expect((heads.first?.element == nil) == (index > 0))
      #expect(page.artifacts.contains { $0.text == "续表" } == (index > 0))
    }
  }

  @Test func noSingleRowStandsAloneOnTheLastPage() {
    for rows in 44...60 {
      let document = typeset(SampleReport.expenditure(rows: rows))
      guard document.frames.count > 2, let last = document.frames.last else { continue }
      let lines = Set(
        PageReading(last).content.filter { $0.text.contains(",203.58") }.map(\.origin.y))
      #expect(lines.count >= 2, "\(rows)")
    }
  }

  @Test func noFewRowsAreLeftForALastPage() {
    // Set as usual, 90 rows would leave two for the last page, 99 eleven.
    let lasts = (90...99).map { count -> Int in
      var table = Table(kind: .financial, columns: [Column(path: ["项目"]), Column(path: ["金额"])])
      table.rows = (1...count).map { SampleReport.row(["项目\($0)", "\($0).00"]) }
      let last = typeset(table).frames.last.map { PageReading($0).content.count / 2 }
      return last ?? 0
    }
    #expect(lasts.allSatisfy { $0 > 7 }, "\(lasts)")
  }

  @Test func notesDoNotStandOnAPageWithoutRows() {
    for rows in 24...60 {
      var table = SampleReport.expenditure(rows: rows)
      table.notes = [Paragraph("注：本表反映本年度各项支出情况。"), Paragraph("2.金额单位换算可能有尾差。")]
      let document = typeset(table)
      for frame in document.frames {
        let texts = PageReading(frame).content.map(\.text)
        guard texts.contains(where: { $0.hasPrefix("2.金额") }) else { continue }
        #expect(texts.contains { $0.contains(",203.58") }, "\(rows)")
      }
    }
  }

  @Test func decimalPointsStandUnderEachOther() {
    var table = Table(kind: .financial, columns: [Column(path: ["项目"]), Column(path: ["金额"])])
    table.rows = [["甲", "1,203.58"], ["乙", "86.2"], ["丙", "-7"], ["丁", "0.00"]]
      .map(SampleReport.row)
    let page = PageReading(typeset(table).frames[1])
    let ends = ["1,203.58", "86.2", "-7", "0.00"].compactMap { text -> Double? in
      guard let piece = page.content.first(where: { $0.text == text }) else { return nil }
      let whole = text.split(separator: ".")[0].count
      return piece.origin.x + Double(whole) * piece.run.size / 2
    }
    #expect(ends.count == 4)
    #expect(ends.allSatisfy { abs($0 - ends[0]) < 0.01 }, "\(ends)")
  }

  @Test func levelsAreIndentedByTheirCodes() {
    let page = PageReading(typeset(SampleReport.expenditure(rows: 3)).frames[1])
    let starts = ["文化旅游", "文化和", "图书馆"].compactMap { name in
      page.content.first { $0.text.hasPrefix(name) }?.origin.x
    }
    #expect(starts.count == 3)
    #expect(abs(starts[1] - starts[0] - 10.5) < 0.01)
    #expect(abs(starts[2] - starts[1] - 10.5) < 0.01)
  }

  @Test func aRowHigherThanAPageGoesOnOnTheNext() {
    var table = Table(kind: .performance)
    let long = String(repeating: "年度目标完成情况较好，各项指标均已达到。", count: 220)
    table.rows = [
      SampleReport.row(["目标", long]),
      Row([Cell("合并", column: 0, rowSpan: 3), Cell(TracedText(long), column: 1)]),
      Row([Cell("一", column: 1)]), Row([Cell("二", column: 1)]),
    ]
    #expect(typeset(table).frames.count > 6)
  }

  @Test func aSpanOverManyRowsIsPartedAtThePage() {
    var table = Table(kind: .performance)
    let long = String(repeating: "跨行的说明文字很长。", count: 60)
    table.rows = (0..<80).map { index in
      let cells = [Cell(TracedText("指标\(index)"), column: 1), Cell("完成", column: 2)]
      return Row((index == 0 ? [Cell(TracedText(long), column: 0, rowSpan: 80)] : []) + cells)
    }
    #expect(typeset(table).frames.count > 3)
  }

  /// A form whose first column names groups of rows.
  private func grouped(_ groups: [Int]) -> Table {
    var table = Table(kind: .performance)
    for (group, count) in groups.enumerated() {
      for row in 0..<count {
        let cells = [Cell(TracedText("指标\(group)之\(row)"), column: 1), Cell("完成", column: 2)]
        let name = Cell(TracedText("第\(group)组"), column: 0, rowSpan: count)
        table.rows.append(Row((row == 0 ? [name] : []) + cells))
      }
    }
    return table
  }

  @Test func theNameOfRowsStandsOverTheirRestOnTheNextPageForTheEyeOnly() {
    let document = typeset(grouped([60]))
    let pages = document.frames.dropFirst().map { PageReading($0) }
    #expect(pages.count > 1)
    for (index, page) in pages.enumerated() {
      let names = page.pieces.filter { $0.text == "第0组" }
      #expect(names.count == 1)
      #expect((names.first?.element == nil) == (index > 0))
    }
  }

  @Test func noGroupOfRowsLeavesItsFirstRowAloneOnAPage() {
    for first in 20...34 {
      let document = typeset(grouped([first, 8, 12]))
      for frame in document.frames.dropFirst() {
        let texts = PageReading(frame).content.map(\.text)
        for group in 0..<3 where texts.contains("指标\(group)之0") {
          #expect(texts.contains("指标\(group)之1"), "\(first)")
        }
      }
    }
  }

  @Test func aLongTableOfTheFormStartsOnANewPageWhereLittleIsLeft() {
    for paragraphs in 10...18 {
      let blocks: [Block] = (0..<paragraphs).map { _ in SampleReport.paragraph("说明文字。") }
      var report = Report()
      report.parts = [
        SampleReport.section(
          "第一部分 表", blocks: blocks + [.table(SampleReport.expenditure(rows: 90))])
      ]
      var typesetter = ReportTypesetter(style: PageStyle(), shaper: FixedWidthShaper())
      let pages = typesetter.typeset(report).frames.map { PageReading($0) }
      let page = pages.first { $0.content.contains { $0.text.contains(",203.58") } }
      let rows = Set(page?.content.filter { $0.text.contains(",203.58") }.map(\.origin.y) ?? [])
      #expect(rows.count > 8, "\(paragraphs)")
    }
  }

  @Test func theTitleOfATableOrChartIsNeverLeftBehindOnAPage() {
    var small = Table(kind: .performance)
    small.title = "绩效目标表"
    small.rows = (0..<12).map { SampleReport.row(["指标\($0)", "完成"]) }
    for above in 0..<24 {
      let filling = (0..<above).map { _ in SampleReport.paragraph("说明文字。") }
      var report = Report()
      report.parts = [
        SampleReport.section("第一部分 表", blocks: filling + [.table(small)] + SampleReport.figures)
      ]
      var typesetter = ReportTypesetter(style: PageStyle(), shaper: FixedWidthShaper())
      for frame in typesetter.typeset(report).frames {
        let texts = PageReading(frame).content.map(\.text)
        #expect(texts.contains("绩效目标表") == texts.contains("指标0"), "\(above)")
      }
    }
  }

  @Test func notesStandClearOfTheRule() throws {
    var table = SampleReport.expenditure(rows: 3)
    table.notes = [Paragraph("注：本表反映本年度各项支出情况。")]
    let frame = typeset(table).frames[1]
    let note = try #require(PageReading(frame).content.first { $0.text.hasPrefix("注：") })
    let lowest = frame.items.compactMap { item -> Double? in
      guard case .rule(let from, let to, _, _) = item, from.y == to.y else { return nil }
      return from.y
    }.max()
    let top = note.origin.y - 0.88 * note.run.size
    #expect(top - (try #require(lowest)) > note.run.size * 0.5)
  }

  @Test func aFormThatPrintsItsHeadInTheMiddleGetsNoSecondOne() {
    var table = Table(
      kind: .performance, columns: ["一级指标", "二级指标", "指标值", "得分"].map { Column(path: [$0]) })
    table.rows = [
      SampleReport.row(["项目名称", "档案修复", "", ""]),
      SampleReport.row(["一级指标", "二级指标", "指标值", "得分"]),
      SampleReport.row(["产出指标", "数量指标", "≥10卷", "10"]),
    ]
    let pieces = PageReading(typeset(table).frames[1]).pieces
    #expect(pieces.count { $0.text == "二级指标" } == 1)
  }

  @Test func aLongTextTakesTheEmptyCellsBesideItWhereMergedOnesWereLost() {
    var table = Table(kind: .performance)
    let goal = "全年完成馆藏档案修复一千二百卷，数字化加工三十万页，并按月对外开放查阅。"
    table.rows = [
      SampleReport.row(["年度目标", "", "", "", goal]),
      SampleReport.row(["一级指标", "二级指标", "指标值", "完成值", "得分"]),
      SampleReport.row(["产出指标", "数量指标", "≥10卷", "12卷", "10"]),
    ]
    let page = PageReading(typeset(table).frames[1])
    let lines = page.content.filter { !$0.text.isEmpty && goal.contains($0.text) }
    #expect(Set(lines.map(\.origin.y)).count <= 2)
  }

  // MARK: - Wide tables

  private func wide(_ columns: Int) -> Table {
    var table = Table(
      kind: .financial,
      columns: [Column(path: ["科目代码"]), Column(path: ["科目名称"])]
        + (1...columns).map { Column(path: ["第\(($0 - 1) / 4)组", "第\($0)项"]) })
    table.rows = (0..<6).map { row in
      SampleReport.row(["20\(row)", "支出科目\(row)"] + (1...columns).map { "\($0),\(row)23.45" })
    }
    return table
  }

  @Test func aTableTooWideForThePageIsTurned() {
    let frame = typeset(wide(9)).frames[1]
    #expect(frame.width > frame.height)
    let sizes = Set(PageReading(frame).content.map(\.run.size))
    #expect(sizes.contains(10.5))
  }

  @Test func aTableTooWideForATurnedPageIsSetInSmallerType() {
    let frame = typeset(wide(15)).frames[1]
    let sizes = Set(PageReading(frame).content.filter { $0.text.hasSuffix("3.45") }.map(\.run.size))
    #expect(sizes.allSatisfy { $0 < 10.5 && $0 >= 7.5 }, "\(sizes)")
  }

  @Test func aTableTooWideForSmallTypeIsCutIntoColumnsWithItsLabelsRepeated() {
    let document = typeset(wide(40))
    let pages = document.frames.dropFirst().flatMap { PageReading($0).pieces }
    let labels = pages.filter { $0.text == "支出科目3" }
    #expect(labels.count >= 2)
    #expect(labels.filter { $0.element != nil }.count == 1)
  }

  @Test func thePiecesOfATableCutByColumnsAreAboutAsWide() {
    for columns in 24...44 {
      let need = ColumnSolver.Need(comfortable: 60, least: 50, most: 60)
      let plan = TablePlan(
        needs: ColumnSolver(Array(repeating: need, count: columns), spans: []), padding: 6,
        portrait: 440, landscape: 640, smallest: 0.7, labels: 2)
      let counts = plan.pieces.map { $0.columns.count - 2 }
      #expect(counts.reduce(0, +) == columns - 2)
      #expect(
        counts.count > 1 && (counts.max() ?? 0) - (counts.last ?? 0) < counts.count, "\(counts)")
    }
  }

  @Test func codesAreCodesOverARowOfColumnNumbersToo() throws {
    var table = Table(kind: .financial)
    table.head = [
      SampleReport.row(["科目编码", "科目名称", "金额"]).cells, SampleReport.row(["1", "2", "3"]).cells,
    ]
    table.rows = [
      SampleReport.row(["201", "一般公共服务支出", "8.00"]),
      SampleReport.row(["2010301", "行政运行", "8.00"]),
    ]
    let content = PageReading(typeset(table).frames[1]).content
    let codes = ["201", "2010301"].compactMap { code in content.first { $0.text == code } }
    #expect(codes.count == 2)
    #expect(Set(codes.map(\.origin.x)).count == 1)
  }

  @Test func theSameReportGivesTheSamePagesWithOneThreadOrSeveral() {
    var report = Report()
    let tables = (20..<40).map { Block.table(SampleReport.expenditure(rows: $0)) }
    report.parts = [SampleReport.section("第一部分 表", blocks: tables)]
    let pages = [false, true].map { isParallel in
      var typesetter = ReportTypesetter(
        style: PageStyle(), shaper: FixedWidthShaper(), threads: Threads(isParallel: isParallel))
      return FrameDump(typesetter.typeset(report)).description
    }
    #expect(pages[0] == pages[1])
  }

  // MARK: - Neighbours

  private func neighbours(_ blocks: [Block]) -> [Frame] {
    var report = Report()
    report.parts = [SampleReport.section("第一部分 表", blocks: blocks)]
    var typesetter = ReportTypesetter(style: PageStyle(), shaper: FixedWidthShaper())
    return typesetter.typeset(report).frames
  }

  @Test func aShortLineBeforeATableIsNotLeftBehind() {
    var table = SampleReport.expenditure(rows: 6)
    table.title = "支出决算表"
    for above in 0..<24 {
      let filling = (0..<above).map { _ in SampleReport.paragraph("说明文字。") }
      let frames = neighbours(filling + [SampleReport.paragraph("表十二"), .table(table)])
      for frame in frames {
        let texts = PageReading(frame).content.map(\.text)
        #expect(texts.contains("表十二") == texts.contains("支出决算表"), "\(above)")
      }
    }
  }

  @Test func aParagraphBetweenTwoLandscapeTablesStandsUnderTheFirst() {
    let note = SampleReport.paragraph("本部门没有国有资本经营预算收入和支出，故下表没有数据。")
    let frames = neighbours([.table(wide(9)), note, .table(wide(9))])
    #expect(frames.dropFirst().allSatisfy { $0.width > $0.height })
    #expect(PageReading(frames[1]).content.contains { $0.text.contains("故下表") })
  }

  @Test func textBehindALandscapeTableThatGoesOnStandsUpright() {
    let text = SampleReport.paragraph("本部门本年度支出的具体情况逐项说明。")
    let frames = neighbours([.table(wide(9))] + Array(repeating: text, count: 30))
    #expect(frames.count { $0.width > $0.height } == 1)
  }

  // MARK: - Odd tables

  @Test func spansThatOverlapOrLeaveTheTableLoseNoText() {
    var table = Table(kind: .generic)
    table.rows = [
      Row([Cell("甲", column: 0, columnSpan: 9, rowSpan: 99), Cell("乙", column: 3)]),
      Row([Cell("丙", column: -4), Cell("丁", column: 0), Cell("戊", column: 0)]),
      Row([]),
      Row([Cell("己", column: 100_000, columnSpan: Int.max, rowSpan: Int.max)]),
    ]
    let grid = TableGrid(table)
    let texts = grid.rows.joined().map(\.text.string).joined()
    for text in ["甲", "乙", "丙", "丁", "戊", "己"] { #expect(texts.contains(text), "\(text)") }
    #expect(grid.columnCount <= TableGrid.columnLimit)
  }

  @Test func aHeadIsMadeFromTheColumnsWhereNoneIsPrinted() {
    let table = Table(
      columns: [
        Column(path: ["科目"]), Column(path: ["支出", "小计"]), Column(path: ["支出", "基本"]),
      ])
    let head = TableGrid(table).head
    #expect(head.map { $0.map(\.text.string) } == [["科目", "支出"], ["小计", "基本"]])
    #expect(head[0][0].rowSpan == 2)
    #expect(head[0][1].columnSpan == 2)
  }

  @Test func anEmptyTableKeepsItsHeadAndItsNote() {
    var table = Table(kind: .financial, columns: [Column(path: ["科目"]), Column(path: ["金额"])])
    table.title = "国有资本经营预算财政拨款支出决算表"
    table.notes = [Paragraph("注：本年没有此项支出。")]
    let document = typeset(table)
    #expect(document.elements.contains { $0.role == .tableHeader })
  }

  @Test func cellsUnderAHeadOfTwoRowsNameTheirHeads() throws {
    let document = typeset(SampleReport.summary)
    let cell = try #require(
      PageReading(document.frames[1]).content.first { $0.text == "1,203.58" }?.element)
    let heads = document.elements[cell].headers.compactMap { element in
      PageReading(document.frames[1]).content.first { $0.element == element }?.text
    }
    #expect(heads == ["收入", "金额", "一、一般公共预算财政拨款收入"])
  }

  @Test func separatorsAreAddedOrDroppedOnlyIfTheStyleSaysSo() {
    var table = Table(kind: .financial, columns: [Column(path: ["项目"]), Column(path: ["金额"])])
    table.rows = [["甲", "1203.58"], ["乙", "12,345.60"]].map(SampleReport.row)
    var style = PageStyle()
    var texts: [[String]] = []
    for grouping in PageStyle.Grouping.allCases {
      style.grouping = grouping
      var report = Report()
      report.parts = [SampleReport.section("第一部分 表", blocks: [.table(table)])]
      var typesetter = ReportTypesetter(style: style, shaper: FixedWidthShaper())
      let page = PageReading(typesetter.typeset(report).frames[1])
      texts.append(page.content.map(\.text).filter { $0.contains(".") })
    }
    #expect(
      texts == [["1203.58", "12,345.60"], ["1,203.58", "12,345.60"], ["1203.58", "12345.60"]])
  }

  // MARK: - Columns

  @Test func widthsFillTheLineAndGiveEveryColumnWhatItNeeds() {
    let needs = [(30.0, 20.0, 60.0), (50, 50, 50), (40, 20, 400)].map {
      ColumnSolver.Need(comfortable: $0.0, least: $0.1, most: $0.2)
    }
    let solver = ColumnSolver(needs, spans: [.init(columns: 0..<2, need: needs[2])])
    for total in [125.0, 200, 300, 800] {
      let widths = solver.widths(total)
      #expect(abs(widths.reduce(0, +) - total) < 0.01)
      for (width, need) in zip(widths, solver.columns) { #expect(width >= need.least - 0.01) }
    }
  }

  @Test func aShortColumnThatLacksLittleForOneLineTakesItFromTheLongest() {
    let needs = [(20.0, 40.0), (40, 80), (60, 700)].map {
      ColumnSolver.Need(comfortable: $0.0, least: $0.0, most: $0.1)
    }
    let widths = ColumnSolver(needs, spans: []).widths(480)
    #expect(widths[0] >= 40 && widths[1] >= 80, "\(widths)")
    #expect(abs(widths.reduce(0, +) - 480) < 0.01)
    // The long column still needs two lines, as it did before.
    #expect(700 / widths[2] <= 2)
  }
}
