internal import FiscalModel

/// NT30: a number of the narrative disagrees with what it is made of.
struct BudgetThreePublicAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT30", category: "N1", severity: .error, title: "“三公”经费预算与表不符",
    summary: "“三公”经费及各分项的预算数与预算09表一致。",
    rationale: "“三公”经费是公众最关注的数字。",
    source: "预算09表",
    kinds: [.budget],
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门预算情况说明
        ## 八、“三公”经费预算情况说明
        公务接待费预算⟦3.80万元⟧。
        """,
        tables: [
          "预算09": """
          序号,项目,资金性质/合计,资金性质/一般公共预算财政拨款,资金性质/政府性基金预算拨款,资金性质/国有资本经营预算财政拨款
          1,合计,3.00,3.00,,
          2,“三公”经费小计,3.00,3.00,,
          3,一、因公出国（境）费,,,,
          4,三、公务接待费,3.00,3.00,,
          """
        ],
        layout: "budget", year: 2025),
      RuleExample(
        "相符",
        """
        # 第二部分 部门预算情况说明
        ## 八、“三公”经费预算情况说明
        公务接待费预算3.00万元。
        """,
        tables: [
          "预算09": """
          序号,项目,资金性质/合计,资金性质/一般公共预算财政拨款,资金性质/政府性基金预算拨款,资金性质/国有资本经营预算财政拨款
          1,合计,3.00,3.00,,
          2,“三公”经费小计,3.00,3.00,,
          3,一、因公出国（境）费,,,,
          4,三、公务接待费,3.00,3.00,,
          """
        ],
        layout: "budget", year: 2025),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
