import Testing

@testable import FiscalStandards

@Suite("tables.txt")
struct TableFileTests {
  @Test("A block of economic 科目 holds the 类 that it names, and another one all others")
  func classes() throws {
    let blocks = try table("经济科目 | 301 | 303").blocks
    func mayHold(_ block: Int, _ category: String) -> Bool {
      blocks[block].mayHold(category, beside: blocks)
    }
    #expect(mayHold(0, "301") && mayHold(0, "303") && !mayHold(0, "310"))
    #expect(!mayHold(1, "301") && mayHold(1, "302") && mayHold(1, "310"))
  }

  @Test("Where no block names any, each may hold all")
  func unnamed() throws {
    let blocks = try table("经济科目").blocks
    #expect(blocks.allSatisfy { $0.mayHold("301", beside: blocks) })
  }

  @Test(
    "What is no 类 of economic 科目 is an error at its place",
    arguments: [("自由 | 301", 9), ("经济科目 | 30101", 11), ("经济科目 | 人员", 11)])
  func wrongClasses(rows: String, column: Int) throws {
    let error = #expect(throws: LayoutError.self) { try table(rows) }
    #expect(error?.description.hasPrefix("试验.txt:4:\(column)：") == true)
  }

  private func table(_ rows: String) throws -> TableForm {
    let tables = try TableFileReader.tables(
      data(
        """
        [表 公开06]
        标题：基本支出表
        [块 人员经费]
        行类：\(rows)
        列 科目代码：编码
        列 决算数：金额
        [块 公用经费]
        行类：经济科目
        列 科目代码：编码
        列 决算数：金额
        """), extending: [])
    return try #require(tables.first)
  }
}
