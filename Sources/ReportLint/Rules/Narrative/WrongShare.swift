/// NN13: numbers of the narrative disagree among themselves.
struct WrongShare: Rule {
  static let metadata = RuleMetadata(
    id: "NN13", category: "N4", severity: .error, title: "占比与金额不符",
    summary: "“占……%”等于部分除以总数。",
    rationale: "百分比多为手工计算，容易用错分母或抄旧数。",
    source: "算术：占比＝部分÷总数，按四舍五入区间判断",
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计980.00万元，其中：基本支出600.00万元，占⟦62.22%⟧；项目支出380.00万元，占38.78%。
        """),
      RuleExample(
        "相符",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计980.00万元，其中：基本支出600.00万元，占61.22%；项目支出380.00万元，占38.78%。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
