internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF13: the narrative gives a project another score than its sheet.
struct ProjectScore: Rule {
  static let metadata = RuleMetadata(
    id: "PF13", category: "N1", severity: .error, title: "文字与自评表的得分不一致",
    summary: "说明中项目的自评得分与该项目自评表的总得分一致。",
    rationale: "同一结论两个数，公众无所适从。",
    source: "绩效自评表",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        1.社区养老服务项目自评综述：项目自评得分为⟦89⟧分。全年预算数为100.00万元，执行数为90.00万元，完成预算的90.00%。

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
      guard let score = project.score, let total = project.sheet.totalScore,
        !score.number.interval.overlaps(total.number.interval)
      else { continue }
      findings.report(
        score.text, score.range, "文中自评得分 \(score.number) 分，自评表总得分 \(total.number) 分",
        actual: "\(score.number)", expected: "\(total.number)",
        evidence: [.init("自评表总得分", total.text, total.range)],
        suggestion: "改为 \(total.number) 分")
    }
  }
}
