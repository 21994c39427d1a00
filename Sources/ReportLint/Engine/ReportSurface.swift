public import FiscalModel
public import FiscalNarrative
public import FiscalStandards
internal import FiscalText

/// What can be said of a report before its narrative is understood: its letters, its terms, its
/// sheets, and its tables among themselves. Worked out once for all rules.
public final class ReportSurface: PlacedText, Sendable {
  public let report: Report
  public let layout: Layout
  /// All passages, cells of tables among them, in reading order.
  public let passages: [Passage]
  /// The tables as they are printed, in reading order.
  let printedTables: [Table]
  /// All passages as one run of code points.
  public let text: DocumentText
  public let tables: TableIndex
  /// The layout's words and those of the report's own tables.
  public let vocabulary: Vocabulary
  let evidence: TableEvidence
  /// The dated 科目 by classification; empty where the layouts have none.
  let classifications: [Classification: ClassificationTable]
  /// The rows of the tables that print a code.
  let classifiedRows: [ClassifiedRow]
  /// The amounts that the tables print, by table of ``tables``.
  let amounts: [[NarrativeAmount]]
  /// The identities of the layout wherever they can be looked at.
  let identities: [IdentityInstance]
  let glossary: PrintedGlossary
  /// The roles of all sections that have one, in reading order.
  let roles: [String]
  /// The parts to which ``roles`` belong, each once: `narrative`, `glossary`.
  let partNames: [Substring]
  /// The role of the only section of the form that the report lacks, if it is only one.
  let soleMissingSection: String?
  /// The performance sheets, in reading order.
  let sheets: [PerformanceSheet]
  /// The sheets that set goals, in reading order.
  let goalSheets: [PerformanceSheet]
  private let matcher: Once<HeadingMatcher>
  let wording: Wording
  let limits: Limits
  let grammar: Grammar
  let accountForms: AccountForms
  let performanceForm: PerformanceForm
  /// When the disclosure was approved and made public, as far as the user says it.
  let dates: PublicationDates

  init(
    _ report: Report, layout: Layout, _ parts: ReportParts, _ knowledge: LintKnowledge,
    dates: PublicationDates
  ) {
    self.report = report
    self.layout = layout
    self.dates = dates
    classifications = knowledge.classifications
    wording = knowledge.wording
    limits = knowledge.limits
    grammar = knowledge.grammar
    accountForms = knowledge.accountForms
    performanceForm = knowledge.performanceForm
    let sections = report.allSections
    roles = sections.compactMap(\.role)
    partNames = SectionPresence.parts(of: roles)
    soleMissingSection = SoleMissingSection.role(in: sections, layout, year: report.year)
    passages = parts.passages.passages
    printedTables = parts.passages.tables
    sheets = parts.sheets.filter { !$0.isGoals }
    goalSheets = parts.sheets.filter(\.isGoals)
    (tables, vocabulary) = (parts.tables.index, parts.tables.vocabulary)
    evidence = parts.tables.evidence
    text = parts.text
    glossary = PrintedGlossary(report)
    classifiedRows = ClassifiedRow.rows(tables, knowledge.classifications, year: report.year)
    amounts = tables.tables.map { NarrativeAmount.all($0) }
    matcher = Once { [passages, printedTables, text] in
      HeadingMatcher(passages, prose: text.prose, tables: printedTables, entity: report.entity)
    }
    let checker = IdentityChecker(tables)
    identities = knowledge.identities.flatMap { checker.check($0) }
  }

  /// The fiscal year, or nil if the report does not say it.
  public var year: Int? { report.year }
  public var kind: ReportKind { layout.kind }

  /// The entries of the contents list with what they mean.
  var headings: HeadingMatcher { matcher.value }

  var bigrams: BigramCounts { text.bigrams }

  /// The passages that are no cells of tables, with their indices, in reading order.
  var prose: some Sequence<(Int, Passage)> {
    text.prose.lazy.map { [passages] in ($0, passages[$0]) }
  }
}
