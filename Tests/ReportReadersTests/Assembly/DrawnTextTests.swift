import FiscalModel
import FiscalText
import Testing

@testable import ReportReaders

/// Text in the order in which a PDF file draws it, as programs take it out.
@Suite("Text taken out of PDF files")
struct DrawnTextTests {
  private func line(_ text: String) -> RawBlock {
    .line(of: RawLine(TracedText(text, place: .none), extent: .printedLine))
  }

  private func report(_ lines: [String]) -> Report {
    Assembler.report(of: lines.map(line), sources: [ReportSource(path: "文件")])
  }

  private func dump(_ text: String) -> String {
    let source = SourceText(path: "文件", bytes: [UInt8](text.utf8))
    return ReportDump.text(
      Assembler.report(
        of: TextReader.blocks(of: source, source: 0), sources: [ReportSource(path: "文件")]))
  }

  @Test("A unit among the words of the head is that of the table")
  func unitInHead() throws {
    let read = report([
      "一、部门职责", "负责粮食储备和应急供应。", "二、部门决算表", "“三公”经费支出决算表", "公开部门：云汀市粮食局", "项目", "栏次",
      "单位：元", "预算数", "决算数", "1", "2", "公务接待费", "30000.00", "22100.00",
    ])
    let table = try #require(read.tables.first)
    #expect(table.unit == .yuan)
    #expect(table.rows.allSatisfy { !$0.cells.contains { $0.text.string.contains("单位") } })
  }

  @Test("Radicals and doubles of ideographs become the ideographs; all else stays")
  func radicals() {
    func resolved(_ text: String) -> String {
      String(decoding: CompatibilityForm.resolved([UInt8](text.utf8)), as: UTF8.self)
    }
    #expect(resolved("⾏政部⻔⼋⽉，⺠政“丙”") == "行政部门八月，民政“丙”")
    let plain = "一、行政运行１２（ａ）…“甲”"
    #expect(resolved(plain) == plain)
    #expect(resolved("") == "" && resolved("⼋") == "八")
  }

  @Test(
    "The unit and the number above the title of the next table are neither rows nor lost",
    arguments: [["单位：元", "表二"], ["单位：元", "表二："], ["单位：元", "部门公开表2"]])
  func captionAbove(caption: [String]) throws {
    let read = report(
      [
        "一、部门职责", "负责粮食储备和应急供应。", "二、部门预算表", "单位：元", "表一", "收支总表", "单位名称：云汀市粮食局", "收入 支出",
        "项目 预算数 项目 预算数",
      ]
        + ["一、一般公共预算拨款收入 150000.00 一、教育支出 150000.00", "收入总计 150000.00 支出总计 150000.00"]
        + caption
        + ["收入总表", "单位名称：云汀市粮食局", "科目编码 科目名称 合计", "合计 150000.00"]
        + ["205 教育支出 150000.00", "20502 普通教育 150000.00"])
    #expect(read.tables.map(\.title?.string) == ["收支总表", "收入总表"])
    #expect(read.tables.map(\.unit) == [.yuan, .yuan])
    let first = try #require(read.tables.first)
    #expect(first.rows.last?.cells.first?.text.string == "收入总计")
  }

  @Test("A heading that tells the unit of all tables is the title of none")
  func headingWithUnit() {
    let read = report(
      ["六、部门预算表（金额单位：元）", "单位：元", "表一", "收入总表", "单位名称：云汀市粮食局"]
        + ["科目编码 科目名称 合计", "合计 150000.00", "205 教育支出 150000.00"])
    #expect(read.tables.map(\.title?.string) == ["收入总表"])
    #expect(read.tables.map(\.unit) == [.yuan])
  }

  @Test("What is torn off a line at a mark goes on with the line behind it")
  func tornLines() {
    let full = "本部门负责辖区内社区建设、公共服务和综合治理，组织开展群众性文化活动并协调各方力量\n"
    let text =
      "一、部门职责\n" + String(repeating: full, count: 8) + "统筹安排各项工作。\n二、支出情况\n"
      + "1.“教育支出”（类）“普通教育”（款）\n“小学教育”\n（项）\n。2025年预算安排650.00万\n元，比上年增加15.00万元。\n"
    #expect(dump(text).contains("（款）“小学教育”（项）。2025年预算安排650.00万元，比上年增加15.00万元。"))
  }
}
