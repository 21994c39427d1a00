internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// NT14: an item whose names are not those of its row.
struct WrongItemName: Rule {
  static let metadata = RuleMetadata(
    id: "NT14", category: "N8", severity: .error, title: "类款项名称与表不符",
    summary: "逐项说明的类、款、项名称与公开05表的科目一致。",
    rationale: "科目名称写错，这笔支出就对不上号。",
    source: "《政府收支分类科目》；公开05表",
    examples: [
      RuleExample(
        "有误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为600.00万元，支出决算为600.00万元。

        2.⟦一般公共服务支出（类）党委办公厅（室）及相关机构事务（款）日常管理事务（项）⟧。年初预算为110.00万元，支出决算为120.00万元。

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
        "这一款下没有这一项",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.一般公共服务支出（类）统计信息事务（款）行政运行（项）。年初预算为600.00万元，支出决算为600.00万元。

        2.⟦住房保障支出（类）住房改革支出（款）行政运行（项）⟧。年初预算为60.00万元，支出决算为60.00万元。
        """),
      RuleExample(
        "有“事业运行”的款都从“行政运行”开始，这一款不是",
        """
        # 2024年度部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
        1.一般公共服务支出（类）统计信息事务（款）事业运行（项）。年初预算为600.00万元，支出决算为600.00万元。

        2.⟦卫生健康支出（类）行政事业单位医疗（款）事业运行（项）⟧。年初预算为60.00万元，支出决算为60.00万元。
        """),
      RuleExample(
        "无误",
        """
        # 第二部分 部门决算情况说明
        ## 五、一般公共预算财政拨款支出决算情况说明
        ### （三）一般公共预算财政拨款支出决算具体情况
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
    checkCodes(context, &findings)
    checkNumbers(context, &findings)
    checkCopies(context, &findings)
    let list = context.items
    let named = Set(list.items.compactMap(\.code))
    let free = list.rows.filter { !named.contains($0.row.code ?? "") }
    for item in list.items where item.code == nil {
      guard let final = item.final, let amount = context.facts.statements[final].quantity.interval
      else { continue }
      let matches = free.filter { $0.amount.overlaps(amount) && !amount.contains(0) }
      guard matches.count == 1, let row = matches.first?.row,
        // The rows above it may be lost; the item itself is there.
        list.hasRowsAbove(row) || Name(row.label) != Name(item.path.item)
      else { continue }
      let text = context.facts.passages[item.mention.passage].text
      findings.report(
        text, item.mention.range,
        "\(list.table?.id ?? "")中没有这个科目，金额相同的是“\(list.name(row))”",
        actual: text.string(item.mention.range), expected: list.name(row),
        evidence: [
          .init(
            "支出决算", context.facts.passages[context.facts.statements[final].passage].text,
            context.facts.statements[final].range)
        ],
        suggestion: "按表中的科目名称改写", rests: [.code(row.code ?? "")])
    }
  }

  /// An item told twice, the second time with the amount of one that is not told at all: its name was
  /// left as it was copied.
  private func checkCopies(_ context: LintContext, _ findings: inout FindingSink) {
    let facts = context.facts
    for fault in context.reconciliation.faults where fault.primary.kind == .table {
      let statement = facts.statements[fault.statement]
      guard case .functional(let path)? = statement.meaning?.subject, !path.item.isEmpty,
        statement.meaning?.aspect == .level(context.vocabulary.defaultMeasure),
        let amount = statement.quantity.interval, !amount.contains(0),
        let mention = facts.mentions.last(where: {
          $0.passage == statement.passage && $0.subject == statement.meaning?.subject
            && $0.range.lowerBound < statement.range.lowerBound
        }),
        facts.mentions.contains(where: {
          $0.passage != mention.passage && $0.subject == mention.subject
            && $0.section == mention.section
        }),
        case let rows = context.items.missing.filter({ $0.amount.overlaps(amount) }),
        let row = rows.first?.row, rows.count == 1
      else { continue }
      let text = facts.passages[mention.passage].text
      let own = facts.statements.indices.filter {
        facts.statements[$0].passage == mention.passage
          && facts.statements[$0].meaning?.subject == mention.subject
      }
      findings.report(
        text, mention.range, "这一项的金额是“\(context.items.name(row))”的，名称却是另一项的",
        actual: text.string(mention.range), expected: context.items.name(row),
        evidence: [.init("支出决算", text, statement.range)]
          + fault.primary.sources.map {
            .init($0.label, $0.text)
          },
        suggestion: "核对名称和金额，按表中的科目名称改写",
        refutes: own.flatMap { [.statement($0), .amount($0)] } + [.code(row.code ?? "")])
    }
  }

  /// 2101102-行政单位医疗: a printed code that is another item's of the same 款.
  private func checkCodes(_ context: LintContext, _ findings: inout FindingSink) {
    guard let year = context.year, let table = context.classifications[.functional] else { return }
    for mention in context.facts.mentions {
      guard case .functional(let path) = mention.subject, path.code.utf8.count == 7,
        !path.item.isEmpty,
        case .otherName(let entry) = table.judge(path.code, named: path.item, in: year),
        let right = [String(path.code.prefix(5)), ""].lazy.compactMap({
          table.entries(named: path.item, in: year, level: .item, below: $0).first
        }).first
      else { continue }
      let text = context.facts.passages[mention.passage].text
      findings.report(
        text, mention.range, "“\(path.item)”的编码是 \(right.code)，\(path.code) 是“\(entry.name)”",
        actual: path.code, expected: right.code, suggestion: "核对编码和名称")
    }
  }

  /// 住房改革支出（款）行政运行（项）: an item whose name has the same number in every 款 that has it, below
  /// one in which that number is another item's. 住房改革支出（款）事业运行（项）: one that stands beside the
  /// same first item in every 款 that has it, below one that begins with another.
  private func checkNumbers(_ context: LintContext, _ findings: inout FindingSink) {
    guard let year = context.year, let table = context.classifications[.functional] else { return }
    for mention in context.facts.mentions {
      guard case .functional(let path) = mention.subject, path.code.isEmpty, !path.item.isEmpty,
        !path.subcategory.isEmpty, !path.category.isEmpty,
        let category = Self.only(
          [path.category, path.category + Self.spending].flatMap {
            table.entries(named: $0, in: year, level: .category)
          }),
        let subcategory = Self.only(
          table.entries(
            named: path.subcategory, in: year, level: .subcategory, below: category.code)),
        table.entries(named: path.item, in: year, level: .item, below: subcategory.code).isEmpty,
        let entry = Self.numbered(like: path.item, below: subcategory.code, table, year)
          ?? Self.first(unlike: path.item, below: subcategory.code, table, year)
      else { continue }
      let text = context.facts.passages[mention.passage].text
      findings.report(
        text, mention.range,
        "“\(path.subcategory)”下没有“\(path.item)”，\(entry.code) 是“\(entry.name)”",
        actual: text.string(mention.range), evidence: [], suggestion: "核对款和项的名称")
    }
  }

  private static func only(_ entries: [ClassificationEntry]) -> ClassificationEntry? {
    entries.count == 1 ? entries[0] : nil
  }

  /// The item of a 款 that has the number of one that is of other 款.
  private static func numbered(
    like item: String, below code: String, _ table: ClassificationTable, _ year: Int
  ) -> ClassificationEntry? {
    guard let number = number(of: item, table, year),
      case .otherName(let entry) = table.judge(code + number, named: item, in: year),
      entry.isCertain(in: year)
    else { return nil }
    return entry
  }

  /// The first item of a 款, if it is another than that of every 款 that has an item.
  private static func first(
    unlike item: String, below code: String, _ table: ClassificationTable, _ year: Int
  ) -> ClassificationEntry? {
    guard let entry = table.entry(code + firstNumber, in: year), entry.isCertain(in: year) else {
      return nil
    }
    let firsts = table.entries(named: item, in: year, level: .item).map {
      table.entry($0.code.dropLast(2) + firstNumber, in: year)?.name
    }
    guard firsts.count >= fewestNamesakes, let name = firsts[0], Set(firsts) == [name],
      entry.name != name
    else { return nil }
    return entry
  }

  private static let firstNumber = "01"

  /// The last two digits of an item's code, where they are the same in each of several 款.
  private static func number(
    of item: String, _ table: ClassificationTable, _ year: Int
  ) -> String? {
    let numbers = table.entries(named: item, in: year, level: .item).map { $0.code.suffix(2) }
    guard numbers.count >= fewestNamesakes, Set(numbers).count == 1 else { return nil }
    return numbers.first.map(String.init)
  }

  private static let fewestNamesakes = 5
  /// 卫生健康（类） is short for 卫生健康支出（类）.
  private static let spending = "支出"
}
