internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// NN05: what a category changed by is not what its items did.
struct CategoryChange: Rule {
  static let metadata = RuleMetadata(
    id: "NN05", category: "N3", severity: .error, title: "类级增减额与各项不符",
    summary: "类级决算数和它比年初预算的增减额，与所列各项的年初预算和决算相符。",
    rationale: "类级合计写错，多是照抄或漏改。",
    source: "算术：类＝Σ项，容许四舍五入的尾差",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        （一）一般公共服务支出（类）

        一般公共服务支出类决算数为700.00万元，与年初预算相比减少⟦30.00万元⟧。其中：

        1.党委办公厅（室）及相关机构事务（款）行政运行（项）。年初预算590.00万元，支出决算600.00万元，完成年初预算的101.69%。

        2.党委办公厅（室）及相关机构事务（款）专项业务（项）。年初预算120.00万元，支出决算100.00万元，完成年初预算的83.33%。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        （一）一般公共服务支出（类）

        一般公共服务支出类决算数为700.00万元，与年初预算相比减少10.00万元。其中：

        1.党委办公厅（室）及相关机构事务（款）行政运行（项）。年初预算590.00万元，支出决算600.00万元，完成年初预算的101.69%。

        2.党委办公厅（室）及相关机构事务（款）专项业务（项）。年初预算120.00万元，支出决算100.00万元，完成年初预算的83.33%。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    context.reportFaults(Self.metadata.id, into: &findings)
    let statements = context.facts.statements
    for (index, statement) in statements.enumerated() {
      guard let category = category(statement),
        case .change(.originalBudget) = statement.meaning?.aspect, let change = signed(statement),
        let final = final(of: category, before: index, context),
        let level = statements[final].quantity.interval
      else { continue }
      let items = context.items.items.filter { $0.path.category == category }
      let budgets = items.compactMap(\.budget).compactMap { statements[$0].quantity.interval }
      let finals = items.compactMap(\.final).compactMap { statements[$0].quantity.interval }
      // Only a list that makes up the whole tells what the budget was.
      guard budgets.count == items.count, finals.count == items.count, !items.isEmpty,
        finals.reduce(.zero, +).overlaps(level),
        !(level - change).overlaps(budgets.reduce(.zero, +))
      else { continue }
      let difference = level - budgets.reduce(.zero, +)
      let middle = (difference.lower + difference.upper) / 2
      let size = Amount(
        grains: middle < 0 ? -middle : middle, unit: .tenThousandYuan, decimals: 2)
      let right = "\(middle < 0 ? "减少" : "增加") \(size?.number.description ?? "") 万元"
      let text = context.facts.passages[statement.passage].text
      findings.report(
        text, statement.range,
        "所列 \(items.count) 项的决算比年初预算共\(right)，这里写"
          + "\(statement.direction == .down ? "减少" : "增加") \(text.string(statement.range))",
        confidence: .medium, actual: text.string(statement.range), expected: right,
        evidence: items.prefix(FindingSink.mostEvidence).compactMap(\.budget).map {
          .init(
            "年初预算", context.facts.passages[statements[$0].passage].text, statements[$0].range)
        }, suggestion: "核对这一类的增减额和所列各项")
    }
  }

  /// The category that a statement is about as a whole.
  private func category(_ statement: Statement) -> String? {
    guard case .functional(let path) = statement.meaning?.subject, path.subcategory.isEmpty,
      path.item.isEmpty
    else { return nil }
    return path.category
  }

  private func signed(_ statement: Statement) -> Interval? {
    guard let interval = statement.quantity.interval else { return nil }
    return statement.direction == .down ? -interval : interval
  }

  private func final(of category: String, before index: Int, _ context: LintContext) -> Int? {
    (0..<index).reversed().prefix(4).first {
      let statement = context.facts.statements[$0]
      return self.category(statement) == category
        && statement.meaning?.aspect == .level(.finalAmount)
    }
  }
}
