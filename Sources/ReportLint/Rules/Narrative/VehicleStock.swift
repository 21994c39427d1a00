internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN39: more official vehicles than vehicles of any kind.
struct VehicleStock: Rule {
  static let metadata = RuleMetadata(
    id: "NN39", category: "N2", severity: .warning, title: "公务用车保有量多于单位的车辆",
    summary: "“三公”部分的公务用车保有量，不应当多于国有资产部分的车辆总数。",
    rationale: "保有的公务用车是全部车辆的一部分。",
    source: "两处数量相互印证", kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度公务用车运行维护费支出6.00万元，年末公务用车保有量为⟦3辆⟧。

        ## 十、其他重要事项的情况说明
        ### （三）国有资产占用情况
        截至2024年12月31日，本部门共有车辆2辆。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度公务用车运行维护费支出6.00万元，年末公务用车保有量为2辆。

        ## 十、其他重要事项的情况说明
        ### （三）国有资产占用情况
        截至2024年12月31日，本部门共有车辆2辆。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let facts = ThreePublicFacts(context)
    guard let (statement, stock) = facts.counts("公务用车保有量").first,
      let most = facts.vehicles().max(by: { $0.1.grains < $1.1.grains }),
      stock.grains > most.1.grains
    else { return }
    findings.report(
      context.facts.passages[statement.passage].text, statement.range,
      "公务用车保有量 \(stock) 辆，多于国有资产部分的车辆 \(most.1) 辆", confidence: .medium,
      actual: "\(stock)",
      evidence: [
        .init("车辆总数", context.facts.passages[most.0.passage].text, most.0.range)
      ], suggestion: "核对两处的车辆数",
      rests: Ground.amounts(facts.vehicles().map(\.0), context.facts),
      refutes: Self.index(of: statement, context.facts).map { [.statement($0)] } ?? [])
  }

  private static func index(of statement: Statement, _ facts: Facts) -> Int? {
    facts.statements.firstIndex {
      $0.passage == statement.passage && $0.range == statement.range
    }
  }
}
