internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// NT13: an item with an amount that the narrative leaves out.
struct MissingItem: Rule {
  static let metadata = RuleMetadata(
    id: "NT13", category: "N1", severity: .error, title: "逐项说明漏项",
    summary: "公开05表中有数的每个项级科目都有说明。",
    rationale: "支出应当公开到项，漏一项就是公开不完整。",
    source: "《预算法实施条例》第六条；公开05表",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        一般公共预算财政拨款支出年初预算为870.00万元，支出决算为⟦880.00万元⟧。其中：

        1.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为600.00万元，支出决算为600.00万元。

        2.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）一般行政管理事务（项）。年初预算为110.00万元，支出决算为120.00万元。

        3.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）专项业务（项）。年初预算为100.00万元，支出决算为100.00万元。
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
      RuleExample(
        "没有表：一类没有逐项说明",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （二）结构情况
        教育支出（类）60.00万元；社会保障和就业支出（类）30.00万元；住房保障支出（类）⟦10.00万元⟧。
        ### （三）具体情况
        1.教育支出（类）普通教育（款）小学教育（项）支出决算60.00万元。

        2.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）支出决算30.00万元。
        """),
      RuleExample(
        "没有表：只说明主要的",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （二）结构情况
        教育支出（类）60.00万元；社会保障和就业支出（类）30.00万元；住房保障支出（类）10.00万元。
        ### （三）具体情况
        1.教育支出（类）普通教育（款）小学教育（项）支出决算60.00万元。

        2.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）支出决算30.00万元。

        其余科目不再逐项说明。
        """),
      RuleExample(
        "无误：财政拨款支出是这一节的总数",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （一）总体情况
        2024年度财政拨款支出100.00万元，占本年支出合计的100%。
        ### （二）结构情况
        2024年度财政拨款支出100.00万元，主要用于以下方面：教育支出（类）60.00万元，占60%；住房保障支出（类）40.00万元，占40%。
        ### （三）具体情况
        1.教育支出（类）普通教育（款）小学教育（项）。年初预算为60.00万元，支出决算为60.00万元。

        2.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为40.00万元，支出决算为40.00万元。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let list = context.items
    if list.rows.isEmpty { checkCategories(context, &findings) }
    guard list.isComplete, let anchor = anchor(context) else { return }
    let missing = list.missing
    guard !missing.isEmpty else { return }
    let mentioned = mentioned(context)
    let loose = list.items.filter { $0.code == nil }.compactMap(\.final).compactMap {
      context.facts.statements[$0].quantity.interval
    }
    for (row, amount) in missing where !mentioned.contains(row.code ?? "") {
      // An item under another name may be this one; that is another rule's fault.
      guard !loose.contains(where: { $0.overlaps(amount) }), let table = list.table,
        let label = table.table.rows[row.index].cells.first(where: {
          $0.text.string.contains(row.label)
        })
      else { continue }
      findings.report(
        anchor.text, anchor.range, "逐项说明中漏了“\(list.name(row))”",
        expected: list.name(row), evidence: [.init("\(table.id) \(row.code ?? "")", label.text)],
        suggestion: "补写这一项的预算数、决算数和原因", rests: [.code(row.code ?? "")],
        refutes: list.items.map { .items(passage: $0.mention.passage) })
    }
  }

  /// 事业单位离退休（2080502）年初预算与决算均为12.00万元: the codes of the items that the section names, though their
  /// amounts may not be understood.
  private func mentioned(_ context: LintContext) -> Set<String> {
    let role = "narrative.general"
    guard let words = context.vocabulary.section(role) else { return [] }
    return Set(
      context.facts.mentions.compactMap { mention in
        guard mention.section?.hasPrefix(role) ?? false,
          case .functional(let path) = mention.subject, !path.item.isEmpty
        else { return nil }
        return context.evidence.code(of: path, in: words)
      })
  }

  /// 结构 tells each 类, and the items behind it make up every 类 but one, of which there is none.
  private func checkCategories(_ context: LintContext, _ findings: inout FindingSink) {
    guard let missing = CategoryItems(context).onlyWithoutItems else { return }
    let statement = context.facts.statements[missing.statement]
    findings.report(
      context.facts.passages[statement.passage].text, statement.range,
      "逐项说明中漏了“\(missing.category)”的各项", confidence: .medium, expected: missing.category,
      suggestion: "补写这一类各项的数和原因", rests: missing.doubts,
      refutes: missing.items.map { .items(passage: $0) })
  }

  /// The amount of the whole that the items are parts of, else the first item.
  private func anchor(_ context: LintContext) -> (text: TracedText, range: Range<Int>)? {
    let facts = context.facts
    let total = facts.statements.last { statement in
      guard let meaning = statement.meaning,
        meaning.section?.hasPrefix("narrative.general") ?? false
      else { return false }
      return meaning.subject == .concept("一般公共预算财政拨款支出")
        && meaning.aspect == .level(.finalAmount)
    }
    if let total { return (facts.passages[total.passage].text, total.range) }
    guard let mention = context.items.items.first?.mention else { return nil }
    return (facts.passages[mention.passage].text, mention.range)
  }
}
