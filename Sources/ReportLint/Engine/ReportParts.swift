internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// The tables, passages and performance sheets of a report, each read for itself.
struct ReportParts: Sendable {
  let tables: TablesReading
  /// The passages, of which nothing has been understood yet.
  let passages: Facts
  let text: DocumentText
  let sheets: [PerformanceSheet]

  init(_ report: Report, layout: Layout, _ knowledge: LintKnowledge, _ threads: Threads) {
    let printed = report.tables
    let sheets: [PerformanceSheet?]
    (tables, (passages, text), sheets) = threads.both(beside: printed.count) {
      TablesReading(report, layout: layout, knowledge)
    } _: {
      let passages = Facts(passagesOf: report)
      return (passages, DocumentText(passages.passages))
    } each: {
      PerformanceSheetReader.sheet(printed[$0], knowledge.performanceForm)
    }
    self.sheets = sheets.compactMap(\.self)
  }
}
