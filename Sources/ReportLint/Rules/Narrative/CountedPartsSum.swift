/// NN48: the counts of a list do not fit the count before it.
struct CountedPartsSum: Rule {
  static let metadata = RuleMetadata(
    id: "NN48", category: "N10", severity: .error, title: "分项个数与总数不符",
    summary: "“共有甲 n 个，其中……”之后的各个数都不多于 n；各项金额加得起来的，个数也加得起来。",
    rationale: "个数往往逐句抄自上年，改了总数忘了分项。",
    source: "算术：计数与列举一致",
    examples: [
      RuleExample(
        "金额相符而个数不符",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        本部门开展绩效自评，共涉及项目⟦19个⟧，资金90.00万元。其中：一般公共预算项目15个，资金60.00万元；政府性基金预算项目3个，资金30.00万元。
        """),
      RuleExample(
        "分项多于总数",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        政府性基金预算项目⟦2个⟧，其中：一级项目0个，二级项目3个。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        本部门开展绩效自评，共涉及项目18个，资金90.00万元。其中：一般公共预算项目15个，资金60.00万元；政府性基金预算项目3个，资金30.00万元。
        """),
      RuleExample(
        "另一类事物的个数，不与总数相比",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        开展重点评价项目2个，其中：养老服务项目设置绩效指标16个。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
