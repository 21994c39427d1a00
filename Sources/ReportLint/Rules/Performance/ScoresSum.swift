internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF03: the scores of a sheet do not add up to its total.
struct ScoresSum: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF03", category: "N9", severity: .error, title: "得分之和不等于总得分",
    summary: "各项得分与预算执行率得分之和等于总得分。",
    rationale: "总得分是绩效结论的依据。",
    source: "绩效自评表：各项得分之和＝总得分，总得分可以四舍五入",
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
          质量指标,服务合格率,≥95%,98%,30,30
          满意度指标,群众满意度,≥90%,95%,20,20
          总分,,,,100,⟦96⟧
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
    for sheet in context.sheets where !sheet.isIncomplete && !sheet.lacksRateWeight {
      guard let total = sheet.totalScore,
        sheet.indicators.allSatisfy({ $0.score != nil })
      else { continue }
      let scores = (sheet.rateScore.map { [$0] } ?? []) + sheet.indicators.compactMap(\.score)
      let sum = scores.reduce(Int128(0)) { $0 + $1.number.grains }
      let decimals = scores.map(\.number.decimals).max() ?? 0
      guard scores.count > 2, !total.number.interval.contains(sum),
        sheet.hasPlausibleWeights,
        let printed = PrintedNumber(grains: sum, decimals: decimals)
      else { continue }
      findings.report(
        total.text, total.range, "各项得分之和为 \(printed)，总得分写 \(total.number)",
        actual: "\(total.number)", expected: "\(printed)",
        arithmetic: scores.map { "\($0.number)" }.joined(separator: " ＋ "),
        evidence: scores.prefix(FindingSink.mostEvidence).map { .init("得分", $0.text, $0.range) },
        rests: excessive(sheet, sum: sum, total), refutes: Ground.printed([total]))
    }
  }

  /// The score that is above its weight, if one that is not would give the total.
  private func excessive(
    _ sheet: PerformanceSheet, sum: Int128, _ total: PerformanceSheet.Value
  ) -> [Ground] {
    guard let (weight, score) = sheet.onlyExcessive,
      case let right = total.number.grains - (sum - score.number.grains),
      (0...weight.number.grains).contains(right)
    else { return [] }
    return Ground.printed([score])
  }
}
