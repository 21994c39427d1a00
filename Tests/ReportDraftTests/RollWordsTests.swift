import FiscalStandards
import FiscalText
import Foundation
import Testing

@testable import ReportDraft

/// The words by which last year's text is rolled forward are data, and a bureau adds its own.
struct RollWordsTests {
  private static let layouts = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Layouts").path

  /// The words of all layouts and those of a text.
  private func words(_ text: String) throws -> RollWords {
    var words = try RollWords(try LayoutLibrary(path: Self.layouts).layout("final-accounts"))
    try words.read(
      DataFile(source: SourceText(path: "rolling.txt", bytes: [UInt8](text.utf8))))
    return words
  }

  @Test func `words of a bureau's own come behind those of all layouts`() throws {
    let own = try words(
      "[绩效]\n得分：考评分\n个数写法：{等次}等\n新增等次：{等次}等{个数}个\n[项目支出]\n资金 一般公共预算：basic\n")
    #expect(own.scores.first == [UInt8]("得分".utf8) && own.scores.last == [UInt8]("考评分".utf8))
    #expect(own.gradeCounts.last?.before == "" && own.gradeCounts.last?.after == "等")
    #expect(own.added("优", count: "2") == "优等2个")
    #expect(own.funds.last?.section == "narrative.basic" && own.funds.count == 3)
    #expect(try words("").added("优", count: "2") == "“优”的2个")
  }

  @Test(arguments: [
    ("[等次]\n得分：甲", 1, 2), ("[绩效]\n分数：甲", 2, 1), ("[绩效]\n得分：", 2, 1),
    ("[绩效]\n等次写法：“优” | 为{等次}", 2, 6), ("[绩效]\n新增等次：{等次}的", 2, 6),
    ("[项目支出]\n资金：general", 2, 1), ("[项目支出]\n全部：narrative.general", 2, 4),
  ])
  func `what is wrong is told with line and column`(text: String, line: Int, column: Int) {
    let error = #expect(throws: LayoutError.self) { try words(text) }
    #expect(error?.position == TextPosition(line: line, column: column), "\(error as Any)")
  }
}
