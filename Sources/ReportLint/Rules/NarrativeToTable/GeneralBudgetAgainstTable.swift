internal import FiscalModel

/// NT10: a number of the narrative disagrees with its table.
struct GeneralBudgetAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT10", category: "N1", severity: .error, title: "一般公共预算支出与表不符",
    summary: "一般公共预算财政拨款支出与公开05表合计一致。",
    rationale: "这一数字在说明中多次出现，必须处处相同。",
    source: "公开05表合计行",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "金额与表不同",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        一般公共预算财政拨款支出⟦808.00万元⟧。
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,本年支出/合计,本年支出/基本支出,本年支出/项目支出
          ,合计,880.00,600.00,280.00
          201,一般公共服务支出,880.00,600.00,280.00
          20131,党委办公厅（室）及相关机构事务,880.00,600.00,280.00
          2013101,行政运行,600.00,600.00,
          2013102,一般行政管理事务,280.00,,280.00
          """
        ]),
      RuleExample(
        "金额与表相同",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        一般公共预算财政拨款支出880.00万元。
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,本年支出/合计,本年支出/基本支出,本年支出/项目支出
          ,合计,880.00,600.00,280.00
          201,一般公共服务支出,880.00,600.00,280.00
          20131,党委办公厅（室）及相关机构事务,880.00,600.00,280.00
          2013101,行政运行,600.00,600.00,
          2013102,一般行政管理事务,280.00,,280.00
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
