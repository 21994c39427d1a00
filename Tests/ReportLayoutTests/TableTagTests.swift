import FiscalModel
import FiscalText
import TestSupport
import Testing
import Typography

@testable import ReportLayout

/// The elements of tables, as assistive technology reads them.
@Suite struct TableTagTests {
  private func elements(_ table: Table) -> [StructureElement] {
    var report = Report()
    report.parts = [SampleReport.section("第一部分 表", blocks: [.table(table)])]
    var typesetter = ReportTypesetter(style: PageStyle(), shaper: FixedWidthShaper())
    let document = typesetter.typeset(report)
    #expect(FrameAudit(document, style: PageStyle()).faults.map(\.description) == [])
    #expect(PrintedText.content(document) == PrintedText.source(report))
    return document.elements
  }

  private func heads(_ elements: [StructureElement]) -> [StructureElement] {
    elements.filter { $0.role == .tableHeader }
  }

  @Test func aSheetWithoutAHeadIsReadByItsFirstColumn() {
    var table = Table(kind: .performance)
    table.rows = [["项目名称", "", "馆藏修复"], ["主管部门", "云汀市档案馆", ""]].map(SampleReport.row)
    #expect(heads(elements(table)).map(\.scope) == [.row, .row])
  }

  @Test func namesInTheFirstRowAreTheHeadOfAPlainTable() {
    var table = Table(kind: .generic)
    table.rows = [["序号", "单位", "人数"], ["1", "档案馆", "26"]].map(SampleReport.row)
    let elements = elements(table)
    #expect(elements.contains { $0.role == .tableHead })
    #expect(heads(elements).filter { $0.scope == .column }.count == 3)
  }

  @Test func noRowEndsInACellThatReachesDownIntoIt() {
    var table = Table(kind: .financial)
    table.head = [
      [Cell("项目", column: 0, columnSpan: 2), Cell("合计", column: 2, rowSpan: 2)],
      [Cell("科目代码", column: 0), Cell("科目名称", column: 1)],
    ]
    table.rows = (0..<6).map { SampleReport.row(["20\($0)", "支出\($0)", "\($0).50"]) }
    let elements = elements(table)
    let rows = elements.indices.filter { elements[$0].role == .tableRow }
    for row in rows {
      let width = elements.filter { $0.parent == row }.reduce(0) { $0 + $1.columnSpan }
      #expect(width == 3)
    }
  }

  @Test func aHeadWithoutRowsHasALineToFillIn() {
    var table = Table(kind: .financial)
    table.columns = ["科目代码", "科目名称", "合计"].map { Column(path: [$0]) }
    let elements = elements(table)
    #expect(elements.contains { $0.role == .tableBody })
    #expect(elements.filter { $0.role == .tableData }.count == 3)
  }
}
