internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// NN06: the items' budgets do not add up to the stated total.
struct ItemBudgetsSum: Rule {
  static let metadata = RuleMetadata(
    id: "NN06", category: "N3", severity: .warning, title: "各项年初预算之和与总数不符",
    summary: "逐项说明了全部项级科目时，各项年初预算之和不超过年初预算总数。",
    rationale: "分项超过总数，必有一处写错。",
    source: "算术：合计＝各分项之和，容许四舍五入的尾差",
    kinds: [.finalAccounts],
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        一般公共预算财政拨款支出年初预算为⟦570.00万元⟧，支出决算为880.00万元。其中：

        1.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为600.00万元，支出决算为600.00万元。

        2.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）一般行政管理事务（项）。年初预算为110.00万元，支出决算为120.00万元。

        3.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）专项业务（项）。年初预算为100.00万元，支出决算为100.00万元。

        4.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为60.00万元，支出决算为60.00万元。
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,本年支出/合计,本年支出/基本支出,本年支出/项目支出
          ,合计,880.00,600.00,280.00
          201,一般公共服务支出,820.00,600.00,220.00
          20131,党委办公厅（室）及相关机构事务,820.00,600.00,220.00
          2013101,行政运行,600.00,600.00,
          2013102,一般行政管理事务,120.00,,120.00
          2013105,专项业务,100.00,,100.00
          221,住房保障支出,60.00,,60.00
          22102,住房改革支出,60.00,,60.00
          2210201,住房公积金,60.00,,60.00
          """
        ]),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        一般公共预算财政拨款支出年初预算为870.00万元，支出决算为880.00万元。其中：

        1.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为600.00万元，支出决算为600.00万元。

        2.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）一般行政管理事务（项）。年初预算为110.00万元，支出决算为120.00万元。

        3.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）专项业务（项）。年初预算为100.00万元，支出决算为100.00万元。

        4.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为60.00万元，支出决算为60.00万元。
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,本年支出/合计,本年支出/基本支出,本年支出/项目支出
          ,合计,880.00,600.00,280.00
          201,一般公共服务支出,820.00,600.00,220.00
          20131,党委办公厅（室）及相关机构事务,820.00,600.00,220.00
          2013101,行政运行,600.00,600.00,
          2013102,一般行政管理事务,120.00,,120.00
          2013105,专项业务,100.00,,100.00
          221,住房保障支出,60.00,,60.00
          22102,住房改革支出,60.00,,60.00
          2210201,住房公积金,60.00,,60.00
          """
        ]),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let list = context.items
    let budgets = list.items.compactMap(\.budget)
    guard list.isComplete, budgets.count == list.items.count, let total = total(context),
      let whole = context.facts.statements[total].quantity.amount
    else { return }
    let sum = budgets.compactMap { context.facts.statements[$0].quantity.interval }
      .reduce(.zero, +)
    guard !sum.overlaps(whole.interval) else { return }
    let isOver = sum.lower > whole.interval.upper
    // Where an item is missing, too little is no wonder.
    guard isOver || list.missing.isEmpty && !namesMore(list, context) else { return }
    let printed =
      Amount(
        grains: (sum.lower + sum.upper) / 2, unit: whole.unit, decimals: 2)?.number.description
      ?? ""
    let statement = context.facts.statements[total]
    findings.report(
      context.facts.passages[statement.passage].text, statement.range,
      "逐项列出的 \(budgets.count) 项年初预算合计 \(printed) 万元，\(isOver ? "超过" : "少于")总数 \(whole.number) 万元",
      severity: isOver ? .error : .warning, confidence: isOver ? .high : .medium,
      actual: "\(whole.number)",
      evidence: budgets.prefix(FindingSink.mostEvidence).map {
        let item = context.facts.statements[$0]
        return .init(
          SubjectName(context).name(item), context.facts.passages[item.passage].text, item.range)
      }, suggestion: "核对年初预算总数和各项的年初预算数",
      rests: budgets.map { .amount($0) })
  }

  /// 年初预算与决算均为12.00万元: whether the section names an item whose budget was not understood.
  private func namesMore(_ list: ItemList, _ context: LintContext) -> Bool {
    let told = Set(list.items.map(\.path.item))
    return context.facts.mentions.contains { mention in
      guard mention.section?.hasPrefix("narrative.general") ?? false,
        case .functional(let path) = mention.subject
      else { return false }
      return !path.item.isEmpty && !told.contains(path.item)
    }
  }

  private func total(_ context: LintContext) -> Int? {
    context.facts.statements.lastIndex { statement in
      guard let meaning = statement.meaning,
        meaning.section?.hasPrefix("narrative.general") ?? false
      else { return false }
      return meaning.subject == .concept("一般公共预算财政拨款支出")
        && meaning.aspect == .level(.originalBudget)
    }
  }
}
