internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF11: actual values in another unit than their targets.
struct IndicatorUnit: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF11", category: "T2", severity: .warning, title: "完成值与指标值单位不同",
    summary: "实际完成值的单位与指标值相同，数量、时限的单位不是百分比。",
    rationale: "单位不同就无从比较是否完成，例如一个是百分比，一个是个数。",
    source: "绩效自评表：完成值与指标值可比",
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
          数量指标,发放慰问品,≥500份,⟦98%⟧,40,40,
          质量指标,服务合格率,≥95%,98%,30,30,
          满意度指标,群众满意度,≥90%,95%,20,20,
          总分,,,,100,99,
          """
        ]),
      RuleExample(
        "有误：时限用百分比",
        """
        # 第五部分 项目支出绩效自评表

        {{表 绩效1}}
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,灌区维修项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,100.00,90.00,10,90.00%,9,
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          时效指标,工程完工时限,⟦100%⟧,100%,40,40,
          质量指标,工程合格率,≥95%,98%,30,30,
          满意度指标,农户满意度,≥90%,95%,20,20,
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
          数量指标,发放慰问品,≥500份,520份,40,40,
          质量指标,服务合格率,≥95%,98%,30,30,
          满意度指标,群众满意度,≥90%,95%,20,20,
          总分,,,,100,99,
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for sheet in context.sheets {
      for indicator in sheet.indicators {
        checkName(indicator, into: &findings)
        guard let target = indicator.targetText, let actual = indicator.actualText,
          let planned = MeasuredValue(target), let done = MeasuredValue(actual),
          case let unit = indicator.unit.map({ $0.trimmed().string }) ?? planned.unit,
          Self.isContrary(unit, done.unit)
        else { continue }
        findings.report(
          actual, done.range, "指标值的单位是“\(unit)”，完成值的单位是“\(done.unit)”", confidence: .medium,
          actual: done.unit, expected: unit, evidence: [.init("指标值", target)],
          suggestion: "改为同一单位")
      }
    }
  }

  /// 受益农户数量 in per cent: what is counted is no rate.
  private func checkName(
    _ indicator: PerformanceSheet.Indicator, into findings: inout FindingSink
  ) {
    guard let label = indicator.name, let target = indicator.targetText,
      let planned = MeasuredValue(target),
      case let unit = indicator.unit.map({ $0.trimmed().string }) ?? planned.unit,
      unit == "%" || unit == "％",
      case let name = NormalText.bytes(of: label.utf8).filter({ $0 != 0x20 }),
      Self.quantities.contains(where: { name.suffix($0.count).elementsEqual($0) })
    else { return }
    findings.report(
      target.trimmed(), nil, "“\(label.trimmed().string)”不是比率，单位却是“%”", severity: .info,
      confidence: .medium, evidence: [.init("指标", label)], suggestion: "核对单位，或者改为“……率”")
  }

  /// How names of what is counted, and of spans of time, end.
  private static let quantities = [
    "数量", "人数", "次数", "户数", "家数", "个数", "份数", "场次", "场数", "期数", "人次", "批次", "件数", "面积", "长度", "时限",
    "天数",
  ].map { [UInt8]($0.utf8) }

  /// Whether one of two units is a percentage and the other counts something.
  private static func isContrary(_ planned: String, _ done: String) -> Bool {
    let units = [planned, done]
    guard units.contains("%"), let other = units.first(where: { $0 != "%" }) else { return false }
    return counted.contains(other)
  }

  private static let counted: Set<String> = [
    "个", "人", "人次", "次", "份", "家", "户", "台", "套", "辆", "件", "场", "期", "批次", "元", "万元",
  ]
}
