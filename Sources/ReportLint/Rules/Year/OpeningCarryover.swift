internal import FiscalModel
internal import FiscalNarrative
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
      RuleExample(
        "文字里的年初结转",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        2024年度收入总计956.00万元，包括本年收入合计950.00万元，年初结转和结余⟦6.00万元⟧。
        """,
        last: .init(
          """
          # 第二部分 部门决算情况说明
          ## 一、收入支出决算总体情况说明
          2023年度支出总计912.00万元，包括本年支出合计907.00万元，年末结转和结余5.00万元。
          """)),
      RuleExample(
        "写明了调整",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        2024年度收入总计956.00万元，包括本年收入合计950.00万元，年初结转和结余6.00万元（按审计意见调整1.00万元）。
        """,
        last: .init(
          """
          # 第二部分 部门决算情况说明
          ## 一、收入支出决算总体情况说明
          2023年度支出总计912.00万元，包括本年支出合计907.00万元，年末结转和结余5.00万元。
          """)),
    ])

  /// Opening balances and the closing balances that they come from.
  private static let balances = [
    ("公开01!收入/年初结转和结余.决算数", "公开01!支出/年末结转和结余.决算数"),
    ("公开04!收入/年初结转和结余.金额", "公开04!支出/年末结转和结余.合计"),
    ("公开07!合计.年初结转和结余", "公开07!合计.年末结转和结余"),
  ]

  func check(_ context: LintContext, into findings: inout FindingSink) {
    guard let last = context.priorYear?.last else { return }
    checkWords(last, context, &findings)
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

  private static let concepts = [
    "年初结转和结余": "年末结转和结余", "年初财政拨款结转和结余": "年末财政拨款结转和结余",
    "基金年初结转": "基金年末结转",
  ]

  /// What the narrative says of the opening balance, where no table of the report says it.
  private func checkWords(
    _ last: PublishedDocument, _ context: LintContext, _ findings: inout FindingSink
  ) {
    for statement in context.facts.statements {
      guard let meaning = statement.meaning, meaning.aspect == .level(.finalAmount),
        meaning.year == nil, meaning.fund == nil, statement.region == .plain,
        case .concept(let id) = meaning.subject, let closing = Self.concepts[id],
        let amount = statement.quantity.amount,
        context.evidence.sources(of: meaning.subject, .finalAmount, in: meaning.section).isEmpty,
        let before = last.value(of: .concept(closing), .finalAmount, in: meaning.section),
        !Rounding.equal(amount.interval, before.interval)
      else { continue }
      let text = context.facts.passages[statement.passage].text
      guard names(Self.balance, text, statement.clause), !names(Self.adjustments, text) else {
        continue
      }
      let quote = text.string(statement.range)
      findings.report(
        text, statement.range, "年初结转和结余 \(quote) 与\(last.name)的年末结转和结余 \(before.printed) 不同",
        confidence: .medium, actual: quote, expected: before.printed,
        evidence: [last.evidence(before)],
        suggestion: "核对两年的数；年初有调整的，在文中说明调整的原因和金额")
    }
  }

  /// 年初结转 alone may leave out what is left over.
  private static let balance = ["结余"].map { [UInt8]($0.utf8) }
  private static let adjustments = ["调整", "更正", "追溯", "审计", "收回"].map { [UInt8]($0.utf8) }

  private func names(_ words: [[UInt8]], _ text: TracedText, _ range: Range<Int>? = nil) -> Bool {
    let range = range ?? 0..<text.utf8.count
    return words.contains {
      text.utf8.firstOffset(of: $0, from: range.lowerBound, to: range.upperBound) != nil
    }
  }
}
