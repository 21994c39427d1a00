internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF07: more points for the execution rate than it gives.
struct ExecutionScore: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF07", category: "N9", severity: .warning, title: "预算执行率得分与执行率不符",
    summary: "预算执行率得分等于分值乘以执行率，可以四舍五入或舍去尾数。",
    rationale: "得分多给会抬高总分。",
    source: "绩效自评表：得分＝分值×执行率",
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
          年度资金总额,100.00,82.00,10,82.00%,⟦10⟧
          二级指标,三级指标,年度指标值,实际完成值,分值,得分
          数量指标,服务人次,≥500人次,520人次,40,40
          质量指标,服务合格率,≥95%,98%,30,30
          满意度指标,群众满意度,≥90%,95%,20,20
          总分,,,,100,100
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
      guard let budget = sheet.budget, let executed = sheet.executed,
        let weight = sheet.rateWeight, let score = sheet.rateScore,
        budget.number.mantissa > 0
      else { continue }
      let (product, overflow) = weight.number.grains.multipliedReportingOverflow(
        by: executed.number.grains)
      guard !overflow else { continue }
      let exact = product / budget.number.grains
      let given = score.number.grains
      // Cut or rounded to whole points, or printed in full.
      guard given - exact >= Interval.one / 2, let right = PrintedNumber(grains: exact, decimals: 2)
      else { continue }
      findings.report(
        score.text, score.range, "执行率得分应为 \(right)，这里写 \(score.number)",
        confidence: .medium, actual: "\(score.number)", expected: "\(right)",
        arithmetic: "\(weight.number) × \(executed.number) ÷ \(budget.number)")
    }
  }
}
