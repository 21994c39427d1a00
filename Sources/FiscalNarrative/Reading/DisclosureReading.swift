public import FiscalModel
public import FiscalStandards

/// A disclosure read with the 科目 of its own tables, for those who work its numbers out anew.
public struct DisclosureReading: Sendable {
  public let report: Report
  public let layout: Layout
  public let vocabulary: Vocabulary
  public let facts: Facts
  public let rows: NamedRows
  /// The performance sheets, in reading order.
  public let sheets: [PerformanceSheet]
  /// The dated 科目 by classification; empty where the layouts have none.
  public let classifications: [Classification: ClassificationTable]

  /// - Parameter report: a report that has been bound to `layout`.
  /// - Throws: a ``LayoutError`` if a data file of the layout is wrong.
  public init(_ report: Report, layout: Layout) throws(LayoutError) {
    self.report = report
    self.layout = layout
    let tables = TableIndex(report, layout: layout)
    classifications = try layout.classifications()
    vocabulary = try VocabularyReader.vocabulary(for: layout).adding(
      tables, of: report, classifications: classifications)
    facts = NarrativeReader.facts(of: report, vocabulary: vocabulary)
    rows = NamedRows(tables)
    sheets = try PerformanceSheetReader.sheets(of: report, layout: layout)
  }
}
