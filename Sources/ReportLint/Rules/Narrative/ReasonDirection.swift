internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN32: reasons that explain the opposite of what happened.
struct ReasonDirection: Rule {
  static let metadata = RuleMetadata(
    id: "NN32", category: "T6", severity: .warning, title: "原因与增减方向矛盾",
    summary: "增加的原因不应当只说减少了什么，减少的原因不应当只说新增了什么。",
    rationale: "原因与变动相反，多半是套用旧文本没有改。",
    source: "原因要与变动相符",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度公务接待费支出3.00万元，比2023年度减少1.00万元，主要原因是⟦新增两项接待任务⟧。
        """),
      RuleExample(
        "比例之后",
        """
        # 第二部分 部门决算情况说明
        ## 七、财政拨款“三公”经费支出决算情况说明
        2024年度公务接待费支出3.00万元，比2023年度减少1.00万元，下降25.00%。主要原因是⟦接待批次增加⟧。
        """),
      RuleExample(
        "说的就是本科目，方向相反",
        """
        # 部门预算编制说明
        1.“一般公共服务支出（类）宣传事务（款）一般行政管理事务（项）”96.00万元，主要用于宣传活动。2023年当年预算执行数为100.00万元，2024年预算安排96.00万元，比2023年预算执行数减少4.00%。主要原因是：⟦宣传事务一般行政管理事务经费增加⟧。
        """, layout: "budget/shanghai", year: 2024),
      RuleExample(
        "说的就是本科目，方向相同",
        """
        # 部门预算编制说明
        1.“一般公共服务支出（类）宣传事务（款）一般行政管理事务（项）”96.00万元，主要用于宣传活动。2023年当年预算执行数为100.00万元，2024年预算安排96.00万元，比2023年预算执行数减少4.00%。主要原因是：宣传事务一般行政管理事务经费减少。

        2.“公共安全支出（类）司法（款）公共法律服务（项）”30.00万元，主要用于法律服务。2023年当年预算执行数为15.00万元，2024年预算安排30.00万元，比2023年预算执行数增加100.00%。主要原因是：上年公共法律服务经费减少。
        """, layout: "budget/shanghai", year: 2024),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度公务接待费支出3.00万元，比2023年度减少1.00万元，主要原因是压减接待批次。
        """),
      RuleExample(
        "另一句说的是总数的原因",
        """
        # 部门预算编制说明
        财政拨款支出预算中，一般公共预算拨款支出预算80.00万元，比2024年预算增加9.00万元；政府性基金拨款支出预算20.00万元，比2024年预算减少3.00万元。财政拨款收入支出增加的主要原因是人员增加。
        """, layout: "budget/shanghai", year: 2025),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    var seen = Set<Range<Int>>()
    for change in ExplainedChange.all(context.facts) where !change.isContrary {
      guard let reason = change.reason(context), seen.insert(reason).inserted,
        isContrary(change, reason, context)
      else { continue }
      findings.report(
        reason, in: context, change.direction == .up ? "说的是增加，原因却是减少" : "说的是减少，原因却是增加",
        confidence: .medium, suggestion: "核对方向词和原因")
    }
  }

  private func isContrary(
    _ change: ExplainedChange, _ reason: Range<Int>, _ context: LintContext
  ) -> Bool {
    if let told = ReasonedChange(reason, context.text) {
      if told.isOf(change.subject) { return told.direction != change.direction }
    }
    // Balances fall when more is spent.
    return !context.vocabulary.isBalance(change.subject) && reason.count <= Self.longest
      && Self.isContrary(reason, change.direction, context)
  }

  /// A longer reason weighs rises against falls.
  private static let longest = 24

  private static func isContrary(
    _ reason: Range<Int>, _ direction: Direction, _ context: LintContext
  ) -> Bool {
    let (text, grammar) = (context.text, context.grammar)
    guard !grammar.turns.isFound(in: text, reason), !isLess(reason, text) else { return false }
    let isRise = grammar.rises.isFound(in: text, reason)
    let isFall = grammar.falls.isFound(in: text, reason)
    return direction == .up ? isFall && !isRise : isRise && !isFall
  }

  /// Whether 少 stands there as a word of its own: 少付, 偏少; not in 减少.
  private static func isLess(_ reason: Range<Int>, _ text: DocumentText) -> Bool {
    text.places(of: less, in: reason).contains { text.scalar($0 - 1) != reduce }
  }

  private static let less: UInt32 = 0x5C11
  private static let reduce: UInt32 = 0x51CF
}
