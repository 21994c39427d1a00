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
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 七、“三公”经费支出决算情况说明
        2024年度公务接待费支出3.00万元，比2023年度减少1.00万元，主要原因是压减接待批次。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    var seen = Set<Range<Int>>()
    let statements = context.facts.statements
    for (index, statement) in statements.enumerated() {
      guard case .change(let base) = statement.meaning?.aspect, base != .originalBudget,
        statement.region == .plain, let amount = statement.quantity.amount, !amount.number.isZero,
        let direction = statement.direction, direction != .unchanged,
        !Self.isBalance(statement, context),
        let reason = ReasonText.range(behind: Self.last(of: index, statements), context),
        reason.count <= Self.longest,
        Self.isContrary(reason, direction, context.text), seen.insert(reason).inserted
      else { continue }
      findings.report(
        reason, in: context, direction == .up ? "说的是增加，原因却是减少" : "说的是减少，原因却是增加",
        confidence: .medium, suggestion: "核对方向词和原因")
    }
  }

  /// The rate that stands behind a change, or else the change.
  private static func last(of index: Int, _ statements: [Statement]) -> Statement {
    let change = statements[index]
    guard index + 1 < statements.count, case .rate = statements[index + 1].meaning?.aspect,
      statements[index + 1].meaning?.subject == change.meaning?.subject,
      statements[index + 1].sentence == change.sentence,
      statements[index + 1].passage == change.passage
    else { return change }
    return statements[index + 1]
  }

  /// A longer reason weighs rises against falls.
  private static let longest = 24

  private static let rises = PhraseSet(["增加", "新增", "增长", "提高", "上涨", "上调", "扩大", "增设"])
  private static let falls = PhraseSet(["减少", "压减", "下降", "降低", "缩减", "压缩", "节约", "取消", "核减"])
  /// Words that turn the meaning round or speak of another year.
  private static let turns = PhraseSet([
    "未", "没", "不再", "上年", "去年", "以前", "结转", "结余", "收回", "调出", "转出", "划转", "退休", "少", "恢复", "基数",
    "完成", "支付", "结束", "调整", "效率", "效益", "质量", "意识", "能力", "水平", "管理", "要求", "控制", "前提", "原则", "口径",
    "年中", "追加",
    "支出", "收入", "年度", "年",
  ])

  private static func isContrary(
    _ reason: Range<Int>, _ direction: Direction, _ text: DocumentText
  ) -> Bool {
    guard !turns.isFound(in: text, reason) else { return false }
    let (isRise, isFall) = (rises.isFound(in: text, reason), falls.isFound(in: text, reason))
    return direction == .up ? isFall && !isRise : isRise && !isFall
  }

  /// Balances fall when more is spent.
  private static func isBalance(_ statement: Statement, _ context: LintContext) -> Bool {
    guard case .concept(let id) = statement.meaning?.subject else { return false }
    return ["NT03", "NT04"].contains(context.vocabulary.concept(id)?.tableRule)
  }
}
