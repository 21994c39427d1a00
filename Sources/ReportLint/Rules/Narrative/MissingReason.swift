internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN30: a difference from the budget, or a change of the expenses that the public watches, without
/// its reason.
struct MissingReason: Rule {
  static let metadata = RuleMetadata(
    id: "NN30", category: "S1", severity: .warning, title: "增减变化没有说明原因",
    summary: "决算数与年初预算数不同的，说明原因；“三公”经费、机关运行经费比上年有增减的，说明原因。",
    rationale: "增减变化的原因是公开的必备内容，历年检查都查这一条。",
    source: "财预〔2016〕143号；历年公开检查",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为590.00万元，支出决算为600.00万元，完成年初预算的101.69%。决算数⟦大于⟧预算数。

        2.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为50.00万元，支出决算为60.00万元，完成年初预算的120.00%。决算数大于预算数的主要原因：缴存基数调整。
        """),
      RuleExample(
        "有误：“三公”经费的变动",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度“三公”经费支出决算6.00万元，比2023年度⟦减少1.00万元⟧，下降14.29%。其中：公务接待费6.00万元，比2023年度减少1.00万元。

        2024年国内公务接待20批次，200人次。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为590.00万元，支出决算为600.00万元，完成年初预算的101.69%。决算数大于预算数的主要原因：人员增加。
        """),
      RuleExample(
        "无误：原因写在分项里",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度“三公”经费支出决算6.00万元，比2023年度减少1.00万元，下降14.29%。

        公务接待费6.00万元，主要原因是压减接待批次。
        """),
      RuleExample(
        "无误：说明了怎样节约",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        我局落实过紧日子的要求，严格控制接待批次和标准。

        2024年度公务接待费支出3.00万元，比2023年度减少1.00万元，下降25.00%。
        """),
      RuleExample(
        "无误：与标准相比，原因写在前面",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        因压减接待批次，2024年度公务接待费支出3.00万元，比2023年度减少1.00万元，下降25.00%。

        公务接待费支出决算3.00万元，国内接待25批次、300人次，人均标准不超过100元。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    if context.kind == .finalAccounts { checkComparisons(context, into: &findings) }
    checkChanges(context, into: &findings)
  }

  private func checkComparisons(_ context: LintContext, into findings: inout FindingSink) {
    for comparison in context.facts.comparisons where comparison.order != .equal {
      let passage = context.facts.passages[comparison.passage]
      let end = clauseEnd(comparison, passage.text)
      guard isOfBudget(comparison, passage.text, end), !hasReason(comparison.passage, context),
        !ReasonText.isGiven(behind: end, comparison.passage, context)
      else { continue }
      findings.report(
        passage.text, comparison.range, "决算数与预算数不同，没有说明原因",
        suggestion: "补写“主要原因：……”")
    }
  }

  /// 决算数小于预算数, not 人均标准不超过120元: whether the sentence gives a budget, or the clause or what
  /// follows in it calls one.
  private func isOfBudget(_ comparison: Comparison, _ text: TracedText, _ end: Int) -> Bool {
    if comparison.budget != nil || comparison.rate != nil, comparison.final != nil { return true }
    return Self.budgets.contains {
      text.utf8.firstOffset(of: $0, from: comparison.clause.lowerBound, to: end) != nil
    }
  }

  private func clauseEnd(_ comparison: Comparison, _ text: TracedText) -> Int {
    let bytes = text.utf8
    return Self.marks.compactMap { bytes.firstOffset(of: $0, from: comparison.range.upperBound) }
      .min() ?? bytes.count
  }

  private static let budgets = ["预算", "决算", "年初"].map { [UInt8]($0.utf8) }
  private static let marks = ["，", "。", "；", "、"].map { [UInt8]($0.utf8) }
  private static let organOperating = "organOperating"
  private static let watched = [("threePublic", "“三公”经费"), (organOperating, "机关运行经费")]

  /// Wherever in its section a reason stands, it may be that of any change there.
  private func checkChanges(_ context: LintContext, into findings: inout FindingSink) {
    for (ending, name) in Self.watched {
      // Passages of one section stand together.
      var last = (role: "", isIn: false)
      let area = context.text.prose.filter { index in
        let passage = context.facts.passages[index]
        guard passage.kind != .contents, let role = passage.role else { return false }
        if role != last.role { last = (role, Self.isIn(role, ending)) }
        return last.isIn
      }
      guard !area.isEmpty, !area.contains(where: { hasReason($0, context) }) else { continue }
      let passages = Set(area)
      let isThrifty = area.contains {
        context.grammar.thrift.isFound(in: context.text, context.text.range(of: $0))
      }
      let changes = context.facts.statements.filter {
        passages.contains($0.passage) && isChange($0) && isOfSection($0, ending, context)
          && !(isThrifty && $0.direction == .down)
      }
      guard let first = changes.first,
        !changes.contains(where: { ReasonText.isGiven(for: $0, context) })
      else { continue }
      let text = context.facts.passages[first.passage].text
      let direction = first.directionRange.map { $0.lowerBound } ?? first.range.lowerBound
      findings.report(
        text, min(direction, first.range.lowerBound)..<first.range.upperBound,
        "\(name)比上年有增减，这一节没有说明原因", suggestion: "补写“主要原因是……”")
    }
  }

  /// Whether a role is a section or stands below it.
  private static func isIn(_ role: String, _ section: String) -> Bool {
    let (role, section) = ([UInt8](role.utf8), [UInt8](section.utf8))
    guard let start = role.firstOffset(of: section) else { return false }
    let (dot, end) = (UInt8(ascii: "."), start + section.count)
    return (start == 0 || role[start - 1] == dot) && (end == role.count || role[end] == dot)
  }

  /// Where a body has no 机关运行经费, its section may tell of 日常公用经费 in their place.
  private func isOfSection(
    _ statement: Statement, _ ending: String, _ context: LintContext
  ) -> Bool {
    guard ending == Self.organOperating,
      let subject = context.vocabulary.section(statement.meaning?.section)?.subject
    else { return true }
    return statement.meaning?.subject == .concept(subject)
  }

  private func isChange(_ statement: Statement) -> Bool {
    guard case .change(let base) = statement.meaning?.aspect, base != .originalBudget,
      statement.meaning?.year == nil, statement.region == .plain,
      let amount = statement.quantity.amount, let direction = statement.direction
    else { return false }
    return !amount.number.isZero && direction != .unchanged
  }

  private func hasReason(_ passage: Int, _ context: LintContext) -> Bool {
    ReasonText.isStated(context.text, context.text.range(of: passage), context.grammar)
  }
}
