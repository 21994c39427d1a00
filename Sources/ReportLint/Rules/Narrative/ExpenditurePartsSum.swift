/// NN03: numbers of the narrative disagree among themselves.
struct ExpenditurePartsSum: Rule {
  static let metadata = RuleMetadata(
    id: "NN03", category: "N3", severity: .error, title: "支出分项之和与合计不符",
    summary: "本年支出合计等于基本支出、项目支出等各项之和。",
    rationale: "分项不等于合计，说明有一项写错或漏写。",
    source: "算术：合计＝各分项之和，容许四舍五入的尾差",
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计⟦980.00万元⟧，其中：基本支出600.00万元；项目支出350.00万元。
        """),
      RuleExample(
        "相符",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计980.00万元，其中：基本支出600.00万元；项目支出380.00万元。
        """),
      RuleExample(
        "只列其中一项的构成",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计980.00万元，其中：人员经费512.34万元，占本年支出的52.28%；公用经费102.71万元，占本年支出的10.48%。
        """),
      RuleExample(
        "各项只说上年的数",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出905.00万元，较上年945.00万元减少40.00万元，其中：基本支出较上年690.00万元增加15.00万元；项目支出较上年255.00万元减少55.00万元。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
