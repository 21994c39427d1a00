/// NN17: numbers of the narrative disagree among themselves.
struct WrongCompletion: Rule {
  static let metadata = RuleMetadata(
    id: "NN17", category: "N4", severity: .error, title: "完成率与金额不符",
    summary: "“完成年初预算的……%”等于决算数除以预算数。",
    rationale: "完成率是评价预算执行的直接依据。",
    source: "算术：完成率＝决算数÷预算数，按四舍五入区间判断",
    examples: [
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
