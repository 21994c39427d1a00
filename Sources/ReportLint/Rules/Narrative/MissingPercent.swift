internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN15: a percentage without its sign.
struct MissingPercent: Rule {
  static let metadata = RuleMetadata(
    id: "NN15", category: "T3", severity: .warning, title: "比例缺少百分号",
    summary: "占比、完成率、增减比例写明百分号。",
    rationale: "缺少百分号的比例会被当成金额。",
    source: "GB/T 15835",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计980.00万元，其中：基本支出600.00万元，占61.22%；项目支出380.00万元，占⟦38.78⟧。
        """),
      RuleExample(
        "有误：增幅",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计980.00万元，与2023年度相比，增幅⟦4.50⟧，主要原因是项目增加。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计980.00万元，其中：基本支出600.00万元，占61.22%；项目支出380.00万元，占38.78%，其中养护支出占项目支出的1/3左右。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    for (index, statement) in context.facts.statements.enumerated()
    where statement.missingUnit == .percent {
      guard let printed = statement.quantity.printed else { continue }
      findings.report(
        context.facts.passages[statement.passage].text, statement.range,
        "比例 \(printed) 缺少百分号", confidence: .high, actual: "\(printed)",
        expected: "\(printed)%", suggestion: "改为“\(printed)%”",
        refutes: Ground.readings(context.facts, beside: index))
    }
  }
}
