internal import FiscalModel
internal import FiscalNarrative

/// YR07: original budgets of final accounts that differ from the budget that was published.
struct PublishedOriginalBudget: Rule {
  static let metadata = RuleMetadata(
    id: "YR07", category: "N8", severity: .error, title: "年初预算数与公布的预算不符",
    summary: "决算中的年初预算数（各项级科目、“三公”经费），应当与年初公开的部门预算相同。",
    rationale: "年初预算就是公布过的预算，换一个数，完成率就失去了意义。",
    source: "财预〔2016〕143号；需要用 --budget 给出当年公布的预算",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.社会保障和就业支出（类）民政管理事务（款）一般行政管理事务（项）。年初预算为⟦130.00万元⟧，支出决算为118.00万元。
        """,
        budget: .init(
          """
          # 第二部分 部门预算情况说明
          ## 一、收支总体情况
          2024年收入预算700.00万元。
          """,
          tables: [
            "预算05": """
            # 标题：一般公共预算支出功能分类预算表
            # 单位：万元
            科目编码,科目名称,合计,基本支出,项目支出
            ,合计,620.00,500.00,120.00
            208,社会保障和就业支出,620.00,500.00,120.00
            20802,民政管理事务,620.00,500.00,120.00
            2080201,行政运行,500.00,500.00,
            2080202,一般行政管理事务,120.00,,120.00
            """
          ])),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.社会保障和就业支出（类）民政管理事务（款）一般行政管理事务（项）。年初预算为120.00万元，支出决算为118.00万元。
        """,
        budget: .init(
          """
          # 第二部分 部门预算情况说明
          ## 一、收支总体情况
          2024年收入预算700.00万元。
          """,
          tables: [
            "预算05": """
            # 标题：一般公共预算支出功能分类预算表
            # 单位：万元
            科目编码,科目名称,合计,基本支出,项目支出
            ,合计,620.00,500.00,120.00
            208,社会保障和就业支出,620.00,500.00,120.00
            20802,民政管理事务,620.00,500.00,120.00
            2080201,行政运行,500.00,500.00,
            2080202,一般行政管理事务,120.00,,120.00
            """
          ])),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    guard let published = context.publishedBudget else { return }
    for check in published.checks where !check.holds {
      let statement = context.facts.statements[check.statement]
      let text = context.facts.passages[statement.passage].text
      let quote = text.string(statement.range)
      findings.report(
        text, statement.range,
        "\(SubjectName(context).name(statement)) \(quote) 与公布的预算不符：\(published.budget.name)为 \(check.published.printed)",
        actual: quote, expected: check.expected,
        evidence: [published.budget.evidence(check.published)],
        suggestion: "与年初公布的预算核对；用调整预算数的，应当写明是调整预算数")
    }
  }
}
