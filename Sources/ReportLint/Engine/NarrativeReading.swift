internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// What the narrative says, held against the tables.
struct NarrativeReading: Sendable {
  let facts: Facts
  let items: ItemList
  let reconciliation: Reconciliation

  init(
    _ report: Report, _ passages: Facts, _ tables: TablesReading, _ sheets: [PerformanceSheet],
    grades: GradeScale, threads: Threads
  ) {
    let (vocabulary, evidence) = (tables.vocabulary, tables.evidence)
    facts = NarrativeReader.facts(passages, year: report.year, vocabulary: vocabulary)
    items = ItemList(facts, vocabulary: vocabulary, evidence: evidence)
    reconciliation = Reconciliation(
      facts, vocabulary: vocabulary, evidence: evidence, sheets: sheets,
      projects: ProjectNarrative.projects(facts, sheets), grades: grades, threads: threads)
  }
}
