import Testing

@testable import ReportDraft

/// What last year's text left open is filled where the tables of both years tell it, and lists take
/// in what is new where it belongs.
struct RollBlankTests {
  private static let totals =
    "与2023年度相比，收入总计和支出总计各增加1,192.33万元，增长5.50%。主要原因：社会救助和养老服务财政拨款投入增加。"
  private static let budget = "年初预算为19,753.30万元，支出决算为20,149.69万元，完成年初预算的102.01%。"

  private func paragraph(_ words: String, blank: String, for text: String) throws -> String {
    let rolled = try RolledSample.rolled(
      "final-accounts", ["公开01": [("22,876.70", "23,876.70")]],
      last: ["disclosure.md": [(text, blank)]])
    return try RolledSample.paragraph(words, of: rolled)
  }

  @Test func `a change with its reason is told, and only the reason stays open`() throws {
    let text = try paragraph(
      "年度收入总计", blank: "【请填写：收入总计和支出总计与2023年度相比的增减额、增减率和原因】。", for: Self.totals)
    #expect(
      text.hasSuffix(
        "与2024年度相比，收入总计和支出总计各增加1,000.00万元，增长4.37%，主要原因是【请填写：收入总计和支出总计变动的原因】。"))
  }

  @Test func `a change that a rolled draft left open is told`() throws {
    let text = try paragraph(
      "年度收入总计", blank: "收入总计与2023年度相比【请填写：收入总计的增减额和增减率】。", for: Self.totals)
    #expect(text.contains("收入总计与2024年度相比增加1,000.00万元，增长4.37%。"))
  }

  @Test func `what no table tells stays open`() throws {
    let text = try paragraph(
      "支出年初预算为", blank: "年初预算为【请填写：年初预算数】，支出决算为20,149.69万元，完成年初预算的【请填写：完成率】。",
      for: Self.budget)
    #expect(text.contains("年初预算为【请填写：年初预算数】，支出决算为20,149.69万元，完成年初预算的【请填写：完成率】。"))
  }

  private static let newRows = (
    "2013999,其他社会工作事务支出,146.32,,146.32",
    """
    2013999,其他社会工作事务支出,146.32,,146.32
    202,外交支出,10.00,10.00,
    20299,其他外交支出,10.00,10.00,
    2029999,其他外交支出,10.00,10.00,
    204,公共安全支出,20.00,20.00,
    20499,其他公共安全支出,20.00,20.00,
    2049999,其他公共安全支出,20.00,20.00,
    """
  )

  @Test func `several new 类 stand in the order of the table`() throws {
    let rolled = try RolledSample.rolled("final-accounts", ["公开05": [Self.newRows]])
    let text = try RolledSample.paragraph("主要用于以下方面", of: rolled)
    #expect(
      text.contains("占0.82%；外交支出（类）10.00万元，占0.05%；公共安全支出（类）20.00万元，占0.10%；教育支出（类）12.48万元"))
  }

  @Test func `a new 类 before all others stands in front`() throws {
    let rolled = try RolledSample.rolled(
      "final-accounts", [:],
      last: ["disclosure.md": [("以下方面：一般公共服务支出（类）164.92万元，占0.82%；", "以下方面：")]])
    let text = try RolledSample.paragraph("主要用于以下方面", of: rolled)
    #expect(text.contains("以下方面：一般公共服务支出（类）164.92万元，占0.82%；教育支出（类）12.48万元"))
  }

  @Test func `a performance sheet without unit is in the one of all others`() throws {
    let rolled = try RolledSample.rolled(
      "final-accounts",
      ["绩效2": [("项目资金（万元）", "项目资金"), ("\"1,846.20\"", "\"1,800.00\"")]])
    let text = try RolledSample.paragraph("养老服务体系建设补助资金绩效自评综述", of: rolled)
    #expect(text.contains("执行数为1,800.00万元，完成预算的95.51%。"))
    #expect(
      try RolledSample.paragraph("个项目的自评结果", of: rolled).contains("执行数合计9,833.24万元"))
  }

  @Test func `sheets that never say their unit are in the one of last year's text`() throws {
    let names = ["绩效1", "绩效2", "绩效3"]
    let plain = [("项目资金（万元）", "项目资金")]
    var now = Dictionary(uniqueKeysWithValues: names.map { ($0, plain) })
    now["绩效2"]?.append(("\"1,846.20\"", "\"1,800.00\""))
    let rolled = try RolledSample.rolled(
      "final-accounts", now,
      last: Dictionary(uniqueKeysWithValues: names.map { ("tables/\($0).csv", plain) }))
    let text = try RolledSample.paragraph("养老服务体系建设补助资金绩效自评综述", of: rolled)
    #expect(text.contains("执行数为1,800.00万元，完成预算的95.51%。"))
  }
}
