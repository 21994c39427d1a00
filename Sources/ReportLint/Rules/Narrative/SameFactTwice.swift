/// NN01: numbers of the narrative disagree among themselves.
struct SameFactTwice: Rule {
  static let metadata = RuleMetadata(
    id: "NN01", category: "N2", severity: .error, title: "同一事实前后不一",
    summary: "同一事项、同一口径、同一年度的金额在文中各处相同。",
    rationale: "同一件事出现两个数，至少有一个是错的。",
    source: "算术：同一事实只有一个数",
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        2024年度财政拨款“三公”经费支出5.27万元，其中：公务接待费5.27万元。

        1.公务接待费⟦5.72万元⟧，占“三公”经费支出的100%。
        """),
      RuleExample(
        "相符",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        2024年度财政拨款“三公”经费支出5.27万元，其中：公务接待费5.27万元。

        1.公务接待费5.27万元，占“三公”经费支出的100%。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
