internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// TI32: a code and a name that are not the same item.
struct WrongCode: SurfaceRule {
  static let metadata = RuleMetadata(
    id: "TI32", category: "N8", severity: .error, title: "科目编码与名称不符",
    summary: "科目编码和名称是当年政府收支分类科目中的同一科目。",
    rationale: "编码和名称对不上，就不知道是哪一项支出。",
    source: "《政府收支分类科目》（按年度）",
    examples: [
      RuleExample(
        "有误",
        """
        # 第四部分 部门决算表

        {{表 公开05}}
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,880.00,600.00,280.00
          201,一般公共服务支出,880.00,600.00,280.00
          20131,党委办公厅（室）及相关机构事务,880.00,600.00,280.00
          2013101,⟦机关服务⟧,600.00,600.00,
          2013102,一般行政管理事务,280.00,,280.00
          """
        ]),
      RuleExample(
        "是同一款中另一项的名称",
        """
        # 第四部分 部门决算表

        {{表 公开05}}
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,15.00,15.00,
          210,卫生健康支出,15.00,15.00,
          21011,行政事业单位医疗,15.00,15.00,
          2101102,⟦行政单位医疗⟧,15.00,15.00,
          """
        ]),
      RuleExample(
        "无误",
        """
        # 第四部分 部门决算表

        {{表 公开05}}
        """,
        tables: [
          "公开05": """
          科目代码,科目名称,合计,基本支出,项目支出
          ,合计,880.00,600.00,280.00
          201,一般公共服务支出,880.00,600.00,280.00
          20131,党委办公厅（室）及相关机构事务,880.00,600.00,280.00
          2013101,行政运行,600.00,600.00,
          2013102,一般行政管理事务,280.00,,280.00
          """
        ]),
    ])

  func check(_ context: ReportSurface, into findings: inout FindingSink) {
    checkNames(context, &findings)
    checkOtherCodes(context, &findings)
  }

  private struct ItemKey: Hashable {
    var group: Substring
    var name: Name
  }

  /// A code that nothing knows, of an item that several other tables have under another code: no
  /// two items of a 款 have one name.
  private func checkOtherCodes(_ context: ReportSurface, _ findings: inout FindingSink) {
    let unknown = Set(
      context.classifiedRows.lazy.filter {
        if case .unknown = $0.verdict { return $0.isFunctional && $0.code.utf8.count == 7 }
        return false
      }.map(\.code))
    guard !unknown.isEmpty else { return }
    let rows = itemRows(context.tables)
    var codes: [ItemKey: [String: Int]] = [:]
    for (_, row) in rows { codes[Self.key(row), default: [:]][row.code ?? "", default: 0] += 1 }
    for (table, row) in rows {
      guard let code = row.code, unknown.contains(code), let told = codes[Self.key(row)],
        told.count == 2, told[code] == 1, let other = told.first(where: { $0.key != code }),
        other.value > 1, officialCode(of: row, context) == nil,
        let cell = table.table.rows[row.index].cells.first(where: { !$0.text.isEmpty })
      else { continue }
      findings.report(
        cell.text, nil, "“\(row.label)”在其他表中的编码是 \(other.key)，这里是 \(code)",
        severity: .warning, confidence: .medium, actual: code, expected: other.key,
        suggestion: "核对编码", refutes: [.code(code), .code(other.key)])
    }
  }

  /// The code that the year has for an item's name within its 款.
  private func officialCode(of row: BoundRow, _ context: ReportSurface) -> String? {
    guard let year = context.year, let code = row.code else { return nil }
    return context.classifications[.functional]?.entries(
      named: row.label, in: year, level: .item, below: String(code.prefix(5))
    ).first?.code
  }

  private func itemRows(_ tables: TableIndex) -> [(table: BoundTable, row: BoundRow)] {
    tables.tables.flatMap { table in
      table.blocks.flatMap { block -> [(BoundTable, BoundRow)] in
        guard case .functional = block.form.rows else { return [] }
        return block.rows.filter { $0.isCodePrinted && $0.level == .item }.map { (table, $0) }
      }
    }
  }

  private static func key(_ row: BoundRow) -> ItemKey {
    ItemKey(group: (row.code ?? "").prefix(5), name: Name(row.label))
  }

  /// An unknown code with the name of a known item of the same 款.
  private func checkUnknown(
    _ row: ClassifiedRow, _ context: ReportSurface, _ findings: inout FindingSink
  ) {
    guard let year = context.year, row.code.utf8.count == 7, row.isFunctional,
      let entry = context.classifications[.functional]?.entries(
        named: row.name, in: year, level: .item, below: String(row.code.prefix(5))
      ).first
    else { return }
    findings.report(
      row.label, nil, "“\(row.name)”的编码是 \(entry.code)，不是 \(row.code)", severity: .warning,
      confidence: .medium, actual: row.code, expected: entry.code, suggestion: "核对编码",
      refutes: [.code(row.code), .code(entry.code)])
  }

  private func checkNames(_ context: ReportSurface, _ findings: inout FindingSink) {
    for row in context.classifiedRows {
      if case .unknown = row.verdict { checkUnknown(row, context, &findings) }
      guard case .otherName(let entry) = row.verdict, let year = context.year,
        case let sibling = sibling(of: row, context, year),
        sibling != nil || !Self.isAlike(row.name, entry.name),
        !TornName(row.name).isTorn(between: entry.name, context)
      else { continue }
      let isCertain = entry.isCertain(in: year)
      findings.report(
        row.label, nil, "编码 \(row.code) 是“\(entry.name)”，不是“\(row.name)”",
        severity: isCertain ? .error : .warning, confidence: isCertain ? .high : .medium,
        actual: row.name, expected: entry.name, suggestion: "核对编码，或把名称改为“\(entry.name)”",
        refutes: [row.code, sibling].compactMap(\.self).map { .code($0) })
    }
  }

  /// The code beside a row's own that has its name in the year: 2101102 行政单位医疗.
  private func sibling(of row: ClassifiedRow, _ context: ReportSurface, _ year: Int) -> String? {
    let group = row.code.dropLast(2)
    guard group.utf8.count >= 3 else { return nil }
    let entries = context.classifications[row.isFunctional ? .functional : .economic]?.entries(
      named: row.name, in: year, level: ClassificationLevel(code: row.code), below: String(group))
    return entries?.first { $0.isCertain(in: year) }?.code
  }

  /// Whether two names have half of their characters in common, as the names of one item in
  /// different years have.
  private static func isAlike(_ left: String, _ right: String) -> Bool {
    let (one, two) = (Set(left.unicodeScalars), Set(right.unicodeScalars))
    return one.intersection(two).count * 2 >= min(one.count, two.count)
  }
}
