import TestSupport
import Testing
import Typography

@testable import ReportLayout

/// The meaning of titles and heads is not torn (GB/T 9704-2012, 7.3.1).
@Suite struct TitleBreakerTests {
  private func lines(_ text: String, _ width: Double) -> [String] {
    let paragraph = LineFixture(text).paragraph
    return LineBreaker.balancedLines(of: paragraph, width: width * 10).map { range in
      let start = paragraph.clusters[range.lowerBound].start
      let end =
        range.upperBound < paragraph.clusters.count
        ? paragraph.clusters[range.upperBound].start : paragraph.text.count
      return String(decoding: paragraph.text[start..<end], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("本年收入合计", 4.0, ["本年收入", "合计"]),
    ("上级补助收入", 4.5, ["上级补助", "收入"]),
    ("云汀市城市管理委员会办公室部门决算", 12, ["云汀市城市管理委员会", "办公室部门决算"]),
    ("公务用车购置及运行维护费", 7, ["公务用车购置", "及运行维护费"]),
  ])
  func aBreakStandsBetweenWords(_ title: String, _ width: Double, _ expected: [String]) {
    #expect(lines(title, width) == expected)
  }

  @Test func aLongTitleTakesALineMoreRatherThanThatAWordIsTorn() {
    let title = lines("2023年度云汀高新技术产业开发区工作委员会（云汀市湖滨镇委员会）基层建设办公室部门决算公开", 18)
    #expect(title.dropFirst().allSatisfy { !["员", "会", "术", "公"].contains($0.first) }, "\(title)")
  }

  @Test func linesStayAboutEquallyLongWhereNoWordEnds() {
    let counts = lines(String(repeating: "字", count: 15), 10).map(\.count)
    #expect(counts.sorted() == [7, 8])
  }

  @Test func aContentsEntryLeavesNoSingleCharacterOnItsSecondLine() {
    let text = "六、一般公共预算财政拨款基本支出决算情况说明"
    let last = LineFixture(text).lines(Double(text.count - 1), mode: .ragged).last
    #expect((last?.count ?? 0) > 1)
  }
}
