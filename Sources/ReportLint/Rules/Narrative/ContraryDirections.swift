internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN26: the words for a change and its rate point in opposite directions.
struct ContraryDirections: Rule {
  static let metadata = RuleMetadata(
    id: "NN26", category: "N6", severity: .error, title: "增减词前后矛盾",
    summary: "同一变动的金额和百分比所用的方向词一致：增加与增长，减少与下降。",
    rationale: "方向词相反时，读者无从判断是增是减。",
    source: "算术：增减额与增减率同号",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        机关运行经费支出120.50万元，比2023年度减少4.50万元，⟦增长⟧3.60%，主要原因是压减开支。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （一）机关运行经费支出情况
        机关运行经费支出120.50万元，比2023年度减少4.50万元，下降3.60%，主要原因是压减开支。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let statements = context.facts.statements
    for index in statements.indices.dropLast() {
      guard case .change(let base) = statements[index].meaning?.aspect,
        statements[index].passage == statements[index + 1].passage,
        statements[index + 1].meaning?.aspect == .rate(base),
        statements[index].meaning?.subject == statements[index + 1].meaning?.subject
      else { continue }
      let (first, second) = (statements[index], statements[index + 1])
      guard let one = first.direction, let two = second.direction, one != two,
        let place = second.directionRange, let other = first.directionRange,
        !(first.quantity.printed?.isZero ?? true), !(second.quantity.printed?.isZero ?? true)
      else { continue }
      let text = context.facts.passages[second.passage].text
      if context.reconciliation.agreements(of: index).contains(where: \.isReversed) {
        let right = two == .up ? "增加" : "减少"
        findings.report(
          text, other, "“\(text.string(other))”与“\(text.string(place))”方向相反，按金额计算应为\(right)",
          confidence: .high, actual: text.string(other), expected: right,
          evidence: [.init("比例的方向", text, place)], suggestion: "改为“\(right)”")
        continue
      }
      let right = one == .up ? "增长" : "下降"
      findings.report(
        text, place, "“\(text.string(other))”与“\(text.string(place))”方向相反", confidence: .high,
        actual: text.string(place), expected: right,
        evidence: [.init("金额的方向", text, other)], suggestion: "核对方向后改为“\(right)”")
    }
  }
}
