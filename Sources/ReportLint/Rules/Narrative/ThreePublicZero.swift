internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN37: amounts of zero with counts, and amounts with counts of zero.
struct ThreePublicZero: Rule {
  static let metadata = RuleMetadata(
    id: "NN37", category: "N2", severity: .error, title: "“三公”经费的金额与次数矛盾",
    summary: "金额为零的，团组、批次、人次也应当为零；有支出的，次数不应当为零。",
    rationale: "没有花钱却有批次，或者花了钱却没有批次，必有一处填错。",
    source: "金额与数量相互印证",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度因公出国（境）费支出2.00万元，全年使用财政拨款安排因公出国（境）团组⟦0个⟧，0人次。
        """),
      RuleExample(
        "没有购置费却有购置",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        公务用车购置费支出0.00万元，购置公务用车⟦2辆⟧，公务用车保有量5辆。
        """),
      RuleExample(
        "没有接待费却有接待",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        公务接待费支出0万元，国内公务接待⟦2批次⟧、15人次。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度因公出国（境）费支出2.00万元，全年使用财政拨款安排因公出国（境）团组1个，2人次。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度因公出国（境）费支出1.80万元，全年组织因公出国（境）团组0个，随其他单位团组出国1人次。

        公务接待费支出0万元，其中国内公务接待费0万元，国内公务接待2批次、10人次，费用由来访单位承担。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let facts = ThreePublicFacts(context)
    checkPurchases(facts, context, into: &findings)
    for subject in ["因公出国（境）费", Self.receptionAtHome, "外事接待费", "国（境）外公务接待费"] {
      var amounts = facts.amounts(subject)
      // Where nothing was spent on receptions, nothing was on those at home.
      let isWhole = amounts.isEmpty && subject == Self.receptionAtHome
      if isWhole { amounts = facts.amounts(Self.reception).filter(\.1.number.isZero) }
      guard let amount = amounts.first,
        amounts.allSatisfy({ $0.1.number.isZero == amount.1.number.isZero })
      else { continue }
      let told = isWhole ? Self.reception : subject
      let counts = facts.counts(subject)
      // Who goes with another body's group is no group of this one: 团组0个，累计1人次.
      let isCounted = counts.contains { !$0.1.isZero }
      let contrary = counts.filter { statement, number in
        number.isZero != amount.1.number.isZero && !(number.isZero && isCounted)
          && !isPaidOtherwise(
            behind: statement, context.facts.passages[statement.passage].text, context)
      }.map(\.0)
      guard let first = contrary.first else { continue }
      // Groups and persons contradict one amount in the same way.
      let places = contrary.map { ($0, context.facts.passages[$0.passage].text) }
      let quotes = places.map { $1.string($0.range) }.joined(separator: "、")
      findings.report(
        places[0].1, first.range, "\(told)支出 \(amount.1)，这里却是 \(quotes)",
        evidence: [
          .init(
            "\(told)金额", context.facts.passages[amount.0.passage].text, amount.0.range)
        ] + places.dropFirst().map { .init("数量", $1, $0.range) }, suggestion: "核对金额和数量",
        rests: Ground.amounts(amounts.map(\.0) + contrary, context.facts))
    }
  }

  private static let receptionAtHome = "国内公务接待费"
  private static let reception = "公务接待费"

  /// 团组1个，费用由组团单位承担: whether the sentence says that somebody else paid.
  private func isPaidOtherwise(
    behind statement: Statement, _ text: TracedText, _ context: LintContext
  ) -> Bool {
    let start = statement.range.upperBound
    let end = text.utf8.firstOffset(of: Self.stop, from: start) ?? text.utf8.count
    return context.vocabulary.words(.paidByOthers).contains {
      text.utf8.firstOffset(of: $0, from: start, to: end) != nil
    }
  }

  private static let stop = [UInt8]("。".utf8)

  /// 公务用车购置费支出0万元，购置车辆3辆: what is bought is paid for. Where money was spent and nothing
  /// bought, it may have been for a car of the year before.
  private func checkPurchases(
    _ facts: ThreePublicFacts, _ context: LintContext, into findings: inout FindingSink
  ) {
    let amounts = facts.amounts("公务用车购置费")
    guard let amount = amounts.first, amounts.allSatisfy({ $0.1.number.isZero }) else { return }
    for (statement, number) in facts.counts("公务用车购置费") where !number.isZero {
      let text = context.facts.passages[statement.passage].text
      let start = min(statement.clause.lowerBound, statement.digits.lowerBound)
      guard case .count(_, "辆") = statement.quantity,
        context.vocabulary.words(.purchase).contains(where: {
          text.utf8.firstOffset(of: $0, from: start, to: statement.digits.lowerBound) != nil
        })
      else { continue }
      let stated = context.facts.passages[amount.0.passage].text
      findings.report(
        text, statement.range,
        "公务用车购置费支出 \(amount.1)，这里却购置了 \(text.string(statement.range))",
        evidence: [.init("公务用车购置费金额", stated, amount.0.range)], suggestion: "核对金额和数量")
    }
  }
}
