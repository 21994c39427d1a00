internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF05: a weight without a score.
struct MissingScore: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF05", category: "N9", severity: .warning, title: "有分值而没有得分",
    summary: "每个有分值的指标都有得分。",
    rationale: "缺得分的指标等于没有评价。",
    source: "绩效自评表",
    examples: [
      RuleExample(
        "有误",
        """
        # 第五部分 项目支出绩效自评表

        {{表 绩效1}}
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
          质量指标,服务合格率,≥95%,98%,⟦30⟧,
          满意度指标,群众满意度,≥90%,95%,20,20
          总分,,,,100,69
          """
        ]),
      RuleExample(
        "无误",
        """
        # 第五部分 项目支出绩效自评表

        {{表 绩效1}}
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

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for sheet in context.sheets where !sheet.isIncomplete {
      for indicator in sheet.indicators where indicator.score == nil {
        guard let weight = indicator.weight else { continue }
        findings.report(weight.text, weight.range, "这一项有分值 \(weight.number)，没有得分")
      }
    }
  }
}
