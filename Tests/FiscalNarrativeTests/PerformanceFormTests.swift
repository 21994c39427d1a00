import FiscalModel
import FiscalStandards
import FiscalText
import Foundation
import Testing

@testable import FiscalNarrative

/// The words of performance sheets are data: a bureau's `performance.txt` adds its own.
struct PerformanceFormTests {
  private static let bureau = "[布局]\n名称：部门决算（云汀市）\n继承：final-accounts\n"

  private func form(_ words: String) throws -> PerformanceForm {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gongkai-\(UUID().uuidString)/云汀市")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in [("layout.txt", Self.bureau), ("performance.txt", words)] {
      try text.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    var library = try LayoutLibrary(path: root.appendingPathComponent("Layouts").path)
    let name = try library.add(folder: folder.path)
    return try PerformanceForm(library.layout(name))
  }

  private func table(_ rows: [[String]]) -> Table {
    var table = Table(kind: .performance)
    table.rows = rows.map { cells in
      Row(cells.enumerated().map { Cell(TracedText($1), column: $0) })
    }
    return table
  }

  @Test func `a bureau adds the heads of its own sheets`() throws {
    let table = table([
      ["项目名称", "柳浪修缮"],
      ["大类", "小类", "指标", "预定值", "办结值", "分数", "实得"],
      ["产出", "数量", "修缮间数", "12", "11", "60", "55"],
    ])
    #expect(PerformanceSheetReader.sheet(table, try form("")) == nil)
    let form = try form("[指标表头]\n指标值：预定值\n完成值：办结值\n分值：分数\n得分：实得\n名称：指标\n类别：小类\n")
    let sheet = try #require(PerformanceSheetReader.sheet(table, form))
    #expect(sheet.project?.string == "柳浪修缮")
    let indicator = try #require(sheet.indicators.first)
    #expect(indicator.name?.string == "修缮间数" && indicator.kind == "数量")
    #expect(indicator.weight?.number.description == "60")
    #expect(indicator.score?.number.description == "55")
  }

  @Test func `a wrong key is told with its place`() throws {
    let error = try #require(throws: LayoutError.self) { try form("[资金]\n余额：结余") }
    #expect("\(error)".contains("performance.txt:2:1：不认识的键“余额”"))
  }
}
