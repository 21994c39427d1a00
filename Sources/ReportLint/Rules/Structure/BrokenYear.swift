internal import FiscalModel
internal import FiscalNarrative

/// ST21: a year in a heading that has lost a digit, or one anywhere that has a digit too many.
struct BrokenYear: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST21", category: "S3", severity: .error, title: "年度不是四位数",
    summary: "标题、目录、表题里的年度是四位数，正文里的本年、上年也没有多打一位。",
    rationale: "“202年度”是漏打了一位，“22024年”是多打了一位。",
    source: "GB/T 15835-2011",
    examples: [
      RuleExample("有误", "# 第二部分 ⟦202年度⟧部门决算情况说明\n决算情况如下。"),
      RuleExample(
        "有误：多打一位",
        "# 第二部分 2024年度部门决算情况说明\n⟦22024年⟧支出决算10.00万元，与⟦20233年⟧相比增加1.00万元。"),
      RuleExample("无误", "# 第二部分 2024年度部门决算情况说明\n## 一、第3年度工作\n近5年度情况如下。"),
    ])

  private static let fiscalYear = "年度".scalarValues

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    reportLong(context, into: &findings)
    let text = context.text
    for (index, passage) in context.prose
    where [.heading, .contents, .cover, .tableLine].contains(passage.kind) {
      let range = text.range(of: index)
      for place in range where text.has(Self.fiscalYear, at: place) {
        var start = place
        while start > range.lowerBound, isDigit(text.scalars[start - 1]) { start -= 1 }
        // Two digits may be a short form; three are neither a year nor a short form of one.
        guard place - start == 3, text.scalars[start] == 0x31 || text.scalars[start] == 0x32 else {
          continue
        }
        findings.report(
          start..<(place + 2), in: context, "年度应为四位数",
          actual: text.string(start..<(place + 2)), expected: context.year.map { "\($0)年度" },
          suggestion: "补全年度")
      }
    }
  }

  private static let sign: UInt32 = 0x5E74  // 年
  private static let tooMany = 5

  /// Five digits of which four are the report's year or the one before.
  private func reportLong(_ context: ReportSurface, into findings: inout FindingSink) {
    guard let year = context.year else { return }
    let text = context.text
    for place in text.places(of: Self.sign) {
      var start = place
      while start > 0, isDigit(text.scalars[start - 1]) { start -= 1 }
      guard place - start == Self.tooMany,
        let right = [year, year - 1].map(String.init).first(where: {
          text.has($0.scalarValues, at: start) || text.has($0.scalarValues, at: start + 1)
        })
      else { continue }
      findings.report(
        start..<(place + 1), in: context, "年度应为四位数",
        actual: text.string(start..<(place + 1)), expected: "\(right)年", suggestion: "改为“\(right)年”"
      )
    }
  }
}
