internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN08: categories of basic expenditure that exceed the whole.
struct BasicCategoriesSum: Rule {
  static let metadata = RuleMetadata(
    id: "NN08", category: "N3", severity: .error, title: "基本支出各类超过总额",
    summary: "工资福利支出、商品和服务支出、对个人和家庭的补助等相加，不超过基本支出总额。",
    rationale: "部分相加不能超过全部。",
    source: "算术",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 六、一般公共预算财政拨款基本支出决算情况说明
        2024年度一般公共预算财政拨款基本支出⟦200.00万元⟧。其中：工资福利支出150.00万元，商品和服务支出60.00万元，对个人和家庭的补助10.00万元。
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
        2024年度一般公共预算财政拨款基本支出220.00万元。其中：工资福利支出150.00万元，商品和服务支出60.00万元，对个人和家庭的补助10.00万元。
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
    var whole: Int?
    var parts: [Int] = []
    for (index, statement) in context.facts.statements.enumerated() {
      guard let meaning = statement.meaning, meaning.section?.hasPrefix("narrative.basic") ?? false,
        meaning.aspect == .level(context.vocabulary.defaultMeasure), meaning.year == nil,
        statement.region == .plain, statement.quantity.amount != nil
      else { continue }
      switch meaning.subject {
      case .concept(let id) where Self.wholes.contains(id):
        report(whole, parts, context, into: &findings)
        (whole, parts) = (index, [])
      case .economic(let name)
      where EconomicList.categories.contains(name)
        && !parts.contains(where: {
          context.facts.statements[$0].meaning?.subject == .economic(name)
        }):
        parts.append(index)
      default: break
      }
    }
    report(whole, parts, context, into: &findings)
  }

  private static let wholes: Set<String> = [
    "基本支出", "一般公共预算财政拨款基本支出", "一般公共预算基本支出", "财政拨款基本支出", "一般公共预算拨款基本支出",
  ]

  private func report(
    _ whole: Int?, _ parts: [Int], _ context: LintContext, into findings: inout FindingSink
  ) {
    let statements = context.facts.statements
    guard let whole, parts.count > 1, let total = statements[whole].quantity.amount,
      case let amounts = parts.compactMap({ statements[$0].quantity.amount }),
      amounts.map(\.interval).reduce(.zero, +).lower > total.interval.upper
    else { return }
    let exact = amounts.reduce(Int128(0)) { $0 + $1.grains }
    let sum = Amount(grains: exact, unit: total.unit, decimals: 2)?.number.description ?? ""
    findings.report(
      context.facts.passages[statements[whole].passage].text, statements[whole].range,
      "各类相加是 \(sum)，超过基本支出 \(total.number)", actual: "\(total.number)", expected: sum,
      arithmetic: amounts.map { "\($0.number)" }.joined(separator: " ＋ "),
      evidence: parts.map {
        .init(
          SubjectName(context).name(statements[$0]),
          context.facts.passages[statements[$0].passage].text, statements[$0].range)
      }, suggestion: "核对各类金额", rests: (parts + [whole]).map { .amount($0) })
  }
}
