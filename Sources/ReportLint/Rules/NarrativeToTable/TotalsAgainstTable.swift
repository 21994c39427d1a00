internal import FiscalModel

/// NT01: a number of the narrative disagrees with its table.
struct TotalsAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT01", category: "N1", severity: .error, title: "收支总计与表不符",
    summary: "一、收入支出决算总体情况说明中的收入、支出总计与公开01表的总计一致。",
    rationale: "总计是全文第一个数，错了后面的比较都失去依据。",
    source: "公开01表第30行、第60行",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "金额与表不同",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        云汀市民政局2024年度收入支出总计⟦1,060.00万元⟧。
        """,
        tables: [
          "公开01": """
          收入/项目,收入/行次,收入/决算数,支出/项目,支出/行次,支出/决算数
          一、一般公共预算财政拨款收入,1,900.00,一、一般公共服务支出,31,980.00
          八、其他收入,8,100.00,二、外交支出,32,
          本年收入合计,27,"1,000.00",本年支出合计,57,980.00
          年初结转和结余,29,50.00,年末结转和结余,59,70.00
          总计,30,"1,050.00",总计,60,"1,050.00"
          """
        ]),
      RuleExample(
        "金额与表相同",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        云汀市民政局2024年度收入支出总计1,050.00万元。
        """,
        tables: [
          "公开01": """
          收入/项目,收入/行次,收入/决算数,支出/项目,支出/行次,支出/决算数
          一、一般公共预算财政拨款收入,1,900.00,一、一般公共服务支出,31,980.00
          八、其他收入,8,100.00,二、外交支出,32,
          本年收入合计,27,"1,000.00",本年支出合计,57,980.00
          年初结转和结余,29,50.00,年末结转和结余,59,70.00
          总计,30,"1,050.00",总计,60,"1,050.00"
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
