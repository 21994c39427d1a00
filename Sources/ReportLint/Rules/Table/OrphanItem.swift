internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// TI31: an amount that is not broken down to items.
struct OrphanItem: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TI31", category: "S1", severity: .error, title: "没有细化到项级",
    summary: "有数的类、款之下列出项级科目。",
    rationale: "支出按功能分类应当公开到项。",
    source: "《预算法实施条例》第六条",
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
          ⟦20131⟧,党委办公厅（室）及相关机构事务,880.00,600.00,280.00
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
        "经济分类的表没有项，题目是另一张表的",
        """
        # 第四部分 部门决算表

        {{表 公开05}}
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,60.00,60.00,
          301,工资福利支出,60.00,60.00,
          30101,基本工资,40.00,40.00,
          30102,津贴补贴,20.00,20.00,
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for (index, table) in context.tables.tables.enumerated() where !table.isJumbled {
      for block in table.blocks {
        guard case .functional = block.form.rows, block.rows.contains(where: { $0.isCodePrinted })
        else { continue }
        for row in block.rows where row.isCodePrinted && row.level != .item && row.children.isEmpty
        {
          guard row.level != nil, let key = block.amountColumns.first,
            case .value(let amount) = table.value(row, key), !amount.contains(0),
            let cell = table.table.rows[row.index].cells.first(where: { !$0.text.isEmpty })
          else { continue }
          findings.report(
            cell.text, nil, "“\(row.label)”有数，下面没有列出\(row.level == .category ? "款和项" : "项级科目")",
            rests: row.code.map { [.code($0), .children(of: $0, table: index)] } ?? [])
        }
      }
    }
  }
}
