internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN09: economic 科目 whose amounts do not add up to what they are listed under.
struct EconomicItemsSum: Rule {
  static let metadata = RuleMetadata(
    id: "NN09", category: "N3", severity: .info, title: "经济科目相加不等于合计",
    summary: "“工资福利支出 x 万元，包括：…”后面各项带金额的，相加等于 x；写“主要包括”的不超过 x。",
    rationale: "列出的各项加起来不对，必有一处写错或漏写。",
    source: "算术",
    examples: [
      RuleExample(
        "有误：相加超过合计",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        工资福利支出⟦100.00万元⟧，主要包括：基本工资60.00万元、津贴补贴30.00万元、奖金20.00万元。
        """,
        tables: [
          "公开06": """
          科目代码,科目名称,决算数
          301,工资福利支出,150.00
          30101,基本工资,60.00
          30102,津贴补贴,30.00
          30103,奖金,60.00
          302,商品和服务支出,60.00
          303,对个人和家庭的补助,10.00
          """
        ]),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        工资福利支出110.00万元，主要包括：基本工资60.00万元、津贴补贴30.00万元、奖金20.00万元。
        """,
        tables: [
          "公开06": """
          科目代码,科目名称,决算数
          301,工资福利支出,150.00
          30101,基本工资,60.00
          30102,津贴补贴,30.00
          30103,奖金,60.00
          302,商品和服务支出,60.00
          303,对个人和家庭的补助,10.00
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    for group in EconomicList.groups(context.facts) where group.items.count > 1 {
      let statements = context.facts.statements
      let amounts = group.items.compactMap { statements[$0].quantity.amount }
      guard let whole = statements[group.whole].quantity.amount else { continue }
      let sum = amounts.map(\.interval).reduce(.zero, +)
      guard !sum.overlaps(whole.interval) else { continue }
      let isAbove = sum.lower > whole.interval.upper
      // Items below a whole may be a selection; only their order of size says how likely it is.
      guard isAbove || group.items.count >= Self.leastItems && !endsOpenly(group, context) else {
        continue
      }
      let exact = amounts.reduce(Int128(0)) { $0 + $1.grains }
      let expected = Amount(grains: exact, unit: whole.unit, decimals: 2)?.number.description ?? ""
      let text = context.facts.passages[statements[group.whole].passage].text
      findings.report(
        text, statements[group.whole].range,
        isAbove
          ? "后面列出的各项相加是 \(expected)，超过这里的 \(whole.number)"
          : "后面列出的各项相加是 \(expected)，少于这里的 \(whole.number)；没有全部列出的可不理会",
        severity: isAbove ? .error : nil, confidence: isAbove ? .high : .low,
        actual: "\(whole.number)", expected: expected,
        arithmetic: amounts.map { "\($0.number)" }.joined(separator: " ＋ "),
        evidence: group.items.prefix(FindingSink.mostEvidence).map {
          .init("分项", context.facts.passages[statements[$0].passage].text, statements[$0].range)
        }, suggestion: "核对各项金额")
    }
  }

  /// …、其他交通费用31.00万元等: whether the list says that it leaves something out.
  private func endsOpenly(_ group: EconomicList, _ context: LintContext) -> Bool {
    guard let last = group.items.last else { return false }
    let statement = context.facts.statements[last]
    return context.facts.passages[statement.passage].text.utf8.hasBytes(
      Self.andSoOn, at: statement.range.upperBound)
  }

  private static let andSoOn = [UInt8]("等".utf8)
  private static let leastItems = 3
}
