import FiscalStandards
import Foundation
import Testing

@testable import ReportLint

/// Which sections are known, and which are missed, where headings are not those of the form.
@Suite("Sections and the headings that they stand under")
struct RequiredSectionTests {
  private static func rules(_ text: String, of entity: String? = nil) throws -> Set<String> {
    let layouts = try LayoutLibrary(
      path: RuleExamplesTests.root.appendingPathComponent("Layouts").path)
    var example = RuleExample("", text)
    if let entity { example.entity = entity }
    let disclosure = try ExampleDisclosure(example)
    defer { disclosure.remove() }
    return Set(try disclosure.result(layouts).findings.map(\.rule))
  }

  private static let reception = "## 七、财政拨款“三公”经费支出决算情况说明\n公务接待费支出3.00万元，国内公务接待4批次、30人次。"

  @Test("A section of which nothing is told is missing")
  func missing() throws {
    #expect(try Self.rules("# 第二部分 部门决算情况说明\n\(Self.reception)").contains("ST02"))
  }

  @Test("A body that has no costs of an organ need not tell of them")
  func exempt() throws {
    let rule = try #require(RuleRegistry.rule("ST08"))
    let text = rule.metadata.examples[0].text.replacing("⟦", with: "").replacing("⟧", with: "")
    #expect(try Self.rules(text).contains("ST08"))
    #expect(try !Self.rules(text, of: "云汀市第一人民医院").contains("ST08"))
  }

  @Test("Sources told as shares of the total are the account of the revenue")
  func sources() throws {
    let rule = try #require(RuleRegistry.rule("ST03"))
    // Where it alone has no heading, it was dropped whatever else is told.
    let text = rule.metadata.examples[0].text.replacing("⟦", with: "").replacing("⟧", with: "")
      .replacing("## 九、国有资本经营预算财政拨款支出决算情况说明\n无国有资本经营预算财政拨款支出。\n", with: "")
    let told = text.replacing(
      "收入总计10.00万元。", with: "收入总计10.00万元，包括：财政拨款收入9.00万元，占收入总计的90.00%。")
    #expect(try Self.rules(text).contains("ST03"))
    #expect(try !Self.rules(told).contains("ST03"))
  }

  @Test("A report that only adds to one published before need not tell of all")
  func supplement() throws {
    let rules = try Self.rules(
      "# 云汀市民政局2024年度部门决算补充说明\n# 第二部分 部门决算情况说明\n\(Self.reception)")
    #expect(rules.isDisjoint(with: ["ST02", "ST03", "ST04", "ST13"]))
  }

  @Test("What is told under no heading of its own is not missing")
  func told() throws {
    let totals = "云汀市民政局2024年度收入总计100.00万元，支出总计100.00万元。"
    #expect(
      try !Self.rules("# 第二部分 部门决算情况说明\n\(totals)\n\n\(Self.reception)").contains("ST02"))
  }
}
