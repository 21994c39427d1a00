internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// TT20: running costs booked as projects, and administration booked as basic expenditure.
struct RunningAsProject: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TT20", category: "N8", severity: .info, title: "行政运行列了项目支出",
    summary: "行政运行一般是基本支出，一般行政管理事务一般是项目支出。",
    rationale: "列反了的，基本支出和项目支出的口径就不对。",
    source: "科目说明：行政运行反映基本支出，一般行政管理事务反映未单独设置项级科目的其他项目支出",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,880.00,600.00,280.00
          201,一般公共服务支出,880.00,600.00,280.00
          20131,党委办公厅（室）及相关机构事务,880.00,600.00,280.00
          2013101,行政运行,600.00,580.00,⟦20.00⟧
          2013102,一般行政管理事务,280.00,,280.00
          """
        ]),
      RuleExample(
        "无误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
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
    let id = context.kind == .finalAccounts ? "公开05" : "预算05"
    guard let table = context.tables.table(id) else { return }
    for block in table.blocks {
      for (name, key) in [("行政运行", "项目支出"), ("一般行政管理事务", "基本支出")] {
        guard let column = block.column(key) else { continue }
        for row in block.rows where row.level == .item && row.label == name {
          guard case .value(let amount) = table.value(row, column), !amount.contains(0),
            let cell = table.cell(row, column)
          else { continue }
          findings.report(
            cell.text.trimmed(), nil, "“\(name)”列了\(key)", confidence: .low, suggestion: "核对支出的性质")
        }
      }
    }
  }
}
