internal import FiscalNarrative
internal import FiscalText

/// YR13: sentences with figures that are the same as last year's.
struct CopiedSentence: Rule {
  static let metadata = RuleMetadata(
    id: "YR13", category: "T1", severity: .warning, title: "整句照抄上年，数字未改",
    summary: "带有金额、百分比的句子与上年公开文本一字不差，而数字又没有表格可以核对的，应当核对是否漏改。",
    rationale: "套用上年文本，最常见的错误就是漏改一句。",
    source: "两年的数恰好都相同的可能很小；需要用 --last 给出上年的公开文本",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ⟦全年开展养老机构安全检查46次，拨付救助资金318.62万元、护理补贴75.43万元，惠及困难群众⟧。
        """,
        last: .init(
          """
          # 第二部分 部门决算情况说明
          ## 十、其他重要事项的情况说明
          全年开展养老机构安全检查46次，拨付救助资金318.62万元、护理补贴75.43万元，惠及困难群众。
          """)),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        全年开展养老机构安全检查52次，拨付救助资金330.15万元、护理补贴81.20万元，惠及困难群众。
        """,
        last: .init(
          """
          # 第二部分 部门决算情况说明
          ## 十、其他重要事项的情况说明
          全年开展养老机构安全检查46次，拨付救助资金318.62万元、护理补贴75.43万元，惠及困难群众。
          """)),
    ])

  /// One figure that is the same in both years is no wonder.
  private static let leastFigures = 2

  func check(_ context: LintContext, into findings: inout FindingSink) {
    guard let last = context.priorYear?.last else { return }
    let copied = Set(Self.sentences(last.facts, last.text).map { last.text.scalars[$0] })
    var doubtful: [Int: [Statement]] = [:]
    for (index, statement) in context.facts.statements.enumerated()
    where Self.isTelling(statement) && !context.reconciliation.isBorneOut(index)
      && context.priorYear?.check(of: index) == nil
    {
      doubtful[statement.passage, default: []].append(statement)
    }
    for range in Self.sentences(context.facts, context.text) {
      let passage = context.text.passage(at: range.lowerBound)
      guard let statements = doubtful[passage] else { continue }
      let bytes = context.text.bytes(range)
      let here = statements.filter { bytes.contains($0.digits.lowerBound) }
      guard Set(here.compactMap { $0.quantity.interval }).count >= Self.leastFigures,
        copied.contains(context.text.scalars[range])
      else { continue }
      findings.report(
        range, in: context, "这句话连同其中的数字与\(last.name)一字不差", confidence: .medium,
        suggestion: "核对其中的数字是不是本年的")
    }
  }

  /// A figure that hardly comes out the same in two years.
  private static func isTelling(_ statement: Statement) -> Bool {
    switch statement.quantity {
    case .amount(let amount): !amount.number.isZero && amount.number.decimals > 0
    case .percentage(let number):
      number.decimals > 0 && !number.isZero && number.grains != 100 * Interval.one
    case .count, .bare, .year, .label, .malformed: false
    }
  }

  /// The sentences of the paragraphs, as ranges of code points without their full stops.
  private static func sentences(_ facts: Facts, _ text: DocumentText) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    for index in text.prose where facts.passages[index].kind == .paragraph {
      let range = text.range(of: index)
      var start = range.lowerBound
      for place in range where text.scalars[place] == 0x3002 {
        if start < place { sentences.append(start..<place) }
        start = place + 1
      }
      if start < range.upperBound { sentences.append(start..<range.upperBound) }
    }
    return sentences
  }
}
