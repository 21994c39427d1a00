/// NN11: numbers of the narrative disagree among themselves.
struct ProcurementPartsSum: Rule {
  static let metadata = RuleMetadata(
    id: "NN11", category: "N3", severity: .error, title: "政府采购分项之和与总额不符",
    summary: "政府采购支出总额等于货物、工程、服务之和。",
    rationale: "政府采购只有货物、工程、服务三类。",
    source: "《政府采购法》第二条；算术",
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （二）政府采购支出情况
        政府采购支出总额⟦100.00万元⟧，其中：政府采购货物支出30.00万元、政府采购工程支出20.00万元、政府采购服务支出40.00万元。
        """),
      RuleExample(
        "相符",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （二）政府采购支出情况
        政府采购支出总额100.00万元，其中：政府采购货物支出30.00万元、政府采购工程支出20.00万元、政府采购服务支出50.00万元。
        """),
      RuleExample(
        "列举以后另说一事",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （二）政府采购支出情况
        政府采购支出总额3,600.00万元，其中货物3,200.00万元，服务400.00万元；授予中小企业合同金额2,880.00万元，占80%，其中授予小微企业1,440.00万元，占政府采购支出总额的40%。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
