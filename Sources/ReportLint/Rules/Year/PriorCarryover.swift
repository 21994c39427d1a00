internal import FiscalModel

/// YR04: changes of the balances that do not lead back to last year's disclosure.
struct PriorCarryover: Rule {
  static let metadata = RuleMetadata(
    id: "YR04", category: "N5", severity: .error, title: "年末结转变动与上年公开数不符",
    summary: "由本年年末结转结余和增减额倒推出的上年数，应当与上年公开的决算相同。",
    rationale: "结转结余的变动要能与上年公开的数对上，才说得清资金去了哪里。",
    source: "本年数 － 增减额 ＝ 上年公开数；需要用 --last 给出上年的公开文本",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        云汀市民政局2024年度支出总计1,000.00万元，年末结转和结余25.00万元。年末结转和结余比上年减少⟦9.00万元⟧，主要原因是项目按期完成。
        """,
        last: .init(
          """
          # 第二部分 部门决算情况说明
          ## 一、收入支出决算总体情况说明
          云汀市民政局2023年度支出总计912.00万元，年末结转和结余32.00万元。
          """)),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        云汀市民政局2024年度支出总计1,000.00万元，年末结转和结余25.00万元。年末结转和结余比上年减少7.00万元，主要原因是项目按期完成。
        """,
        last: .init(
          """
          # 第二部分 部门决算情况说明
          ## 一、收入支出决算总体情况说明
          云汀市民政局2023年度支出总计912.00万元，年末结转和结余32.00万元。
          """)),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    PriorYearFindings(context: context).report("YR04", into: &findings)
  }
}
