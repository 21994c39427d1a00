internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN41: receptions of foreign guests that exceed the domestic receptions they are part of.
struct ForeignReception: Rule {
  static let metadata = RuleMetadata(
    id: "NN41", category: "N3", severity: .warning, title: "外事接待多于国内接待",
    summary: "“其中”的外事接待，批次、人次和金额都不应当多于国内公务接待。",
    rationale: "部分不能大于全部。",
    source: "部分与全部",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        国内公务接待4批次，40人次，国内公务接待费支出1.20万元，其中：外事接待⟦6批次⟧，20人次，外事接待费支出0.50万元。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        国内公务接待4批次，40人次，国内公务接待费支出1.20万元，其中：外事接待2批次，20人次，外事接待费支出0.50万元。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let facts = ThreePublicFacts(context)
    let wholes = facts.counts("国内公务接待费")
    for (statement, number) in facts.counts("外事接待费") {
      guard case .count(_, let classifier) = statement.quantity,
        let whole = wholes.first(where: {
          if case .count(_, classifier) = $0.0.quantity { true } else { false }
        }), number.grains > whole.1.grains
      else { continue }
      report(statement, whole.0, context, into: &findings)
    }
    if let part = facts.amounts("外事接待费").first, let whole = facts.amounts("国内公务接待费").first,
      part.1.interval.lower > whole.1.interval.upper
    {
      report(part.0, whole.0, context, into: &findings)
    }
  }

  private func report(
    _ part: Statement, _ whole: Statement, _ context: LintContext,
    into findings: inout FindingSink
  ) {
    let (text, other) = (
      context.facts.passages[part.passage].text, context.facts.passages[whole.passage].text
    )
    findings.report(
      text, part.range,
      "外事接待 \(text.string(part.range))，多于国内公务接待 \(other.string(whole.range))",
      confidence: .medium, evidence: [.init("国内公务接待", other, whole.range)], suggestion: "核对两处的数",
      refutes: Ground.amounts([part, whole], context.facts))
  }
}
