/// NN17: numbers of the narrative disagree among themselves.
struct WrongCompletion: Rule {
  static let metadata = RuleMetadata(
    id: "NN17", category: "N4", severity: .error, title: "完成率与金额不符",
    summary: "“完成年初预算的……%”等于决算数除以预算数。",
    rationale: "完成率是评价预算执行的直接依据。",
    source: "算术：完成率＝决算数÷预算数，按四舍五入区间判断",
    examples: [
      RuleExample(
        "有误：括号里的完成率",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.行政运行（2013101）：预算600.00万元，决算630.00万元（105.00%）。

        2.一般行政管理事务（2013102）：预算200.00万元，决算180.00万元（90.00%）。

        3.专项业务（2013105）：预算100.00万元，决算110.00万元（110.00%）。

        4.住房公积金（2210201）：预算80.00万元，决算60.00万元（⟦85.00%⟧）。
        """),
      RuleExample(
        "不符",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        1.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为4.20万元，支出决算为1,511.37万元，完成预算的⟦359.85%⟧。
        """),
      RuleExample(
        "相符",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        1.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为4.20万元，支出决算为1,511.37万元，完成预算的35,985.00%。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
