internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// TI35: the same code twice in a table.
struct DoubledCode: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TI35", category: "N7", severity: .error, title: "同一科目重复出现",
    summary: "同一张表中每个科目只出现一行。",
    rationale: "重复的行使合计重复计算。",
    source: "表内关系",
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
          201,一般公共服务支出,880.00,600.00,280.00
          20131,党委办公厅（室）及相关机构事务,880.00,600.00,280.00
          2013101,行政运行,600.00,600.00,
          2013102,一般行政管理事务,280.00,,280.00
          ⟦2013102⟧,一般行政管理事务,280.00,,280.00
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
      RuleExample(
        "逐个单位列出科目的表",
        """
        # 第二部分 部门预算情况说明
        ## 三、支出预算情况说明
        2025年支出预算300.00万元。
        """,
        tables: [
          "预算03": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,300.00,200.00,100.00
          ,云汀市民政局本级,200.00,150.00,50.00
          208,社会保障和就业支出,200.00,150.00,50.00
          20802,民政管理事务,200.00,150.00,50.00
          2080201,行政运行,150.00,150.00,
          2080299,其他民政管理事务支出,50.00,,50.00
          ,云汀市救助管理站,100.00,50.00,50.00
          208,社会保障和就业支出,100.00,50.00,50.00
          20820,临时救助,100.00,50.00,50.00
          2082002,流浪乞讨人员救助支出,100.00,50.00,50.00
          """
        ], layout: "budget", year: 2025),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for table in context.tables.tables where !table.isJumbled {
      for block in table.blocks where block.hasRepeatedCode {
        var seen = Set<String>()
        for row in block.rows where row.isCodePrinted {
          guard let code = row.code, !seen.insert(code).inserted,
            let cell = table.table.rows[row.index].cells.first(where: { !$0.text.isEmpty })
          else { continue }
          findings.report(
            cell.text, nil, "科目 \(code) 在\(table.id)中已经有一行", actual: code, rests: [.code(code)])
        }
      }
    }
  }
}
