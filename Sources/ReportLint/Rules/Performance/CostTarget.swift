internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF24: targets of cost that are lower bounds.
struct CostTarget: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF24", category: "N9", severity: .info, title: "成本指标用了“≥”",
    summary: "成本指标一般是上限，用“≤”。",
    rationale: "成本指标写成“≥”，花得越多越算完成，多半是符号选错。",
    source: "绩效指标的设置",
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
          成本指标,活动经费,⟦≥12万元⟧,12万元,40,40,
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
          成本指标,活动经费,≤12万元,11.8万元,40,40,
          质量指标,服务合格率,≥95%,98%,30,30,
          满意度指标,群众满意度,≥90%,95%,20,20,
          总分,,,,100,99,
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for sheet in context.sheets {
      for indicator in sheet.indicators where indicator.kind == "成本指标" {
        guard indicator.comparison == .atLeast, let target = indicator.targetText,
          let planned = MeasuredValue(target),
          case let unit = indicator.unit.map({ $0.trimmed().string }) ?? planned.unit,
          Self.money.contains(unit), !Self.isSaving(indicator.name)
        else { continue }
        findings.report(
          target.trimmed(), nil, "成本指标的指标值是下限", confidence: .medium, suggestion: "核对符号，成本一般用“≤”")
      }
    }
  }

  private static let money: Set<String> = ["元", "万元", "万", "元/人", "万元/年"]
  private static let savings = ["节约", "降低", "减少", "节省"].map { Array($0.utf8) }

  private static func isSaving(_ name: TracedText?) -> Bool {
    guard let name else { return false }
    return savings.contains { name.utf8.firstOffset(of: $0) != nil }
  }
}
