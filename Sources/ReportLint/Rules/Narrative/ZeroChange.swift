internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN29: changes of zero that are worded as a rise or a fall.
struct ZeroChange: Rule {
  static let metadata = RuleMetadata(
    id: "NN29", category: "N6", severity: .info, title: "没有变动却写增加或减少",
    summary: "与上年相同的写“持平”，不写“增加0.00万元”。",
    rationale: "没有变动就无所谓增减。",
    source: "“持平”的写法",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度公务接待费支出3.00万元，比2023年度⟦增加0.00万元⟧。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度公务接待费支出3.00万元，与2023年度持平。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    for statement in context.facts.statements {
      guard case .change = statement.meaning?.aspect, let amount = statement.quantity.amount,
        amount.number.isZero, statement.direction == .up || statement.direction == .down,
        let word = statement.directionRange, word.lowerBound < statement.range.lowerBound,
        statement.range.lowerBound - word.upperBound <= Self.reach
      else { continue }
      let text = context.facts.passages[statement.passage].text
      findings.report(
        text, word.lowerBound..<statement.range.upperBound, "变动为零，却写成增减", suggestion: "改为“持平”")
    }
  }

  /// The word stands right before the number.
  private static let reach = 6
}
