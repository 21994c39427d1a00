/// NN47: the amounts of a list do not add up to the amount before it.
struct ListedAmountsSum: Rule {
  static let metadata = RuleMetadata(
    id: "NN47", category: "N3", severity: .error, title: "所列金额之和与总数不符",
    summary: "一个金额后面逐项列出金额时，各项相加等于它；只差一处笔误，或者同类的列举都相符时，才认为有误。",
    rationale: "漏列一项或抄错一个数字，列举就加不起来。",
    source: "算术：合计＝各分项之和，容许四舍五入的尾差",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        一般公共预算财政拨款基本支出决算中，办公经费共⟦63.52万元⟧，其中：档案整理21.40万元，网络租用18.75万元，印制材料13.37万元。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        一般公共预算财政拨款基本支出决算中，办公经费共53.52万元，其中：档案整理21.40万元，网络租用18.75万元，印制材料13.37万元。
        """),
      RuleExample(
        "只列主要的，不算有误",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        一般公共预算财政拨款基本支出决算中，办公经费共90.00万元，主要包括：档案整理21.40万元，网络租用18.75万元。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
