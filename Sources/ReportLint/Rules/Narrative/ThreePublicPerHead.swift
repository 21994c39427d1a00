internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN38: expenses per guest or per vehicle that are out of the ordinary.
struct ThreePublicPerHead: Rule {
  static let metadata = RuleMetadata(
    id: "NN38", category: "N2", severity: .info, title: "“三公”经费的人均、车均偏高",
    summary: "公务接待人均超过1000元、公务用车运行维护费每辆超过20万元的，提示核对；数可以在 limits.txt 里改。",
    rationale: "偏高多半是金额或人数填错了单位。",
    source: "经验值，供核对用",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度国内公务接待费支出⟦3.00万元⟧，国内公务接待2批次，20人次。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度国内公务接待费支出0.30万元，国内公务接待2批次，20人次。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let facts = ThreePublicFacts(context)
    let guests = facts.counts("国内公务接待费").filter { facts.isOfPersons($0.0) }
    check(facts.amounts("国内公务接待费"), guests, context.limits.perGuest, "人均", context, into: &findings)
    for subject in ["公务用车运行维护费", "公务用车运行费"] {
      check(
        facts.amounts(subject), facts.counts("公务用车保有量"), context.limits.perVehicle, "每辆车", context,
        into: &findings)
    }
  }

  private func check(
    _ amounts: [(Statement, Amount)], _ counts: [(Statement, PrintedNumber)], _ most: Int,
    _ word: String, _ context: LintContext, into findings: inout FindingSink
  ) {
    guard let (statement, amount) = amounts.first, let count = counts.first?.1,
      count.grains > 0,
      case (let scaled, let overflows) = amount.grains.multipliedReportingOverflow(by: Interval.one),
      !overflows, case let each = scaled / count.grains, each > Int128(most) * Interval.one
    else { return }
    findings.report(
      context.facts.passages[statement.passage].text, statement.range,
      "\(word) \(each / Interval.one) 元，请核对金额和数量", confidence: .medium,
      rests: Ground.amounts([statement], context.facts))
  }
}
