internal import FiscalModel

/// Gives the tables of a report their ids, kinds and column keys.
struct TableBinder {
  private static let performanceWords = ["绩效", "自评"].map { Name($0) }
  private static let performanceHeads = ["一级指标", "二级指标", "三级指标", "指标值", "年度指标值"].map { Name($0) }

  private let layout: Layout
  private let matcher: TableMatcher
  private let year: Int?

  init(_ layout: Layout, names: TitleNames, year: Int?) {
    self.layout = layout
    self.year = year
    matcher = TableMatcher(layout.tables, names: names)
  }

  /// The tables of a report in order, bound.
  func tables(of report: Report) -> [Table] {
    var tables = tables(in: report.cover, of: nil)
    for section in report.allSections { tables += self.tables(in: section.blocks, of: section) }
    return tables
  }

  private func tables(in blocks: [Block], of section: Section?) -> [Table] {
    var tables = blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
    // A heading names its table only if it has no other.
    let heading = tables.count == 1 ? section?.title : nil
    for index in tables.indices { bind(&tables[index], heading: heading) }
    return tables
  }

  private func bind(_ table: inout Table, heading: TracedText?) {
    if let named = form(of: table, heading: heading) {
      let (form, keys) = shape(named, of: table)
      table.id = form.id
      table.kind = .financial
      for index in table.columns.indices where table.columns[index].key == nil {
        table.columns[index].key = keys[index]
      }
    } else if table.kind == .generic, isPerformance(table, heading) {
      table.kind = .performance
    }
  }

  private func form(of table: Table, heading: TracedText?) -> TableForm? {
    if let id = table.id { return layout.table(id) }
    guard table.kind != .performance else { return nil }
    if let title = table.title { return matcher.form(title: Name(utf8: title.utf8))?.form }
    if let heading, let match = matcher.form(title: Name(utf8: heading.utf8)) { return match.form }
    return matcher.form(columns: table.columns)
  }

  /// The form, or the variant of it whose columns the table has, with the keys of the columns.
  private func shape(_ form: TableForm, of table: Table) -> (form: TableForm, keys: [String?]) {
    var best = (form: form, fit: ColumnMatcher(form, year: year).fit(table.columns))
    for variant in layout.variants(of: form.id) where best.fit.known < 1 {
      let fit = ColumnMatcher(variant, year: year).fit(table.columns)
      if (fit.known, fit.coverage) > (best.fit.known, best.fit.coverage) { best = (variant, fit) }
    }
    return (best.form, best.fit.keys)
  }

  private func isPerformance(_ table: Table, _ heading: TracedText?) -> Bool {
    if let title = table.title ?? heading {
      let name = Name(utf8: title.utf8)
      if Self.performanceWords.contains(where: { name.contains($0) }) { return true }
    }
    let heads = table.columns.flatMap(\.path).map { Name($0) }
    let cells = table.rows.prefix(12).flatMap(\.cells).map { Name(utf8: $0.text.utf8) }
    return Self.performanceHeads.count { heads.contains($0) || cells.contains($0) } >= 2
  }
}
