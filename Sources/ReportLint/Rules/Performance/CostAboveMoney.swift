internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF28: costs of a project above its money.
struct CostAboveMoney: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF28", category: "N9", severity: .warning, title: "成本超过项目资金",
    summary: "成本指标的指标值不超过本项目的预算数，完成值不超过执行数。",
    rationale: "一个项目花的钱不会多于它的资金；多了，往往是照抄了别的项目或者上年的数。",
    source: "绩效自评表：成本与资金可比",
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
          项目名称,科普宣传项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,30.00,26.80,10,89.33%,8.93,
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          成本指标,宣传品印制成本,≤⟦40⟧万元,⟦37.09⟧万元,40,40,
          质量指标,印制合格率,≥95%,98%,30,30,
          满意度指标,群众满意度,≥90%,95%,20,20,
          总分,,,,100,98.93,
          """
        ]),
      RuleExample(
        "无误：元与万元",
        """
        # 第五部分 项目支出绩效自评表

        {{表 绩效1}}
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,科普宣传项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,30.00,26.80,10,89.33%,8.93,
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          成本指标,宣传品印制成本,≤300000元,26.8万元,40,40,
          质量指标,印制合格率,≥95%,98%,30,30,
          满意度指标,群众满意度,≥90%,95%,20,20,
          总分,,,,100,98.93,
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for sheet in context.sheets {
      let budgets = sheet.money.first?.budgets.compactMap(\.self) ?? []
      let money = budgets + [sheet.budget, sheet.executed].compactMap(\.self)
      guard let most = money.map(\.number.interval.upper).max() else { continue }
      for indicator in sheet.indicators
      where indicator.kind.hasEnding("成本指标") && indicator.comparison != .atLeast {
        if let target = indicator.targetText {
          report(target, "指标值", indicator, above: most, money, into: &findings)
        }
        if let actual = indicator.actualText {
          let paid = sheet.executed.map { [$0] } ?? money
          let limit = paid.map(\.number.interval.upper).max() ?? most
          report(actual, "完成值", indicator, above: limit, paid, into: &findings)
        }
      }
    }
  }

  private func report(
    _ text: TracedText, _ label: String, _ indicator: PerformanceSheet.Indicator,
    above limit: Int128, _ money: [PerformanceSheet.Value], into findings: inout FindingSink
  ) {
    guard let value = MeasuredValue(text), limit > 0,
      case let unit = value.unit.isEmpty
        ? indicator.unit?.trimmed().string ?? "" : value.unit,
      let amount = Self.inTenThousands(value.number.interval, unit), amount.lower > limit
    else { return }
    findings.report(
      text, value.range,
      "成本指标“\(indicator.name?.trimmed().string ?? "")”的\(label) \(value.number)\(unit) 多于本项目的资金 "
        + Self.different(money).joined(separator: "、"),
      confidence: .medium, actual: text.string(value.range),
      evidence: money.map { .init("项目资金", $0.text, $0.range) }, suggestion: "核对成本指标的数")
  }

  /// The amounts as printed, each once.
  private static func different(_ money: [PerformanceSheet.Value]) -> [String] {
    money.map(\.number.description).reduce(into: []) { known, amount in
      if !known.contains(where: { $0.hasSameBytes(as: amount) }) { known.append(amount) }
    }
  }

  /// Sheets give their money in ten thousand yuan or in yuan: what is above it as ten thousands is
  /// above it either way.
  private static func inTenThousands(_ value: Interval, _ unit: String) -> Interval? {
    switch unit {
    case "万元", "万", "万元/年": value
    case "元", "元/年":
      Interval(lower: value.lower / perTenThousand, upper: value.upper / perTenThousand)
    default: nil
    }
  }

  private static let perTenThousand: Int128 = 10_000
}
