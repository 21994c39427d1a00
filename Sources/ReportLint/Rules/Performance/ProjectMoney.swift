internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF14: the narrative gives a project other money than its sheet.
struct ProjectMoney: Rule {
  static let metadata = RuleMetadata(
    id: "PF14", category: "N1", severity: .error, title: "文字与自评表的预算数、执行数不一致",
    summary: "说明中项目的全年预算数、执行数与该项目自评表一致。",
    rationale: "同一项目两个金额，至少有一个是错的。",
    source: "绩效自评表",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        1.社区养老服务项目自评综述：项目自评得分为99分。全年预算数为⟦120.00万元⟧，执行数为90.00万元，完成预算的75.00%。

        # 第五部分 项目支出绩效自评表

        {表 绩效1}
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,社区养老服务项目,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分
          年度资金总额,100.00,90.00,10,90.00%,9
          二级指标,三级指标,年度指标值,实际完成值,分值,得分
          数量指标,服务人次,≥500人次,520人次,40,40
          质量指标,服务合格率,≥95%,98%,30,30
          满意度指标,群众满意度,≥90%,95%,20,20
          总分,,,,100,99
          """
        ]),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        1.社区养老服务项目自评综述：项目自评得分为99分。全年预算数为100.00万元，执行数为90.00万元，完成预算的90.00%。

        # 第五部分 项目支出绩效自评表

        {表 绩效1}
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,社区养老服务项目,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分
          年度资金总额,100.00,90.00,10,90.00%,9
          二级指标,三级指标,年度指标值,实际完成值,分值,得分
          数量指标,服务人次,≥500人次,520人次,40,40
          质量指标,服务合格率,≥95%,98%,30,30
          满意度指标,群众满意度,≥90%,95%,20,20
          总分,,,,100,99
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    for project in context.projects {
      for (stated, printed, name) in [
        (project.budget, project.sheet.budget, "全年预算数"),
        (project.executed, project.sheet.executed, "执行数"),
      ] {
        guard let stated, let printed, let amount = stated.quantity.amount,
          !amount.number.interval.overlaps(printed.number.interval)
        else { continue }
        findings.report(
          context.facts.passages[stated.passage].text, stated.range,
          "文中\(name)为 \(amount.number)，自评表为 \(printed.number)", actual: "\(amount.number)",
          expected: "\(printed.number)",
          evidence: [.init("自评表\(name)", printed.text, printed.range)],
          suggestion: "改为 \(printed.number)\(amount.unit.rawValue)")
      }
    }
  }
}
