internal import FiscalModel

/// NT24: a number of the narrative disagrees with its table.
struct StateCapitalAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT24", category: "N1", severity: .error, title: "国有资本经营预算支出与表不符",
    summary: "国有资本经营预算财政拨款支出与公开08表一致。",
    rationale: "国有资本经营预算单独编列、单独公开。",
    source: "公开08表",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "金额与表不同",
        """
        # 第二部分 部门决算情况说明
        ## 九、国有资本经营预算财政拨款支出决算情况说明
        国有资本经营预算财政拨款支出⟦6.00万元⟧。
        """,
        tables: [
          "公开08": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,5.00,,5.00
          223,国有资本经营预算支出,5.00,,5.00
          """
        ]),
      RuleExample(
        "金额与表相同",
        """
        # 第二部分 部门决算情况说明
        ## 九、国有资本经营预算财政拨款支出决算情况说明
        国有资本经营预算财政拨款支出5.00万元。
        """,
        tables: [
          "公开08": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,5.00,,5.00
          223,国有资本经营预算支出,5.00,,5.00
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
