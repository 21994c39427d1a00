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
    let printed = TableIndex(report, layout: layout)
    let misread = LooseTables.misread(printed, knowledge.identities)
    index = misread.isEmpty ? printed : TableIndex(printed, jumbled: misread)
    vocabulary = knowledge.vocabulary.adding(
      index, of: report, classifications: knowledge.classifications)
    evidence = TableEvidence(index, vocabulary: vocabulary)
  }
}
