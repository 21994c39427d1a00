internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF04: a score above the weight of its indicator.
struct ScoreAboveWeight: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF04", category: "N9", severity: .error, title: "得分超过分值",
    summary: "每项得分不超过该项分值。",
    rationale: "得分超过满分，评分必有错误。",
    source: "绩效自评表：得分≤分值",
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
          质量指标,服务合格率,≥95%,98%,30,⟦35⟧
          满意度指标,群众满意度,≥90%,95%,20,20
          总分,,,,100,104
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
    for sheet in context.sheets {
      var pairs = sheet.indicators.compactMap { indicator in
        indicator.weight.flatMap { weight in indicator.score.map { (weight, $0) } }
      }
      if let weight = sheet.rateWeight, let score = sheet.rateScore {
        pairs.append((weight, score))
      }
      for (weight, score) in pairs where score.number.grains > weight.number.grains {
        findings.report(
          score.text, score.range, "得分 \(score.number) 超过分值 \(weight.number)",
          actual: "\(score.number)", expected: "不超过 \(weight.number)",
          evidence: [.init("分值", weight.text, weight.range)],
          refutes: Ground.printed([weight, score]))
      }
    }
  }
}
