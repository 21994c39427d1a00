internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF08: full points for a target that was missed.
struct MissedTarget: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF08", category: "N9", severity: .error, title: "未达目标而得满分",
    summary: "实际完成值没有达到指标值的，不能得满分。",
    rationale: "没有完成而给满分，自评就失去意义。",
    source: "绩效自评表：指标值、完成值与得分相称",
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
          质量指标,服务合格率,≥95%,90%,30,⟦30⟧
          满意度指标,群众满意度,≥90%,95%,20,20
          总分,,,,100,99
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
      for indicator in sheet.indicators {
        guard let weight = indicator.weight, let score = indicator.score,
          score.number.grains == weight.number.grains, weight.number.mantissa > 0,
          let (target, actual) = Self.missed(indicator)
        else { continue }
        findings.report(
          score.text, score.range,
          "完成值 \(actual.number) 没有达到指标值 \(target.number)，仍得满分 \(score.number)",
          actual: "\(score.number)", expected: "低于 \(weight.number)",
          evidence: [
            .init("指标值", target.text, target.range), .init("完成值", actual.text, actual.range),
          ])
      }
    }
  }

  /// Target and actual value, if the target was missed.
  private static func missed(
    _ indicator: PerformanceSheet.Indicator
  ) -> (target: PerformanceSheet.Value, actual: PerformanceSheet.Value)? {
    guard let comparison = indicator.comparison else { return nil }
    if let target = indicator.target, let actual = indicator.actual {
      let isMissed = isMissed(actual.number.grains, comparison, target.number.grains)
      return isMissed ? (target, actual) : nil
    }
    // 42,000人次: numbers with their units.
    guard IndicatorOutcome(indicator) == .missed, let target = indicator.targetText,
      let actual = indicator.actualText, let planned = MeasuredValue(target),
      let done = MeasuredValue(actual)
    else { return nil }
    return (
      .init(number: planned.number, text: target, range: planned.range),
      .init(number: done.number, text: actual, range: done.range)
    )
  }

  private static func isMissed(
    _ actual: Int128, _ comparison: PerformanceSheet.Comparison, _ target: Int128
  ) -> Bool {
    switch comparison {
    case .atLeast: actual < target
    case .atMost: actual > target
    // More than asked for is no failure.
    case .equal: actual < target
    }
  }
}
