internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards

/// What the narrative says, held against the tables.
struct NarrativeReading: Sendable {
  let vocabulary: Vocabulary
  let facts: Facts
  let evidence: TableEvidence
  let items: ItemList
  let reconciliation: Reconciliation

  init(_ report: Report, _ passages: Facts, _ tables: TableIndex, _ words: Vocabulary) {
    vocabulary = Self.vocabulary(words, with: tables, entity: report.entity)
    facts = NarrativeReader.facts(passages, year: report.year, vocabulary: vocabulary)
    evidence = TableEvidence(tables, vocabulary: vocabulary)
    items = ItemList(facts, vocabulary: vocabulary, evidence: evidence)
    reconciliation = Reconciliation(facts, vocabulary: vocabulary, evidence: evidence)
  }

  /// The layout's words, the 科目 of the report's own tables, and its own name.
  static func vocabulary(
    _ words: Vocabulary, with tables: TableIndex, entity: String?
  ) -> Vocabulary {
    var vocabulary = words
    if let entity { vocabulary.add(entity, .filler) }
    var seen = Set<Name>()
    for block in tables.tables.lazy.flatMap(\.blocks) {
      for row in block.rows where row.code != nil && seen.insert(Name(row.label)).inserted {
        vocabulary.add(classification: row.label)
        // 其他支出 without 支出 is a word of everyday.
        if row.label.hasSuffix("支出"), row.label.unicodeScalars.count > 5 {
          vocabulary.add(classification: String(row.label.dropLast(2)))
        } else {
          vocabulary.add(classification: row.label + "支出")
        }
      }
    }
    return vocabulary
  }
}
