internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF01: the weights of a sheet do not add up to its total.
struct WeightsSum: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF01", category: "N9", severity: .error, title: "权重之和不等于总分值",
    summary: "各指标分值与预算执行率分值之和等于总分值（100分）。",
    rationale: "权重不足或超出，得分就没有意义。",
    source: "绩效自评表：各项分值之和＝100",
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
          数量指标,服务人次,≥500人次,520人次,30,30
          质量指标,服务合格率,≥95%,98%,30,30
          满意度指标,群众满意度,≥90%,95%,20,20
          总分,,,,⟦100⟧,89
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
    for sheet in context.sheets + context.goalSheets
    where !sheet.isIncomplete && !sheet.lacksRateWeight {
      guard let total = sheet.totalWeight else { continue }
      let weights = (sheet.rateWeight.map { [$0] } ?? []) + sheet.indicators.compactMap(\.weight)
      let sum = weights.reduce(Int128(0)) { $0 + $1.number.grains }
      guard weights.count > 2, sum != total.number.grains,
        sheet.hasPlausibleWeights,
        let printed = PrintedNumber(grains: sum, decimals: total.number.decimals)
      else { continue }
      findings.report(
        total.text, total.range, "各项分值之和为 \(printed)，总分值写 \(total.number)",
        actual: "\(total.number)", expected: "\(printed)",
        arithmetic: weights.map { "\($0.number)" }.joined(separator: " ＋ "),
        evidence: weights.prefix(FindingSink.mostEvidence).map { .init("分值", $0.text, $0.range) },
        rests: deficient(sheet, sum - total.number.grains),
        refutes: surplus(sheet, sum - total.number.grains))
    }
  }

  /// The weight that is below its score, if one that is not would give the total.
  private func deficient(_ sheet: PerformanceSheet, _ difference: Int128) -> [Ground] {
    guard let (weight, score) = sheet.onlyExcessive,
      weight.number.grains - difference >= score.number.grains
    else { return [] }
    return Ground.printed([weight])
  }

  /// The weights that give the total if they are as high as their scores.
  private func surplus(_ sheet: PerformanceSheet, _ difference: Int128) -> [Ground] {
    sheet.indicators.compactMap { indicator in
      guard let weight = indicator.weight, let score = indicator.score,
        weight.number.grains - difference == score.number.grains
      else { return nil }
      return .weight(weight.text, weight.range)
    }
  }
}
