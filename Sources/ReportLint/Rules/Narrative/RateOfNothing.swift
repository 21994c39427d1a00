internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN22: a growth rate on a base of nothing.
struct RateOfNothing: Rule {
  static let metadata = RuleMetadata(
    id: "NN22", category: "N5", severity: .warning, title: "上年数为零仍写增长率",
    summary: "上年数（由本年数和增减额得出）为零时，没有增长率可算。",
    rationale: "从零增长的百分比没有意义，通常是套用模板留下的。",
    source: "算术：除数为零",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费支出3.00万元，比上年增加3.00万元，增长⟦100%⟧，主要原因是新增接待任务。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费支出3.00万元，比上年增加1.00万元，增长50%，主要原因是新增接待任务。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费支出0.00万元，比上年增加0.00万元，增长0%。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    for relation in context.facts.relations {
      guard case .change(let current, let change, let rate) = relation else { continue }
      let facts = context.facts.statements
      guard let level = facts[current].quantity.amount, let growth = facts[change].quantity.amount,
        let printed = facts[rate].quantity.percentage, !printed.isZero, !growth.number.isZero,
        facts[change].direction == .up, level.grains == growth.grains
      else { continue }
      let statement = facts[rate]
      findings.report(
        context.facts.passages[statement.passage].text, statement.range,
        "增加额与本年数相同，上年数为 0，不能计算增长率", confidence: .high,
        actual: "\(printed)%", arithmetic: "\(level.number) － \(growth.number) ＝ 0",
        suggestion: "删去增长率，只写增加额")
    }
  }
}
