/// NN02: numbers of the narrative disagree among themselves.
struct RevenuePartsSum: Rule {
  static let metadata = RuleMetadata(
    id: "NN02", category: "N3", severity: .error, title: "收入分项之和与合计不符",
    summary: "本年收入合计等于各项收入之和。",
    rationale: "分项不等于合计，说明有一项写错或漏写。",
    source: "算术：合计＝各分项之和，容许四舍五入的尾差",
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门决算情况说明
        ## 二、收入决算情况说明
        本年收入合计⟦1,000.00万元⟧，其中：财政拨款收入900.00万元；事业收入40.00万元；其他收入50.00万元。
        """),
      RuleExample(
        "相符",
        """
        # 第二部分 部门决算情况说明
        ## 二、收入决算情况说明
        本年收入合计1,000.00万元，其中：财政拨款收入900.00万元；事业收入40.00万元；其他收入60.00万元。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
