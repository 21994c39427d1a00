internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF29: money left over, and a reason that would have cost more.
struct UnderspentReason: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF29", category: "T6", severity: .warning, title: "执行率低，原因却是花钱多",
    summary: "预算执行率不到100%的原因，不应当只说标准提高、金额较大、人数增加。",
    rationale: "这些原因只会多花钱，解释不了资金没有用完。",
    source: "绩效自评表：偏差原因与偏差方向一致",
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
          项目名称,农民培训项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,50.00,42.50,,85.00%,,
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          预算管理,预算执行率,100%,85.00%,10,8,⟦每人补助标准提高，补助金额较大⟧
          数量指标,培训期数,6期,6期,40,40,
          质量指标,培训合格率,≥95%,98%,30,30,
          满意度指标,学员满意度,≥90%,95%,20,20,
          总分,,,,100,98,
          """
        ]),
      RuleExample(
        "无误：人数少了，或者钱要到下年才付",
        """
        # 第五部分 项目支出绩效自评表

        {{表 绩效1}}
        """,
        tables: [
          "绩效1": """
          # 类型：绩效
          # 标题：项目支出绩效自评表
          # 表头：0
          项目名称,农民培训项目,<,<,<,<,<
          项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分,
          年度资金总额,50.00,42.50,,85.00%,,
          二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施
          预算管理,预算执行率,100%,85.00%,10,8,补助标准提高后申请人数减少，尾款结转下年支付
          数量指标,培训期数,6期,6期,40,40,
          质量指标,培训合格率,≥95%,98%,30,30,
          满意度指标,学员满意度,≥90%,95%,20,20,
          总分,,,,100,98,
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for sheet in context.sheets {
      for indicator in sheet.indicators where indicator.isExecutionRate {
        guard let reason = indicator.reason, let actual = indicator.actualText,
          let rate = MeasuredValue(actual), rate.number.interval.upper < Interval.one * 100,
          Self.costsMore(reason, context.grammar)
        else { continue }
        findings.report(
          reason.trimmed(), nil, "预算只执行了 \(rate.number)%，原因说的却是多花钱的事", confidence: .medium,
          evidence: [.init("执行率", actual, rate.range)], suggestion: "核对原因，或者核对执行率")
      }
    }
  }

  private static func costsMore(_ reason: TracedText, _ grammar: Grammar) -> Bool {
    let bytes = NormalText.bytes(of: reason.utf8).filter { $0 != 0x20 }
    func isFound(_ words: [[UInt8]]) -> Bool {
      words.contains { bytes.firstOffset(of: $0) != nil }
    }
    return isFound(grammar.costlier) && !isFound(grammar.unspent)
  }
}
