internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// GL01: a term that every glossary explains.
struct BasicTerms: Rule {
  static let metadata = RuleMetadata(
    id: "GL01", category: "S4", severity: .warning, title: "基本名词缺失",
    summary: "名词解释包括财政拨款收入、基本支出、项目支出、“三公”经费、机关运行经费等基本名词。",
    rationale: "这些名词每份公开材料都用到，不解释，公众看不懂。",
    source: "财预〔2016〕143号：对专业性较强的名词进行解释",
    examples: [
      RuleExample(
        "有误",
        """
        # ⟦第三部分 名词解释⟧
        1.财政拨款收入：指财政部门拨付的资金。

        2.基本支出：指保障机构运转的支出。

        3.项目支出：指完成特定任务的支出。

        4.机关运行经费：指用于购买货物和服务的资金。
        """),
      RuleExample(
        "无误",
        """
        # 第三部分 名词解释
        1.财政拨款收入：指财政部门拨付的资金。

        2.基本支出、项目支出：指保障机构运转和完成特定任务的支出。

        3.“三公”经费：指因公出国（境）费、公务用车购置及运行维护费和公务接待费。

        4.机构运行经费：指用于购买货物和服务的资金。
        """),
    ])

  private static let leastEntries = 3

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let glossary = context.glossary
    guard glossary.entries.count >= Self.leastEntries, let heading = glossary.heading else {
      return
    }
    for term in context.wording.glossaryTerms {
      guard case .always = term.need, !glossary.explains(term), !isToldAbsent(term, context)
      else { continue }
      findings.report(
        heading, nil, "名词解释缺少“\(term.name)”",
        severity: context.kind == .finalAccounts ? .warning : .info, confidence: .medium,
        expected: term.name,
        suggestion: "补上“\(term.name)”的解释")
    }
  }

  /// Whether the narrative speaks of a term only to say that there is none of it: an institution
  /// that has no 机关运行经费 need not explain what that is.
  private func isToldAbsent(_ term: GlossaryTerm, _ context: LintContext) -> Bool {
    let subject = Subject.concept(term.name)
    guard context.facts.mentions.contains(where: { $0.subject == subject }) else { return false }
    return context.facts.statements.allSatisfy { statement in
      statement.meaning?.subject != subject || statement.quantity.amount?.number.isZero ?? true
    }
  }
}
