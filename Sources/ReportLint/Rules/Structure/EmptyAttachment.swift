internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// ST33: a part that is announced and holds nothing.
struct EmptyAttachment: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST33", category: "S1", severity: .warning, title: "附件部分没有内容",
    summary: "有“附件”标题的，下面有附件，或写明无。",
    rationale: "只有标题没有附件，读者以为材料不全。",
    source: "公文格式通则",
    examples: [
      RuleExample(
        "有误",
        "# 第一部分 部门概况\n概况如下。\n# 第二部分 部门决算情况说明\n收入总计10.00万元。\n# ⟦第三部分 附件⟧\n详见附件。"),
      RuleExample(
        "无误",
        "# 第一部分 部门概况\n概况如下。\n# 第二部分 部门决算情况说明\n收入总计10.00万元。\n# 第三部分 附件\n附件1：云汀市民政局项目支出绩效自评报告"),
    ])

  private static let longestNote = 10

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for part in context.report.parts where part.role == "attachments" && part.sections.isEmpty {
      guard let heading = part.heading, part.blocks.allSatisfy(isEmpty) else { continue }
      findings.report(
        heading, nil, "“\(heading.trimmed().string)”下面没有附件", suggestion: "附上附件，或写明无附件")
    }
  }

  /// Whether a block says no more than 详见附件.
  private func isEmpty(_ block: Block) -> Bool {
    guard case .paragraph(let paragraph) = block else { return false }
    let text = paragraph.text.string.filter { !$0.isWhitespace }
    return text.count <= Self.longestNote && (text.contains("见附件") || text == "附件")
  }
}
