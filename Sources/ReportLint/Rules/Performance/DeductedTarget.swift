internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF09: points taken off for a target that was met, without a reason.
struct DeductedTarget: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF09", category: "N9", severity: .info, title: "达到目标却被扣分",
    summary: "完成值达到指标值而没有得满分的，应当写明扣分原因。",
    rationale: "没有原因的扣分，多半是分数或完成值填错了。",
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
          项目名称,社区养老服务项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,100.00,90.00,10,90.00%,9,
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,服务人次,500人次,520人次,40,⟦35⟧,
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
          数量指标,服务人次,500人次,520人次,40,35,两个社区开展较晚
          质量指标,服务合格率,≥95%,98%,30,30,
          满意度指标,群众满意度,≥90%,95%,20,20,
          总分,,,,100,99,
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for sheet in context.sheets {
      for indicator in sheet.indicators where !indicator.isExecutionRate && indicator.asksReason {
        guard let weight = indicator.weight, let score = indicator.score, indicator.reason == nil,
          score.number.grains < weight.number.grains, IndicatorOutcome(indicator) == .met
        else { continue }
        findings.report(
          score.text, score.range, "指标已经完成，得分 \(score.number) 低于分值 \(weight.number)，没有写明原因",
          actual: "\(score.number)", expected: "\(weight.number)",
          evidence: [.init("分值", weight.text, weight.range)], suggestion: "核对得分，或者补写扣分原因",
          rests: [.weight(weight.text, weight.range)])
      }
    }
  }
}
