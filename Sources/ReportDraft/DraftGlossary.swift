internal import FiscalStandards

/// What the glossary of a draft explains: the terms that the layout wants, by the names that the
/// text gives them, and where the layout wants that the 科目 that the text goes through.
struct DraftGlossary {
  private let form: GlossaryForm
  private let tables: DraftTables
  /// The rows that the templates go through one by one.
  private let items: [RowDomain]

  init(_ form: GlossaryForm, _ book: SentenceBook, _ tables: DraftTables) {
    self.form = form
    self.tables = tables
    items = form.explainsEachItem ? book.items : []
  }

  /// The terms of a narrative in the order of the layout, then the 科目 in that of the tables.
  func terms(of narrative: String) -> [String] {
    let terms = form.terms.compactMap { term in
      isNeeded(term, narrative) ? name(of: term, narrative) : nil
    }
    return terms + items.flatMap { tables.rows($0) }.compactMap { path($0) }.uniqued()
  }

  private func isNeeded(_ term: GlossaryTerm, _ narrative: String) -> Bool {
    switch term.need {
    case .always: true
    case .whenUsed: ([term.name] + term.otherNames).contains { narrative.contains($0) }
    case .whenPrinted(let addresses):
      addresses.contains { tables.holds(.isNotZero(.cell($0)), nil) == true }
    }
  }

  /// The name that the text uses: another one, where the first does not stand in the text, or only
  /// as a part of the other.
  private func name(of term: GlossaryTerm, _ narrative: String) -> String {
    let others = term.otherNames.filter { narrative.contains($0) }
    let longer = others.filter { $0.contains(term.name) }
    let rest = longer.reduce(narrative) { $0.replacing($1, with: "") }
    if rest.contains(term.name) { return term.name }
    return longer.max { $0.utf8.count < $1.utf8.count }
      ?? others.first { !term.name.contains($0) } ?? term.name
  }

  /// 教育支出（类）进修及培训（款）培训支出（项）
  private func path(_ row: DraftRow) -> String? {
    guard let category = row.names[3], let subcategory = row.names[5], let item = row.names[7]
    else { return nil }
    return "\(category)（类）\(subcategory)（款）\(item)（项）"
  }
}

extension SentenceBook {
  /// The 项 for each of which a paragraph is printed.
  fileprivate var items: [RowDomain] {
    sections.flatMap(\.entries).compactMap { entry in
      guard case .paragraph(let paragraph) = entry, case .eachRow(let domain) = paragraph.when,
        domain.level == .item
      else { return nil }
      return domain
    }
  }
}

extension [String] {
  /// Each one once, where it stands first.
  fileprivate func uniqued() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
