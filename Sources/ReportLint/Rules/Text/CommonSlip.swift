internal import FiscalNarrative

/// TX12: a common slip of the pen, from the list of the layout.
struct CommonSlip: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX12", category: "T3", severity: .warning, title: "常见错字",
    summary: "没有公文中常见的错字、别字和杂糅句式。",
    rationale: "错字使公开材料显得草率，有的还会改变意思。",
    source: "《通用规范汉字表》；现代汉语规范",
    examples: [
      RuleExample(
        "有误", "# 第二部分 部门决算情况说明\n## 一、收入支出决算总体情况说明\n⟦财政拔款⟧按进度下达。"),
      RuleExample(
        "有误：杂糅", "# 第二部分 部门决算情况说明\n## 一、收入支出决算总体情况说明\n项目支出⟦比上年决算相比⟧增加5.00万元。"),
      RuleExample(
        "无误", "# 第二部分 部门决算情况说明\n## 一、收入支出决算总体情况说明\n财政拨款按进度下达，公安期刊征订数占比与上年相比持平。"),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    report(context.wording.slips, context, .warning, into: &findings)
    report(context.wording.preferences, context, .info, into: &findings)
  }

  private func report(
    _ slips: [Slip], _ context: ReportSurface, _ severity: Severity,
    into findings: inout FindingSink
  ) {
    var end = 0
    for match in PhraseSet(scalars: slips.map(\.anchor)).matches(in: context.text)
    where match.range.lowerBound >= end {
      let slip = slips[match.phrase]
      guard let range = slip.range(context.text, anchor: match.range) else { continue }
      end = range.upperBound
      let quote = context.text.string(range)
      let right = slip.correction(context.text, range)
      findings.report(
        range, in: context, "“\(quote)”应为“\(right)”", severity: severity, actual: quote,
        expected: right, suggestion: "改为“\(right)”")
    }
  }
}
