public import FiscalModel
public import FiscalNarrative
public import FiscalStandards

/// A disclosure read as the linter reads it, for those who work its numbers out anew.
public struct DisclosureReading: Sendable {
  public let report: Report
  public let layout: Layout
  public let vocabulary: Vocabulary
  public let facts: Facts
  public let evidence: TableEvidence
  /// The dated 科目 by classification; empty where the layouts have none.
  public let classifications: [Classification: ClassificationTable]

  /// - Parameter report: a report that has been bound to `layout`.
  /// - Throws: a ``LayoutError`` if a data file of the layout is wrong.
  public init(_ report: Report, layout: Layout) throws(LayoutError) {
    self.report = report
    self.layout = layout
    let tables = TableIndex(report, layout: layout)
    classifications = try LintKnowledge.classifications(layout)
    vocabulary = NarrativeReading.vocabulary(
      try VocabularyReader.vocabulary(for: layout), with: tables, report: report,
      classifications: classifications)
    facts = NarrativeReader.facts(of: report, vocabulary: vocabulary)
    evidence = TableEvidence(tables, vocabulary: vocabulary)
  }
}
