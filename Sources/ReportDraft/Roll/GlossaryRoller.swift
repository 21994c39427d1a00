internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// Brings the glossary to this year's tables: entries of 科目 and terms of which there was something
/// last year and is nothing this year are struck; those that are new come in, with their meaning
/// left open, in the order of the tables and of the layout.
struct GlossaryRoller {
  /// What becomes of the glossary, by passage.
  struct Changes {
    var struck: [(passage: Int, code: String, name: String)] = []
    var added: [(passage: Int, code: String, name: String, text: [UInt8])] = []
  }

  private struct Entry {
    var passage: Int
    var text: TracedText
    /// The bytes of the term, without its number.
    var term: Range<Int>
    /// Of the 科目 that it explains.
    var code: String?
  }

  /// A 项 with its amounts of both years added over the tables.
  private struct Item {
    var code: String
    var path: String
    var label: String
    var isThere: Bool
    var wasThere: Bool
  }

  private let form: GlossaryForm
  private let tables: RollTables
  private let entries: [Entry]
  /// By code.
  private let items: [Item]

  /// Nil where last year's disclosure has no glossary.
  init?(_ form: GlossaryForm, _ tables: RollTables) {
    self.form = form
    self.tables = tables
    items = Self.items(tables)
    entries = Self.entries(tables.reading, items)
    if entries.isEmpty { return nil }
  }

  func changes() -> Changes {
    var changes = Changes()
    rollTerms(&changes)
    rollItems(&changes)
    return changes
  }

  // MARK: Reading

  private static func entries(_ reading: DisclosureReading, _ items: [Item]) -> [Entry] {
    let printed = reading.report.allSections.flatMap(\.blocks).compactMap { block in
      if case .glossaryEntry(let entry) = block { entry } else { nil }
    }
    let passages = reading.facts.passages.indices.filter {
      reading.facts.passages[$0].kind == .glossaryEntry
    }
    guard printed.count == passages.count else { return [] }
    return zip(passages, printed).map { passage, entry in
      let term = entry.text.string(entry.term)
      return Entry(
        passage: passage, text: entry.text, term: entry.term, code: code(of: term, items))
    }
  }

  /// The 项 that a term names with all its levels, or alone by a name that no other has.
  private static func code(of term: String, _ items: [Item]) -> String? {
    let name = Name(term)
    let named = items.filter { Name($0.path) == name || Name($0.label + "（项）") == name }
    if named.count == 1 { return named[0].code }
    let labelled = items.filter { Name($0.label) == name }
    return labelled.count == 1 ? labelled[0].code : nil
  }

  /// The 项 of the tables of both years, by code.
  private static func items(_ tables: RollTables) -> [Item] {
    var items: [String: Item] = [:]
    for (index, isNow) in [(tables.last, false), (tables.now, true)] {
      for table in index.tables {
        for row in table.blocks.lazy.flatMap(\.rows) where row.level == .item {
          guard row.hasNumber, let old = row.code, let path = table.path(old) else { continue }
          let code = isNow ? old : tables.changes.code(old)
          var item =
            items[code]
            ?? Item(code: code, path: path, label: row.label, isThere: false, wasThere: false)
          if isNow { item.isThere = true } else { item.wasThere = true }
          items[code] = item
        }
      }
    }
    return items.values.sorted { $0.code < $1.code }
  }

  // MARK: 科目

  private func rollItems(_ changes: inout Changes) {
    let explained = entries.filter { $0.code != nil }
    for entry in explained {
      guard let item = items.first(where: { $0.code == entry.code }), item.wasThere, !item.isThere
      else { continue }
      changes.struck.append((entry.passage, item.code, entry.text.string(entry.term)))
    }
    let codes = Set(explained.compactMap(\.code))
    let before = items.filter(\.wasThere)
    // A glossary that goes through the 科目 explains most of last year's.
    guard explained.count >= 2, before.count(where: { codes.contains($0.code) }) * 2 > before.count
    else { return }
    for item in items where item.isThere && !item.wasThere && !codes.contains(item.code) {
      let model = explained.last { ($0.code ?? "") < item.code } ?? explained[0]
      let isWhole = model.text.string(model.term).contains("（款）")
      let isMarked = model.text.string(model.term).contains("（项）")
      let name = isWhole ? item.path : isMarked ? "\(item.label)（项）" : item.label
      changes.added.append((model.passage, item.code, name, text(name, like: model)))
    }
  }

  // MARK: Terms

  private func rollTerms(_ changes: inout Changes) {
    for (place, term) in form.terms.enumerated() {
      guard case .whenPrinted(let addresses) = term.need, let before = isAny(addresses, .last),
        let now = isAny(addresses, .now), before != now
      else { continue }
      let entry = entries.first { term.isNamed($0.text.string($0.term)) }
      if let entry, !now {
        changes.struck.append((entry.passage, "", entry.text.string(entry.term)))
      } else if entry == nil, now, let model = neighbour(of: place) {
        changes.added.append((model.passage, "", term.name, text(term.name, like: model)))
      }
    }
  }

  /// Whether one of the cells is not zero; nil where no table tells.
  private func isAny(_ addresses: [Address], _ side: RollTables.Side) -> Bool? {
    let values = addresses.compactMap { tables.value(.formula(.cell($0)), side)?.grains }
    return values.isEmpty ? nil : values.contains { $0 != 0 }
  }

  /// The entry behind which a term of the layout belongs: that of the nearest term before it.
  private func neighbour(of place: Int) -> Entry? {
    for term in form.terms[..<place].reversed() {
      if let entry = entries.first(where: { term.isNamed($0.text.string($0.term)) }) {
        return entry
      }
    }
    return entries.first { $0.code == nil }
  }

  /// An entry as the one beside it is written, with its meaning left open.
  private func text(_ name: String, like model: Entry) -> [UInt8] {
    var text = Array(model.text.utf8[..<model.term.lowerBound])
    text += "\(name)：【请填写：\(name)的含义】".utf8
    if model.text.utf8.suffix(3).elementsEqual("。".utf8) { text += "。".utf8 }
    return text
  }
}

extension BoundTable {
  /// 教育支出（类）进修及培训（款）培训支出（项）
  fileprivate func path(_ code: String) -> String? {
    var path = ""
    for level in ClassificationLevel.allCases {
      guard let row = row(code: String(code.prefix(1 + 2 * level.rawValue))) else { return nil }
      path += "\(row.label)（\(level.word)）"
    }
    return path
  }
}
