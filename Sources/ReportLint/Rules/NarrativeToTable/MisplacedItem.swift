internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// NT15: an item that belongs to another 款 than the one that it is named under.
struct MisplacedItem: Rule {
  static let metadata = RuleMetadata(
    id: "NT15", category: "N8", severity: .warning, title: "类款项搭配有误",
    summary: "文中的项级科目属于它前面写的款。只看名称在各款中独一无二的科目。",
    rationale: "款和项搭配不上，多是复制上一项时没有改全。",
    source: "《政府收支分类科目》（按年度）",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.⟦一般公共服务支出（类）组织事务（款）住房公积金（项）⟧。年初预算为30.00万元，支出决算为30.00万元。
        """),
      RuleExample(
        "类和款",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.⟦卫生健康支出（类）住房改革支出（款）住房公积金（项）⟧。年初预算为30.00万元，支出决算为30.00万元。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为30.00万元，支出决算为30.00万元。

        2.一般公共服务支出（类）组织事务（款）行政运行（项）。年初预算为30.00万元，支出决算为30.00万元。
        """),
      RuleExample(
        "这一款没有这一项",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）具体情况
        1.⟦卫生健康支出（类）行政事业单位医疗（款）行政运行（项）⟧。年初预算为10.00万元，支出决算为10.00万元，完成年初预算的100%。
        2.一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为10.00万元，支出决算为10.00万元，完成年初预算的100%。
        """),
    ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    guard let year = context.year, let table = context.classifications[.functional] else { return }
    for mention in context.facts.mentions {
      guard case .functional(let path) = mention.subject, !path.subcategory.isEmpty,
        !path.item.isEmpty, !isInTables(path, mention, context)
      else { continue }
      if reportCategory(path, mention, year, context, &findings) { continue }
      if reportNumber(path, mention, year, context, &findings) { continue }
      let groups = table.entries(named: path.subcategory, in: year, level: .subcategory)
      let items = table.entries(named: path.item, in: year, level: .item)
      let parents = Set(items.map { $0.code.prefix(5) })
      guard !groups.isEmpty, parents.count == 1, let parent = parents.first,
        !groups.contains(where: { $0.code == parent })
      else { continue }
      let text = context.facts.passages[mention.passage].text
      let right = table.entry(String(parent), in: year)?.name ?? String(parent)
      findings.report(
        text, mention.range, "“\(path.item)”属于“\(right)”，不属于“\(path.subcategory)”",
        confidence: .medium, actual: path.subcategory, expected: right,
        suggestion: "核对款和项的名称")
    }
  }

  /// A 款 under a 类 that has none of its name in any year, where the text names both and the 类 that
  /// has it is the only one.
  private func reportCategory(
    _ path: ClassificationPath, _ mention: Facts.Mention, _ year: Int, _ context: LintContext,
    _ findings: inout FindingSink
  ) -> Bool {
    guard let table = context.classifications[.functional] else { return false }
    let text = context.facts.passages[mention.passage].text
    let named = [path.category, path.category + Self.spending]
    let categories = named.flatMap { table.entries(named: $0, in: year, level: .category) }
    let parents = Set(
      table.entries(named: path.subcategory, in: year, level: .subcategory).map {
        String($0.code.prefix(3))
      })
    guard let category = categories.first, parents.count == 1, let parent = parents.first,
      !categories.contains(where: { $0.code == parent }),
      text.string(mention.range).contains(path.category),
      let right = table.entry(parent, in: year)?.name
    else { return false }
    findings.report(
      text, mention.range, "“\(path.subcategory)”属于“\(right)”，不属于“\(category.name)”",
      confidence: .high, actual: path.category, expected: right, suggestion: "核对类和款的名称")
    return true
  }

  /// 行政事业单位医疗（款）行政运行（项）: an item that has one number in all 款 that have it, under a 款 in which
  /// that number is another item's.
  private func reportNumber(
    _ path: ClassificationPath, _ mention: Facts.Mention, _ year: Int, _ context: LintContext,
    _ findings: inout FindingSink
  ) -> Bool {
    guard let table = context.classifications[.functional] else { return false }
    let items = table.entries(named: path.item, in: year, level: .item)
    guard items.count >= Self.fewestNamesakes, let number = items.first?.code.suffix(2),
      items.allSatisfy({ $0.code.suffix(2) == number })
    else { return false }
    let groups = table.entries(named: path.subcategory, in: year, level: .subcategory)
    let others = groups.compactMap { table.entry($0.code + number, in: year) }
    guard let other = others.first, others.count == groups.count,
      others.allSatisfy({ $0.isCertain(in: year) && $0.name != path.item })
    else { return false }
    let text = context.facts.passages[mention.passage].text
    findings.report(
      text, mention.range,
      "“\(path.subcategory)”没有“\(path.item)”，编码 \(other.code) 是“\(other.name)”",
      confidence: .medium, actual: path.item, expected: other.name, suggestion: "核对款和项的名称")
    return true
  }

  private static let fewestNamesakes = 5
  private static let spending = "支出"

  /// Whether the report's own table has the item under that 款.
  private func isInTables(
    _ path: ClassificationPath, _ mention: Facts.Mention, _ context: LintContext
  ) -> Bool {
    guard let words = context.vocabulary.section(mention.section) else { return false }
    return context.evidence.code(of: path, in: words) != nil
  }
}
