import FiscalModel
import TestSupport
import Testing
import Typography

@testable import ReportLayout

/// Each rule of CLREQ that is followed, as a page shows it.
@Suite struct ClreqTests {
  @Test(arguments: ClreqCase.all)
  func aRuleShowsOnThePage(_ example: ClreqCase) {
    func snapshot(_ change: (inout PageStyle) -> Void) -> [String] {
      LineSnapshot(
        example.text, columns: example.columns, isItem: example.isItem, space: example.space,
        change
      ).lines
    }
    #expect(snapshot(example.style) == example.lines)
    if let without = example.without {
      let plain = snapshot {
        example.style(&$0)
        without(&$0)
      }
      #expect(plain != example.lines, "the rule makes no difference")
    }
  }

  @Test func noTwoRulesHaveOneName() {
    #expect(Set(ClreqCase.all.map(\.rule)).count == ClreqCase.all.count)
  }

  // MARK: - Pages

  /// The first characters of the lines of each page, with the grid line that each stands on.
  private func pages(_ report: Report, lines: Int) -> [[String]] {
    var style = PageStyle()
    style.lineCharacters = 10
    style.contentsDepth = 0
    let height = Double(lines - 1) * style.linePitch + style.body.size
    style.bottomMargin = style.pageHeight - style.topMargin - height
    var typesetter = ReportTypesetter(style: style, shaper: FixedWidthShaper())
    let first = style.topMargin + style.body.size * 0.88
    return typesetter.typeset(report).frames.map { frame in
      PageReading(frame).content.map { piece in
        let line = (piece.origin.y - first) / style.linePitch
        return "\(Int(line + 0.5)) \(piece.text.prefix(3))"
      }
    }
  }

  private func report(_ heading: String, _ texts: [String]) -> Report {
    var report = Report()
    report.parts = [
      SampleReport.section(heading, blocks: texts.map(SampleReport.paragraph))
    ]
    return report
  }

  private func text(_ lines: Int) -> String {
    // Two characters less for the indent, and the last line is short.
    String((0..<(lines * 10 - 6)).map { index in Array("甲乙丙丁戊己庚辛壬癸")[index % 10] })
  }

  @Test func noLastLineOfAParagraphStandsAloneOnAPage() {
    // Two lines would fit below the first paragraph, and the third would stand alone.
    #expect(
      pages(report("一、收入", [text(3), text(3)]), lines: 6) == [
        ["0 一、收", "1 甲乙丙", "2 壬癸甲", "3 壬癸甲"], ["0 甲乙丙", "1 壬癸甲", "2 壬癸甲"],
      ])
    // Three lines would fit, and the fourth would stand alone.
    #expect(
      pages(report("一、收入", [text(2), text(4)]), lines: 6) == [
        ["0 一、收", "1 甲乙丙", "2 壬癸甲", "3 甲乙丙", "4 壬癸甲"], ["0 壬癸甲", "1 壬癸甲"],
      ])
  }

  @Test func noFirstLineOfAParagraphStandsAloneOnAPage() {
    #expect(
      pages(report("一、收入", [text(4), text(4)]), lines: 6) == [
        ["0 一、收", "1 甲乙丙", "2 壬癸甲", "3 壬癸甲", "4 壬癸甲"],
        ["0 甲乙丙", "1 壬癸甲", "2 壬癸甲", "3 壬癸甲"],
      ])
  }

  @Test func noHeadingStandsLastOnAPage() {
    var whole = Report()
    whole.parts = [
      SampleReport.section(
        "第一部分",
        sections: ["一、收入", "二、支出"].map {
          SampleReport.section($0, blocks: [SampleReport.paragraph(text(4))])
        })
    ]
    #expect(
      pages(whole, lines: 8) == [
        ["0 第一部", "2 一、收", "3 甲乙丙", "4 壬癸甲", "5 壬癸甲", "6 壬癸甲"],
        ["0 二、支", "1 甲乙丙", "2 壬癸甲", "3 壬癸甲", "4 壬癸甲"],
      ])
  }

  @Test func aPageOfTheOfficialStyleHolds22LinesOf28Characters() {
    var style = PageStyle()
    style.contentsDepth = 0
    var report = Report()
    let text = String(repeating: "甲", count: 28 * 30)
    report.parts = [SampleReport.section("一、收入", blocks: [SampleReport.paragraph(text)])]
    var typesetter = ReportTypesetter(style: style, shaper: FixedWidthShaper())
    let lines = PageReading(typesetter.typeset(report).frames[0]).content
    #expect(lines.count == 22)
    #expect(lines.dropFirst(2).allSatisfy { $0.run.glyphs.count == 28 })
    #expect(lines.dropFirst(2).allSatisfy { abs($0.run.width - 441) < 0.01 })
  }
}
