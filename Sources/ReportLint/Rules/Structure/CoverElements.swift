internal import FiscalModel
internal import FiscalNarrative

/// ST35: the date on the cover.
struct CoverElements: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST35", category: "T1", severity: .warning, title: "封面日期早于年度终了",
    summary: "决算封面的报送、公开日期在年度终了以后。",
    rationale: "年度没有结束，不会有决算。",
    source: "《预算法》第七十四条", kinds: [.finalAccounts],
    examples: [
      RuleExample("有误", "2024年度\n\n云汀市民政局部门决算\n\n⟦2024年9月⟧\n\n# 第一部分 部门概况\n概况如下。"),
      RuleExample("无误", "2024年度\n\n云汀市民政局部门决算\n\n2025年9月\n\n# 第一部分 部门概况\n概况如下。"),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    guard let year = context.year else { return }
    let text = context.text
    for (index, passage) in context.prose where passage.kind == .cover {
      let range = text.range(of: index)
      for mention in YearMention.all(in: text, range)
      where !mention.isFiscal && mention.year <= year {
        var end = mention.range.upperBound
        while end < range.upperBound, isDigit(text.scalars[end]) { end += 1 }
        guard end > mention.range.upperBound, text.scalar(end) == 0x6708 else { continue }
        findings.report(
          mention.range.lowerBound..<(end + 1), in: context, "\(year)年度决算的日期应在\(year)年以后",
          actual: text.string(mention.range.lowerBound..<(end + 1)), suggestion: "核对日期")
      }
    }
  }
}
