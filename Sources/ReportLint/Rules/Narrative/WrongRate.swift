/// NN21: numbers of the narrative disagree among themselves.
struct WrongRate: Rule {
  static let metadata = RuleMetadata(
    id: "NN21", category: "N5", severity: .error, title: "增减比例与金额不符",
    summary: "增长、下降的百分比等于增减额除以上年数，上年数由本年数和增减额得出。",
    rationale: "增减比例是读者判断变动大小的依据。",
    source: "算术：增减比例＝增减额÷（本年数∓增减额），按四舍五入区间判断",
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        机关运行经费支出120.50万元，比2023年度减少4.50万元，下降⟦3.73%⟧，主要原因是压减开支。
        """),
      RuleExample(
        "相符",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        机关运行经费支出120.50万元，比2023年度减少4.50万元，下降3.60%，主要原因是压减开支。
        """),
      RuleExample(
        "顿号后面接着说同一项",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        一般公共预算财政拨款支出912.34万元，其中：基本支出702.14万元，较上年增加12.14万元、增长1.76%；项目支出210.20万元，较上年减少5.80万元、下降⟦3.69%⟧。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
