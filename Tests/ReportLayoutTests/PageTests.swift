import FiscalModel
import FiscalText
import TestSupport
import Testing
import Typography

@testable import ReportLayout

@Suite struct PageTests {
  private func typeset(_ report: Report, _ style: PageStyle = PageStyle()) -> PagedDocument {
    var typesetter = ReportTypesetter(style: style, shaper: FixedWidthShaper())
    return typesetter.typeset(report)
  }

  private func isHeading(_ role: StructureElement.Role) -> Bool {
    [.h1, .h2, .h3, .h4].contains(role)
  }

  @Test func noHeadingStandsLastOnAPage() {
    for items in 1...8 {
      let document = typeset(SampleReport.make(items: items, performanceTables: 0))
      for frame in document.frames {
        guard let last = PageReading(frame).content.last?.element else { continue }
        #expect(!isHeading(document.elements[last].role))
      }
    }
  }

  @Test func noFirstOrLastLineOfAParagraphStandsAloneOnAPage() {
    for items in 1...6 {
      let document = typeset(SampleReport.make(items: items, performanceTables: 0))
      var lines: [Int: [Int]] = [:]
      for frame in document.frames {
        var baselines: [Int: Set<Double>] = [:]
        for piece in PageReading(frame).content {
          if let element = piece.element, document.elements[element].role == .paragraph {
            baselines[element, default: []].insert(piece.origin.y)
          }
        }
        for (element, set) in baselines { lines[element, default: []].append(set.count) }
      }
      for counts in lines.values where counts.count > 1 {
        #expect(counts.allSatisfy { $0 >= 2 }, "\(counts)")
      }
    }
  }

  @Test func runningTextStandsOnTheGrid() {
    let style = PageStyle()
    let document = typeset(SampleReport.make())
    let first = style.topMargin + style.body.size / 2 + 0.38 * style.body.size
    var checked = 0
    for frame in document.frames where frame.label != nil && frame.width < frame.height {
      let reading = PageReading(frame)
      guard !frame.items.contains(where: { if case .rule = $0 { true } else { false } }) else {
        continue
      }
      for piece in reading.content where piece.run.size == style.body.size {
        let lines = (piece.origin.y - first) / style.linePitch
        let nearest = Double(Int(lines + 0.5))
        #expect(abs(lines - nearest) < 0.001, "\(piece.text)")
        checked += 1
      }
    }
    #expect(checked > 100)
  }

  // MARK: - Numbers

  private func pageNumber(_ frame: Frame) -> PageReading.Piece? {
    PageReading(frame).artifacts.first { $0.text.hasPrefix("—") }
  }

  @Test func pageNumbersStandInTheOuterCornersOneCharacterIn() throws {
    let style = PageStyle()
    let document = typeset(SampleReport.make())
    for frame in document.frames where frame.width < frame.height {
      guard let label = frame.label, let number = Int(label) else { continue }
      let piece = try #require(pageNumber(frame))
      #expect(piece.text == "— \(number) —")
      #expect(piece.run.size == 14)
      let below = piece.origin.y - 0.88 * 14 - (frame.height - style.bottomMargin)
      #expect(abs(below - 7 * TypeSize.millimetre) < 0.01)
      if number % 2 == 1 {
        let right = style.innerMargin + style.textWidth
        #expect(abs(right - 14 - (piece.origin.x + piece.run.width)) < 0.01)
      } else {
        #expect(abs(piece.origin.x - style.outerMargin - 14) < 0.01)
      }
    }
  }

  @Test func landscapePagesKeepTheNumbersPlaceOnTheSheet() throws {
    var report = Report()
    let wide = (1...14).map { Column(path: ["第\($0)栏金额"]) }
    var table = Table(kind: .financial, columns: wide)
    table.rows = (1...60).map { _ in
      SampleReport.row((1...14).map { _ in "1,234,567.89" })
    }
    report.parts = [SampleReport.section("第一部分 表", blocks: [.table(table)])]
    let document = typeset(report)
    let landscape = document.frames.filter { $0.width > $0.height }
    #expect(landscape.count >= 2)
    for frame in landscape {
      let number = try #require(frame.label.flatMap { Int($0) })
      let piece = try #require(pageNumber(frame))
      #expect(piece.origin.x + piece.run.width < PageStyle().bottomMargin)
      // Left at the bottom on odd pages, left at the top on even ones.
      #expect((piece.origin.y > frame.height / 2) == (number % 2 == 1))
    }
  }

