import FiscalModel
import FiscalText
import Testing

@testable import ReportReaders

/// Tables of web pages that lost their markup: bars part the cells, and lines need not be rows.
@Suite("Tables with bars")
struct BarredCellsTests {
  private func tables(_ text: String) -> [Table] {
    let source = SourceText(path: "文件", bytes: [UInt8](text.utf8))
    return Assembler.report(
      of: TextReader.blocks(of: source, source: 0), sources: [ReportSource(path: "文件")]
    ).tables
  }

  private func rows(_ text: String) -> [[String]] {
    tables(text).first.map { table in
      table.rows.map { $0.cells.map(\.text.string) }
    } ?? []
  }

  private let expected = [
    ["合计", "8.40", "7.10"], ["公务接待费", "2.40", "1.10"], ["公务用车运行费", "6.00", "6.00"],
  ]

  @Test("A cell a line, each behind it a bar")
  func cellsOfALine() {
    let cells = ["项目", "预算数", "决算数"] + expected.joined()
    #expect(
      rows("“三公”经费支出决算表\n单位：万元\n" + cells.map { "\($0) |\n" }.joined() + "二、情况说明\n")
        == expected)
  }

  @Test("A cell a line with bars of their own, which rows begin and end with")
  func barsOfALine() {
    let lines = ([["项目", "预算数", "决算数"]] + expected).map { row in
      "|\n" + row.map { "\($0)\n|\n" }.joined()
    }
    let text = "“三公”经费支出决算表\n单位：万元\n" + lines.joined() + "二、情况说明\n"
    #expect(rows(text) == expected)
    #expect(tables(text).first?.columns.count == 3)
  }

  @Test("An empty cell keeps its place, and one of several lines is one")
  func emptyCells() {
    let text = """
      “三公”经费支出决算表
      单位：万元
      项目
      |
      预算数
      |
      全年
      决算数
      |
      因公出国（境）费
      |
      |
      0
      |
      公务接待费
      |
      2.40
      |
      1.10
      |
      合计
      |
      2.40
      |
      1.10
      |
      二、情况说明
      """
    let table = tables(text).first
    #expect(table?.columns.map(\.path) == [["项目"], ["预算数"], ["全年决算数"]])
    #expect(table?.rows.first?.cells.map(\.column) == [0, 2])
    #expect(table?.rows.count == 3)
  }

  @Test("A row a line, and the sentence below is none")
  func rowsOfALine() {
    let text = """
      “三公”经费支出决算表 | |
      单位：万元 | |
      项目 | 预算数 | 决算数 |
      |||
      合计 | 8.40 | 7.10 |
      公务接待费 | 2.40 | 1.10 |
      公务用车运行费 | 6.00 | 6.00 |
      说明：接待批次减少，车辆没有增加。 | |
      """
    #expect(rows(text) == expected)
    #expect(tables(text).first?.unit == .tenThousandYuan)
  }

  @Test("Where a cell spans rows or columns, what stands behind it is in no certain column")
  func spannedCells() {
    let text = """
      “三公”经费支出决算表 | ||
      单位：万元 | ||
      项目 | 预算数 | 决算数 | ||
      合计 | 其中：基金 | 合计 | 其中：基金 |
      合计 | 8.40 | 0.00 | 7.10 | 0.00 |
      公务接待费 | 2.40 | 0.00 | 1.10 | 0.00 |
      公务用车运行费 | 6.00 | 0.00 | 6.00 | 0.00 |
      """
    #expect(!tables(text).contains { $0.rows.contains { $0.cells.count == 5 && !$0.isUncertain } })
  }

  @Test("Bars without rows are text", arguments: ["首页 |\n新闻 |\n公开 |\n", "甲\n|\n乙\n|\n丙\n|\n"])
  func noTable(text: String) {
    #expect(tables("导航\n" + text + "正文在此。\n").isEmpty)
  }
}
