internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// YR10: more official vehicles than last year without a purchase.
struct VehicleGrowth: Rule {
  static let metadata = RuleMetadata(
    id: "YR10", category: "N2", severity: .info, title: "公务用车增加而没有购置",
    summary: "公务用车保有量比上年增加的，应当有购置支出，或者说明是划转、调入。",
    rationale: "车从哪里来，应当说得清。",
    source: "上年保有量 ＋ 购置 － 处置 ＝ 本年保有量；需要用 --last 给出上年的公开文本",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度公务用车购置费支出0万元，公务用车运行维护费支出6.00万元，年末公务用车保有量为⟦3辆⟧。
        """,
        last: .init(
          """
          # 第二部分 部门决算情况说明
          ## 七、“三公”经费支出决算情况说明
          2023年度公务用车购置费支出0万元，公务用车运行维护费支出6.00万元，年末公务用车保有量为2辆。
          """)),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度公务用车购置费支出18.00万元，公务用车运行维护费支出6.00万元，年末公务用车保有量为3辆。
        """,
        last: .init(
          """
          # 第二部分 部门决算情况说明
          ## 七、“三公”经费支出决算情况说明
          2023年度公务用车购置费支出0万元，公务用车运行维护费支出6.00万元，年末公务用车保有量为2辆。
          """)),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    guard let last = context.priorYear?.last,
      case let facts = ThreePublicFacts(context),
      let (statement, stock) = facts.counts("公务用车保有量").first,
      let before = Self.stock(last), stock.grains > before.grains,
      let cost = facts.amounts("公务用车购置费").first, cost.1.number.isZero
    else { return }
    findings.report(
      context.facts.passages[statement.passage].text, statement.range,
      "公务用车保有量比\(last.name)的 \(before) 辆多，本年没有购置支出", confidence: .low,
      actual: "\(stock)", suggestion: "核对保有量；划转、调入的加以说明")
  }

  private static func stock(_ last: PublishedDocument) -> PrintedNumber? {
    for statement in last.facts.statements {
      if statement.meaning?.subject == .concept("公务用车保有量"), statement.meaning?.year == nil,
        case .count(let number, _) = statement.quantity
      {
        return number
      }
    }
    return nil
  }
}
