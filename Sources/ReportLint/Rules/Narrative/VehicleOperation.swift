internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN40: running costs of vehicles where there are none.
struct VehicleOperation: Rule {
  static let metadata = RuleMetadata(
    id: "NN40", category: "N2", severity: .warning, title: "没有公务用车却有运行维护费",
    summary: "有公务用车运行维护费的，公务用车保有量不应当为零。",
    rationale: "没有车就不应当有运行维护费；年内处置了车辆的应当说明。",
    source: "金额与数量相互印证", kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度公务用车运行维护费支出6.00万元，年末公务用车保有量为⟦0辆⟧。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度公务用车运行维护费支出6.00万元，年末公务用车保有量为2辆。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let facts = ThreePublicFacts(context)
    guard let (statement, stock) = facts.counts("公务用车保有量").first, stock.isZero,
      let cost = ["公务用车运行维护费", "公务用车运行费"].lazy.compactMap({ facts.amounts($0).first }).first,
      !cost.1.number.isZero
    else { return }
    findings.report(
      context.facts.passages[statement.passage].text, statement.range,
      "公务用车运行维护费 \(cost.1)，保有量却是零", confidence: .medium,
      evidence: [
        .init("运行维护费", context.facts.passages[cost.0.passage].text, cost.0.range)
      ], suggestion: "核对保有量；年内处置了车辆的应当说明",
      rests: Ground.amounts([cost.0, statement], context.facts))
  }
}
