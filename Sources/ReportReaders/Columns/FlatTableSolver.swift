internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Puts the cells of flattened tables back into their columns, once their forms are known.
struct FlatTableSolver {
  private let layout: Layout
  private let year: Int?
  /// Tables that are solved, for what they say about the others.
  private var facts = StatementFacts()

  /// Solves the tables of a bound report. Tables that fit no form stay as they are, their cells
  /// uncertain.
  static func solve(_ report: inout Report, layout: Layout, threads: Threads) {
    var solver = FlatTableSolver(layout: layout, year: report.year)
    var tables = report.tables
    let flat = tables.indices.filter { Self.isFlat(tables[$0]) }
    guard !flat.isEmpty else { return }
    solver.solve(&tables, flat, threads)
    report.replaceTables(with: tables)
  }

  private init(layout: Layout, year: Int?) {
    self.layout = layout
    self.year = year
  }

  private static func isFlat(_ table: Table) -> Bool {
    table.kind != .performance && !table.rows.isEmpty
      && table.columns.allSatisfy { $0.path.isEmpty }
  }

  private mutating func solve(_ tables: inout [Table], _ flat: [Int], _ threads: Threads) {
    let sizes = flat.map { tables[$0].rows.count }
    let read = threads.map(flat.count, sizes: sizes) { [tables, layout, year] index in
      Self.draft(tables[flat[index]], layout, year)
    }
    let drafts = zip(flat, read).compactMap { index, draft in
      draft.map { Draft(index: index, draft: $0) }
    }
    // Tables with one amount a block are certain at once; those of one fund help those of all.
    for item in drafts { facts.addStatements(of: item.draft) }
    for item in solve(drafts.filter { !$0.draft.isOfAllFunds }, &tables, threads)
    where item.draft.isOfOneFund {
      facts.addFloors(of: item.draft)
    }
    _ = solve(drafts.filter(\.draft.isOfAllFunds), &tables, threads)
  }

  /// Solves tables that tell nothing about each other, and puts them in their places.
  private func solve(
    _ drafts: [Draft], _ tables: inout [Table], _ threads: Threads
  ) -> [Draft] {
    let sizes = drafts.map { tables[$0.index].rows.count }
    let solved = threads.map(drafts.count, sizes: sizes) { [facts] index in
      var item = drafts[index]
      item.draft.solve(facts)
      return (item: item, table: item.draft.table())
    }
    for (item, table) in solved { tables[item.index] = table }
    return solved.map(\.item)
  }

  private struct Draft {
    /// Which table of the report it is.
    var index: Int
    var draft: FlatDraft
  }
}

extension FlatTableSolver {
  private static func draft(_ table: Table, _ layout: Layout, _ year: Int?) -> FlatDraft? {
    var best: FlatDraft?
    for form in forms(of: table, layout) {
      guard let draft = FlatDraft(table, form: form, year: year) else { continue }
      if draft.head.missing == 0 { return draft }
      // Of several shapes the head is that whose columns it prints.
      if draft.head.missing < best?.head.missing ?? Int.max { best = draft }
    }
    return best
  }

  /// The form that the title names and its other shapes, or one made of the head.
  private static func forms(of table: Table, _ layout: Layout) -> [TableForm] {
    guard let id = table.id else { return PlainForm.form(of: table).map { [$0] } ?? [] }
    return (layout.table(id).map { [$0] } ?? []) + layout.variants(of: id)
  }
}
