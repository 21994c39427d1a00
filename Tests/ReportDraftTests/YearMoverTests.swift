import Testing

@testable import ReportDraft

struct YearMoverTests {
  /// A text of 2023 brought to 2024.
  private func moved(_ text: String, _ place: YearMover.Place = .narrative) -> String {
    let mover = YearMover(year: 2023, distance: 1)
    var edits = TextEdits()
    for mention in mover.mentions(in: [UInt8](text.utf8), place) {
      if let text = mention.text { edits.add(mention.range, text) }
    }
    return String(decoding: edits.applied(to: [UInt8](text.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    ("2023年度收入总计，与2022年度相比", "2024年度收入总计，与2023年度相比"),
    ("截至2023年12月31日，共有车辆", "截至2024年12月31日，共有车辆"),
    ("二〇二三年预算", "二〇二四年预算"),
    ("2023年项目支出预算，比2022年预算增加", "2024年项目支出预算，比2023年预算增加"),
  ])
  func `the disclosure's own year and the one before move on`(text: String, expected: String) {
    #expect(moved(text) == expected)
  }

  @Test(arguments: [
    "根据《关于批复2023年部门预算的通知》", "2023年3月15日印发", "2021年建成",
    "实施2023年老旧小区改造工程", "2021-2023年规划", "12023年",
  ])
  func `years of names, documents, dates and periods stay`(text: String) {
    #expect(moved(text) == text)
  }

  @Test func `outside the narrative only what is said of budget and accounts moves`() {
    #expect(moved("纳入2023年部门预算编制范围", .other) == "纳入2024年部门预算编制范围")
    #expect(moved("2023年，我局组织了两次检查", .other) == "2023年，我局组织了两次检查")
    #expect(moved("2024年8月", .cover) == "2025年8月")
  }
}
