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
    _ report: Report, _ parts: ReportParts, grades: GradeScale, _ threads: Threads
  ) {
    let (vocabulary, evidence) = (parts.tables.vocabulary, parts.tables.evidence)
    facts = NarrativeReader.facts(
      parts.passages, year: report.year, entity: report.entity, vocabulary: vocabulary)
    items = ItemList(facts, vocabulary: vocabulary, evidence: evidence)
    reconciliation = Reconciliation(
      facts, items: items, vocabulary: vocabulary, evidence: evidence, sheets: parts.sheets,
      projects: ProjectNarrative.projects(facts, parts.sheets), grades: grades, threads: threads)
  }
}
