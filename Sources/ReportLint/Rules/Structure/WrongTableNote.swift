internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// ST16: a note on an empty table that speaks of another fund or year.
struct WrongTableNote: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST16", category: "S5", severity: .error, title: "空表说明张冠李戴",
    summary: "空表说明所说的资金和年度就是这张表的。",
    rationale: "照抄别的表的说明，这张表为什么空仍然没有说。",
    source: "财预〔2016〕143号",
    examples: [
      RuleExample(
        "有误",
        "# 第一部分 部门概况\n概况如下。",
        tables: [
          "公开08":
            "# 标题：国有资本经营预算财政拨款支出决算表\n# 注：注：本部门2024年度没有⟦政府性基金⟧预算财政拨款收入和支出，故本表无数据。\n项目/科目代码,项目/科目名称,合计,基本支出,项目支出\n,合计,,,"
        ]),
      RuleExample(
        "无误",
        "# 第一部分 部门概况\n概况如下。",
        tables: [
          "公开08":
            "# 标题：国有资本经营预算财政拨款支出决算表\n# 注：注：本部门2024年度没有国有资本经营预算财政拨款支出，故本表无数据。\n项目/科目代码,项目/科目名称,合计,基本支出,项目支出\n,合计,,,"
        ]),
    ])

  private static let funds = ["政府性基金", "国有资本经营"].map(\.scalarValues)

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    let text = context.text
    for (index, passage) in context.prose where passage.kind == .tableNote {
      let range = text.range(of: index)
      guard let table = passage.table, context.grammar.emptyTable.isFound(in: text, range),
        let title = context.printedTables[table].title?.utf8
      else { continue }
      reportFund(range, title, context, into: &findings)
      reportYear(range, context, into: &findings)
    }
  }

  private func reportFund(
    _ range: Range<Int>, _ title: [UInt8], _ context: ReportSurface,
    into findings: inout FindingSink
  ) {
    let title = Name(utf8: title)
    for (own, other) in [(0, 1), (1, 0)] {
      guard title.contains(Name(String(scalars: Self.funds[own]))),
        let place = range.first(where: { context.text.has(Self.funds[other], at: $0) }),
        !range.contains(where: { context.text.has(Self.funds[own], at: $0) })
      else { continue }
      let fund = String(scalars: Self.funds[own])
      findings.report(
        place..<(place + Self.funds[other].count), in: context, "这张表是\(fund)预算的，说明写的是另一本预算",
        actual: String(scalars: Self.funds[other]), expected: fund, suggestion: "改为“\(fund)”")
    }
  }

  private func reportYear(
    _ range: Range<Int>, _ context: ReportSurface, into findings: inout FindingSink
  ) {
    guard let year = context.year else { return }
    for mention in YearMention.all(in: context.text, range)
    where mention.year != year && mention.isFiscal {
      findings.report(
        mention.range, in: context, "本文件是\(year)年度，空表说明写的是\(mention.year)年度",
        category: "T1", actual: "\(mention.year)年度", expected: "\(year)年度",
        suggestion: "改为“\(year)年度”")
    }
  }
}
