internal import FiscalModel
internal import FiscalNarrative

/// NN46: balance dates of another year.
struct AsOfDate: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "NN46", category: "T1", severity: .warning, title: "资产的截至日期不是年末",
    summary: "决算的资产截至本年12月31日；预算的资产截至上年或本年12月31日。",
    rationale: "日期是上年的，数多半也是上年的。",
    source: "决算反映本年年末的情况",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （三）国有资产占用情况
        截至⟦2023年12月31日⟧，本部门共有车辆2辆。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （三）国有资产占用情况
        截至2024年12月31日，本部门共有车辆2辆。
        """),
    ])

  /// 2022年末公务用车保有量: how long the words are behind the year that say that its end is meant.
  private func yearEnd(_ context: ReportSurface, _ mention: YearMention, _ year: Int) -> Int? {
    let text = context.text
    let (start, end) = (mention.range.lowerBound, mention.range.upperBound)
    if text.has(Self.yearEnd, at: end) {
      return Self.words.contains { text.has($0, at: start - $0.count) } ? Self.yearEnd.count : nil
    }
    guard context.kind == .finalAccounts, mention.year == year - 1,
      let word = Self.ends.first(where: { text.has($0, at: end) }),
      !Self.comparisons.contains(text.scalar(start - 1)),
      Self.stocks.contains(where: { text.has($0, at: end + word.count) })
    else { return nil }
    return word.count
  }

  private static let ends = ["末", "底"].map(\.scalarValues)
  private static let comparisons = "与比较同和由从".scalarValues
  private static let stocks = ["公务用车保有量", "，公务用车保有量", "共有车辆", "，共有车辆", "本部门共有车辆", "本单位共有车辆"]
    .map(\.scalarValues)
  private static let words = ["截至", "截止", "截止到", "截至到"].map(\.scalarValues)
  private static let yearEnd = "12月31日".scalarValues

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    guard let year = context.year else { return }
    let right = context.kind == .finalAccounts ? [year] : [year - 1, year]
    for (index, passage) in context.prose
    where passage.kind == .paragraph && passage.role?.hasPrefix("narrative") ?? false {
      let mentions = YearMention.all(in: context.text, context.text.range(of: index))
      // 2023年末4辆，2024年报废1辆: the stock that the year began with.
      if mentions.last.map({ right.contains($0.year) }) ?? false { continue }
      for mention in mentions {
        let (start, end) = (mention.range.lowerBound, mention.range.upperBound)
        guard !right.contains(mention.year),
          let length = yearEnd(context, mention, year)
        else { continue }
        findings.report(
          start..<(end + length), in: context,
          "本文件是\(year)年度的，这里的日期是\(mention.year)年年末", actual: "\(mention.year)年",
          expected: "\(right[0])年", suggestion: "核对日期和数字是否都是上年的")
      }
    }
  }
}
