internal import FiscalNarrative

/// TX17: two per cent signs behind one number.
struct DoubledPercent: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX17", category: "T3", severity: .warning, title: "百分号重复",
    summary: "一个百分数只写一个百分号。", rationale: "重复的百分号是录入错误。",
    source: "GB/T 15835-2011",
    examples: [
      RuleExample("有误", "# 第二部分 部门决算情况说明\n## 三、支出决算情况说明\n占2.00⟦%%⟧。"),
      RuleExample("无误", "# 第二部分 部门决算情况说明\n## 三、支出决算情况说明\n占2.00%。"),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let scalars = context.text.scalars
    for index in context.text.signs() where index > 0 {
      guard Self.isPercent(scalars[index]), Self.isPercent(scalars[index - 1]),
        isDigit(context.text.scalar(index - 2))
      else { continue }
      let passage = context.passages[context.text.passage(at: index)]
      guard passage.kind != .cell else { continue }
      findings.report(
        (index - 1)..<(index + 1), in: context, "百分号重复",
        actual: context.text.string((index - 1)..<(index + 1)), expected: "%",
        suggestion: "删去一个百分号")
    }
  }

  private static func isPercent(_ scalar: UInt32) -> Bool { scalar == 0x25 || scalar == 0xFF05 }
}
