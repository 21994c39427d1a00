internal import FiscalModel

/// NT28: a number of the narrative disagrees with what it is made of.
struct BudgetPartsAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT28", category: "N1", severity: .error, title: "预算中的人员、公用、项目经费与表不符",
    summary: "基本支出、项目支出、人员经费、公用经费预算与预算03、05、08表一致。",
    rationale: "人员经费和公用经费是预算安排的基础。",
    source: "预算03、05、08表",
    kinds: [.budget],
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门预算情况说明
        ## 七、一般公共预算基本支出情况说明
        一般公共预算基本支出600.00万元，其中：人员经费⟦470.00万元⟧，公用经费120.00万元。
        """,
        tables: [
          "预算08": """
          序号,支出部门经济分类科目/科目编码,支出部门经济分类科目/科目名称,一般公共预算基本支出/合计,一般公共预算基本支出/人员经费,一般公共预算基本支出/公用经费
          1,,合计,600.00,480.00,120.00
          2,301,工资福利支出,480.00,480.00,
          3,302,商品和服务支出,120.00,,120.00
          """
        ],
        layout: "budget", year: 2025),
      RuleExample(
        "相符",
        """
        # 第二部分 部门预算情况说明
        ## 七、一般公共预算基本支出情况说明
        一般公共预算基本支出600.00万元，其中：人员经费480.00万元，公用经费120.00万元。
        """,
        tables: [
          "预算08": """
          序号,支出部门经济分类科目/科目编码,支出部门经济分类科目/科目名称,一般公共预算基本支出/合计,一般公共预算基本支出/人员经费,一般公共预算基本支出/公用经费
          1,,合计,600.00,480.00,120.00
          2,301,工资福利支出,480.00,480.00,
          3,302,商品和服务支出,120.00,,120.00
          """
        ],
        layout: "budget", year: 2025),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
