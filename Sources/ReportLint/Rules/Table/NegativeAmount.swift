internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// TI36: negative amounts where only balances and adjustments may be.
struct NegativeAmount: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TI36", category: "N7", severity: .warning, title: "金额为负",
    summary: "除结转、结余和调整外，表中的金额不为负。",
    rationale: "收入、支出为负，多半是填错或者没有冲销干净；确有冲减的应当说明。",
    source: "表的口径",
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
          2013101,行政运行,600.00,600.00,
          2013102,一般行政管理事务,280.00,,280.00
          2013199,其他支出,⟦-2.00⟧,,⟦-2.00⟧
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

  private static let exempt = ["结转", "结余", "调整", "收回", "差额", "增减"]

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for (table, amounts) in zip(context.tables.tables, context.amounts)
    where amounts.contains(where: \.number.isNegative) {
      for block in table.blocks {
        for row in block.rows where row.hasNumber {
          for column in block.amountColumns {
            guard let cell = table.cell(row, column), !cell.isUncertain,
              case .number(let token) = cell.number, token.value.isNegative,
              !Self.isExempt(row.label), !Self.isExempt(column.key)
            else { continue }
            findings.report(
              cell.text.trimmed(), nil, "“\(row.label)”的金额为负", confidence: .medium,
              actual: cell.text.trimmed().string, suggestion: "核对金额；确有冲减的加以说明")
          }
        }
      }
    }
  }

  private static func isExempt(_ name: String) -> Bool { exempt.contains { name.contains($0) } }
}
