import FiscalText
import Testing

@Suite struct HeadingNumberTests {
  private func scan(_ text: String) -> HeadingNumber? { HeadingNumber.scan([UInt8](text.utf8)) }

  @Test(arguments: [
    ("第一部分 部门概况", HeadingNumber.Style.part, 1), ("第 12 部分", .part, 12), ("第三章", .part, 3),
    ("一、主要职责", .chinese, 1), ("二十一、其他", .chinese, 21), ("（一）收入", .bracketedChinese, 1),
    ("(二) 支出", .bracketedChinese, 2), ("1.工资", .arabic, 1), ("10、奖金", .arabic, 10),
    ("1.20104发展与改革事务", .arabic, 1), ("3.2016年收支总表", .arabic, 3),
    ("（3）接待", .bracketedArabic, 3), ("②其他", .circled, 2),
  ])
  func eachStyleIsToldByItsMark(_ text: String, _ style: HeadingNumber.Style, _ value: Int) {
    #expect(scan(text)?.style == style)
    #expect(scan(text)?.value == value)
  }

  @Test(arguments: [
    "1.5万元", "2.20104万元", "1.2016", "2023.12", "2023年", "一般公共预算", "（境）费", "十分重要", "30101 基本工资",
  ])
  func numbersOfTextAreNone(_ text: String) {
    #expect(scan(text) == nil)
  }

  @Test func theRangeHoldsNumberAndMark() throws {
    let text = [UInt8]("　（一）收入".utf8)
    let number = try #require(HeadingNumber.scan(text))
    #expect(String(decoding: text[number.range], as: UTF8.self) == "（一）")
  }
}
