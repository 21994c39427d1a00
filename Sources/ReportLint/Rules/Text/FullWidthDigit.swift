internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// TX18: full-width digits and letters.
struct FullWidthDigit: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TX18", category: "T5", severity: .info, title: "全角数字、字母",
    summary: "数字和字母用半角。",
    rationale: "全角数字与别处不一致，复制到表里也不能计算。",
    source: "GB/T 15835-2011",
    examples: [
      RuleExample("有误", "# 第一部分 部门概况\n## 一、主要职责\n共⟦１２⟧项，另有3项。"),
      RuleExample("无误", "# 第一部分 部门概况\n## 一、主要职责\n共12项，另有3项。"),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let scalars = context.text.scalars
    var end = 0
    for index in context.text.signs() where index >= end && Self.isWide(scalars[index]) {
      end = index
      while end < scalars.count, Self.isWide(scalars[end]) { end += 1 }
      let quote = context.text.string(index..<end)
      let right = String(scalars: scalars[index..<end].map { $0 - 0xFEE0 })
      findings.report(
        index..<end, in: context, "“\(quote)”是全角字符", actual: quote, expected: right,
        suggestion: "改为“\(right)”")
    }
  }

  private static func isWide(_ scalar: UInt32) -> Bool {
    (0xFF10...0xFF19).contains(scalar) || (0xFF21...0xFF3A).contains(scalar)
      || (0xFF41...0xFF5A).contains(scalar)
  }
}
