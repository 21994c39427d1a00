import FiscalStandards
import Testing

@Suite struct ClassificationTests {
  let functional: ClassificationTable
  let economic: ClassificationTable

  init() throws {
    functional = try library().table(of: .functional)
    economic = try library().table(of: .economic)
  }

  @Test func everyItemStandsBelowItsParents() {
    let codes = Set(functional.entries.map(\.code))
    for entry in functional.entries where entry.code.utf8.count > 3 {
      #expect(codes.contains(String(entry.code.dropLast(2))), "\(entry.code)")
    }
    for entry in economic.entries where entry.code.utf8.count > 3 {
      #expect(economic.entries(String(entry.code.prefix(3))).isEmpty == false, "\(entry.code)")
    }
  }

  @Test func namesOfOneCodeDoNotOverlapInTime() {
    for table in [functional, economic] {
      for (left, right) in zip(table.entries, table.entries.dropFirst())
      where left.code == right.code {
        #expect((left.last ?? Int.max) < (right.first ?? Int.min), "\(left.code)")
      }
    }
  }

  @Test(arguments: [
    ("20805", "行政事业单位离退休", 2019, "right"), ("20805", "行政事业单位离退休", 2023, "old"),
    ("20805", "行政事业单位养老支出", 2023, "right"), ("20131", "党委办公厅(室)及相关机构事务", 2024, "right"),
    ("2013201", "一般行政管理事务", 2024, "other"), ("2990000", "无此科目", 2024, "unknown"),
    ("207", "文化体育与传媒支出", 2025, "old"),
  ])
  func judgesANameByItsYear(code: String, name: String, year: Int, expected: String) {
    let verdict =
      switch functional.judge(code, named: name, in: year) {
      case .right: "right"
      case .otherYears: "old"
      case .otherName: "other"
      case .unknown: "unknown"
      }
    #expect(verdict == expected)
  }

  @Test func findsByNameAndChildren() {
    let found = functional.entries(named: "住房公积金", in: 2024, level: .item)
    #expect(found.map(\.code) == ["2210201"])
    let wages = economic.children("301", in: 2024).map(\.code)
    #expect(wages.contains("30113"))
    #expect(!wages.contains("30104"), "until 2017 only")
  }
}
