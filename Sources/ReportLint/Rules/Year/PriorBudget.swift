internal import FiscalModel

/// YR08: changes of a budget that do not lead back to last year's budget.
struct PriorBudget: Rule {
  static let metadata = RuleMetadata(
    id: "YR08", category: "N5", severity: .error, title: "上年预算数与上年公开预算不符",
    summary: "由本年预算数和增减额倒推出的上年预算数，应当与上年公开的预算相同。",
    rationale: "“比上年预算增加”的基数就是上年公开过的预算，两份文本必须对得上。",
    source: "本年数 － 增减额 ＝ 上年公开数；需要用 --last 给出上年的公开文本",
    kinds: [.budget],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门预算情况说明
        ## 一、收支总体情况
        2024年收入预算1,560.00万元，比2023年预算减少⟦80.00万元⟧，主要原因是项目调整。
        """,
        layout: "budget",
        last: .init(
          """
          # 第二部分 部门预算情况说明
          ## 一、收支总体情况
          2023年收入预算1,650.00万元。
          """)),
      RuleExample(
        "无误",
        """
        # 第二部分 部门预算情况说明
        ## 一、收支总体情况
        2024年收入预算1,560.00万元，比2023年预算减少90.00万元，主要原因是项目调整。
        """,
        layout: "budget",
        last: .init(
          """
          # 第二部分 部门预算情况说明
          ## 一、收支总体情况
          2023年收入预算1,650.00万元。
          """)),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    PriorYearFindings(context: context).report("YR08", into: &findings)
  }
}
