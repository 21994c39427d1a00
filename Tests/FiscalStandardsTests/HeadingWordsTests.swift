import FiscalModel
import FiscalStandards
import FiscalText
import Foundation
import Testing

/// The words by which headings are told are data: those of all layouts, and those that a bureau
/// adds.
struct HeadingWordsTests {
  private static let bureau = "[布局]\n名称：部门决算（云汀市）\n继承：final-accounts\n"

  /// Binds a report with a heading in the narrative to a layout of a bureau's own with `words`.
  private func role(of heading: String, words: String) throws -> String? {
    let layout = try layout(words)
    var report = Report()
    report.layout = layout.name
    var part = Section(heading: TracedText("第二部分 部门决算情况说明"))
    part.sections = [Section(heading: TracedText(heading))]
    report.parts = [part]
    ReportBinder(try library()).bind(&report, to: layout)
    return report.parts[0].sections[0].role
  }

  private func layout(_ words: String) throws -> Layout {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("gongkai-\(UUID().uuidString)/云汀市")
    defer { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in [("layout.txt", Self.bureau), ("headings.txt", words)] {
      try text.write(
        to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    var library = try library()
    let name = try library.add(folder: folder.path)
    return try library.layout(name)
  }

  @Test func `a heading that no form has is told by its one subject`() throws {
    #expect(try role(of: "八、“三公”经费及会议费、培训费使用情况", words: "") == "narrative.threePublic")
    #expect(try role(of: "八、三公经费和政府性基金使用情况", words: "") == nil)
  }

  @Test func `a bureau adds words of its own`() throws {
    let heading = "九、政府专户资金使用情况"
    #expect(try role(of: heading, words: "") == nil)
    let own = "[节 governmentFunds]\n主题：专户资金\n"
    #expect(try role(of: heading, words: own) == "narrative.governmentFunds")
    #expect(try role(of: "八、政府性基金收支表述", words: own) == "narrative.governmentFunds")
  }

  @Test func `a year of a bureau's own goes before that of all layouts`() throws {
    let words = try layout("[节 stateCapital]\n决算起：2023\n").headings.section("stateCapital")
    #expect(words?.firstYear == 2023)
    #expect(words?.firstYearOfHeading == 2021)
  }

  @Test(arguments: [
    ("[节 basic]\n主体：基本支出\n", "2:1：不认识的键“主体”，可用：主题、标题、标题有、正文有、前面不是、不要求、合写、决算起、单列起"),
    ("[小节 basic]\n", "1:2：不认识的节“[小节]”，可用：[说明文字]、[其他部分]、[节]"),
    ("[节 narrative.basic]\n", "1:4：只写代号的最后一段，例如 threePublic"),
    ("[节 basic]\n单列起：去年\n", "2:5：“去年”应当是整数"),
    ("[节 basic]\n主题：基本支出 | “”\n", "2:11：除了引号没有字"),
    ("[说明文字]\n主题：收支\n", "2:1：不认识的键“主题”，可用：标题"),
  ])
  func `what is wrong is told with line and column`(words: String, message: String) throws {
    let error = #expect(throws: LayoutError.self) { _ = try layout(words) }
    #expect(try #require(error).description.hasSuffix("headings.txt:\(message)"))
  }
}
