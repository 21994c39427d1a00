internal import FiscalModel

/// YR02: changes of appropriations and of 科目 that do not lead back to last year's disclosure.
struct PriorAppropriation: Rule {
  static let metadata = RuleMetadata(
    id: "YR02", category: "N5", severity: .error, title: "上年财政拨款与上年公开数不符",
    summary: "由本年数和增减额倒推出的上年财政拨款收支、一般公共预算支出和各科目支出，应当与上年公开的决算相同。",
    rationale: "增减额照抄或者算错，只看本年的文本看不出来。",
    source: "本年数 － 增减额 ＝ 上年公开数；需要用 --last 给出上年的公开文本",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （一）一般公共预算财政拨款支出决算总体情况
        2024年度一般公共预算财政拨款支出600.00万元，与2023年度相比，一般公共预算财政拨款支出减少⟦50.00万元⟧。主要原因：设备购置减少。
        """,
        last: .init(
          """
          # 第二部分 部门决算情况说明
          ## 五、一般公共预算财政拨款支出决算情况说明
          ### （一）一般公共预算财政拨款支出决算总体情况
          2023年度一般公共预算财政拨款支出640.00万元。
          """)),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （一）一般公共预算财政拨款支出决算总体情况
        2024年度一般公共预算财政拨款支出600.00万元，与2023年度相比，一般公共预算财政拨款支出减少40.00万元，下降6.25%。主要原因：设备购置减少。
        """,
        last: .init(
          """
          # 第二部分 部门决算情况说明
          ## 五、一般公共预算财政拨款支出决算情况说明
          ### （一）一般公共预算财政拨款支出决算总体情况
          2023年度一般公共预算财政拨款支出640.00万元。
          """)),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    PriorYearFindings(context: context).report("YR02", into: &findings)
  }
}
