/// NN20: numbers of the narrative disagree among themselves.
struct WrongDifference: Rule {
  static let metadata = RuleMetadata(
    id: "NN20", category: "N5", severity: .error, title: "增减额与两个数不符",
    summary: "文中同时写出两个数及其增减额时，增减额等于两数之差。",
    rationale: "差额算错会误导对变动的判断。",
    source: "算术：增减额＝本数－基数",
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        一般公共预算财政拨款支出年初预算为500.00万元，支出决算为480.00万元，比年初预算减少⟦30.00万元⟧。
        """),
      RuleExample(
        "上年没有的，增加额就是本年的数",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        因公出国（境）费支出4.86万元。2023年度未发生因公出国（境）费，2024年度增加⟦4.68万元⟧，主要原因是执行出访计划。
        """),
      RuleExample(
        "相符",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        一般公共预算财政拨款支出年初预算为500.00万元，支出决算为480.00万元，比年初预算减少20.00万元。
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费支出3.00万元，年初未安排公务接待费预算，比2023年度增加1.00万元，增长50.00%。
        """),
      RuleExample(
        "原因里的年度不是后面金额的",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        因公出国（境）费支出10.00万元，与2023年相比增加10.00万元，主要原因是上年未安排出国；公务接待费支出3.20万元，与2023年相比减少0.80万元，下降20%。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
