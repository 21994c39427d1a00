internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// YR09: a budget that arranged more money carried over than the accounts had.
struct BudgetedCarryover: Rule {
  static let metadata = RuleMetadata(
    id: "YR09", category: "N8", severity: .info, title: "预算安排的上年结转多于年初实有",
    summary: "当年预算列入的上年结转结余，不多于决算的年初结转和结余；决算数通常更全，少于它不算错。",
    rationale: "没有剩下的钱不能再安排；差得多，预算编制或者年初数有一处不实。",
    source: "预算编入的上年结转是估计数，应当与年初实有数核对；需要用 --budget 给出当年公布的预算",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """,
        tables: [
          "公开01": """
          # 标题：收入支出决算总表
          # 单位：万元
          收入/项目,收入/行次,收入/决算数,支出/项目,支出/行次,支出/决算数
          一、一般公共预算财政拨款收入,1,950.00,一、一般公共服务支出,31,942.00
          本年收入合计,27,950.00,本年支出合计,57,942.00
          年初结转和结余,29,⟦32.00⟧,年末结转和结余,59,40.00
          总计,30,982.00,总计,60,982.00
          """
        ],
        budget: .init(
          """
          # 第二部分 部门预算情况说明
          ## 一、收支总体情况
          2024年收入预算950.00万元。
          """,
          tables: [
            "预算01": """
            # 标题：部门预算收支总表
            # 单位：万元
            收入/项目,收入/预算数,支出/项目,支出/预算数
            一、一般公共预算拨款收入,900.00,一、一般公共服务支出,950.00
            本年收入合计,900.00,本年支出合计,950.00
            上年结转结余,50.00,年终结转结余,0.00
            收入总计,950.00,支出总计,950.00
            """
          ])),
      RuleExample(
        "无误：预算只列入一部分",
        """
        # 第一部分 部门概况
        ## 一、主要职责
        负责养老服务工作。
        """,
        tables: [
          "公开01": """
          # 标题：收入支出决算总表
          # 单位：万元
          收入/项目,收入/行次,收入/决算数,支出/项目,支出/行次,支出/决算数
          一、一般公共预算财政拨款收入,1,950.00,一、一般公共服务支出,31,942.00
          本年收入合计,27,950.00,本年支出合计,57,942.00
          年初结转和结余,29,32.00,年末结转和结余,59,40.00
          总计,30,982.00,总计,60,982.00
          """
        ],
        budget: .init(
          """
          # 第二部分 部门预算情况说明
          ## 一、收支总体情况
          2024年收入预算930.00万元。
          """,
          tables: [
            "预算01": """
            # 标题：部门预算收支总表
            # 单位：万元
            收入/项目,收入/预算数,支出/项目,支出/预算数
            一、一般公共预算拨款收入,900.00,一、一般公共服务支出,930.00
            本年收入合计,900.00,本年支出合计,930.00
            上年结转结余,30.00,年终结转结余,0.00
            收入总计,930.00,支出总计,930.00
            """
          ])),
    ])

  /// What the budget arranged, and what there was.
  private static let balances = [
    ("预算01!收入/上年结转结余.预算数", "公开01!收入/年初结转和结余.决算数"),
    ("预算04!收入/年初财政拨款结转和结余.预算数", "公开04!收入/年初结转和结余.金额"),
  ]

  func check(_ context: LintContext, into findings: inout FindingSink) {
    guard let budget = context.publishedBudget?.budget else { return }
    for (arranged, opening) in Self.balances {
      guard let left = try? Formula(arranged), let right = try? Formula(opening),
        let planned = budget.value(left.expression),
        let actual = try? Evaluator(context.tables).evaluate(right.expression),
        planned.interval.lower > actual.value.upper,
        let cell = actual.operands.lazy.compactMap({ context.tables.cell($0) }).first
      else { continue }
      findings.report(
        cell.text, nil,
        "\(budget.name)安排上年结转 \(planned.printed)，多于年初结转和结余 \(cell.text.string)",
        confidence: .low, actual: cell.text.string, evidence: [budget.evidence(planned)],
        suggestion: "核对年初结转和结余；预算按估计数编列的可不理会")
      return
    }
  }
}
