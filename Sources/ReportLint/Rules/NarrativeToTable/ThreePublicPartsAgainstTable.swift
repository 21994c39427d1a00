internal import FiscalModel

/// NT22: a number of the narrative disagrees with its table.
struct ThreePublicPartsAgainstTable: Rule {
  static let metadata = RuleMetadata(
    id: "NT22", category: "N1", severity: .error, title: "“三公”经费分项与表不符",
    summary: "因公出国（境）费、公务用车购置及运行维护费、公务接待费与公开09表一致。",
    rationale: "分项金额应当与表逐项对应。",
    source: "公开09表",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "金额与表不同",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费支出⟦3.30万元⟧。
        """,
        tables: [
          "公开09": """
          预算数/合计,预算数/因公出国（境）费,预算数/公务用车购置及运行维护费/小计,预算数/公务用车购置及运行维护费/公务用车购置费,预算数/公务用车购置及运行维护费/公务用车运行维护费,预算数/公务接待费,决算数/合计,决算数/因公出国（境）费,决算数/公务用车购置及运行维护费/小计,决算数/公务用车购置及运行维护费/公务用车购置费,决算数/公务用车购置及运行维护费/公务用车运行维护费,决算数/公务接待费
          10.00,,6.00,,6.00,4.00,8.00,,5.00,,5.00,3.00
          """
        ]),
      RuleExample(
        "金额与表相同",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费支出3.00万元。
        """,
        tables: [
          "公开09": """
          预算数/合计,预算数/因公出国（境）费,预算数/公务用车购置及运行维护费/小计,预算数/公务用车购置及运行维护费/公务用车购置费,预算数/公务用车购置及运行维护费/公务用车运行维护费,预算数/公务接待费,决算数/合计,决算数/因公出国（境）费,决算数/公务用车购置及运行维护费/小计,决算数/公务用车购置及运行维护费/公务用车购置费,决算数/公务用车购置及运行维护费/公务用车运行维护费,决算数/公务接待费
          10.00,,6.00,,6.00,4.00,8.00,,5.00,,5.00,3.00
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
  }
}
