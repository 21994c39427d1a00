internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN42: a number of the narrative disagrees with what it is made of.
struct BalanceInWords: Rule {
  static let metadata = RuleMetadata(
    id: "NN42", category: "N3", severity: .error, title: "总计的构成相加不符",
    summary: "收入总计等于本年收入、使用结余与年初结转之和，支出总计等于本年支出、结余分配与年末结转之和。",
    rationale: "收支平衡是决算最基本的关系。",
    source: "公开01表：总计＝合计＋结余＋结转",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "不符",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收入总计⟦1,050.00万元⟧，包括：本年收入合计1,000.00万元、使用非财政拨款结余0.00万元、年初结转和结余60.00万元。
        """),
      RuleExample(
        "相符",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收入总计1,050.00万元，包括：本年收入合计1,000.00万元、使用非财政拨款结余0.00万元、年初结转和结余50.00万元。
        """),
      RuleExample(
        "收支总计合在一起说",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        收、支总计均为915.00万元，其中：收入合计910.00万元，年初结转和结余5.00万元；支出合计905.00万元，年末结转和结余⟦11.00万元⟧。
        """),
      RuleExample(
        "收支不平",
        """
        # 第二部分 部门决算情况说明
        ## 八、政府性基金预算财政拨款收入支出决算情况说明
        年初结转和结余10.00万元，本年收入50.00万元，本年支出45.00万元，年末结转和结余⟦25.00万元⟧。
        """),
      RuleExample(
        "一句话说完全部收支而不平",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        2024年年初结转和结余10.00万元，本年收入50.00万元，本年支出45.00万元，用事业基金弥补收支差额2.00万元，结余分配1.00万元，年末结转和结余⟦61.00万元⟧。
        """, year: 2024),
      RuleExample(
        "一句话说完全部收支",
        """
        # 第二部分 部门决算情况说明
        ## 一、收入支出决算总体情况说明
        2024年年初结转和结余10.00万元，本年收入50.00万元，本年支出45.00万元，用事业基金弥补收支差额2.00万元，结余分配1.00万元，年末结转和结余16.00万元。
        """, year: 2024),
      RuleExample(
        "收支相平",
        """
        # 第二部分 部门决算情况说明
        ## 八、政府性基金预算财政拨款收入支出决算情况说明
        年初结转和结余10.00万元，本年收入50.00万元，本年支出45.00万元，年末结转和结余15.00万元。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
    let levels = levels(context)
    for account in Self.accounts {
      check(account.compactMap { levels[$0] }, account, context, &findings)
    }
    for account in OwnAccount.all(in: context.facts) where !account.balances {
      check(account, context, &findings)
    }
  }

  private func check(
    _ account: OwnAccount, _ context: LintContext, _ findings: inout FindingSink
  ) {
    guard account.statements.allSatisfy({ context.reconciliation.fault(of: $0) == nil }),
      let last = account.statements.last.map({ statement($0, context) })
    else { return }
    let printed = account.statements.map {
      statement($0, context).quantity.printed?.description ?? ""
    }
    let sources = printed.prefix(OwnAccount.sources.count).joined(separator: " ＋ ")
    let uses = printed.dropFirst(OwnAccount.sources.count)
    let text = context.facts.passages[last.passage].text
    findings.report(
      text, last.range,
      "收支不平：年初结转、收入和弥补收支差额的 \(sources) 不等于支出、分配和年末结转的 \(uses.joined(separator: " ＋ "))",
      actual: text.string(last.range),
      arithmetic: "\(sources) － \(uses.dropLast().joined(separator: " － "))",
      evidence: zip(OwnAccount.sources + OwnAccount.uses, account.statements).dropLast().map {
        .init($0, text, statement($1, context).range)
      }, suggestion: "核对这六个数")
  }

  /// Opening balance, revenue, expenditure and closing balance of money that knows no others.
  private static let accounts = [
    ["基金年初结转", "基金本年收入", "基金本年支出", "基金年末结转"],
    ["年初财政拨款结转和结余", "本年财政拨款收入", "本年财政拨款支出", "年末财政拨款结转和结余"],
  ]

  /// What was there and came in is what was spent and is left.
  private func check(
    _ told: [Int], _ account: [String], _ context: LintContext, _ findings: inout FindingSink
  ) {
    guard told.count == account.count, Set(told.map { statement($0, context).passage }).count == 1,
      told.allSatisfy({ context.reconciliation.fault(of: $0) == nil })
    else { return }
    let amounts = told.compactMap { statement($0, context).quantity.interval }
    guard amounts.count == account.count,
      !(amounts[0] + amounts[1]).overlaps(amounts[2] + amounts[3])
    else { return }
    let printed = told.map { statement($0, context).quantity.printed?.description ?? "" }
    let last = statement(told[3], context)
    let text = context.facts.passages[last.passage].text
    findings.report(
      text, last.range,
      "收支不平：年初 \(printed[0]) ＋ 收入 \(printed[1]) 不等于支出 \(printed[2]) ＋ 年末 \(printed[3])",
      actual: text.string(last.range), arithmetic: "\(printed[0]) ＋ \(printed[1]) － \(printed[2])",
      evidence: zip(account, told).dropLast().map {
        .init($0, text, statement($1, context).range)
      }, suggestion: "核对四个数")
  }

  private func statement(_ index: Int, _ context: LintContext) -> Statement {
    context.facts.statements[index]
  }

  /// Of each concept of which the narrative gives one amount only, that.
  private func levels(_ context: LintContext) -> [String: Int] {
    var told: [String: [Int]] = [:]
    for index in context.facts.statements.indices {
      let statement = statement(index, context)
      guard case .concept(let id) = statement.meaning?.subject, let meaning = statement.meaning,
        meaning.aspect == .level(.finalAmount), meaning.year == nil, meaning.fund == nil,
        statement.region == .plain, statement.quantity.amount != nil
      else { continue }
      told[id, default: []].append(index)
    }
    return told.compactMapValues { $0.count == 1 ? $0[0] : nil }
  }
}
