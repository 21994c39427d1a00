import FiscalStandards
import FiscalText
import Testing

@Suite struct FormulaTests {
  @Test(arguments: [
    "公开01!收入/本年收入合计.决算数 = 公开02!合计.本年收入合计",
    "公开05!2013201.决算数 / 公开05!2013201.年初预算 = 1.0246",
    "合计(公开01!收入/事业收入:其他收入.决算数) <= 层级(公开02!*.*)",
    "甲!R27.金额 - (甲!乙.金额 - 甲!丙.金额) * 2 >= -甲!丁?.金额?",
    "「表(一)」!「一、收入.合计」/「a + b」 = 0.50",
  ])
  func printsAsItReads(text: String) throws {
    #expect(try Relation(text).description == text)
  }

  @Test func slashJoinsNamesWithoutSpacesAndDividesOtherwise() throws {
    let path = try Formula("甲!收入/总计.本年支出/小计").expression
    #expect(
      path == .cell(Address(table: "甲", row: ["收入", "总计"], column: ["本年支出", "小计"])))
    let quotient = Expression.binary(
      .cell(Address(table: "甲", row: ["乙"])), .divide, .cell(Address(table: "丙", row: ["丁"])))
    #expect(try Formula("甲!乙 / 丙!丁").expression == quotient)
    #expect(try Formula("甲!乙/丙!丁").expression == quotient)
    #expect(try Formula("甲!乙 / 丙!丁 %") == Formula(quotient, isPercentage: true))
  }

  @Test(arguments: [
    ("公开01!合计.决算数 公开02!合计", 34), ("公开01!", 9), ("合计(甲!乙.丙)", 18),
    ("甲!乙 + ", 10), ("(甲!乙", 8), ("甲!乙 < 丙!丁", 8), ("「甲!乙", 0), ("甲乙", 0), ("1.2.3", 3),
  ])
  func saysWhereAFormulaIsWrong(text: String, offset: Int) {
    let error = #expect(throws: FormulaError.self) { _ = try Formula(text) }
    #expect(error?.offset == offset, "\(error?.message ?? "")")
  }

  @Test func deepFormulasAreRefusedWithoutCrashing() {
    for text in [
      String(repeating: "(", count: 100_000), String(repeating: "-", count: 100_000),
      String(repeating: "甲!乙 + ", count: 100_000),
    ] {
      #expect(throws: FormulaError.self) { _ = try Formula(text) }
    }
  }

  @Test func everyPrintedFormulaReadsBackAsItself() throws {
    var generator = FormulaGenerator(seed: 20_240_917)
    for _ in 0..<2000 {
      let relation = Relation(generator.expression(4), .equal, generator.expression(3))
      let text = relation.description
      #expect(try Relation(text) == relation, "\(text)")
    }
  }
}
