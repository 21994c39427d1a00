internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN27: the word for how the final amount stands to the budget is the wrong one.
struct OrderWord: Rule {
  static let metadata = RuleMetadata(
    id: "NN27", category: "N6", severity: .error, title: "大于、小于与数字不符",
    summary: "“决算数大于（小于、等于）预算数”与两个数的大小一致。",
    rationale: "方向词写反是逐项说明中最常见的错误。",
    source: "算术：比较决算数与预算数",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误：年初预算为零",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.社会保障和就业支出（类）抚恤（款）死亡抚恤（项）。年初预算为0万元，支出决算为18.60万元，由于年初预算数为0万元，无法计算完成比例，决算数⟦小于⟧年初预算数的主要原因是退休职工去世。
        """),
      RuleExample(
        "金额写错，比例和“大于”都对：是金额的错",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.社会保障和就业支出（类）抚恤（款）死亡抚恤（项）。年初预算为30.00万元，支出决算为11.00万元，完成年初预算的110.00%，决算数大于年初预算数的主要原因是标准提高。
        """),
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        1.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为590.00万元，支出决算为560.00万元，完成年初预算的94.92%。决算数⟦大于⟧预算数的主要原因：人员变动。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        1.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为590.00万元，支出决算为560.00万元，完成年初预算的94.92%。决算数小于预算数的主要原因：人员变动。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费年初预算为3.00万元，支出决算为3.00万元，完成年初预算的100.00%，决算数与预算数持平。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费年初预算为3.00万元，支出决算为2.40万元，决算数没有超过年初预算数。
        """),
      RuleExample(
        "无误：与全年预算数相比",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        一般公共预算财政拨款支出年初预算800.00万元，全年预算900.00万元，支出决算890.00万元，完成全年预算的98.89%，完成年初预算的111.25%。决算数小于全年预算数的主要原因是结转。
        """),
      RuleExample(
        "无误：与上年决算数相比",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        公务接待费年初预算为3.00万元，支出决算为2.40万元，比上年增加0.20万元。决算数大于上年决算数的主要原因：来访批次增加。
        """),
      RuleExample(
        "四舍五入后才是100%",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        一般公共预算财政拨款支出1,297.30万元，完成年初预算的100.0%，比年初预算增加0.30万元，决算数大于预算数的主要原因是调整工资标准。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    for comparison in context.facts.comparisons {
      guard let order = order(comparison, context), Self.contradicts(order, comparison.order),
        !isBesideWrongAmount(comparison, context)
      else { continue }
      let text = context.facts.passages[comparison.passage].text
      let evidence = [comparison.budget, comparison.final, comparison.rate].compactMap(\.self)
      let word = Self.word(order)
      findings.report(
        text, comparison.range,
        "文中写“\(text.string(comparison.range))”，按数字应为“\(word)”：\(numbers(comparison, context))",
        confidence: .high, actual: text.string(comparison.range), expected: word,
        evidence: evidence.map {
          .init(
            SubjectName(context).name(context.facts.statements[$0]), text,
            context.facts.statements[$0].range)
        },
        suggestion: "改为“决算数\(word)预算数”",
        rests: Self.amounts(comparison))
    }
  }

  /// 预算3,100.00万元，决算1,180.50万元，完成107.32%，决算数大于预算数: whether the rate agrees with the word and with neither amount,
  /// one of which is wrong then.
  private func isBesideWrongAmount(_ comparison: Comparison, _ context: LintContext) -> Bool {
    let statements = context.facts.statements
    guard let budget = comparison.budget.flatMap({ statements[$0].quantity.interval }),
      let final = comparison.final.flatMap({ statements[$0].quantity.interval }),
      let index = rate(comparison, context), let rate = statements[index].quantity.interval,
      let printed = statements[index].quantity.percentage,
      Rounding.ratio(final, to: budget, equals: rate) == false
    else { return false }
    let all = Interval(exactly: PrintedNumber(mantissa: 100).grains)
    return Self.order(printed.interval, all, isSame: false).map {
      !Self.contradicts($0, comparison.order)
    } ?? false
  }

  /// The rate of a comparison, or the only one that its paragraph tells of the same.
  private func rate(_ comparison: Comparison, _ context: LintContext) -> Int? {
    if let rate = comparison.rate { return rate }
    let statements = context.facts.statements
    let rates = statements.indices.filter { index in
      guard case .completion = statements[index].meaning?.aspect else { return false }
      return statements[index].passage == comparison.passage
        && statements[index].meaning?.subject == comparison.subject
    }
    return rates.count == 1 ? rates[0] : nil
  }

  /// The amounts that an order was concluded from; none where it is that of the rate.
  private static func amounts(_ comparison: Comparison) -> [Ground] {
    guard let budget = comparison.budget, let final = comparison.final else { return [] }
    return [.amount(budget), .amount(final)]
  }

  private static func word(_ order: Order) -> String {
    switch order {
    case .above: "大于"
    case .below: "小于"
    default: "等于"
    }
  }

  /// How the numbers stand to each other, from the amounts or else from the completion rate; nil
  /// where rounding leaves it open.
  private func order(_ comparison: Comparison, _ context: LintContext) -> Order? {
    let statements = context.facts.statements
    if let budget = comparison.budget, let final = comparison.final,
      let planned = statements[budget].quantity.amount,
      let spent = statements[final].quantity.amount
    {
      return Self.order(spent.interval, planned.interval, isSame: spent == planned)
    }
    guard let rate = comparison.rate, let printed = statements[rate].quantity.percentage,
      !printed.isZero
    else { return nil }
    let whole = PrintedNumber(mantissa: 100)
    if printed.grains == whole.grains, isRounded(rate, comparison, context) { return nil }
    return Self.order(
      printed.interval, Interval(exactly: whole.grains), isSame: printed.grains == whole.grains)
  }

  /// 完成年初预算的100.0%，比年初预算增加0.30万元: whether a change that is told shows that the rate only comes
  /// out at all of it by rounding.
  private func isRounded(_ rate: Int, _ comparison: Comparison, _ context: LintContext) -> Bool {
    let statements = context.facts.statements
    guard let printed = statements[rate].quantity.interval else { return false }
    let subject = statements[rate].meaning?.subject
    let spent = comparison.final.flatMap { statements[$0].quantity.interval }
    return statements.contains { statement in
      guard statement.passage == comparison.passage,
        statement.meaning?.aspect == .change(.originalBudget),
        statement.meaning?.subject == subject,
        let change = statement.quantity.interval, !(statement.quantity.printed?.isZero ?? true)
      else { return false }
      guard let spent else { return true }
      let budget = statement.direction == .down ? spent + change : spent - change
      return Rounding.ratio(spent, to: budget, equals: printed) ?? false
    }
  }

  private static func order(_ left: Interval, _ right: Interval, isSame: Bool) -> Order? {
    if isSame { return .equal }
    if left.overlaps(right) { return nil }
    return left.lower > right.upper ? .above : .below
  }

  /// Equal numbers told as different are a fault; numbers that differ told as equal too, but that
  /// is another rule's.
  private static func contradicts(_ order: Order, _ word: Order) -> Bool {
    switch word {
    case .above, .below: order != word
    case .notAbove: order == .above
    case .notBelow: order == .below
    case .equal: false
    }
  }

  /// 预算 456 万元，决算 427.45 万元，完成率 93.74%.
  private func numbers(_ comparison: Comparison, _ context: LintContext) -> String {
    let told = [("预算", comparison.budget), ("决算", comparison.final), ("完成率", comparison.rate)]
    return told.compactMap { name, index in
      guard let index else { return nil }
      let statement = context.facts.statements[index]
      return "\(name) \(context.facts.passages[statement.passage].text.string(statement.range))"
    }.joined(separator: "，")
  }
}
