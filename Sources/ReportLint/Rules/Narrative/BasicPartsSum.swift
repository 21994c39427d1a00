/// NN07: numbers of the narrative disagree among themselves.
struct BasicPartsSum: Rule {
  static let metadata = RuleMetadata(
    id: "NN07", category: "N3", severity: .error, title: "人员经费与公用经费之和不等于基本支出",
    summary: "基本支出等于人员经费与公用经费之和。",
    rationale: "基本支出只有这两部分。",
    source: "公开06表：人员经费合计＋公用经费合计",
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        一般公共预算财政拨款基本支出⟦600.00万元⟧，其中：人员经费480.00万元，公用经费130.00万元。
        """),
      RuleExample(
        "相符",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        一般公共预算财政拨款基本支出600.00万元，其中：人员经费480.00万元，公用经费120.00万元。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
