internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN18: a completion rate of a budget of nothing.
struct CompletionOfNothing: Rule {
  static let metadata = RuleMetadata(
    id: "NN18", category: "N4", severity: .warning, title: "预算为零仍写完成率",
    summary: "年初预算为零时不写完成率。",
    rationale: "零预算没有完成率可算，写“100%”更与事实不符。",
    source: "算术：除数为零",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        1.社会保障和就业支出（类）就业补助（款）职业培训补贴（项）。年初预算为0.00万元，支出决算为30.00万元，完成年初预算的⟦100.00%⟧。
        """),
      RuleExample(
        "有误：没有支出",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        “三公”经费支出年初预算为8.00万元，支出决算为6.00万元，完成预算的75.00%，其中：因公出国（境）费支出决算为0.00万元，完成预算的⟦100%⟧；公务接待费支出决算为6.00万元，完成预算的75.00%。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        1.社会保障和就业支出（类）就业补助（款）职业培训补贴（项）。年初预算为0.00万元，支出决算为30.00万元。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        因公出国（境）费年初预算为0.00万元，支出决算为0.00万元，完成年初预算的0.00%。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    reportOfNoBudget(context, into: &findings)
    for relation in context.facts.relations {
      guard case .completion(let budget, _, let rate) = relation else { continue }
      let statements = context.facts.statements
      guard let planned = statements[budget].quantity.amount, planned.number.isZero,
        let printed = statements[rate].quantity.percentage, !printed.isZero
      else { continue }
      let text = context.facts.passages[statements[rate].passage].text
      findings.report(
        text, statements[rate].range, "预算数为 0，不能计算完成率", confidence: .high,
        actual: "\(printed)%", evidence: [.init("预算数", text, statements[budget].range)],
        suggestion: "删去完成率", rests: [.amount(budget)])
    }
  }

  /// 支出决算0.00万元，完成预算的100%: nothing spent is no part of any budget.
  private func reportOfNoBudget(_ context: LintContext, into findings: inout FindingSink) {
    let statements = context.facts.statements
    var compared = Set<Int>()
    for case .completion(_, _, let rate) in context.facts.relations { compared.insert(rate) }
    for index in statements.indices.dropFirst()
    where !compared.contains(index) {
      let (spent, rate) = (statements[index - 1], statements[index])
      guard case .completion = rate.meaning?.aspect, let printed = rate.quantity.percentage,
        !printed.isZero,
        let amount = spent.quantity.amount, amount.number.isZero,
        spent.passage == rate.passage, spent.sentence == rate.sentence,
        spent.meaning?.aspect == .level(.finalAmount),
        spent.meaning?.subject == rate.meaning?.subject
      else { continue }
      let text = context.facts.passages[rate.passage].text
      findings.report(
        text, rate.range, "决算数为 0，完成率不会是 \(printed)%；预算数也为 0 的，不能计算完成率",
        confidence: .high, actual: "\(printed)%",
        evidence: [.init("决算数", text, spent.range)], suggestion: "核对完成率，没有预算的删去")
    }
  }
}
