internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Puts the cells of flattened tables back into their columns, once their forms are known.
struct FlatTableSolver {
  private let layout: Layout
  /// Tables that are solved, for what they say about the others.
  private var facts = StatementFacts()

  /// Solves the tables of a bound report. Tables that fit no form stay as they are, their cells
  /// uncertain.
  static func solve(_ report: inout Report, layout: Layout, threads: Threads) {
    var solver = FlatTableSolver(layout: layout)
    var tables = report.tables
    let flat = tables.indices.filter { Self.isFlat(tables[$0]) }
    guard !flat.isEmpty else { return }
    solver.solve(&tables, flat, threads)
    var replacer = TableReplacer(tables)
    replacer.replace(in: &report)
  }

  private init(layout: Layout) { self.layout = layout }

  private static func isFlat(_ table: Table) -> Bool {
    table.kind != .performance && !table.rows.isEmpty
      && table.columns.allSatisfy { $0.path.isEmpty }
  }

  private mutating func solve(_ tables: inout [Table], _ flat: [Int], _ threads: Threads) {
    let read = threads.map(flat.count) { [tables, layout] index in
      Self.draft(tables[flat[index]], layout)
    }
    var drafts: [(table: Int, draft: FlatDraft)] = []
    for (index, draft) in zip(flat, read) {
      guard let draft else { continue }
      drafts.append((index, draft))
      facts.add(draft)
    }
    // Tables with one amount a block are certain at once; narrower tables help wider ones.
    drafts.sort { ($0.draft.freedom, $0.table) < ($1.draft.freedom, $1.table) }
    for index in drafts.indices {
      drafts[index].draft.solve(facts)
      facts.add(drafts[index].draft)
    }
    let solved = threads.map(drafts.count) { [drafts] in drafts[$0].draft.table() }
    for (index, table) in zip(drafts.map(\.table), solved) { tables[index] = table }
  }
}

extension FlatTableSolver {
  private static func draft(_ table: Table, _ layout: Layout) -> FlatDraft? {
    guard let form = form(of: table, layout) else { return nil }
    return FlatDraft(table, form: form)
  }

  private static func form(of table: Table, _ layout: Layout) -> TableForm? {
    if let id = table.id { return layout.table(id) }
    return PlainForm.form(of: table)
  }
}
