import FiscalStandards
import Foundation
import Testing

@testable import ReportLint

/// What findings say, where the words are put together from numbers.
@Suite("Messages tell the numbers")
struct MessageTests {
  private func findings(_ example: RuleExample, of rule: String) throws -> [Finding] {
    let layouts = try LayoutLibrary(
      path: RuleExamplesTests.root.appendingPathComponent("Layouts").path)
    let disclosure = try ExampleDisclosure(example)
    defer { disclosure.remove() }
    return try disclosure.findings(of: rule, layouts: layouts)
  }

  @Test("A sum of counts is told with what it comes to")
  func sumOfCounts() throws {
    let found = try findings(
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （三）国有资产占有使用情况
        截至2024年12月31日，本部门共有车辆9辆，其中：机要通信用车2辆，应急保障用车1辆，执法执勤用车3辆，其他用车2辆。
        """), of: "NN12")
    let finding = try #require(found.first)
    #expect(finding.message.contains("2 ＋ 1 ＋ 3 ＋ 2 ＝ 8"))
    #expect(finding.expected == "8")
  }

  @Test("An amount that was taken from the wrong row is told with the row that has it")
  func amountOfAnotherRow() throws {
    let found = try findings(
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        2024年度收入总计950.00万元，支出总计982.00万元。
        """,
        tables: [
          "公开01": """
          # 标题：收入支出决算总表
          # 单位：万元
          收入/项目,收入/行次,收入/决算数,支出/项目,支出/行次,支出/决算数
          一、一般公共预算财政拨款收入,1,900.00,一、一般公共服务支出,31,942.00
          八、其他收入,8,50.00,,,
          本年收入合计,27,950.00,本年支出合计,57,942.00
          年初结转和结余,29,32.00,年末结转和结余,59,40.00
          总计,30,982.00,总计,60,982.00
          """
        ]), of: "NT01")
    let finding = try #require(found.first)
    #expect(finding.message.contains("与表中“本年收入合计”的数相同"))
  }

  @Test("Days are counted over months and leap years, and no other day is read")
  func calendar() throws {
    let february = try #require(CalendarDate("2024-02-28"))
    #expect(CalendarDate("2024年3月1日")?.days(since: february) == 2)
    #expect(CalendarDate("2025.1.1")?.days(since: february) == 308)
    #expect(CalendarDate("2023-02-29") == nil)
    #expect(CalendarDate("2024-13-01") == nil)
    #expect(CalendarDate("2024-02-28附") == nil)
    #expect(CalendarDate("20240-02-28") == nil)
  }
}
