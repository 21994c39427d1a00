internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// PF17: years in performance sheets that are not the year of the report.
struct SheetYear: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "PF17", category: "T1", severity: .error, title: "自评表的年度错误",
    summary: "自评表的年度、指标值和完成值中的日期，应当属于本年度。",
    rationale: "套用上年的表而没有改日期，自评的就不是本年的绩效。",
    source: "绩效自评表按年度填报",
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
          数量指标,服务人次,500人次,520人次,40,40,
          时效指标,按时发放,⟦2023年12月31日前⟧,按时发放,10,10,
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
          数量指标,服务人次,500人次,520人次,40,40,
          时效指标,按时发放,2024年12月31日前,按时发放,10,10,
          满意度指标,群众满意度,≥90%,95%,20,20,
          总分,,,,100,99,
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    guard let year = context.year, context.kind == .finalAccounts else { return }
    for sheet in context.sheets {
      for indicator in sheet.indicators {
        for text in [indicator.targetText, indicator.actualText].compactMap(\.self) {
          guard text.utf8.firstOffset(of: Self.yearWord) != nil, Self.isPeriod(text),
            case let years = Self.years(text), !years.isEmpty,
            years.allSatisfy({ $0 < year })
          else { continue }
          findings.report(
            text, nil, "\(year)年度的自评表，指标的日期却是\(years[0])年", actual: "\(years[0])年",
            expected: "\(year)年", suggestion: "改为\(year)年的日期，并核对完成情况")
          break
        }
        checkReason(indicator, year, into: &findings)
      }
    }
  }

  /// What happens after the year does not explain what came of it.
  private func checkReason(
    _ indicator: PerformanceSheet.Indicator, _ year: Int, into findings: inout FindingSink
  ) {
    guard let text = indicator.reason, let range = Self.range(of: "\(year + 1)年", text) else {
      return
    }
    findings.report(
      text, range, "\(year)年度的偏差，原因却说的是\(year + 1)年", actual: "\(year + 1)年",
      expected: "\(year)年", suggestion: "核对年份")
  }

  /// Words of what has happened, and those of what is planned.
  private static let later = ["减少", "增加", "下降", "上升", "降低"].map { Array($0.utf8) }
  private static let plans = [
    "将", "拟", "计划", "力争", "继续", "进一步", "加强", "争取", "下一步", "改进", "措施", "支付", "结算", "预算",
  ].map { Array($0.utf8) }

  /// The year at the head of a reason that tells what has happened and plans nothing.
  private static func range(of year: String, _ text: TracedText) -> Range<Int>? {
    let bytes = NormalText(text.utf8)
    let digits = Array(year.utf8)
    guard bytes.bytes.hasBytes(digits, at: 0),
      later.contains(where: { bytes.bytes.firstOffset(of: $0) != nil }),
      !plans.contains(where: { bytes.bytes.firstOffset(of: $0) != nil })
    else { return nil }
    return bytes.origin(0..<digits.count)
  }

  private static let periodWords = [
    "年", "月", "日", "前", "底", "末", "初", "度", "内", "至", "到", "之", "以", "全", "-", "—", "～", "~", "、",
    ".", " ",
  ].map { Array($0.utf8) }

  /// Whether a cell holds nothing but a date or a period.
  private static func isPeriod(_ text: TracedText) -> Bool {
    var rest = NormalText.bytes(of: text.utf8)[...]
    while let byte = rest.first {
      if (0x30...0x39).contains(byte) {
        rest = rest.dropFirst()
      } else if let word = periodWords.first(where: { rest.starts(with: $0) }) {
        rest = rest.dropFirst(word.count)
      } else {
        return false
      }
    }
    return true
  }

  private static let yearWord = Array("年".utf8)

  private static func years(_ text: TracedText) -> [Int] {
    let bytes = NormalText.bytes(of: text.utf8)
    return NumberScanner.tokens(bytes).compactMap { token in
      guard token.form == .decimal, token.digits.count == 4,
        bytes.hasBytes(
          yearWord, at: bytes[token.range.upperBound...].firstIndex { $0 != 0x20 } ?? 0)
      else { return nil }
      let year = Int(token.value.mantissa)
      return (1990...2099).contains(year) ? year : nil
    }
  }
}
