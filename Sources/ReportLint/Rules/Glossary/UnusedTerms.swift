internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards

/// GL03: a term that is explained and stands nowhere else.
struct UnusedTerms: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "GL03", category: "S4", severity: .info, title: "解释未使用",
    summary: "名词解释里的名词在正文或表里用到，或者是模板规定的名词。",
    rationale: "别处没有的名词多是从旧稿抄来的。",
    source: "名词解释模板",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计30.00万元，其中：基本支出20.00万元，项目支出10.00万元。
        # 第三部分 名词解释
        1.基本支出：指保障机构运转的支出。

        2.项目支出：指完成特定任务的支出。

        3.⟦财政专户管理教育收费⟧：指缴入财政专户的教育收费。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 三、支出决算情况说明
        本年支出合计30.00万元，其中：基本支出20.00万元，项目支出10.00万元。
        # 第三部分 名词解释
        1.基本支出：指保障机构运转的支出。

        2.项目支出：指完成特定任务的支出。

        3.经营支出：指非独立核算经营活动发生的支出。
        """),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let glossary = context.glossary
    guard glossary.entries.count >= 3 else { return }
    // 科目 paths are judged by their own rule; short terms are too general to be sure.
    let terms = glossary.entries.filter { entry in
      let name = entry.name.unicodeScalars
      return name.count >= 4 && !name.contains("（") && !name.contains("(")
    }
    guard !terms.isEmpty else { return }
    let set = PhraseSet(terms.map(\.name))
    var isUsed = [Bool](repeating: false, count: terms.count)
    for match in set.matches(in: context.text) {
      let passage = context.passages[context.text.passage(at: match.range.lowerBound)]
      guard passage.kind != .glossaryEntry else { continue }
      for index in terms.indices where set.phrases[index] == set.phrases[match.phrase] {
        isUsed[index] = true
      }
    }
    guard isUsed.contains(false) else { return }
    let forms = Self.formNames(context)
    for (index, entry) in terms.enumerated() where !isUsed[index] && !hasQuotes(entry) {
      let name = entry.name.scalarValues
      guard !forms.contains(where: { $0.holds(name) || name.holds($0) }) else { continue }
      findings.report(
        entry.text, entry.term, "“\(entry.name)”在正文和表里都没有用到", confidence: .medium,
        suggestion: "不用的名词可以删去")
    }
  }

  private func hasQuotes(_ entry: PrintedGlossary.Entry) -> Bool {
    entry.text.string(entry.term).contains { "“”\"".contains($0) }
  }

  /// The names that the form prescribes, in tables and glossary; templates keep their terms.
  private static func formNames(_ context: ReportSurface) -> [[UInt32]] {
    var names = context.wording.glossaryTerms.flatMap { [$0.name] + $0.otherNames }
    for table in context.layout.tables {
      names += table.columns.map { $0.key }
      for block in table.blocks {
        if case .listed(let rows) = block.rows { names += rows.flatMap(\.names) }
      }
    }
    return names.map { Name($0).scalars }.filter { $0.count >= 4 }
  }
}
