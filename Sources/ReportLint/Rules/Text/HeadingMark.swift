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
        "无误：几节下面的小标题都带句号",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        拟订规划。
        ## 二、机构设置
        内设办公室。
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收入总计100.00万元，支出总计100.00万元。
        ## 二、收入决算情况说明
        本年收入合计100.00万元。
        ## 三、支出决算情况说明
        本年支出合计100.00万元。
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （一）一般公共预算财政拨款支出决算总体情况。
        一般公共预算财政拨款支出100.00万元。
        ### （二）一般公共预算财政拨款支出决算结构情况。
        教育支出（类）100.00万元。
        ## 七、财政拨款“三公”经费支出决算情况说明
        ### （一）“三公”经费支出决算总体情况说明。
        “三公”经费支出1.00万元。
        ### （二）“三公”经费支出决算具体情况说明。
        公务接待费支出1.00万元。
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
    let bare = Set(Set(headings).subtracting(marked).map { Self.parent(context, $0) })
    // So it is where all the headings below several ones bear one: （一）总体情况。（二）结构情况。
    let ways = Set(marked.map { Self.parent(context, $0) }).subtracting(bare)
    for index in marked where ways.count < 2 || !ways.contains(Self.parent(context, index)) {
      let text = context.passages[index].text
      findings.report(text, nil, "标题末尾不加标点", confidence: .medium, suggestion: "删去末尾标点")
    }
  }

  private static func parent(_ context: ReportSurface, _ index: Int) -> Substring? {
    context.passages[index].role.map { role in
      role.lastIndex(of: ".").map { role[..<$0] } ?? ""
    }
  }

  private static func isMark(_ scalar: UInt32) -> Bool {
    [0x3002, 0xFF1B, 0xFF0C, 0x3001, 0xFF1A].contains(scalar)
  }
}
