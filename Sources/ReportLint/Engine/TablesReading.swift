internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards

/// The tables, ready for sentences that speak of them.
struct TablesReading: Sendable {
  let index: TableIndex
  /// The layout's words and those of the report's own tables.
  let vocabulary: Vocabulary
  let evidence: TableEvidence

  init(_ report: Report, layout: Layout, _ knowledge: LintKnowledge) {
    index = TableIndex(report, layout: layout)
    vocabulary = knowledge.vocabulary.adding(
      index, of: report, classifications: knowledge.classifications)
    evidence = TableEvidence(index, vocabulary: vocabulary)
  }
}
