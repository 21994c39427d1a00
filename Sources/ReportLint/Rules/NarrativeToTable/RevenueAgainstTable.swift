internal import FiscalModel

/// NT05: a number of the narrative disagrees with its table.
struct RevenueAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT05", category: "N1", severity: .error, title: "收入与表不符",
    summary: "本年收入合计和各项收入来源与公开02表一致。",
    rationale: "收入来源是公众了解部门资金的入口。",
    source: "公开02表合计行",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "金额与表不同",
        """
        # 第二部分 部门决算情况说明
        ## 二、收入决算情况说明
        本年收入合计1,000.00万元，其中：财政拨款收入900.00万元，占90.00%；其他收入⟦110.00万元⟧，占10.00%。
        """,
        tables: [
          "公开02": """
          科目代码,科目名称,本年收入合计,财政拨款收入,上级补助收入,事业收入,经营收入,附属单位上缴收入,其他收入
          ,合计,"1,000.00",900.00,,,,,100.00
          201,一般公共服务支出,"1,000.00",900.00,,,,,100.00
          """
        ]),
      RuleExample(
        "金额与表相同",
        """
        # 第二部分 部门决算情况说明
        ## 二、收入决算情况说明
        本年收入合计1,000.00万元，其中：财政拨款收入900.00万元，占90.00%；其他收入100.00万元，占10.00%。
        """,
        tables: [
          "公开02": """
          科目代码,科目名称,本年收入合计,财政拨款收入,上级补助收入,事业收入,经营收入,附属单位上缴收入,其他收入
          ,合计,"1,000.00",900.00,,,,,100.00
          201,一般公共服务支出,"1,000.00",900.00,,,,,100.00
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
