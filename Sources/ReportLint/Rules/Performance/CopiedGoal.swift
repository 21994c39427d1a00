internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF21: results that repeat the goal word for word.
struct CopiedGoal: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF21", category: "T6", severity: .info, title: "完成情况照抄年度目标",
    summary: "实际完成情况应当写做了什么，不是把年度目标再抄一遍；完成值写实际的数，不带“≥”“≤”。",
    rationale: "照抄目标，看不出到底完成了没有。",
    source: "绩效自评表的填报要求",
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
          年度总体目标,预期目标：为辖区老年人提供助餐、助洁、助医服务，提升居家养老服务水平。,<,⟦实际完成情况：为辖区老年人提供助餐、助洁、助医服务，提升居家养老服务水平。⟧,<,<,<
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,服务人次,500人次,520人次,40,40,
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
          年度总体目标,预期目标：为辖区老年人提供助餐、助洁、助医服务，提升居家养老服务水平。,<,实际完成情况：全年提供助餐服务520人次，新建助餐点3处。,<,<,<
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          数量指标,服务人次,500人次,520人次,40,40,
          质量指标,服务合格率,≥95%,98%,30,30,
          满意度指标,群众满意度,≥90%,95%,20,20,
          总分,,,,100,99,
          """
        ]),
    ])

  /// A short goal can be told in one way only.
  private static let shortestGoal = 60

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for sheet in context.sheets {
      checkActuals(sheet, into: &findings)
      guard let goal = sheet.goal, let result = sheet.result,
        case let words = Self.words(goal), words.count >= Self.shortestGoal,
        words == Self.words(result)
      else { continue }
      findings.report(
        result.trimmed(), nil, "完成情况与年度目标一字不差", evidence: [.init("年度目标", goal)],
        suggestion: "写明实际完成了什么")
    }
  }

  /// 完成值“≥90%” of the target ≥90%.
  private func checkActuals(_ sheet: PerformanceSheet, into findings: inout FindingSink) {
    for indicator in sheet.indicators {
      guard let target = indicator.targetText, let actual = indicator.actualText,
        indicator.comparison != nil, let sign = actual.trimmed().string.unicodeScalars.first,
        Self.signs.contains(sign), let planned = MeasuredValue(target),
        let done = MeasuredValue(actual), planned.number.grains == done.number.grains
      else { continue }
      findings.report(
        actual.trimmed(), nil, "完成值“\(actual.trimmed().string)”照抄指标值，没有写实际完成多少",
        evidence: [.init("指标值", target)], suggestion: "写明实际完成的数")
    }
  }

  private static let signs: Set<Unicode.Scalar> = [
    "≥", "≤", ">", "<", "＞", "＜", "≧", "≦", "⩾", "⩽",
  ]

  private static let labels = ["预期目标：", "预期目标:", "年度目标：", "目标：", "目标:", "实际完成情况：", "实际完成情况:"]
    .map { Array($0.utf8) }

  /// The words behind the label that a form prints before them.
  private static func words(_ text: TracedText) -> ArraySlice<UInt8> {
    let bytes = NormalText.bytes(of: text.utf8).filter { $0 != 0x20 }
    let label = labels.first { bytes.starts(with: $0) }
    return bytes.dropFirst(label?.count ?? 0)
  }
}
