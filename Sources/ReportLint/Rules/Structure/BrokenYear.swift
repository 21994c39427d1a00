internal import FiscalModel
internal import FiscalNarrative

/// ST21: a year in a heading that has lost a digit, or one anywhere that has a digit too many.
struct BrokenYear: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST21", category: "S3", severity: .error, title: "年度不是四位数",
    summary: "标题、目录、表题里的年度是四位数，正文里的年份也没有多打一位。",
    rationale: "“202年度”是漏打了一位，“22024年”是多打了一位。",
    source: "GB/T 15835-2011",
    examples: [
      RuleExample("有误", "# 第二部分 ⟦202年度⟧部门决算情况说明\n决算情况如下。"),
      RuleExample(
        "有误：多打一位",
        "# 第二部分 2024年度部门决算情况说明\n⟦22024年⟧支出决算10.00万元，与⟦20233年⟧相比增加1.00万元。"),
      RuleExample(
        "有误：是别的年份的，也是多打一位",
        "# 第二部分 部门决算情况说明\n办公楼于⟦19986年⟧建成，遗址距今12000年，古树距今10500年。"),
      RuleExample(
        "无误", "# 第二部分 2024年度部门决算情况说明\n## 一、第3年度工作\n近5年度情况如下。\n\n附件1 2024年度部门决算表"),
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
  /// As many years ago as round numbers say, many a thing was.
  private static let round = "00".scalarValues
  private static let years = 1949...2100

  /// Five digits of which four are a year.
  private func reportLong(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    for place in text.places(of: Self.sign) {
      var start = place
      while start > 0, isDigit(text.scalars[start - 1]) { start -= 1 }
      // 附件1 2024年度
      guard place - start == Self.tooMany, !text.has(Self.round, at: place - Self.round.count),
        !text.gaps.contains(where: { start < $0 && $0 < place })
      else { continue }
      let possible = Self.withoutOneDigit(text.scalars[start..<place])
        .filter(Self.years.contains)
      guard !possible.isEmpty else { continue }
      let meant = context.year.flatMap { year in [year, year - 1].first(where: possible.contains) }
      let right = meant ?? (possible.count == 1 ? possible.first : nil)
      findings.report(
        start..<(place + 1), in: context, "年度应为四位数",
        actual: text.string(start..<(place + 1)), expected: right.map { "\($0)年" },
        suggestion: right.map { "改为“\($0)年”" } ?? "改为四位数的年度")
    }
  }

  /// The numbers that are left when one digit is taken away; of wide digits, too, the last four bits
  /// are the value.
  private static func withoutOneDigit(_ digits: ArraySlice<UInt32>) -> Set<Int> {
    Set(
      digits.indices.map { dropped in
        digits.indices.reduce(0) { value, index in
          index == dropped ? value : 10 * value + Int(digits[index] & 0xF)
        }
      })
  }
}
