import FiscalModel
import FiscalText
import TestSupport
import Testing
import Typography

@testable import ReportLayout

@Suite struct ChartTests {
  private func faults(_ kind: Figure.Kind, _ values: [[Int64]]) -> [String] {
    var figure = Figure(kind: kind, mark: "{{图}}", caption: "图1 进度")
    figure.labels = (values.first ?? []).indices.map { "\($0 + 1)季度末" }
    figure.series = values.enumerated().map { index, numbers in
      .init(
        name: "第\(index)年",
        values: numbers.map { PrintedNumber(mantissa: $0, decimals: 2, isGrouped: true) })
    }
    var report = Report()
    report.parts = [SampleReport.section("第一部分 图", blocks: [.figure(figure)])]
    var typesetter = ReportTypesetter(style: PageStyle(), shaper: FixedWidthShaper())
    let document = typesetter.typeset(report)
    let printed = document.frames.flatMap { PageReading($0).content }.map(\.text)
    for value in figure.series.flatMap(\.values) {
      let text = value?.text(grouped: true) ?? ""
      #expect(printed.contains { $0.contains(text) }, "\(text)")
    }
    return FrameAudit(document, style: PageStyle()).faults.map(\.description)
  }

  @Test(arguments: [
    [[396_420, 924_865, 1_541_380, 2_201_934]],
    [[2_201_934, 1_541_380, 924_865, 396_420]],
    [[100_000, 2_000_000, 100_000, 2_000_000]],
    [[110_000, 225_000, 360_000, 510_000], [100_000, 220_000, 350_000, 500_000]],
  ])
  func valuesStandBesideTheLinesAndNotOnThem(_ values: [[Int64]]) {
    #expect(faults(.line, values) == [])
  }

  @Test(arguments: [
    [[16_492, 1_248, 1_902_691, 23_935, 21_500, 6_000, 30_503, 12_600]],
    [[500, 3_600, 3_300, 450], [486, 3_586, 3_045, 318]],
    [[-1_200, 3_600, -50], [1_000, -2_000, 0]],
  ])
  func valuesStandBesideTheBarsAndNotOnThem(_ values: [[Int64]]) {
    #expect(faults(values.count > 1 ? .groupedBar : .bar, values) == [])
  }

  @Test func partsTooSmallForTheirShareAreStillNamed() {
    #expect(faults(.pie, [[2_192_769, 48_620, 15_260, 3_695, 1]]) == [])
  }

  @Test func aChartIsMadeLowerWhereItThenFitsOnThePage() {
    // With its usual height the chart goes to the next page from fourteen lines of text on.
    let pages = (9...15).map { lines -> Int in
      var figure = Figure(kind: .bar, mark: "{{图}}", caption: "图1 支出")
      figure.labels = ["一季度", "二季度"]
      figure.series = [
        .init(name: "支出", values: [100, 200].map { PrintedNumber(mantissa: $0, decimals: 2) })
      ]
      let text = String(repeating: "甲", count: lines * 28 - 2)
      var report = Report()
      report.parts = [
        SampleReport.section("一、支出", blocks: [SampleReport.paragraph(text), .figure(figure)])
      ]
      var style = PageStyle()
      style.contentsDepth = 0
      var typesetter = ReportTypesetter(style: style, shaper: FixedWidthShaper())
      let document = typesetter.typeset(report)
      #expect(FrameAudit(document, style: style).faults.isEmpty)
      return document.frames.count
    }
    #expect(pages == [1, 1, 1, 1, 1, 1, 2])
  }
}
