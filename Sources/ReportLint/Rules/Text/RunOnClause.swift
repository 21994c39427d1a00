internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// TX39: clauses that run into each other without a mark.
struct RunOnClause: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX39", category: "T3", severity: .info, title: "分句之间可能缺标点",
    summary: "贯彻落实精神、部署之后另起一项工作的，中间应当有逗号；两个带数量的动作之间应当有标点。",
    rationale: "漏了标点，两件事就连成一句。",
    source: "GB/T 15834-2011《标点符号用法》",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        贯彻落实上级会议⟦精神组织⟧实施养老服务规划。
        """),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        贯彻落实上级会议精神，组织实施养老服务规划；按照会议精神组织开展活动。
        """),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    let (grammar, joints) = (context.grammar, context.grammar.runOns)
    for match in joints.matches(in: text) {
      guard let range = Self.paragraph(around: match.range.lowerBound, context) else { continue }
      let clause = Self.clauseStart(text, match.range.lowerBound, range)..<match.range.lowerBound
      guard grammar.carryingOut.isFound(in: text, clause),
        !grammar.manners.isFound(in: text, clause)
      else { continue }
      findings.report(
        match.range, in: context, "“\(text.string(match.range))”中间可能缺少逗号", confidence: .medium,
        suggestion: "核对是否漏了标点")
    }
    for counter in Self.counters {
      for index in text.places(of: counter) { checkCount(at: index, context, into: &findings) }
    }
  }

  /// The code points of the paragraph that an index stands in; nil if it stands in none.
  private static func paragraph(around index: Int, _ context: ReportSurface) -> Range<Int>? {
    let passage = context.text.passage(at: index)
    return context.passages[passage].kind == .paragraph ? context.text.range(of: passage) : nil
  }

  private static let stops = "，。；：、".scalarValues

  private static func clauseStart(
    _ text: DocumentText, _ index: Int, _ passage: Range<Int>
  ) -> Int {
    var start = index
    while start > passage.lowerBound, !stops.contains(text.scalars[start - 1]) { start -= 1 }
    return start
  }

  /// Counts behind which only a new clause has a verb: 学习13次印制资料650册.
  private static let counters = "次场期".scalarValues

  private func checkCount(
    at index: Int, _ context: ReportSurface, into findings: inout FindingSink
  ) {
    let text = context.text
    guard isDigit(text.scalar(index - 1)),
      let range = Self.paragraph(around: index, context), index + 1 < range.upperBound,
      case let behind = (index + 1)..<min(index + 3, range.upperBound),
      let verb = context.grammar.countedActions.matches(in: text, behind).first,
      verb.range.lowerBound == index + 1,
      // 开展3次培训，: without object it is what was done.
      verb.range.upperBound < range.upperBound,
      !Self.stops.contains(text.scalars[verb.range.upperBound])
    else { return }
    // 每年2次组织: how often, not what was done.
    var start = index
    while start > range.lowerBound, isDigit(text.scalars[start - 1]) { start -= 1 }
    let before = start > range.lowerBound ? text.scalars[start - 1] : 0
    guard isIdeograph(before), !Self.adverbs.contains(before) else { return }
    findings.report(
      start..<verb.range.upperBound, in: context, "数量后面直接接了另一个动作，可能缺少标点",
      confidence: .medium, suggestion: "核对是否漏了逗号")
  }

  private static let adverbs = "第每共计约年月先已再分多".scalarValues
}
