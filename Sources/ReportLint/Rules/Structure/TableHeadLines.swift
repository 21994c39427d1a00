internal import FiscalModel
internal import FiscalNarrative

/// ST24: what stands above a table: 编制部门, 单位.
struct TableHeadLines: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST24", category: "T3", severity: .warning, title: "表头要素不全",
    summary: "表头的“单位：”“编制部门：”写全，有冒号。",
    rationale: "表头是读表的依据，缺了单位就不知道数有多大。",
    source: "部门决算公开表样",
    examples: [
      RuleExample(
        "有误",
        "# 第一部分 部门概况\n概况如下。",
        tables: [
          "公开02": "# 标题：收入决算表\n# 单位：⟦单位万元⟧\n项目/科目代码,项目/科目名称,本年收入合计\n,合计,1.00"
        ]),
      RuleExample(
        "无误",
        "# 第一部分 部门概况\n概况如下。",
        tables: ["公开02": "# 标题：收入决算表\n# 单位：单位：万元\n项目/科目代码,项目/科目名称,本年收入合计\n,合计,1.00"]),
    ])

  private static let unbroken = PhraseSet(["单位万元", "单位元", "单位亿元", "金额单位万元", "金额单位元"])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for (index, passage) in context.prose where passage.kind == .tableLine {
      let range = context.text.range(of: index)
      guard let match = Self.unbroken.matches(in: context.text, range).first,
        match.range.upperBound == range.upperBound
      else { continue }
      let quote = context.text.string(match.range)
      let right = "单位：" + quote.drop { $0 != "位" }.dropFirst()
      let title = passage.table.flatMap { context.printedTables[$0].title }
      findings.report(
        match.range, in: context, "“\(quote)”缺少冒号", actual: quote, expected: right,
        evidence: title.map { [.init("表", $0)] } ?? [], suggestion: "改为“\(right)”")
    }
  }
}
