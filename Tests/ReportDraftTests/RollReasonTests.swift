import Testing

@testable import ReportDraft

/// Reasons are asked for where something differs and nowhere else, and what is no reason stays.
struct RollReasonTests {
  private static let reason = "决算数小于预算数的主要原因是严格控制接待范围和陪餐人数。"

  /// The paragraph on receptions, with other numbers this year and another text last year.
  private func receptions(
    budget: String = "4.50", final: String = "3.18", text: (String, String)? = nil,
    lastFinal: String = "3.18"
  ) throws -> String {
    let rolled = try RolledSample.rolled(
      "final-accounts",
      ["公开09": [("33.00,4.50,", "33.00,\(budget),"), ("30.45,3.18", "30.45,\(final)")]],
      last: [
        "disclosure.md": text.map { [$0] } ?? [],
        "tables/公开09.csv": [("30.45,3.18", "30.45,\(lastFinal)")],
      ])
    return try RolledSample.paragraph("3.公务接待费支出", of: rolled)
  }

  @Test func `what is spent just as it was planned has no reason`() throws {
    let text = try receptions(final: "4.50")
    #expect(text.contains("完成预算的100.00%，决算数等于预算数。全年国内公务接待"))
  }

  @Test func `a difference that was none last year asks for its reason`() throws {
    let text = try receptions(
      text: (Self.reason, "决算数等于预算数，按预算执行。"), lastFinal: "4.50")
    #expect(text.contains("决算数小于预算数，主要原因是【请填写：公务接待费决算数与预算数有差异的原因】。全年"))
  }

  @Test func `the direction of a difference from the budget is not that from last year`() throws {
    let text = try receptions(
      budget: "2.50", final: "3.00", text: (Self.reason, "决算数较预算数减少的主要原因是严格控制接待。"))
    #expect(text.contains("决算数较预算数增加的主要原因是【请填写：公务接待费决算数与预算数有差异的原因"))
    #expect(text.contains("减少0.18万元"))
  }

  @Test func `a blank that was left open last year stays as it is`() throws {
    let blank = "【请填写：公务接待费变动的金额和原因】。"
    let text = try receptions(
      final: "3.00",
      text: ("公务接待费与2023年度相比减少0.48万元，下降13.11%，主要原因是来访接待批次减少。", blank))
    #expect(text.hasSuffix(blank) && !text.dropLast(blank.count).hasSuffix("】"))
  }

  @Test func `what was counted behind a reason is not taken for it`() throws {
    let text = try receptions(
      final: "3.00", text: ("来访接待批次减少。", "来访接待批次减少，全年接待外宾3批次。"))
    #expect(text.contains("上年写的是：来访接待批次减少】，全年接待外宾"))
    #expect(!text.hasSuffix("3批次。"))
  }

  @Test func `a blank for a count keeps its unit`() throws {
    #expect(try receptions().contains("接待【请填写：全年国内公务接待批次数】批次、【请填写：国内公务接待费人次数】人次，"))
  }

  @Test func `counts of a year that is another now are marked`() throws {
    let rolled = try RolledSample.rolled(
      "final-accounts", [:],
      last: [
        "disclosure.md": [("（五）推进婚俗", "2024年末实有人员36人，与往年一样。\n\n（五）推进婚俗")]
      ])
    #expect(
      try RolledSample.paragraph("实有人员", of: rolled)
        == "2025年末实有人员36人，与往年一样【请填写：核对本句沿用的上年数】。")
  }
}
