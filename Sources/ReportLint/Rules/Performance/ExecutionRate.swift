internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF06: an execution rate that the money does not give.
struct ExecutionRate: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF06", category: "N9", severity: .error, title: "预算执行率与金额不符",
    summary: "预算执行率等于全年执行数除以全年预算数。",
    rationale: "执行率直接决定执行率得分。",
    source: "绩效自评表：执行率＝全年执行数÷全年预算数",
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
          年度资金总额,100.00,90.00,10,⟦80.00⟧%,9
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
      let rate = sheet.rate ?? sheet.indicators.first(where: \.isExecutionRate)?.actual
      check(sheet.budget, sheet.executed, rate, into: &findings)
      for money in sheet.money.dropFirst() {
        check(money.budget, money.executed, money.rate, into: &findings)
      }
    }
  }

  private func check(
    _ budget: PerformanceSheet.Value?, _ executed: PerformanceSheet.Value?,
    _ rate: PerformanceSheet.Value?, into findings: inout FindingSink
  ) {
    guard let budget, let executed, let rate else { return }
    let interval = Interval(
      lower: rate.number.interval.lower / 100, upper: rate.number.interval.upper / 100)
    guard
      let holds = Rounding.ratio(
        executed.number.interval, to: budget.number.interval, equals: interval), !holds,
      let right = Rounding.percentage(
        executed.number.grains, of: budget.number.grains, decimals: max(2, rate.number.decimals))
    else { return }
    findings.report(
      rate.text, rate.range,
      "执行率 \(rate.number) 与金额不符：\(executed.number) ÷ \(budget.number) ＝ \(right)%",
      actual: "\(rate.number)", expected: "\(right)%",
      arithmetic: "\(executed.number) ÷ \(budget.number)",
      evidence: [
        .init("全年预算数", budget.text, budget.range),
        .init("全年执行数", executed.text, executed.range),
      ], rests: Ground.printed([budget, executed]))
  }
}
