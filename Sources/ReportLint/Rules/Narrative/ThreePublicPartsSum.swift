/// NN10: numbers of the narrative disagree among themselves.
struct ThreePublicPartsSum: Rule {
  static let metadata = RuleMetadata(
    id: "NN10", category: "N3", severity: .error, title: "“三公”经费分项之和与合计不符",
    summary: "“三公”经费等于因公出国（境）费、公务用车购置及运行维护费、公务接待费之和。",
    rationale: "“三公”经费只有这三项。",
    source: "财预〔2016〕143号；公开09表",
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        “三公”经费财政拨款支出决算⟦8.00万元⟧，其中：因公出国（境）费0.00万元，公务用车购置及运行维护费5.00万元，公务接待费2.00万元。
        """),
      RuleExample(
        "相符",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        “三公”经费财政拨款支出决算8.00万元，其中：因公出国（境）费0.00万元，公务用车购置及运行维护费5.00万元，公务接待费3.00万元。
        """),
      RuleExample(
        "完成预算多少，不是一项",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        “三公”经费支出14.61万元，其中：公务用车购置及运行维护费10.02万元，完成预算10.04万元的99.8%，其中：公务用车购置费0万元，公务用车运行维护费10.02万元，完成预算10.04万元的99.8%；公务接待费4.59万元，完成预算5.00万元的91.8%。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
