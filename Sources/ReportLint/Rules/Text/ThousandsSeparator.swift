internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// TX15: amounts with and without thousands separators in one narrative.
struct ThousandsSeparator: Rule {
  static let metadata = RuleMetadata(
    id: "TX15", category: "T5", severity: .info, title: "千分位写法不一",
    summary: "说明文字里的金额，千分位一律加或一律不加。",
    rationale: "写法不一，读数容易错位。",
    source: "GB/T 15835-2011 5.2",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收入1,000.00万元，支出2,000.00万元，结余3,000.00万元，项目4,000.00万元，基本5,000.00万元，其他⟦6000.00⟧万元。
        """),
      RuleExample(
        "全文两种写法，一节之内只有一种",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收入1,000.00万元，支出2,000.00万元，结余3,000.00万元，项目4,000.00万元，基本5,000.00万元，其他⟦6000.00⟧万元。
        ## 二、收入决算情况说明
        收入1000.00万元，支出2000.00万元，结余3000.00万元，项目4000.00万元，基本5000.00万元，其他6000.00万元。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收入1000.00万元，支出2000.00万元，结余3000.00万元，项目4000.00万元，基本5000.00万元，其他6000.00万元。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let statements = context.facts.statements
    guard !report(statements[...], context, into: &findings) else { return }
    // Where the report at large has both, each of its sections may have one.
    var start = 0
    while start < statements.count {
      let section = role(of: statements[start], context)
      let end = statements[start...].firstIndex { role(of: $0, context) != section }
      report(statements[start..<(end ?? statements.count)], context, into: &findings)
      start = end ?? statements.count
    }
  }

  private func role(of statement: Statement, _ context: LintContext) -> String? {
    context.facts.passages[statement.passage].role
  }

  @discardableResult
  private func report(
    _ statements: ArraySlice<Statement>, _ context: LintContext, into findings: inout FindingSink
  ) -> Bool {
    let amounts = statements.compactMap { NarrativeAmount($0, context) }.filter {
      $0.unit == .tenThousandYuan && $0.number.magnitude.grains >= Self.thousand
    }
    return MinorityReport(
      amounts, isOdd: { $0.number.isGrouped },
      message: { isGrouped in
        isGrouped ? "别处的金额不加千分位，这里加了" : "别处的金额加千分位，这里没有"
      },
      suggestion: "统一千分位写法"
    ).report(into: &findings)
  }

  private static let thousand: Int128 = 1000 * 100_000_000
}
