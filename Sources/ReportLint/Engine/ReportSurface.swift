internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards

/// What can be said of a report before its narrative is understood: its letters, its terms, and
/// its tables among themselves.
struct ReportSurface: Sendable {
  let text: DocumentText
  let bigrams: BigramCounts
  let glossary: PrintedGlossary
  let classifiedRows: [ClassifiedRow]
  let identities: [IdentityInstance]

  init(_ report: Report, _ passages: Facts, _ tables: TableIndex, _ knowledge: LintKnowledge) {
    text = DocumentText(passages.passages)
    bigrams = BigramCounts(text)
    glossary = PrintedGlossary(report)
    classifiedRows = ClassifiedRow.rows(tables, knowledge.classifications, year: report.year)
    let checker = IdentityChecker(tables)
    identities = knowledge.identities.flatMap { checker.check($0) }
  }
}
