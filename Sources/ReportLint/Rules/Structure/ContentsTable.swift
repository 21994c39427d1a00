internal import FiscalModel
internal import FiscalNarrative

/// ST22: the names of tables in the contents list against the tables' titles.
struct ContentsTable: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "ST22", category: "S3", severity: .warning, title: "目录列表名与表标题不一致",
    summary: "目录里的表名与表的标题相同。",
    rationale: "表名不同，读者会当成两张表。",
    source: "公文格式通则",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        概况如下。
        # 第二部分 部门决算情况说明
        决算情况如下。
        # 第三部分 名词解释
        1.基本支出：指保障运转的支出。
        """,
        tables: [
          "公开06":
            "# 标题：⟦一般公共预算财政拨款基本支出决算明细表⟧\n人员经费/科目代码,人员经费/科目名称,人员经费/决算数\n301,工资福利支出,1.00"
        ],
        contents: ["第一部分 部门概况", "第二部分 部门决算情况说明", "第三部分 名词解释", "第四部分 部门决算表", "一、一般公共预算财政拨款基本支出决算表"]),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        概况如下。
        # 第二部分 部门决算情况说明
        决算情况如下。
        # 第三部分 名词解释
        1.基本支出：指保障运转的支出。
        """,
        tables: [
          "公开06":
            "# 标题：一般公共预算财政拨款基本支出决算明细表\n人员经费/科目代码,人员经费/科目名称,人员经费/决算数\n301,工资福利支出,1.00"
        ],
        contents: [
          "第一部分 部门概况", "第二部分 部门决算情况说明", "第三部分 名词解释", "第四部分 部门决算表", "一、2024年度一般公共预算财政拨款基本支出决算明细表",
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for difference in context.headings.differences
    where difference.line.isTable && difference.distance <= 4 {
      let entry = context.passages[difference.entry.passage].text.trimmed()
      let title = context.passages[difference.line.passage].text
      findings.report(
        title, nil, "目录写“\(entry.string)”，表的标题是“\(title.trimmed().string)”",
        actual: title.trimmed().string, expected: entry.string, evidence: [.init("目录", entry)],
        suggestion: "把目录与表的标题改为一致")
    }
  }
}
