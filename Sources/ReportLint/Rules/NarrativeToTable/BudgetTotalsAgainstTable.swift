internal import FiscalModel

/// NT27: a number of the narrative disagrees with what it is made of.
struct BudgetTotalsAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT27", category: "N1", severity: .error, title: "预算收支与表不符",
    summary: "收入预算、支出预算、财政拨款预算等与预算表一致。",
    rationale: "预算说明中的总数应当就是表中的总数。",
    source: "预算01至07表",
    kinds: [.budget],
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门预算情况说明
        ## 一、收支预算总体情况说明
        云汀市民政局2025年收支总预算⟦1,060.00万元⟧。
        """,
        tables: [
          "预算01": """
          序号,收入/项目,收入/预算数,支出/项目,支出/预算数
          1,一、一般公共预算拨款收入,"1,050.00",一、一般公共服务支出,"1,050.00"
          32,本年收入合计,"1,050.00",本年支出合计,"1,050.00"
          34,收入总计,"1,050.00",支出总计,"1,050.00"
          """
        ],
        layout: "budget", year: 2025),
      RuleExample(
        "相符",
        """
        # 第二部分 部门预算情况说明
        ## 一、收支预算总体情况说明
        云汀市民政局2025年收支总预算1,050.00万元。
        """,
        tables: [
          "预算01": """
          序号,收入/项目,收入/预算数,支出/项目,支出/预算数
          1,一、一般公共预算拨款收入,"1,050.00",一、一般公共服务支出,"1,050.00"
          32,本年收入合计,"1,050.00",本年支出合计,"1,050.00"
          34,收入总计,"1,050.00",支出总计,"1,050.00"
          """
        ],
        layout: "budget", year: 2025),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
