internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// PF16: the money of the reviewed projects is not what their sheets add up to.
struct ReviewedMoney: Rule {
  static let metadata = RuleMetadata(
    id: "PF16", category: "N3", severity: .error, title: "自评资金总额与各自评表之和不符",
    summary:
      "写明“自评项目 n 个，涉及资金若干”，而文件正好附有 n 张自评表的，资金应当等于各表的全年预算数、年初预算数或执行数之和；同一段里预算数合计、执行数合计有一个与各表之和相同，或者写明公开的正是这 n 个项目的，另一个合计和执行率也应当与各表相符。",
    rationale: "总数与分表不符，至少有一处写错，或者漏了项目。",
    source: "算术：合计＝各分项之和，容许四舍五入的尾差",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        2024年度对2个项目开展了绩效自评，涉及资金⟦620.00万元⟧。
        """, tables: sheets),
      RuleExample(
        "有误：合计与各自评表之和",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        本次公开2个项目的自评结果，全年预算数合计600.00万元，执行数合计⟦365.00万元⟧，平均得分96.25分。
        """, tables: sheets),
      RuleExample(
        "无误：按执行数",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        2024年度对2个项目开展了绩效自评，涉及资金350.00万元。
        """, tables: sheets),
      RuleExample(
        "无误：只附部分项目的自评表",
        """
        # 第二部分 部门决算情况说明
        ## 十、其他重要事项的情况说明
        ### （四）预算绩效管理情况
        2024年度对5个项目开展了绩效自评，涉及资金900.00万元，其中政府性基金预算项目2个，资金100.00万元。
        """, tables: sheets),
    ])

  /// Two sheets of 600.00 and 350.00 in all, also for the examples of other rules.
  static let sheets = [
    "绩效1": """
    # 类型：绩效
    # 标题：项目支出绩效自评表
    # 表头：0
    项目名称,助餐服务项目,<,<,<,<
    项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分
    年度资金总额,400.00,200.00,10,50.00%,5
    二级指标,三级指标,年度指标值,实际完成值,分值,得分
    数量指标,服务人次,≥500人次,520人次,90,90
    总分,,,,100,95
    """,
    "绩效2": """
    # 类型：绩效
    # 标题：项目支出绩效自评表
    # 表头：0
    项目名称,助浴服务项目,<,<,<,<
    项目资金（万元）,全年预算数,全年执行数,分值,执行率,得分
    年度资金总额,200.00,150.00,10,75.00%,7.5
    二级指标,三级指标,年度指标值,实际完成值,分值,得分
    数量指标,服务人次,≥500人次,520人次,90,90
    总分,,,,100,97.5
    """,
  ]

  /// One project's money is told with the project.
  private static let leastSheets = 2

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults("PF16", into: &findings)
    let sheets = context.sheets
    let sums = Self.sums(sheets)
    guard sheets.count >= Self.leastSheets, !sums.isEmpty,
      let told = told(of: sheets.count, context), let amount = told.quantity.amount,
      !amount.number.isZero, !sums.contains(where: { $0.interval.overlaps(amount.interval) })
    else { return }
    let text = context.facts.passages[told.passage].text
    let quote = text.string(told.range)
    let list = sums.map { sum in
      let printed = Amount(grains: sum.exact, unit: .tenThousandYuan, decimals: 2)
      return "\(sum.name)之和 \(printed?.number.description ?? "")"
    }.joined(separator: "，")
    findings.report(
      text, told.range, "\(sheets.count) 张自评表的\(list)，文中写 \(quote)", severity: .warning,
      confidence: .medium,
      actual: quote,
      evidence: sheets.prefix(6).compactMap { sheet in
        sheet.budget.map { .init("全年预算数", $0.text, $0.range) }
      }, suggestion: "核对资金总额和各自评表")
  }

  private struct Sum {
    var name: String
    var interval: Interval
    var exact: Int128
  }

  /// The sums over all sheets of each kind of money that all of them tell.
  private static func sums(_ sheets: [PerformanceSheet]) -> [Sum] {
    let kinds: [(String, (PerformanceSheet) -> PerformanceSheet.Value?)] = [
      ("全年预算数", { $0.budget }), ("执行数", { $0.executed }),
      ("年初预算数", { sheet in sheet.money.first.flatMap { $0.budgets.first ?? nil } }),
    ]
    // Without the main kind the sheets are of a form that is not understood.
    guard sheets.allSatisfy({ $0.budget != nil && $0.executed != nil }) else { return [] }
    var sums: [Sum] = []
    for (name, value) in kinds {
      let values = sheets.compactMap(value)
      guard values.count == sheets.count else { continue }
      let amounts = values.map { Amount($0.number, .tenThousandYuan) }
      let sum = Sum(
        name: name, interval: amounts.map(\.interval).reduce(.zero, +),
        exact: amounts.reduce(Int128(0)) { $0 + $1.grains })
      if !sums.contains(where: { $0.exact == sum.exact }) { sums.append(sum) }
    }
    return sums
  }

  private static let projects = [UInt8]("项目".utf8)
  private static let money = ["资金", "金额"].map { [UInt8]($0.utf8) }
  /// How far from the count, in bytes, the words may stand.
  private static let reach = 45

  /// The amount behind the first count of projects, 涉及项目20个，资金…, if that is the number of
  /// sheets: the counts behind it are of its parts.
  private func told(of count: Int, _ context: LintContext) -> Statement? {
    let statements = context.facts.statements
    for (number, amount) in zip(statements, statements.dropFirst()) {
      guard case .count(let value, "个") = number.quantity,
        amount.quantity.amount != nil, amount.passage == number.passage,
        context.facts.passages[number.passage].role?.hasSuffix("performance") ?? false,
        Self.joins(number, amount, context.facts.passages[number.passage].text.utf8)
      else { continue }
      return value.grains == Int128(count) * Interval.one ? amount : nil
    }
    return nil
  }

  private static func joins(_ count: Statement, _ amount: Statement, _ text: [UInt8]) -> Bool {
    let (start, end) = (count.range.upperBound, amount.range.lowerBound)
    guard start <= end, end - start <= reach else { return false }
    let before = max(0, count.range.lowerBound - reach)
    return text.firstOffset(of: projects, from: before, to: end) != nil
      && money.contains { text.firstOffset(of: $0, from: start, to: end) != nil }
  }
}
