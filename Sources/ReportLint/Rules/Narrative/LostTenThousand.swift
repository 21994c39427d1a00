/// NN24: numbers of the narrative disagree among themselves.
struct LostTenThousand: Rule {
  static let metadata = RuleMetadata(
    id: "NN24", category: "T2", severity: .error, title: "金额单位漏写“万”",
    summary: "增减额的单位写成“元”，而百分比只与“万元”相符。",
    rationale: "漏一个“万”字，数字差一万倍。",
    source: "算术：增减比例与单位",
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        年末结转和结余105.90万元，与上年决算相比，减少⟦14.40元⟧，下降11.97%，主要原因是加快支出。
        """),
      RuleExample(
        "分项相加才看得出",
        """
        # 第二部分 部门预算情况说明
        ## 七、“三公”经费预算情况说明
        2025年“三公”经费预算8.00万元（其中：因公出国（境）费0万元，公务用车运行维护费⟦6.00元⟧，公务接待费2.00万元）。
        """, layout: "budget", year: 2025),
      RuleExample(
        "相符",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        年末结转和结余105.90万元，与上年决算相比，减少14.40万元，下降11.97%，主要原因是加快支出。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
