internal import FiscalModel

/// NT31: the procurement budget that the text gives is not that of its table.
struct ProcurementAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT31", category: "N1", severity: .error, title: "政府采购预算与表不符",
    summary: "政府采购预算的金额与政府采购预算表的合计一致。",
    rationale: "采购预算是执行采购的依据。",
    source: "政府采购预算表",
    kinds: [.budget],
    examples: [
      RuleExample(
        "不符",
        """
        # 部门预算信息公开情况说明
        ## 六、政府采购预算情况
        2025年，云汀市民政局安排政府采购预算⟦43.92万元⟧。
        """,
        tables: [
          "政府采购预算": """
          # 标题：部门政府采购预算
          # 单位：万元
          项目名称,预算资金,采购物品名称,数量,单价,合计,一般公共预算拨款
          合计,,,,,34.92,34.92
          档案整理,34.92,档案服务,1,34.92,34.92,34.92
          """
        ],
        layout: "budget/hebei", year: 2025),
      RuleExample(
        "相符",
        """
        # 部门预算信息公开情况说明
        ## 六、政府采购预算情况
        2025年，云汀市民政局安排政府采购预算34.92万元。
        """,
        tables: [
          "政府采购预算": """
          # 标题：部门政府采购预算
          # 单位：万元
          项目名称,预算资金,采购物品名称,数量,单价,合计,一般公共预算拨款
          合计,,,,,34.92,34.92
          档案整理,34.92,档案服务,1,34.92,34.92,34.92
          """
        ],
        layout: "budget/hebei", year: 2025),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
