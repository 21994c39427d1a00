internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// ST14: a table without values and without a word why.
struct EmptyTable: Rule {
  static let metadata = RuleMetadata(
    id: "ST14", category: "S5", severity: .error, title: "空表无说明",
    summary: "没有数的表写明“本表无数据”的原因。",
    rationale: "空表不加说明，分不清是没有还是漏填。",
    source: "财预〔2016〕143号：没有数据的表格应列出空表并说明",
    examples: [
      RuleExample(
        "有误",
        "# 第一部分 部门概况\n概况如下。",
        tables: [
          "公开08":
            "# 标题：⟦国有资本经营预算财政拨款支出决算表⟧\n项目/科目代码,项目/科目名称,合计,基本支出,项目支出\n,合计,,,"
        ]),
      RuleExample(
        "无误",
        "# 第一部分 部门概况\n概况如下。",
        tables: [
          "公开08":
            "# 标题：国有资本经营预算财政拨款支出决算表\n# 注：注：本部门没有国有资本经营预算财政拨款支出，故本表无数据。\n项目/科目代码,项目/科目名称,合计,基本支出,项目支出\n,合计,,,"
        ]),
    ])

  private static let notes = PhraseSet([
    "无数据", "为空", "空表", "没有", "本表无", "未发生", "不涉及", "无此", "未安排", "故无", "无相关", "没有数据", "无政府性基金",
    "无国有资本", "无“三公”", "本部门无", "本单位无", "我部门无", "我单位无", "收支余", "数据为零", "均为零", "均为0", "我部门（单位）无",
  ])

  func check(_ context: LintContext, into findings: inout FindingSink) {
    let passages = Self.passages(context.facts)
    for index in context.facts.tables.indices {
      let table = context.facts.tables[index]
      guard let title = table.title, isEmpty(table), !isExplained(passages[index], context),
        !isToldZero(table, context)
      else { continue }
      findings.report(
        title, nil, "这张表没有数据，也没有说明", severity: table.kind == .financial ? .error : .warning,
        confidence: table.kind == .financial ? .high : .medium,
        expected: "注：本部门没有……，故本表无数据。", suggestion: "在表下注明没有数据的原因")
    }
  }

  /// Whether the table has room for values and none is printed.
  private func isEmpty(_ table: Table) -> Bool {
    guard !table.rows.contains(where: { $0.cells.contains(where: \.isUncertain) }) else {
      return false
    }
    switch table.kind {
    case .financial: return table.id != nil && !table.columns.isEmpty && !hasNumber(table)
    case .performance: return !hasText(table)
    case .generic: return false
    }
  }

  private func hasNumber(_ table: Table) -> Bool {
    table.rows.contains { row in
      // 栏次 1 2 3 numbers the columns.
      let first = row.cells.first?.text.utf8 ?? []
      guard !Self.numberRows.contains(where: { first.hasBytes($0, at: 0) }) else { return false }
      return row.cells.contains { cell in
        switch cell.number {
        case .number: !isLabel(table, cell.column)
        case .text: Self.holdsAmounts(cell.text.utf8)
        case .empty, .dash: false
        }
      }
    }
  }

  /// Whether a text has several amounts in it: a row that was not parted into its cells.
  private static func holdsAmounts(_ text: [UInt8]) -> Bool {
    let points = text.indices.count { index in
      text[index] == UInt8(ascii: ".") && index > 0 && index + 2 < text.count
        && [index - 1, index + 1, index + 2].allSatisfy { (0x30...0x39).contains(text[$0]) }
    }
    return points > 1
  }

  private static let numberRows = ["栏次", "行次"].map { [UInt8]($0.utf8) }

  private func isLabel(_ table: Table, _ column: Int) -> Bool {
    guard table.columns.indices.contains(column) else { return false }
    let name = table.columns[column].name
    return ["代码", "编码", "行次", "名称", "项目", "序号"].contains { name.hasSuffix($0) }
  }

  /// A sheet with its head and nothing below it.
  private func hasText(_ table: Table) -> Bool {
    table.rows.contains { row in row.cells.contains { $0.text.utf8.count > 0 } }
  }

  /// Whether the narrative says that what the table tells is 0: its blanks are that.
  private func isToldZero(_ table: Table, _ context: LintContext) -> Bool {
    guard let id = table.id else { return false }
    let vocabulary = context.vocabulary
    return context.facts.statements.contains { statement in
      guard let amount = statement.quantity.amount, amount.number.isZero,
        let meaning = statement.meaning, meaning.year == nil,
        meaning.aspect == .level(vocabulary.defaultMeasure),
        case .concept(let name) = meaning.subject,
        let formulas = vocabulary.concept(name)?.formulas[vocabulary.defaultMeasure]
      else { return false }
      return formulas.contains { $0.expression.addresses.contains { $0.table == id } }
    }
  }

  /// From the first to the last passage of each table; nil for one without text.
  private static func passages(_ facts: Facts) -> [ClosedRange<Int>?] {
    var found = [ClosedRange<Int>?](repeating: nil, count: facts.tables.count)
    for (index, passage) in facts.passages.enumerated() {
      guard let table = passage.table else { continue }
      found[table] = (found[table]?.lowerBound ?? index)...index
    }
    return found
  }

  /// Whether a line of the table, a paragraph beside it or the narrative says why.
  private func isExplained(_ own: ClosedRange<Int>?, _ context: LintContext) -> Bool {
    let passages = context.facts.passages
    guard let (first, last) = own.map({ ($0.lowerBound, $0.upperBound) }) else { return true }
    for index in max(0, first - 1)...min(last + 2, passages.count - 1)
    where passages[index].kind != .cell || passages[index].text.utf8.count > 18 {
      guard index >= first || passages[index].kind == .paragraph else { continue }
      guard index <= last || [.paragraph, .tableNote].contains(passages[index].kind) else { break }
      if Self.notes.isFound(in: context.text, context.text.range(of: index)) { return true }
    }
    return false
  }
}
