internal import FiscalModel
internal import FiscalNarrative

/// TX24: 三公 without quotation marks where the document has them elsewhere.
struct QuotedThreePublic: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX24", category: "T3", severity: .info, title: "“三公”的引号不一",
    summary: "“三公”经费加引号，全文一致。",
    rationale: "有的加引号有的不加，前后不一致。",
    source: "全文一致",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        “三公”经费支出1.00万元。⟦三公经费⟧比上年减少。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        “三公”经费支出1.00万元。“三公”经费比上年减少。
        """),
    ])

  private static let bare = "三公经费".scalarValues
  private static let quoted = "“三公”".scalarValues

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    var first: Int?
    var (bare, quoted) = (0, 0)
    for (index, passage) in context.prose where passage.kind != .contents {
      for place in text.places(of: Self.bare[0], in: text.range(of: index)) {
        if text.has(Self.bare, at: place) {
          bare += 1
          first = first ?? place
        } else if text.has(Self.quoted, at: place - 1) {
          quoted += 1
        }
      }
    }
    guard let first, quoted > bare else { return }
    findings.report(
      first..<(first + Self.bare.count), in: context, "别处写“三公”加引号，这里没有（共\(bare)处）",
      actual: "三公经费", expected: "“三公”经费", suggestion: "改为““三公”经费”")
  }
}
