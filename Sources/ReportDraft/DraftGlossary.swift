internal import FiscalStandards
internal import FiscalText

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
    let narrative = [UInt8](narrative.utf8)
    let terms = form.terms.compactMap { term in
      isNeeded(term, narrative) ? name(of: term, narrative) : nil
    }
    return terms + items.flatMap { tables.rows($0) }.compactMap { path($0) }.uniqued()
  }

  private func isNeeded(_ term: GlossaryTerm, _ narrative: [UInt8]) -> Bool {
    switch term.need {
    case .always: true
    case .whenUsed: ([term.name] + term.otherNames).contains { narrative.holds($0) }
    case .whenPrinted(let addresses):
      addresses.contains { tables.holds(.isNotZero(.cell($0)), nil) == true }
    }
  }

  /// The name that the text uses: another one, where the first does not stand in the text, or only
  /// as a part of the other.
  private func name(of term: GlossaryTerm, _ narrative: [UInt8]) -> String {
    let others = term.otherNames.filter { narrative.holds($0) }
    let longer = others.filter { $0.contains(term.name) }
    if narrative.holds(term.name, outside: longer) { return term.name }
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

extension [UInt8] {
  fileprivate func holds(_ name: String) -> Bool { firstOffset(of: [UInt8](name.utf8)) != nil }

  /// Whether a name stands anywhere but in other names.
  fileprivate func holds(_ name: String, outside others: [String]) -> Bool {
    let name = [UInt8](name.utf8)
    let others = others.map { [UInt8]($0.utf8) }
    var start = 0
    while let found = firstOffset(of: name, from: start) {
      let end = found + name.count
      let isInside = others.contains { other in
        let first = Swift.max(0, end - other.count)
        guard let around = firstOffset(of: other, from: first, to: found + other.count)
        else { return false }
        return around <= found
      }
      if !isInside { return true }
      start = end
    }
    return false
  }
}

extension [String] {
  /// Each one once, where it stands first.
  fileprivate func uniqued() -> [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
