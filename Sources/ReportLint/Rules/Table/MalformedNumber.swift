internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// TI37: digits that are no number.
struct MalformedNumber: Rule {
  static let metadata = RuleMetadata(
    id: "TI37", category: "T5", severity: .error, title: "数字写法不能读成一个数",
    summary: "千分位、小数点写法正确。",
    rationale: "写错的千分位或小数点使金额无法确定。",
    source: "GB/T 15835-2011",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        2024年度收入支出总计⟦1,2840.50万元⟧，本年支出⟦488.8.万元⟧。
        """),
      RuleExample(
        "有误",
        """
        # 第四部分 部门决算表

        {{表 公开05}}
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,"⟦1,23.45⟧","1,000.00",123.45
          204,公共安全支出,"⟦1,23.45⟧","1,000.00",123.45
          20406,司法,"⟦1,23.45⟧","1,000.00",123.45
          2040601,行政运行,"1,000.00","1,000.00",
          2040602,一般行政管理事务,123.45,,123.45
          """
        ]),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        2024年度收入支出总计12,840.50万元。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let statements = context.facts.statements
    for index in statements.indices where statements[index].quantity == .malformed {
      let statement = statements[index]
      findings.report(
        context.facts.passages[statement.passage].text, statement.range, "数字的千分位或小数点写错",
        confidence: .high, suggestion: "按三位一节重新书写")
    }
    for table in context.facts.tables {
      var cells: [Cell] = []
      for row in table.head where row.contains(where: Self.isMalformed) {
        cells += row.filter(Self.isMalformed)
      }
      for row in table.rows where row.cells.contains(where: Self.isMalformed) {
        cells += row.cells.filter(Self.isMalformed)
      }
      // Pieces of numbers that their columns were too narrow for are no faults.
      guard !cells.isEmpty, !table.isJumbled else { continue }
      for cell in cells {
        findings.report(
          cell.text, nil, "数字的千分位或小数点写错", confidence: .high,
          suggestion: "按三位一节重新书写")
      }
    }
  }

  private static func isMalformed(_ cell: Cell) -> Bool {
    if case .number(let token) = cell.number { token.form == .malformed } else { false }
  }
}
