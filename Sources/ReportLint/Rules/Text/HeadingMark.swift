internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// TX23: a heading on a line of its own that ends with a mark.
struct HeadingMark: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX23", category: "T3", severity: .info, title: "标题末尾标点",
    summary: "独立成行的标题末尾不加标点。",
    rationale: "标题加句号不合公文习惯，与其他标题也不一致。",
    source: "GB/T 15834-2011；GB/T 9704-2012",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        拟订规划。
        ## ⟦二、机构设置。⟧
        内设办公室。
        """),
      RuleExample(
        "无误", "# 第一部分 部门概况\n## 一、主要职责\n拟订规划。\n## 二、机构设置\n内设办公室。"),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let headings = context.passages.indices.filter {
      let passage = context.passages[$0]
      return passage.kind == .heading && passage.role != nil
        && context.text.range(of: $0).count <= 40
    }
    let marked = headings.filter {
      Self.isMark(context.text.scalar(context.text.range(of: $0).upperBound - 1))
    }
    // Where most headings bear a mark, that is the document's way.
    guard marked.count * 3 <= headings.count else { return }
    for index in marked {
      let text = context.passages[index].text
      findings.report(text, nil, "标题末尾不加标点", confidence: .medium, suggestion: "删去末尾标点")
    }
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    [0x3002, 0xFF1B, 0xFF0C, 0x3001, 0xFF1A].contains(scalar)
  }
}
