internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// TX16: amounts with other decimals than the rest of the narrative.
struct DecimalPlaces: Rule {
  static let metadata = RuleMetadata(
    id: "TX16", category: "T5", severity: .info, title: "小数位数不一",
    summary: "说明文字里以万元为单位的金额一律保留两位小数。",
    rationale: "位数不一，看不出是整数还是省略了零。",
    source: "部门决算公开表样：金额保留两位小数",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收入总计30.00万元，支出总计30.00万元，本年收入合计10.00万元，本年支出合计23.50万元，年初结转和结余20.00万元，年末结转和结余⟦6.5⟧万元。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收入总计30.00万元，支出总计30.00万元，本年收入合计10.00万元，本年支出合计30.00万元，年初结转和结余20.00万元，单价100万元（含）以上设备0台，没有其他支出0万元。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let amounts = context.facts.statements.compactMap { statement -> NarrativeAmount? in
      guard let amount = NarrativeAmount(statement, context), !amount.number.isZero,
        amount.isFigure, amount.unit == .tenThousandYuan, !isAsInTable(statement, context)
      else { return nil }
      return amount
    }
    MinorityReport(
      amounts, isOdd: { $0.number.decimals == 2 },
      message: { isTwo in
        isTwo ? "别处的金额不是两位小数" : "别处的金额保留两位小数，这里不是"
      },
      suggestion: "统一小数位数"
    ).report(into: &findings)
  }

  /// Whether an amount has other than two decimals because the table that it is taken from has them.
  private func isAsInTable(_ statement: Statement, _ context: LintContext) -> Bool {
    guard let amount = statement.quantity.amount, amount.number.decimals != 2 else { return false }
    return context.evidence.sources(for: statement).contains {
      $0.amount?.unit == amount.unit && $0.amount?.number == amount.number
    }
  }
}
