internal import FiscalModel

/// NT09: a number of the narrative disagrees with its table.
struct AppropriationAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT09", category: "N1", severity: .error, title: "财政拨款总计与表不符",
    summary: "财政拨款收入支出总计与公开04表的总计一致。",
    rationale: "财政拨款是部门收支的主体。",
    source: "公开04表第32行、第64行",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "金额与表不同",
        """
        # 第二部分 部门决算情况说明
        ## 四、财政拨款收入支出决算总体情况说明
        2024年度财政拨款收入支出总计⟦890.00万元⟧。
        """,
        tables: [
          "公开04": """
          收入/项目,收入/行次,收入/金额,支出/项目,支出/行次,支出/合计,支出/一般公共预算财政拨款,支出/政府性基金预算财政拨款,支出/国有资本经营预算财政拨款
          一、一般公共预算财政拨款,1,900.00,一、一般公共服务支出,33,880.00,880.00,,
          本年收入合计,27,900.00,本年支出合计,59,880.00,880.00,,
          年初结转和结余,28,,年末结转和结余,60,20.00,20.00,,
          总计,32,900.00,总计,64,900.00,900.00,,
          """
        ]),
      RuleExample(
        "金额与表相同",
        """
        # 第二部分 部门决算情况说明
        ## 四、财政拨款收入支出决算总体情况说明
        2024年度财政拨款收入支出总计900.00万元。
        """,
        tables: [
          "公开04": """
          收入/项目,收入/行次,收入/金额,支出/项目,支出/行次,支出/合计,支出/一般公共预算财政拨款,支出/政府性基金预算财政拨款,支出/国有资本经营预算财政拨款
          一、一般公共预算财政拨款,1,900.00,一、一般公共服务支出,33,880.00,880.00,,
          本年收入合计,27,900.00,本年支出合计,59,880.00,880.00,,
          年初结转和结余,28,,年末结转和结余,60,20.00,20.00,,
          总计,32,900.00,总计,64,900.00,900.00,,
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
