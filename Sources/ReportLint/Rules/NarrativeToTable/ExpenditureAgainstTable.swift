internal import FiscalModel

/// NT07: a number of the narrative disagrees with its table.
struct ExpenditureAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT07", category: "N1", severity: .error, title: "支出与表不符",
    summary: "本年支出合计、基本支出、项目支出等与公开03表一致。",
    rationale: "支出结构是决算公开的核心内容。",
    source: "公开03表合计行",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "金额与表不同",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计980.00万元，其中：基本支出⟦610.00万元⟧，占61.22%；项目支出380.00万元，占38.78%。
        """,
        tables: [
          "公开03": """
          科目代码,科目名称,本年支出合计,基本支出,项目支出,上缴上级支出,经营支出,对附属单位补助支出
          ,合计,980.00,600.00,380.00,,,
          201,一般公共服务支出,980.00,600.00,380.00,,,
          """
        ]),
      RuleExample(
        "金额与表相同",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计980.00万元，其中：基本支出600.00万元，占61.22%；项目支出380.00万元，占38.78%。
        """,
        tables: [
          "公开03": """
          科目代码,科目名称,本年支出合计,基本支出,项目支出,上缴上级支出,经营支出,对附属单位补助支出
          ,合计,980.00,600.00,380.00,,,
          201,一般公共服务支出,980.00,600.00,380.00,,,
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
