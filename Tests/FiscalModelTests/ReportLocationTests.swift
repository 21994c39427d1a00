import FiscalModel
import FiscalText
import Testing

@Suite struct ReportLocationTests {
  private func report() -> Report {
    let text = SourceText(path: "a.txt", bytes: [UInt8]("一、收入\n合计\n12.50万元\n".utf8))
    return Report(sources: [ReportSource(path: "a.txt", text: text)])
  }

  @Test func aRangeIsLocatedFromItsFirstToItsLastCharacter() {
    let text = TracedText("12.50", place: .text(source: 0, offset: 20))
    #expect(
      report().location(of: text)
        == .text(
          path: "a.txt", start: TextPosition(line: 3, column: 1),
          end: TextPosition(line: 3, column: 6)))
  }

  @Test func whatWasWorkedOutIsLocatedAtItsReference() {
    let text = TracedText("10,743.99万元", place: .span(source: 0, 13..<19))
    #expect(
      report().location(of: text, 0..<3)
        == .text(
          path: "a.txt", start: TextPosition(line: 2, column: 1),
          end: TextPosition(line: 2, column: 3)))
  }

  @Test func boxesOfOnePageAreJoined() {
    var text = TracedText(
      "收", place: .page(source: 0, number: 2, box: Box(x: 10, y: 20, width: 5, height: 5)))
    text.append(
      "入", place: .page(source: 0, number: 2, box: Box(x: 15, y: 20, width: 5, height: 6)))
    #expect(
      report().location(of: text)
        == .page(path: "a.txt", number: 2, box: Box(x: 10, y: 20, width: 10, height: 6)))
  }

  @Test func theDumpShowsSectionsRowsAndDoubt() {
    var report = report()
    var section = Section(heading: "一、收入", role: "narrative.revenue")
    var table = Table(columns: [Column(path: ["项目"]), Column(path: ["金额"], key: "金额")])
    table.rows = [Row([Cell("合计", column: 0), Cell("1.50", column: 1, isUncertain: true)])]
    section.blocks = [.paragraph(Paragraph("本年收入。")), .table(table)]
    report.parts = [section]
    let dump = ReportDump.text(report)
    #expect(dump.contains("# 一、收入 [narrative.revenue]\n  ¶ 本年收入。\n"))
    #expect(dump.contains("    columns 项目 | 金额=金额\n    合计 | 1.50?\n"))
  }

  @Test func `text that was taken from another report has no path`() {
    let report = Report()
    for place in [
      Place.text(source: 3, offset: 0), .paragraph(source: 0, number: 1),
      .cell(source: 9, sheet: "", reference: "A1"),
    ] {
      let location = report.location(of: TracedText("甲", place: place))
      #expect(location.path.isEmpty)
    }
  }
}
