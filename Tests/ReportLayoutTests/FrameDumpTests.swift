import FiscalModel
import FiscalText
import TestSupport
import Testing

@testable import ReportLayout

/// A whole page as text: what moves on it shows here.
@Suite struct FrameDumpTests {
  @Test func aPageOfTheOfficialStyle() {
    var table = Table(kind: .financial, columns: [Column(path: ["项目"]), Column(path: ["金额"])])
    table.title = "收入表"
    table.unitLine = "单位：万元"
    table.rows = [SampleReport.row(["合计", "1,203.58"])]
    var section = SampleReport.section("一、收入情况")
    section.blocks = [
      SampleReport.paragraph("本年收入1,203.58万元，比上年增长5.2%，主要原因是档案库房改造项目进入结算阶段。"), .table(table),
    ]
    var report = Report()
    report.parts = [SampleReport.section("第一部分 说明", sections: [section])]
    var typesetter = ReportTypesetter(style: PageStyle(), shaper: FixedWidthShaper())
    var document = typesetter.typeset(report)
    document.frames.removeFirst()
    #expect(FrameDump(document).description == Self.expected)
  }

  private static let expected = """
    page 1 595.3×841.9 label 1
     H1 #3
      (228.4,121.1) 143 @22 第一部分 说明
     H2 #5
      (110.9,177.8) 94.5 @15.8 一、收入情况
     P #6
      (110.9,207.3) 409.5 @15.8 本年收入1,203.58万元，比上年增长5.2%，主要原因是档
      (79.4,236.9) 212.6 @15.8 案库房改造项目进入结算阶段。
     Caption #8
      (276.2,266.4) 47.3 @15.8 收入表
     P #9
      (467.9,293.9) 52.5 @10.5 单位：万元
     TH #12
      (143.4,311.6) 21 @10.5 项目
     TH #13
      (363.9,311.6) 21 @10.5 金额
     TD #16
      (143.4,331.3) 21 @10.5 合计
     TD #17
      (475.4,331.3) 42 @10.5 1,203.58
     artifact
      rule (79.4,297.8) (520.4,297.8) @0.8
      rule (79.4,317.5) (520.4,317.5) @0.5
      rule (79.4,337.1) (520.4,337.1) @0.8
      rule (79.4,297.8) (79.4,337.1) @0.8
      rule (228.4,297.8) (228.4,337.1) @0.5
      rule (520.4,297.8) (520.4,337.1) @0.8
     artifact
      (457.4,774.8) 49 @14 — 1 —

    """
}
