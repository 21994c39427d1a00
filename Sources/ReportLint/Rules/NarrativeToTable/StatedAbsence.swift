internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// NT25: said not to be there while the table has an amount.
struct StatedAbsence: Rule {
  static let metadata = RuleMetadata(
    id: "NT25", category: "N1", severity: .error, title: "说无而有数",
    summary: "写“无……收入和支出”的，表中和同一段中相应的数字为零。",
    rationale: "有收支而写没有，是隐瞒或漏改。",
    source: "公开07、08表",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 八、政府性基金预算财政拨款收入支出决算情况说明
        云汀市民政局2024年度无⟦政府性基金预算财政拨款收入⟧和支出。
        """,
        tables: [
          "公开01": """
          收入/项目,收入/行次,收入/决算数,支出/项目,支出/行次,支出/决算数
          一、一般公共预算财政拨款收入,1,900.00,一、一般公共服务支出,31,980.00
          二、政府性基金预算财政拨款收入,2,20.00,二、外交支出,32,
          八、其他收入,8,80.00,,,
          本年收入合计,27,"1,000.00",本年支出合计,57,980.00
          年初结转和结余,29,50.00,年末结转和结余,59,70.00
          总计,30,"1,050.00",总计,60,"1,050.00"
          """
        ]),
      RuleExample(
        "同一段中有数",
        """
        # 第二部分 部门决算情况说明
        ## 八、政府性基金预算财政拨款支出决算情况说明
        2024年度政府性基金预算财政拨款支出决算0.09万元，本年无⟦政府性基金预算财政拨款⟧收、支、余。
        """),
      RuleExample(
        "年初没有安排，不是没有支出",
        """
        # 第二部分 部门决算情况说明
        ## 八、政府性基金预算财政拨款支出决算情况说明
        年初无政府性基金预算财政拨款支出预算，2024年度政府性基金预算财政拨款支出决算0.09万元。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 九、国有资本经营预算财政拨款支出决算情况说明
        云汀市民政局2024年度无国有资本经营预算财政拨款收入和支出。
        """,
        tables: [
          "公开01": """
          收入/项目,收入/行次,收入/决算数,支出/项目,支出/行次,支出/决算数
          一、一般公共预算财政拨款收入,1,900.00,一、一般公共服务支出,31,980.00
          二、政府性基金预算财政拨款收入,2,20.00,二、外交支出,32,
          八、其他收入,8,80.00,,,
          本年收入合计,27,"1,000.00",本年支出合计,57,980.00
          年初结转和结余,29,50.00,年末结转和结余,59,70.00
          总计,30,"1,050.00",总计,60,"1,050.00"
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    for absence in context.facts.absences {
      if let told = amount(beside: absence, context) {
        report(absence, told, context, &findings)
        continue
      }
      let sources = context.evidence.sources(
        of: absence.subject, context.vocabulary.defaultMeasure, in: absence.section)
      guard let source = sources.first(where: { !$0.isDoubtful && !$0.interval.contains(0) }) else {
        continue
      }
      findings.report(
        context.facts.passages[absence.passage].text, absence.range,
        "文中说没有，\(source.label)为 \(source.amount?.description ?? "")",
        evidence: [.init(source.label, source.text)], rests: [.cell(source.text, 0)])
    }
  }

  private func report(
    _ absence: Facts.Absence, _ told: Statement, _ context: LintContext,
    _ findings: inout FindingSink
  ) {
    let text = context.facts.passages[absence.passage].text
    let quote = text.string(told.range)
    findings.report(
      text, absence.range, "这里说没有，同一段中写 \(quote)",
      evidence: [.init(SubjectName(context).name(told), text, told.range)],
      suggestion: "核对金额，改正写错的一处", rests: Ground.amounts([told], context.facts))
  }

  /// An amount of the same paragraph of what is said not to be.
  private func amount(beside absence: Facts.Absence, _ context: LintContext) -> Statement? {
    guard !isOfBudget(absence, context.facts) else { return nil }
    return context.facts.statements(of: absence.passage).first { statement in
      guard let meaning = statement.meaning, statement.region == .plain, meaning.year == nil,
        meaning.fund == nil, meaning.subject == absence.subject,
        meaning.aspect == .level(context.vocabulary.defaultMeasure),
        let amount = statement.quantity.amount
      else { return false }
      return !amount.interval.contains(0)
    }
  }

  /// 年初无…预算: whether the clause speaks of what was planned, or of what else there is.
  private func isOfBudget(_ absence: Facts.Absence, _ facts: Facts) -> Bool {
    let text = facts.passages[absence.passage].text
    let clause = NormalText.bytes(of: text.slice(absence.clause).utf8)
    return Self.plans.contains { clause.firstOffset(of: $0) != nil }
      || text.utf8[absence.range.upperBound...].starts(with: Self.budget)
  }

  private static let plans = ["年初", "安排", "计划", "其他", "除"].map { [UInt8]($0.utf8) }
  private static let budget = [UInt8]("预算".utf8)
}
