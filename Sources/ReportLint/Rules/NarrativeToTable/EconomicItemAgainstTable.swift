internal import FiscalModel

/// NT17: a number of the narrative disagrees with its table.
struct EconomicItemAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT17", category: "N1", severity: .error, title: "经济科目金额与表不符",
    summary: "基本支出说明中各经济科目的金额与公开06表一致。",
    rationale: "基本支出按规定公开到经济分类款级。",
    source: "《预算法实施条例》第六条；公开06表",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "金额与表不同",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        人员经费480.00万元，主要包括：基本工资⟦450.00万元⟧。
        """,
        tables: [
          "公开06": """
          科目代码,科目名称,决算数,科目代码,科目名称,决算数,科目代码,科目名称,决算数
          301,工资福利支出,480.00,302,商品和服务支出,110.00,310,资本性支出,10.00
          30101,基本工资,480.00,30201,办公费,110.00,31002,办公设备购置,10.00
          ,人员经费合计,480.00,,,,,公用经费合计,120.00
          """
        ]),
      RuleExample(
        "金额与表相同",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        人员经费480.00万元，主要包括：基本工资480.00万元。
        """,
        tables: [
          "公开06": """
          科目代码,科目名称,决算数,科目代码,科目名称,决算数,科目代码,科目名称,决算数
          301,工资福利支出,480.00,302,商品和服务支出,110.00,310,资本性支出,10.00
          30101,基本工资,480.00,30201,办公费,110.00,31002,办公设备购置,10.00
          ,人员经费合计,480.00,,,,,公用经费合计,120.00
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
