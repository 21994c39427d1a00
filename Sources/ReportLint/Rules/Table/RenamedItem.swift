internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// TI33: a name that belongs to other years.
struct RenamedItem: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TI33", category: "T1", severity: .warning, title: "科目名称已不在当年使用",
    summary: "科目名称是当年使用的名称。",
    rationale: "沿用往年的科目名称，多是照抄上年材料。",
    source: "《政府收支分类科目》（按年度）",
    examples: [
      RuleExample(
        "有误",
        """
        # 第四部分 部门决算表

        {{表 公开05}}
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,880.00,600.00,280.00
          208,社会保障和就业支出,880.00,600.00,280.00
          20805,⟦行政事业单位离退休⟧,880.00,600.00,280.00
          2080501,行政单位离退休,600.00,600.00,
          2080502,事业单位离退休,280.00,,280.00
          """
        ]),
      RuleExample(
        "无误",
        """
        # 第四部分 部门决算表

        {{表 公开05}}
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,880.00,600.00,280.00
          201,一般公共服务支出,880.00,600.00,280.00
          20131,党委办公厅（室）及相关机构事务,880.00,600.00,280.00
          2013101,行政运行,600.00,600.00,
          2013102,一般行政管理事务,280.00,,280.00
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for row in context.classifiedRows {
      guard case .otherYears(let entry?) = row.verdict, let year = context.year,
        entry.isCertain(in: year)
      else { continue }
      findings.report(
        row.label, nil, "“\(row.name)”是以前的名称，\(year)年度为“\(entry.name)”", actual: row.name,
        expected: entry.name, suggestion: "改为“\(entry.name)”")
    }
  }
}
