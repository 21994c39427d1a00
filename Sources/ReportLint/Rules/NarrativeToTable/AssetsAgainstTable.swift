internal import FiscalModel

/// NT32: the fixed assets that the text gives are not those of their table.
struct AssetsAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT32", category: "N1", severity: .error, title: "固定资产与表不符",
    summary: "固定资产金额与固定资产占用情况表的合计一致。",
    rationale: "资产底数说不清，新增资产的预算就没有依据。",
    source: "固定资产占用情况表",
    kinds: [.budget],
    examples: [
      RuleExample(
        "不符",
        """
        # 部门预算信息公开情况说明
        ## 七、国有资产信息
        云汀市民政局上年末固定资产金额为⟦80.89万元⟧（详见下表）。
        """,
        tables: [
          "固定资产占用": """
          # 标题：部门固定资产占用情况表
          # 单位：万元
          项目,数量,价值
          二、通用设备,74,44.28
          六、家具、用具、装具及动植物,51,6.61
          合计,,50.89
          """
        ],
        layout: "budget/hebei", year: 2025),
      RuleExample(
        "相符",
        """
        # 部门预算信息公开情况说明
        ## 七、国有资产信息
        云汀市民政局上年末固定资产金额为50.89万元（详见下表）。
        """,
        tables: [
          "固定资产占用": """
          # 标题：部门固定资产占用情况表
          # 单位：万元
          项目,数量,价值
          二、通用设备,74,44.28
          六、家具、用具、装具及动植物,51,6.61
          合计,,50.89
          """
        ],
        layout: "budget/hebei", year: 2025),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
