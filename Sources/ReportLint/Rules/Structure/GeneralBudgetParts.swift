internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// ST05: one of the three parts of the section on the general public budget is missing.
struct GeneralBudgetParts: Rule {
  static let metadata = RuleMetadata(
    id: "ST05", category: "S1", severity: .warning, title: "一般公共预算支出三部分不全",
    summary: "一般公共预算支出说明分总体、结构、具体三部分的，三部分都有。",
    rationale: "列了总体和结构，缺具体情况，就看不到每个科目的支出。",
    source: "决算公开模板第五部分", kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "无误：总体情况用了别的标题",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        （一）规模变化。一般公共预算财政拨款支出880.00万元，比上年增加80.00万元，增长10.00%。

        （二）结构情况。教育支出800.00万元，占90.91%；住房保障支出80.00万元，占9.09%。

        （三）具体情况。

        1.教育支出（类）普通教育（款）小学教育（项）800.00万元。

        2.住房保障支出（类）住房改革支出（款）住房公积金（项）80.00万元。
        """),
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## ⟦五、一般公共预算财政拨款支出决算情况说明⟧
        ### （一）一般公共预算财政拨款支出决算总体情况
        支出10.00万元。
        ### （二）一般公共预算财政拨款支出决算结构情况
        教育支出（类）10.00万元，占100.00%。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        支出10.00万元，其中教育支出（类）10.00万元。
        """),
      RuleExample(
        "缺了中间的一部分",
        """
        # 第二部分 部门决算情况说明
        ## ⟦五、一般公共预算财政拨款支出决算情况说明⟧
        ### （一）一般公共预算财政拨款支出决算总体情况
        支出10.00万元。
        ### （三）一般公共预算财政拨款支出决算具体情况
        教育支出（类）普通教育（款）小学教育（项）10.00万元。
        """),
      RuleExample(
        "只分总体和具体情况",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （一）财政拨款支出决算总体情况
        支出10.00万元。
        ### （二）财政拨款支出决算具体情况
        教育支出（类）普通教育（款）小学教育（项）10.00万元。
        """),
      RuleExample(
        "只分总体和使用情况",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （一）总体情况
        支出10.00万元。
        ### （二）使用情况
        教育支出（类）6.00万元，占60.00%；住房保障支出（类）4.00万元，占40.00%。
        """),
    ])

  private static let parts = ["overall", "structure", "items"].map { "narrative.general.\($0)" }
  /// Words by which a part is known under another heading.
  private static let words = [
    PhraseSet(["总体情况"]), PhraseSet(["结构情况"]),
    PhraseSet(["具体情况", "具体使用情况", "具体支出情况"]),
  ]

  func check(_ context: LintContext, into findings: inout FindingSink) {
    guard let section = context.report.section("narrative.general"), let heading = section.heading
    else { return }
    let headed = Self.parts.indices.filter { isHeaded($0, context) }
    guard headed.count == 2 else { return }
    for index in Self.parts.indices where !headed.contains(index) {
      // Shares of items tell the structure, under whatever heading; and there are forms that have a
      // whole and its items only.
      if Self.parts[index] == Self.structure, tellsShares(context) || isInTwoParts(section) {
        continue
      }
      if Self.parts[index] == Self.overall, tellsChange(context) { continue }
      guard let form = context.layout.section(Self.parts[index]) else { continue }
      findings.report(
        heading, nil, "缺少“\(form.titles[0])”", expected: form.titles[0], suggestion: "补上这一部分")
    }
  }

  private static let overall = "narrative.general.overall"
  private static let structure = "narrative.general.structure"

  /// Whether the section has two parts, numbered as such.
  private func isInTwoParts(_ section: Section) -> Bool {
    section.sections.compactMap(\.number?.value) == [1, 2]
  }

  /// Whether the items of the section come with their shares, so that its structure is told.
  private func tellsShares(_ context: LintContext) -> Bool {
    let shares = context.facts.statements.count { statement in
      guard case .share = statement.meaning?.aspect, case .functional = statement.meaning?.subject,
        let role = statement.meaning?.section
      else { return false }
      return role.hasPrefix("narrative.general")
    }
    return shares >= Self.leastShares
  }

  private static let leastShares = 2

  /// （一）规模变化。: whether the section compares its whole with the year before, under whatever heading.
  private func tellsChange(_ context: LintContext) -> Bool {
    let whole = context.vocabulary.section("narrative.general")?.subject
    return context.facts.statements.contains { statement in
      guard case .concept(let id) = statement.meaning?.subject, id == whole,
        statement.meaning?.aspect == .change(.priorYear),
        let role = statement.meaning?.section
      else { return false }
      return role.hasPrefix("narrative.general")
    }
  }

  private func isHeaded(_ index: Int, _ context: LintContext) -> Bool {
    context.prose.contains { place, passage in
      guard passage.role?.hasPrefix("narrative.general") ?? false else { return false }
      if passage.role == Self.parts[index] { return true }
      let range = context.text.range(of: place)
      return Self.words[index].isFound(
        in: context.text, range.lowerBound..<min(range.lowerBound + 40, range.upperBound))
    }
  }
}