  @Test func aPartStartsOnAnOddPageAndBlankPagesHaveNoNumber() throws {
    var style = PageStyle()
    style.partStart = .oddPage
    let document = typeset(SampleReport.make(), style)
    var blanks = 0
    for (index, frame) in document.frames.enumerated() {
      let reading = PageReading(frame)
      if reading.pieces.isEmpty {
        #expect(frame.label == nil)
        blanks += 1
      }
      let starts = reading.content.contains {
        document.elements[$0.element ?? 0].role == .h1
      }
      if starts { #expect(index % 2 == 0) }
    }
    #expect(blanks > 0)
  }

  // MARK: - Contents list, bookmarks, tags

  @Test func theContentsListLinksToTheRightPages() throws {
    let document = typeset(SampleReport.make())
    var links = 0
    for frame in document.frames {
      for item in frame.items {
        guard case .link(_, _, _, _, let anchor, let element) = item else { continue }
        let text = PageReading(frame).content.filter { $0.element == element }.map(\.text)
        let target = document.frames[document.anchors[anchor].page]
        #expect(text.last == target.label)
        let title = text.dropLast().joined()
        let heading = PageReading(target).content.filter {
          isHeading(document.elements[$0.element ?? 0].role)
        }.map(\.text).joined()
        #expect(heading.contains(title), "\(title)")
        links += 1
      }
    }
    #expect(links == 8)
  }

  @Test func noFewEntriesOfTheContentsAreLeftForAPageOfTheirOwn() {
    for count in 16...22 {
      var report = Report()
      report.parts = [
        SampleReport.section(
          "第一部分 说明",
          sections: (0..<count).map { SampleReport.section("\($0)、情况说明", blocks: []) })
      ]
      let document = typeset(report)
      let pages = document.frames.filter { $0.label == "I" || $0.label == "II" }
      let last = PageReading(pages[pages.count - 1]).content.filter { $0.text.contains("情况说明") }
      #expect(pages.count == 1 || last.count > 2, "\(count)")
      #expect(FrameAudit(document, style: PageStyle()).faults.isEmpty)
    }
  }

  @Test func anEntryOfTheReportsOwnListFindsItsHeadingWithoutTheNumber() {
    var report = Report()
    report.contents = ContentsList(
      heading: "目录",
      entries: [.init(title: "一、部门职责"), .init(title: "4．机构"), .init(title: "二、别的事项")])
    report.parts = ["部门职责", "机构"].map {
      SampleReport.section($0, blocks: [SampleReport.paragraph("略。")])
    }
    let links = typeset(report).elements.filter { $0.role == .link }
    #expect(links.count == 2)
  }

  @Test func anEntryOfTheReportsOwnListFindsAHeadingWithTheNameOfTheBody() {
    var report = Report()
    report.contents = ContentsList(
      heading: "目录",
      entries: [.init(title: "一、部门主要职能"), .init(title: "二、部门机构设置"), .init(title: "三、附件")])
    report.parts = ["云汀市档案馆主要职能", "云汀市档案馆机构设置", "其他"].map {
      SampleReport.section($0, blocks: [SampleReport.paragraph("略。")])
    }
    let links = typeset(report).elements.filter { $0.role == .link }
    #expect(links.count == 2)
  }

  @Test func aNameBrokenOverTwoLinesOfTheCoverIsMadeWhole() {
    var report = Report()
    report.entity = "云汀市规划和自然资源局"
    report.cover = ["云汀市规划和自然", "资源局", "2024年度部门决算"].map(SampleReport.paragraph)
    report.parts = [SampleReport.section("一、职责", blocks: [SampleReport.paragraph("略。")])]
    let cover = PageReading(typeset(report).frames[0]).content.map(\.text)
    #expect(cover == ["云汀市规划和自然资源局", "2024年度部门决算"])
  }

  @Test func theReportsOwnContentsListIsPrintedAsItIs() {
    var report = SampleReport.make()
    report.contents = ContentsList(
      heading: "目  录",
      entries: [
        .init(title: "第二部分  2024年度部门决算情况说明", page: 99), .init(title: "附件：没有的标题"),
      ])
    let document = typeset(report)
    let page = PageReading(document.frames[1])
    #expect(page.content.map(\.text).joined().contains("附件：没有的标题"))
    #expect(!page.content.map(\.text).contains("99"))
    #expect(page.content.map(\.text).contains("2"))
  }

  @Test func bookmarksHoldHeadingsAndTables() {
    let document = typeset(SampleReport.make())
    #expect(document.bookmarks.first?.title == "第一部分 部门概况")
    #expect(document.bookmarks.contains { $0.title == "收入支出决算总表" && $0.level == 1 })
    var previous = -1
    for bookmark in document.bookmarks {
      #expect(bookmark.level <= previous + 1)
      previous = bookmark.level
    }
  }

  @Test func headingLevelsDoNotSkip() {
    var previous = 0
    for element in typeset(SampleReport.make()).elements where isHeading(element.role) {
      let level = Int(element.role.rawValue.dropFirst()) ?? 0
      #expect(level <= previous + 1)
      previous = level
    }
  }

  @Test func numberedItemsAreListsWithLabels() {
    var report = Report()
    let texts: [TracedText] = ["1.第一项内容。", "2.第二项内容。"]
    var section = SampleReport.section("第一部分 说明")
    section.blocks = texts.map {
      .paragraph(Paragraph($0, number: HeadingNumber.scan($0.utf8)))
    }
    report.parts = [section]
    let document = typeset(report)
    #expect(document.elements.filter { $0.role == .list }.count == 1)
    #expect(document.elements.filter { $0.role == .listItem }.count == 2)
    let labels = PageReading(document.frames[1]).content.filter {
      document.elements[$0.element ?? 0].role == .label
    }
    #expect(labels.map(\.text) == ["1.", "2."])
  }

  @Test func hangingNumbersIndentTheLinesBehindThem() {
    var style = PageStyle()
    style.hangsNumbers = true
    let text = TracedText("1." + String(repeating: "字", count: 60))
    var section = SampleReport.section("第一部分 说明")
    section.blocks = [.paragraph(Paragraph(text, number: HeadingNumber.scan(text.utf8)))]
    var report = Report()
    report.parts = [section]
    let pieces = PageReading(typeset(report, style).frames[1]).content.dropFirst()
    let body = pieces.filter { $0.text.hasPrefix("字") }.map(\.origin.x)
    #expect(body.count == 3)
    #expect(body.allSatisfy { abs($0 - (body.first ?? 0)) < 5 }, "\(body)")
  }

  @Test func figuresHaveAlternativeTextFromTheirData() {
    let figures = typeset(SampleReport.make()).elements.filter { $0.role == .figure }
    #expect(
      figures.first?.alternative
        == "图1 收入、支出决算总计变动情况（柱形图）。"
        + "2023年：收入总计为1,123.45万元，支出总计为1,100.12万元。"
        + "2024年：收入总计为1,234.56万元，支出总计为1,219.87万元。")
    #expect(figures[2].alternative?.hasSuffix("；其中最多的是文化旅游体育与传媒支出。") == true)
    #expect(figures[4].alternative?.hasSuffix("；总体上升。") == true)
    #expect(figures.allSatisfy { $0.alternative?.isEmpty == false })
  }

