internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF26: a target that is the project's budget, and is not the budget that the sheet states.
struct BudgetAsTarget: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF26", category: "N9", severity: .error, title: "“不超预算”的指标值不是本项目的预算",
    summary: "以预算为上限的成本指标，指标值是表上方的预算数，完成值是执行数。",
    rationale: "两处都不同，多是照抄了别的项目或上年的指标。",
    source: "绩效自评表：成本指标与项目资金",
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
          成本指标,控制在预算以内,⟦35⟧万元,34.2万元,40,40
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
          成本指标,控制在预算以内,≤100万元,90万元,20,20
          成本指标,单人成本,≤2万元,1.8万元,20,20
          质量指标,服务合格率,≥95%,98%,30,30
          满意度指标,群众满意度,≥90%,95%,20,20
          总分,,,,100,99
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for sheet in context.sheets {
      guard let money = sheet.money.first else { continue }
      let stated = money.budgets.compactMap(\.self)
      for indicator in sheet.indicators where isOfBudget(indicator) {
        guard let target = indicator.targetText, let planned = MeasuredValue(target),
          let actual = indicator.actualText, let done = MeasuredValue(actual),
          Self.money.contains(planned.unit), Self.money.contains(done.unit), !stated.isEmpty,
          !isStated(planned, stated), !isStated(done, stated)
        else { continue }
        findings.report(
          target, planned.range,
          "指标值是 \(planned.number)，完成值是 \(done.number)，本项目的资金却是 "
            + stated.map(\.number.description).joined(separator: "、"),
          confidence: .medium, actual: target.string(planned.range),
          evidence: [.init("完成值", actual, done.range)]
            + stated.map { .init("项目资金", $0.text, $0.range) },
          suggestion: "核对是否照抄了别的项目的指标")
      }
    }
  }

  private static let money: Set<String> = ["万元", "万", "万元/年"]
  private static let words = ["超预算", "超过预算", "超出预算", "预算以内", "预算内", "预算范围", "预算控制"].map {
    [UInt8]($0.utf8)
  }

  private func isOfBudget(_ indicator: PerformanceSheet.Indicator) -> Bool {
    guard indicator.kind.hasSuffix("成本指标"), let name = indicator.name else { return false }
    let bytes = NormalText.bytes(of: name.utf8)
    return Self.words.contains { bytes.firstOffset(of: $0) != nil }
  }

  /// Sheets give money in ten thousand yuan or, without saying so, in yuan.
  private func isStated(_ value: MeasuredValue, _ stated: [PerformanceSheet.Value]) -> Bool {
    let amount = Amount(value.number, .tenThousandYuan).interval
    return stated.contains {
      $0.number.interval.overlaps(value.number.interval) || $0.number.interval.overlaps(amount)
    }
  }
}
