internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// NT25: said not to be there while the table has an amount.
struct StatedAbsence: Rule {
  static let metadata = RuleMetadata(
    id: "NT25", category: "N1", severity: .error, title: "说无而表中有数",
    summary: "写“无……收入和支出”的，表中相应数字为零。",
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
      let sources = context.evidence.sources(
        of: absence.subject, context.vocabulary.defaultMeasure, in: absence.section)
      guard let source = sources.first(where: { !$0.interval.contains(0) }) else { continue }
      findings.report(
        context.facts.passages[absence.passage].text, absence.range,
        "文中说没有，\(source.label)为 \(source.amount?.description ?? "")",
        evidence: [.init(source.label, source.text)])
    }
  }
}
