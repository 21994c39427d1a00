internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF02: a group of indicators is not worth what its head says.
struct GroupWeights: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF02", category: "N9", severity: .warning, title: "一级指标标注的分值与所列各项之和不符",
    summary: "“产出指标（50）”等标注的分值等于其下各项分值之和。",
    rationale: "标注与明细不符，评分标准就不一致。",
    source: "绩效自评表：一级指标分值＝其下各项之和",
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
          产出指标（⟦50⟧）,服务人次,≥500人次,520人次,40,40
          ^,服务合格率,≥95%,98%,30,30
          满意度指标（20）,群众满意度,≥90%,95%,20,20
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
          产出指标（70）,服务人次,≥500人次,520人次,40,40
          ^,服务合格率,≥95%,98%,30,30
          满意度指标（20）,群众满意度,≥90%,95%,20,20
          总分,,,,100,99
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for sheet in context.sheets + context.goalSheets {
      for group in sheet.groups where !group.rows.isEmpty {
        let sum = group.rows.reduce(Int128(0)) { $0 + $1.number.grains }
        guard sum != group.weight.number.grains,
          let printed = PrintedNumber(grains: sum, decimals: group.weight.number.decimals)
        else { continue }
        findings.report(
          group.weight.text, group.weight.range,
          "其下各项分值之和为 \(printed)，这里标注 \(group.weight.number)", severity: .error,
          actual: "\(group.weight.number)", expected: "\(printed)",
          arithmetic: group.rows.map { "\($0.number)" }.joined(separator: " ＋ "))
      }
    }
  }
}