  // MARK: - Missing characters

  @Test func aCharacterWithoutAGlyphIsReportedWithItsPlace() throws {
    var report = SampleReport.make(items: 1, performanceTables: 0)
    let text = TracedText("主任  张𠮷同志", place: .text(source: 0, offset: 100))
    report.parts[0].blocks = [.paragraph(Paragraph(text))]
    var typesetter = ReportTypesetter(
      style: PageStyle(), shaper: FixedWidthShaper(uncovered: [0x20BB7]))
    let document = typesetter.typeset(report)
    let missing = try #require(typesetter.missing.first)
    #expect(typesetter.missing.count == 1)
    #expect(missing.character == "𠮷")
    #expect(missing.text.string(missing.range) == "𠮷")
    #expect(missing.text.places(missing.range).first?.place == .text(source: 0, offset: 111))
    #expect(FrameAudit(document, style: PageStyle()).faults.isEmpty)
  }

  @Test func aCharacterWithoutAGlyphInAChartIsReported() {
    var figure = Figure(kind: .bar, mark: "{{图}}")
    figure.labels = ["𠮷"]
    figure.series = [.init(name: "数", values: [PrintedNumber(mantissa: 5)])]
    var report = Report()
    report.parts = [SampleReport.section("第一部分 图", blocks: [.figure(figure)])]
    var typesetter = ReportTypesetter(
      style: PageStyle(), shaper: FixedWidthShaper(uncovered: [0x20BB7]))
    _ = typesetter.typeset(report)
    #expect(typesetter.missing.first?.character == "𠮷")
  }

  // MARK: - Odd input

  @Test func anEmptyReportHasNoPagesAndDoesNotCrash() {
    #expect(typeset(Report()).frames.isEmpty)
  }

  @Test func oddReportsAreSetWithoutFaults() {
    var nest = SampleReport.section("1.深", blocks: [SampleReport.paragraph("正文")])
    for _ in 0..<60 { nest = SampleReport.section("（一）层", sections: [nest]) }
    let endless = String(repeating: "A", count: 5000)
    var report = Report()
    report.cover = [.paragraph(Paragraph("")), .paragraph(Paragraph("\u{200B}\u{3000}"))]
    report.parts = [
      nest,
      SampleReport.section(
        "第一部分 " + String(repeating: "很长的标题", count: 200),
        blocks: [
          SampleReport.paragraph(endless), SampleReport.paragraph(""),
          SampleReport.paragraph("\n\n一\n\n\n二\r\n三\t四\u{0}五"), .table(Table()),
          .figure(Figure(kind: .pie, mark: "")),
        ]),
    ]
    let document = typeset(report)
    #expect(FrameAudit(document, style: PageStyle()).faults.map(\.description) == [])
    #expect(
      PrintedText.content(document)
        == PrintedText.source(report).map {
          $0.filter { $0 != "\u{0}" }
        })
  }
}
