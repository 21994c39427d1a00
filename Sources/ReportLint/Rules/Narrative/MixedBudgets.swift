internal import FiscalModel
internal import FiscalNarrative

/// NN19: a rate of one budget over the amount of another.
struct MixedBudgets: Rule {
  static let metadata = RuleMetadata(
    id: "NN19", category: "N4", severity: .warning, title: "年初预算与全年预算混用",
    summary: "前面给出的是年初预算数，后面就写“完成年初预算的”；给出的是全年（调整）预算数，就写“完成全年预算的”。",
    rationale: "年初预算与调整后的预算是两个数，口径一混，完成率就无法核对。",
    source: "财预〔2016〕143号；口径前后一致",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        一般公共预算财政拨款支出年初预算为800.00万元，支出决算为880.00万元，完成全年预算的⟦110.00%⟧。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        一般公共预算财政拨款支出年初预算为800.00万元，支出决算为880.00万元，完成预算的110.00%。项目全年预算数为900.00万元，执行数为880.00万元，完成全年预算的97.78%。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    for case .completion(let budget, _, let rate) in context.facts.relations {
      let (amount, share) = (context.facts.statements[budget], context.facts.statements[rate])
      guard case .level(let stated) = amount.meaning?.aspect,
        case .completion(let measure) = share.meaning?.aspect, Self.isContrary(stated, measure),
        context.reconciliation.fault(of: rate) == nil
      else { continue }
      findings.report(
        context.facts.passages[share.passage].text, share.range,
        "前面给出的是\(stated.rawValue)，这里写的是完成\(measure.rawValue)的比例", confidence: .medium,
        evidence: [
          .init(stated.rawValue, context.facts.passages[amount.passage].text, amount.range)
        ], suggestion: "统一口径，写明是年初预算还是全年预算")
    }
  }

  /// A budget of no kind goes with either.
  private static func isContrary(_ one: Measure, _ other: Measure) -> Bool {
    [one, other] == [.originalBudget, .adjustedBudget]
      || [one, other] == [.adjustedBudget, .originalBudget]
  }
}
