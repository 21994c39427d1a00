/// NN12: numbers of the narrative disagree among themselves.
struct VehicleKindsSum: Rule {
  static let metadata = RuleMetadata(
    id: "NN12", category: "N3", severity: .error, title: "车辆分类之和与总数不符",
    summary: "共有车辆数等于各类用车之和。",
    rationale: "所列各类应当包括全部车辆。",
    source: "算术",
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （三）国有资产占有使用情况
        截至2024年12月31日，部门共有车辆⟦6辆⟧，其中：主要领导干部用车1辆、应急保障用车2辆、其他用车2辆。
        """),
      RuleExample(
        "相符",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （三）国有资产占有使用情况
        截至2024年12月31日，部门共有车辆5辆，其中：主要领导干部用车1辆、应急保障用车2辆、其他用车2辆。
        """),
      RuleExample(
        "比上年的变动不是一项",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （三）国有资产占有使用情况
        截至2024年12月31日，共有车辆5辆，其中应急保障用车1辆、其他用车4辆，比上年减少1辆。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
