internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// The tables, passages and performance sheets of a report, each read for itself.
struct ReportParts: Sendable {
  let tables: TablesReading
  /// The passages, of which nothing has been understood yet.
  let passages: Facts
  let sheets: [PerformanceSheet]

  init(_ report: Report, layout: Layout, _ knowledge: LintKnowledge, _ threads: Threads) {
    (tables, (passages, sheets)) = threads.both {
      TablesReading(report, layout: layout, knowledge)
    } _: {
      let passages = Facts(passagesOf: report)
      return (passages, passages.tables.compactMap { PerformanceSheetReader.sheet($0) })
    }
  }
}
