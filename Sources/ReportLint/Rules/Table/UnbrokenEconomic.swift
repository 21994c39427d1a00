internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// TI34: economic categories with an amount and no 款 below them.
struct UnbrokenEconomic: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TI34", category: "S1", severity: .error, title: "基本支出没有细化到款",
    summary: "一般公共预算基本支出按经济分类公开到款。",
    rationale: "只公开到类，看不出钱花在哪里。",
    source: "《预算法实施条例》第六条：基本支出按经济性质分类公开到款",
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """,
        tables: [
          "公开06": """
          科目代码,科目名称,决算数
          301,工资福利支出,90.00
          30101,基本工资,60.00
          30102,津贴补贴,30.00
          ⟦302⟧,商品和服务支出,20.00
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
          "公开06": """
          科目代码,科目名称,决算数
          301,工资福利支出,90.00
          30101,基本工资,60.00
          30102,津贴补贴,30.00
          302,商品和服务支出,20.00
          30201,办公费,20.00
          """
        ]),
    ])

  private static let categories = ["301", "302", "303"]

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    for table in context.tables.tables {
      let blocks = table.blocks.filter {
        if case .economic = $0.form.rows { true } else { false }
      }
      let codes = blocks.flatMap { $0.rows.filter(\.hasNumber).compactMap(\.code) }
      // A table without any is another form, or was not read.
      guard codes.contains(where: { $0.utf8.count == 5 }) else { continue }
      for block in blocks {
        for row in block.rows where row.isCodePrinted {
          guard let code = row.code, Self.categories.contains(code),
            !codes.contains(where: { $0.utf8.count == 5 && $0.hasPrefix(code) }),
            let key = block.amountColumns.first,
            case .value(let amount) = table.value(row, key), !amount.contains(0),
            let cell = table.table.rows[row.index].cells.first(where: {
              $0.text.trimmed().string == code
            })
          else { continue }
          findings.report(
            cell.text.trimmed(), nil, "“\(row.label)”有数，下面没有列出款级科目", suggestion: "列出有数的各款")
        }
      }
    }
  }
}
