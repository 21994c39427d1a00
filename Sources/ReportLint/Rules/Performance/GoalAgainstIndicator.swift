internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF20: numbers of a sheet's goal and result that differ from the indicator of the same name.
struct GoalAgainstIndicator: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF20", category: "N2", severity: .warning, title: "年度目标、完成情况与指标的数不一致",
    summary: "年度目标里写的数量与同名指标的指标值一致，实际完成情况里写的数量与它的完成值一致。",
    rationale: "目标说一个数，指标考核另一个数，完成与否就说不清。",
    source: "绩效自评表：指标由目标分解",
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
          年度总体目标,开展政策解读，举办宣讲活动⟦20场⟧，走访重点企业。,<,宣讲活动按计划完成。,<,<,<
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,宣讲活动场数,24场,26场,40,40,
          质量指标,服务合格率,≥95%,98%,30,30,
          满意度指标,群众满意度,≥90%,95%,20,20,
          总分,,,,100,99,
          """
        ]),
      RuleExample(
        "有误：完成情况",
        """
        # 第五部分 项目支出绩效自评表

        {{表 绩效1}}
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,河道保洁项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,100.00,90.00,10,90.00%,9,
          年度总体目标,巡查河道36次以上，维修护栏8处。,<,巡查河道36次，维修护栏⟦6处⟧。,<,<,<
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,巡查河道次数,≥36次,40次,40,40,
          数量指标,维修护栏数量,≥8处,8处,30,30,
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
          年度总体目标,开展政策解读，举办宣讲活动24场，走访重点企业。,<,宣讲活动按计划完成。,<,<,<
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,宣讲活动场数,24场,26场,40,40,
          质量指标,服务合格率,≥95%,98%,30,30,
          满意度指标,群众满意度,≥90%,95%,20,20,
          总分,,,,100,99,
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for sheet in context.sheets {
      if let result = sheet.result { checkResult(result, sheet, into: &findings) }
      guard let goal = sheet.goal else { continue }
      for mention in GoalNumber.all(in: goal) {
        let alike = sheet.indicators.filter { Self.isOf(mention, $0) }
        guard alike.count == 1, let indicator = alike.first, let target = indicator.targetText,
          let planned = MeasuredValue(target),
          planned.number.grains != mention.number.grains,
          indicator.actualText.flatMap({ MeasuredValue($0) })?.number.grains
            != mention.number.grains
        else { continue }
        findings.report(
          goal, mention.range,
          "年度目标写 \(mention.number)\(mention.unit)，指标“\(indicator.name?.trimmed().string ?? "")”是 \(planned.number)",
          confidence: .medium, actual: "\(mention.number)", expected: "\(planned.number)",
          evidence: [.init("年度指标值", target)], suggestion: "核对目标和指标")
      }
    }
  }

  private func checkResult(
    _ result: TracedText, _ sheet: PerformanceSheet, into findings: inout FindingSink
  ) {
    for mention in GoalNumber.all(in: result) {
      let alike = sheet.indicators.filter { Self.isOf(mention, $0) }
      guard alike.count == 1, let indicator = alike.first, let actual = indicator.actualText,
        let done = MeasuredValue(actual), done.unit.isEmpty || done.unit == mention.unit,
        done.number.grains != mention.number.grains, !Self.repeatsPlan(mention, indicator, done)
      else { continue }
      findings.report(
        result, mention.range,
        "完成情况写 \(mention.number)\(mention.unit)，指标“\(indicator.name?.trimmed().string ?? "")”完成 \(done.number)",
        confidence: .medium, actual: "\(mention.number)", expected: "\(done.number)",
        evidence: [.init("实际完成值", actual)], suggestion: "核对完成情况和指标")
    }
  }

  /// 达到36次以上: whether a result tells the plan again, and more was done.
  private static func repeatsPlan(
    _ mention: GoalNumber, _ indicator: PerformanceSheet.Indicator, _ done: MeasuredValue
  ) -> Bool {
    guard let target = indicator.targetText, let planned = MeasuredValue(target),
      planned.number.grains == mention.number.grains
    else { return false }
    return IndicatorOutcome(indicator) != .missed
  }

  /// Whether an indicator counts the same thing in the same unit.
  private static func isOf(_ mention: GoalNumber, _ indicator: PerformanceSheet.Indicator) -> Bool {
    guard let name = indicator.name, let target = indicator.targetText,
      let planned = MeasuredValue(target),
      case let unit = indicator.unit.map({ $0.trimmed().string }) ?? planned.unit,
      unit == mention.unit
    else { return false }
    let bytes = NormalText.bytes(of: name.utf8)
    return mention.words.contains { bytes.firstOffset(of: $0) != nil }
  }
}
