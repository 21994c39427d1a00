internal import FiscalModel

/// NT23: a number of the narrative disagrees with its table.
struct GovernmentFundsAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT23", category: "N1", severity: .error, title: "政府性基金收支与表不符",
    summary: "政府性基金预算财政拨款收入、支出、结转与公开07表一致。",
    rationale: "政府性基金专款专用，单独公开。",
    source: "公开07表",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "金额与表不同",
        """
        # 第二部分 部门决算情况说明
        ## 八、政府性基金预算财政拨款收入支出决算情况说明
        政府性基金预算财政拨款本年收入⟦35.00万元⟧，本年支出30.00万元。
        """,
        tables: [
          "公开07": """
          科目代码,科目名称,年初结转和结余,本年收入,本年支出/小计,本年支出/基本支出,本年支出/项目支出,年末结转和结余
          ,合计,,30.00,30.00,,30.00,
          229,其他支出,,30.00,30.00,,30.00,
          """
        ]),
      RuleExample(
        "金额与表相同",
        """
        # 第二部分 部门决算情况说明
        ## 八、政府性基金预算财政拨款收入支出决算情况说明
        政府性基金预算财政拨款本年收入30.00万元，本年支出30.00万元。
        """,
        tables: [
          "公开07": """
          科目代码,科目名称,年初结转和结余,本年收入,本年支出/小计,本年支出/基本支出,本年支出/项目支出,年末结转和结余
          ,合计,,30.00,30.00,,30.00,
          229,其他支出,,30.00,30.00,,30.00,
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
