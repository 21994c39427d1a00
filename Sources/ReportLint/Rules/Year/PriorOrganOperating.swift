internal import FiscalModel

/// YR06: a change of the operating expenses that does not lead back to last year's disclosure.
struct PriorOrganOperating: Rule {
  static let metadata = RuleMetadata(
    id: "YR06", category: "N5", severity: .error, title: "上年机关运行经费与上年公开数不符",
    summary: "由本年机关运行经费和增减额倒推出的上年数，应当与上年公开的决算相同。",
    rationale: "机关运行经费是《预算法》要求说明的重要事项，比较的基数必须是公开过的数。",
    source: "《预算法》第十四条；本年数 － 增减额 ＝ 上年公开数；需要用 --last 给出上年的公开文本",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        2024年度机关运行经费支出200.00万元，比2023年度减少⟦20.00万元⟧，主要原因是压减办公费。
        """,
        last: .init(
          """
          # 第二部分 部门决算情况说明
          ## 十、其他重要事项的情况说明
          ### （一）机关运行经费支出情况
          2023年度机关运行经费支出210.00万元。
          """)),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        2024年度机关运行经费支出200.00万元，比2023年度减少10.00万元，下降4.76%，主要原因是压减办公费。
        """,
        last: .init(
          """
          # 第二部分 部门决算情况说明
          ## 十、其他重要事项的情况说明
          ### （一）机关运行经费支出情况
          2023年度机关运行经费支出210.00万元。
          """)),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    PriorYearFindings(context: context).report("YR06", into: &findings)
  }
}
