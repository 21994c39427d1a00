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
        "写明了上年数",
        """
        # 部门预算编制说明
        1.“教育支出（类）其他教育支出（款）其他教育支出（项）”25.00万元，主要用于社区教育。2023年当年预算执行数为0.00万元，2024年预算安排25.00万元，比2023年预算执行数增加⟦100.00%⟧。主要原因是：新增社区教育项目。
        """, layout: "budget/shanghai"),
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
    let facts = context.facts.statements
    for relation in context.facts.relations {
      switch relation {
      case .change(let current, let change, let rate):
        guard let level = facts[current].quantity.amount,
          let growth = facts[change].quantity.amount,
          !growth.number.isZero, facts[change].direction == .up, level.grains == growth.grains
        else { continue }
        report(
          facts[rate], "增加额与本年数相同，上年数为 0，不能计算增长率",
          "\(level.number) － \(growth.number) ＝ 0", context, into: &findings)
      case .growth(let current, let previous, let rate):
        guard let level = facts[current].quantity.amount, !level.number.isZero,
          facts[previous].meaning?.year != nil, let before = facts[previous].quantity.amount,
          before.number.isZero
        else { continue }
        report(
          facts[rate], "之前的数为 0，不能计算增长率", "\(level.number) － \(before.number) ＝ \(level.number)",
          context, into: &findings)
      default: continue
      }
    }
  }

  private func report(
    _ rate: Statement, _ message: String, _ arithmetic: String, _ context: LintContext,
    into findings: inout FindingSink
  ) {
    guard let printed = rate.quantity.percentage, !printed.isZero else { return }
    findings.report(
      context.facts.passages[rate.passage].text, rate.range, message, confidence: .high,
      actual: "\(printed)%", arithmetic: arithmetic, suggestion: "删去增长率，只写增加额")
  }
}
