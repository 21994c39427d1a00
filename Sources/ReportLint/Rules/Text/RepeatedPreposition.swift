internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// TX37: the same preposition twice in one clause.
struct RepeatedPreposition: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX37", category: "T3", severity: .warning, title: "一个分句里介词重复",
    summary: "同一个分句里不应当两次用同一个“依照”“按照”“根据”“针对”等介词。",
    rationale: "多半是改动文字时留下了旧的半句。",
    source: "语法",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        退休人员补贴⟦依照调整情况依照⟧有关标准发放。
        """),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        退休人员补贴依照有关标准，按照人数发放。
        """),
      RuleExample(
        "无误：第二个是另一层意思",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        按照年初计划应按照规定程序办理；按照标准或者按照合同支付。
        """),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    for (index, passage) in context.prose where passage.kind == .paragraph {
      var last: PhraseSet.Match?
      for match in context.grammar.prepositions.matches(in: text, text.range(of: index)) {
        defer { last = match }
        guard let before = last, before.phrase == match.phrase,
          case let between = before.range.upperBound..<match.range.lowerBound,
          (Self.shortest...Self.longest).contains(between.count),
          between.allSatisfy({ isIdeograph(text.scalars[$0]) }),
          !context.grammar.joints.contains(text.scalars[between.upperBound - 1])
        else { continue }
        let word = text.string(match.range)
        findings.report(
          before.range.lowerBound..<match.range.upperBound, in: context, "同一分句里用了两次“\(word)”",
          confidence: .medium, suggestion: "删去多余的半句，或者用标点断开")
      }
    }
  }

  private static let shortest = 2
  private static let longest = 12
}
