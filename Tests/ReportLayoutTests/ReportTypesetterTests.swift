import FiscalModel
import FiscalText
import ReportLayout
import TestSupport
import Testing
import Typography

@Suite struct ReportTypesetterTests {
  private func typeset(_ report: Report, _ style: PageStyle = PageStyle()) -> PagedDocument {
    var typesetter = ReportTypesetter(style: style, shaper: FixedWidthShaper())
    return typesetter.typeset(report)
  }

  @Test func aWholeReportHasNoFaults() {
    let document = typeset(SampleReport.make())
    #expect(FrameAudit(document, style: PageStyle()).faults.map(\.description) == [])
    #expect(document.frames.count > 10)
  }
}
