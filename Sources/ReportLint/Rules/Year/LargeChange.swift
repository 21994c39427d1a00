internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// YR15: large changes against last year without a reason, or with one that says nothing.
struct LargeChange: Rule {
  static let metadata = RuleMetadata(
    id: "YR15", category: "T6", severity: .info, title: "变动较大而没有具体原因",
    summary: "比上年增减超过30%的，应当写明具体原因；只写“据实列支”“工作需要”“支出增加”等于没有写。比例可以在 limits.txt 里改。",
    rationale: "变动越大，读者越要问为什么；空泛的原因等于没有回答。",
    source: "财预〔2016〕143号：增减变化要说明；比例是经验值，供核对用",
    examples: [
      RuleExample(
        "有误：没有原因",
        """
        # 第二部分 部门决算情况说明
        ## 二、收入决算情况说明
        本年收入合计1,500.00万元，与2023年度相比增加500.00万元，增长⟦50.00%⟧。
        """),
      RuleExample(
        "有误：原因空泛",
        """
        # 第二部分 部门决算情况说明
        ## 二、收入决算情况说明
        本年收入合计1,500.00万元，与2023年度相比增加500.00万元，增长50.00%，主要原因是⟦工作需要⟧。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 二、收入决算情况说明
        本年收入合计1,500.00万元，与2023年度相比增加500.00万元，增长50.00%，主要原因是新建养老服务中心工作需要。
        """),
      RuleExample(
        "无误：变动不大",
        """
        # 第二部分 部门决算情况说明
        ## 二、收入决算情况说明
        本年收入合计1,200.00万元，与2023年度相比增加200.00万元，增长20.00%。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    var told = Set<Int>()
    for statement in context.facts.statements {
      guard isLarge(statement, context), !told.contains(statement.passage) else { continue }
      let text = context.facts.passages[statement.passage].text
      let quote = text.string(statement.range)
      if let reason = ReasonText.range(behind: statement, context) {
        guard context.grammar.isEmptyReason(context.text, reason) else { continue }
        told.insert(statement.passage)
        findings.report(
          reason, in: context, "变动 \(quote)，“\(context.text.string(reason))”没有说出具体原因",
          confidence: .low, suggestion: "写明是哪个项目、哪项政策或者人员、标准的什么变化")
      } else if !hasReason(statement, context) {
        told.insert(statement.passage)
        findings.report(
          text, statement.range, "变动 \(quote)，超过 \(context.limits.change)%，没有说明原因",
          confidence: .low, suggestion: "补写具体原因")
      }
    }
  }

  private func isLarge(_ statement: Statement, _ context: LintContext) -> Bool {
    guard case .rate(let base) = statement.meaning?.aspect, base != .originalBudget,
      statement.region == .plain, let direction = statement.direction, direction != .unchanged,
      let rate = statement.quantity.percentage,
      context.facts.passages[statement.passage].role?.hasPrefix("narrative") ?? false
    else { return false }
    return rate.magnitude.grains > Int128(context.limits.change) * Interval.one
  }

  /// Whether a reason stands in the passage or in the one behind it, which may go on with it.
  private func hasReason(_ statement: Statement, _ context: LintContext) -> Bool {
    if ReasonText.isGiven(for: statement, context) { return true }
    let next = statement.passage + 1
    guard context.facts.passages.indices.contains(next) else { return false }
    return context.facts.passages[next].kind == .paragraph
      && context.grammar.reasons.isFound(in: context.text, context.text.range(of: next))
      || leadsToReason(statement, context)
  }

  /// …，下降35.00%。具体如下： whether the parts are told one by one below, and the reason of one of them with it.
  private func leadsToReason(_ statement: Statement, _ context: LintContext) -> Bool {
    let passages = context.facts.passages
    let passage = passages[statement.passage]
    guard passage.text.utf8.hasBytes(Self.colon, at: passage.text.utf8.count - Self.colon.count)
    else { return false }
    return passages.indices[(statement.passage + 1)...]
      .prefix { passages[$0].role == passage.role && passages[$0].table == nil }
      .prefix(Self.mostParts)
      .contains { context.grammar.reasons.isFound(in: context.text, context.text.range(of: $0)) }
  }

  private static let colon = [UInt8]("：".utf8)
  /// “三公”经费 have five, each with its heading.
  private static let mostParts = 10
}
