internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NT06: sources of revenue and kinds of expenditure that the tables have and the narrative leaves
/// out.
struct MissingSource: Rule {
  static let metadata = RuleMetadata(
    id: "NT06", category: "N1", severity: .warning, title: "收入来源、支出类别遗漏",
    summary: "收入决算情况说明写出公开02表中每一项有数的收入，支出决算情况说明写出公开03表中每一类有数的支出；没有数的可以不列。",
    rationale: "漏写一项，各项之和就不等于合计，读者也不知道还有这笔收支。",
    source: "财预〔2016〕143号；公开02表、公开03表",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 二、收入决算情况说明
        2024年度本年收入合计⟦1,000.00万元⟧，其中：财政拨款收入900.00万元，占90.00%；其他收入40.00万元，占4.00%。
        """, tables: revenue),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 二、收入决算情况说明
        2024年度本年收入合计1,000.00万元，其中：财政拨款收入900.00万元，占90.00%；事业收入60.00万元，占6.00%；其他收入40.00万元，占4.00%。
        """, tables: revenue),
    ])

  private static let revenue = [
    "公开02": """
    # 标题：收入决算表
    # 单位：万元
    科目代码,科目名称,本年收入合计,财政拨款收入,上级补助收入,事业收入,经营收入,附属单位上缴收入,其他收入
    ,合计,1000.00,900.00,,60.00,,,40.00
    208,社会保障和就业支出,1000.00,900.00,,60.00,,,40.00
    20802,民政管理事务,1000.00,900.00,,60.00,,,40.00
    2080201,行政运行,1000.00,900.00,,60.00,,,40.00
    """
  ]

  /// The totals whose parts must be told, with the sections that tell them.
  private static let totals = [
    ("本年收入合计", "narrative.revenue"), ("本年支出合计", "narrative.expenditure"),
  ]

  func check(_ context: LintContext, into findings: inout FindingSink) {
    for (total, section) in Self.totals {
      guard let concept = context.vocabulary.concept(total),
        let anchor = anchor(total, section, context)
      else { continue }
      let parts = Self.direct(concept, context.vocabulary)
      let told = subjects(of: section, context)
      // A part may be told by what it consists of.
      let missing = parts.filter { told.isDisjoint(with: [$0.id] + $0.parts) }
      // A section that names one or none does not go through them.
      guard parts.count - missing.count > 1 else { continue }
      for part in missing { report(part, anchor, section, context, into: &findings) }
    }
  }

  private func report(
    _ part: Concept, _ whole: Int, _ section: String, _ context: LintContext,
    into findings: inout FindingSink
  ) {
    let sources = context.evidence.sources(
      of: .concept(part.id), context.vocabulary.defaultMeasure, in: section)
    guard let source = sources.first, !source.isDoubtful, !source.interval.contains(0),
      let amount = source.amount
    else { return }
    let anchor = context.facts.statements[whole]
    findings.report(
      context.facts.passages[anchor.passage].text, anchor.range,
      "\(source.label)为 \(amount)，这一节没有写“\(part.id)”", confidence: .medium,
      evidence: [.init(source.label, source.text)],
      suggestion: "补写“\(part.id)\(amount.number)\(amount.unit.rawValue)”和占比",
      rests: [.list(of: whole)],
      refutes: [.list(of: whole)])
  }

  /// The parts that are no parts of others: the funds are parts of the fiscal appropriation.
  private static func direct(_ concept: Concept, _ vocabulary: Vocabulary) -> [Concept] {
    let parts = concept.parts.compactMap { vocabulary.concept($0) }
    let nested = Set(parts.flatMap(\.parts))
    return parts.filter { !nested.contains($0.id) }
  }

  /// The concepts that a section names.
  private func subjects(of section: String, _ context: LintContext) -> Set<String> {
    var subjects: Set<String> = []
    for mention in context.facts.mentions {
      guard case .concept(let id) = mention.subject, mention.section?.hasPrefix(section) ?? false
      else { continue }
      subjects.insert(id)
    }
    return subjects
  }

  private func anchor(
    _ total: String, _ section: String, _ context: LintContext
  ) -> Int? {
    context.facts.statements.firstIndex { statement in
      guard let meaning = statement.meaning, meaning.subject == .concept(total),
        case .level(let measure) = meaning.aspect, measure == context.vocabulary.defaultMeasure
      else { return false }
      return meaning.year == nil && statement.region == .plain
        && meaning.section?.hasPrefix(section) ?? false
    }
  }
}
