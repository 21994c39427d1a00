internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN28: numbers that differ are called equal.
struct UnequalCalledEqual: Rule {
  static let metadata = RuleMetadata(
    id: "NN28", category: "N6", severity: .warning, title: "数字不等却写持平",
    summary: "写“持平”“等于”时，两个数相等。",
    rationale: "持平是事实陈述，应与数字一致。",
    source: "算术：比较决算数与预算数",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费年初预算为4.00万元，支出决算为3.00万元，完成年初预算的75.00%，决算数与预算数⟦持平⟧。
        """),
      RuleExample(
        "写了增减额又写持平",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费支出3.00万元。与上年决算相比，增加0.70万元，⟦无差异⟧。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费年初预算为3.00万元，支出决算为3.00万元，完成年初预算的100.00%，决算数与预算数持平。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    checkYears(context, &findings)
    checkChanges(context, &findings)
    for comparison in context.facts.comparisons where comparison.order == .equal {
      guard let budget = comparison.budget, let final = comparison.final else { continue }
      let (planned, spent) = (
        context.facts.statements[budget], context.facts.statements[final]
      )
      guard let one = planned.quantity.amount, let two = spent.quantity.amount,
        !one.interval.overlaps(two.interval)
      else { continue }
      let text = context.facts.passages[comparison.passage].text
      let word = two.grains > one.grains ? "大于" : "小于"
      findings.report(
        text, comparison.range,
        "决算数 \(two.number) 与预算数 \(one.number) 不相等，不是“\(text.string(comparison.range))”",
        confidence: .high, actual: text.string(comparison.range), expected: word,
        evidence: [
          .init("预算数", context.facts.passages[planned.passage].text, planned.range),
          .init("决算数", context.facts.passages[spent.passage].text, spent.range),
        ],
        suggestion: "改为“决算数\(word)预算数”，并说明原因",
        rests: [.amount(budget), .amount(final)])
    }
  }

  /// 增加0.70万元，与上年持平: what has changed is not as it was.
  private func checkChanges(_ context: LintContext, _ findings: inout FindingSink) {
    for unchanged in context.facts.unchanged {
      guard let change = change(before: unchanged, context.facts),
        let amount = change.quantity.amount, !amount.interval.contains(0)
      else { continue }
      let text = context.facts.passages[unchanged.passage].text
      let word = text.string(unchanged.range)
      guard !word.contains("基本") else { continue }
      findings.report(
        text, unchanged.range, "前面写增减 \(text.string(change.range))，不是“\(word)”", actual: word,
        evidence: [.init("增减额", text, change.range)], suggestion: "核对增减额，两处只留一处")
    }
  }

  /// The change of the same subject against the same base that stands right before a word, with
  /// nothing but its rate between the two.
  private func change(before unchanged: Facts.Unchanged, _ facts: Facts) -> Statement? {
    let told = facts.statements(of: unchanged.passage).last {
      $0.range.upperBound <= unchanged.range.lowerBound && $0.quantity.amount != nil
    }
    guard let told, let meaning = told.meaning, meaning.aspect == .change(unchanged.base),
      meaning.subject == unchanged.subject
    else { return nil }
    let between = facts.passages[unchanged.passage].text.slice(
      told.range.upperBound..<unchanged.range.lowerBound)
    return between.utf8.count <= Self.longestBetween ? told : nil
  }

  /// Twelve ideographs: ，增长12.34%，与上年.
  private static let longestBetween = 36

  /// Two years of which both amounts are told.
  private func checkYears(_ context: LintContext, _ findings: inout FindingSink) {
    let statements = context.facts.statements
    for unchanged in context.facts.unchanged {
      guard let level = unchanged.level, let previous = unchanged.previous,
        let now = statements[level].quantity.amount,
        let before = statements[previous].quantity.amount,
        !now.interval.overlaps(before.interval)
      else { continue }
      let text = context.facts.passages[unchanged.passage].text
      let word = text.string(unchanged.range)
      guard !word.contains("基本") else { continue }
      findings.report(
        text, unchanged.range, "\(now.number) 与上年的 \(before.number) 不相等，不是“\(word)”",
        actual: word, expected: now.grains > before.grains ? "增加" : "减少",
        evidence: [
          .init("本年数", text, statements[level].range),
          .init("上年数", text, statements[previous].range),
        ])
    }
  }
}
