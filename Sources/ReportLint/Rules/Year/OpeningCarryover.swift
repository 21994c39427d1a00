internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// YR03: opening balances that differ from last year's closing balances.
struct OpeningCarryover: Rule {
  static let metadata = RuleMetadata(
    id: "YR03", category: "N8", severity: .warning, title: "年初结转与上年年末结转不同",
    summary: "各表的年初结转和结余，应当与上年公开的年末结转和结余相同；有调整的应当说明。",
    rationale: "去年剩下的就是今年年初的，差额没有说明，就有资金说不清去向。",
    source: "《预算法实施条例》：决算应当列示结转、结余资金；需要用 --last 给出上年的公开文本",
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
          一、一般公共预算财政拨款收入,1,950.00,一、一般公共服务支出,31,960.00
          本年收入合计,27,950.00,本年支出合计,57,960.00
          年初结转和结余,29,⟦50.00⟧,年末结转和结余,59,40.00
          总计,30,1,000.00,总计,60,1,000.00
          """
        ],
        last: .init(
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
            一、一般公共预算财政拨款收入,1,900.00,一、一般公共服务支出,31,880.00
            本年收入合计,27,900.00,本年支出合计,57,880.00
            年初结转和结余,29,12.00,年末结转和结余,59,32.00
            总计,30,912.00,总计,60,912.00
            """
          ])),
      RuleExample(
        "无误",
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
        last: .init(
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
            一、一般公共预算财政拨款收入,1,900.00,一、一般公共服务支出,31,880.00
            本年收入合计,27,900.00,本年支出合计,57,880.00
            年初结转和结余,29,12.00,年末结转和结余,59,32.00
            总计,30,912.00,总计,60,912.00
            """
          ])),
    ])

  /// Opening balances and the closing balances that they come from.
  private static let balances = [
    ("公开01!收入/年初结转和结余.决算数", "公开01!支出/年末结转和结余.决算数"),
    ("公开04!收入/年初结转和结余.金额", "公开04!支出/年末结转和结余.合计"),
    ("公开07!合计.年初结转和结余", "公开07!合计.年末结转和结余"),
  ]

  func check(_ context: LintContext, into findings: inout FindingSink) {
    guard let last = context.priorYear?.last else { return }
    for (opening, closing) in Self.balances {
      guard let left = try? Formula(opening), let right = try? Formula(closing),
        let now = try? Evaluator(context.tables).evaluate(left.expression),
        let before = last.value(right.expression),
        !Rounding.equal(now.value, before.interval),
        let cell = now.operands.lazy.compactMap({ context.tables.cell($0) }).first
      else { continue }
      findings.report(
        cell.text, nil, "年初结转和结余 \(cell.text.string) 与\(last.name)的年末结转和结余 \(before.printed) 不同",
        actual: cell.text.string, expected: before.printed, evidence: [last.evidence(before)],
        suggestion: "核对两年的数；年初有调整的，在文中说明调整的原因和金额")
    }
  }
}
