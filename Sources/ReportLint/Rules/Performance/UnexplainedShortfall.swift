internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF10: targets that were missed without a reason in the column for it.
struct UnexplainedShortfall: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF10", category: "N9", severity: .warning, title: "未完成而没有说明原因",
    summary: "完成值没有达到指标值的，应当在“偏差原因”中说明。",
    rationale: "绩效自评要对偏差作出解释，空着就看不出为什么没有完成。",
    source: "绩效自评表的“偏差原因分析及改进措施”栏",
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
          项目名称,社区养老服务项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,100.00,90.00,10,90.00%,9,
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,举办培训班,⟦4期⟧,举办培训班3期,40,40,
          质量指标,服务合格率,≥95%,98%,30,30,
          满意度指标,群众满意度,≥90%,95%,20,20,
          总分,,,,100,99,
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
          项目名称,社区养老服务项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,100.00,90.00,10,90.00%,9,
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,举办培训班,4期,举办培训班3期,40,30,因场地维修少办一期
          质量指标,服务合格率,≥95%,98%,30,30,
          满意度指标,群众满意度,≥90%,95%,20,20,
          总分,,,,100,99,
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for sheet in context.sheets {
      // A reason anywhere in the sheet may stand for all of its rows.
      let isExplained = sheet.indicators.contains { $0.reason != nil }
      for indicator in sheet.indicators
      where indicator.asksReason && indicator.reason == nil && !indicator.isExecutionRate {
        guard let target = indicator.targetText, let actual = indicator.actualText,
          let weight = indicator.weight, let score = indicator.score,
          IndicatorOutcome(indicator) == .missed
        else { continue }
        // Full points for a target with its sign are a fault of their own.
        let isDeducted = score.number.grains < weight.number.grains
        guard isDeducted ? !isExplained : indicator.comparison == nil else { continue }
        findings.report(
          target, nil,
          "指标值 \(target.trimmed().string)，完成 \(actual.trimmed().string)，没有达到，也没有说明原因",
          severity: isDeducted ? .info : nil, actual: actual.trimmed().string,
          expected: target.trimmed().string,
          evidence: [.init("实际完成值", actual), .init("得分", score.text, score.range)],
          suggestion: "补写偏差原因，并核对得分")
        if isDeducted { break }
      }
    }
  }
}
