public import FiscalModel
public import FiscalNarrative
public import FiscalStandards
internal import FiscalText

/// What a rule may look at: the report, its layout, its facts, and its numbers tied out. All of it
/// is worked out once for all rules.
public final class LintContext: Sendable {
  public let report: Report
  public let layout: Layout
  public let vocabulary: Vocabulary
  public let facts: Facts
  public let tables: TableIndex
  public let reconciliation: Reconciliation
  let evidence: TableEvidence
  /// The dated 科目 by classification; empty where the layouts have none.
  let classifications: [Classification: ClassificationTable]
  /// The rows of the tables that print a code.
  let classifiedRows: [ClassifiedRow]
  /// The roles of all sections that have one, in reading order.
  let roles: [String]
  /// The role of the only section of the form that the report lacks, if it is only one.
  let soleMissingSection: String?
  /// The performance sheets, in reading order.
  let sheets: [PerformanceSheet]
  /// The sheets that set goals, in reading order.
  let goalSheets: [PerformanceSheet]
  /// The sheets of the projects that head a passage about performance, by passage.
  let projectSheets: [(passage: Int, sheet: PerformanceSheet)]
  /// The numbers of the section on the three public expenses.
  let threePublic: [Statement]
  /// The items (项) that the narrative goes through one by one.
  let items: ItemList
  /// All passages as one run of code points.
  public let text: DocumentText
  let bigrams: BigramCounts
  /// The identities of the layout wherever they can be looked at.
  let identities: [IdentityInstance]
  let wording: Wording
  let limits: Limits
  let grammar: Grammar
  let accountForms: AccountForms
  let glossary: PrintedGlossary
  /// When the disclosure was approved and made public, as far as the user says it.
  let dates: PublicationDates
  /// The numbers that speak of last year, where last year's disclosure is given.
  let priorYear: PriorYear?
  /// The budgets that the narrative and the tables state, where the published budget is given.
  let publishedBudget: PublishedBudget?
  /// The faults of the narrative's numbers by the rule that reports them.
  private let faults: [String: [Fault]]

  init(
    report: Report, layout: Layout, knowledge: LintKnowledge, threads: Threads,
    last: PublishedDocument? = nil, budget: PublishedDocument? = nil,
    dates: PublicationDates = PublicationDates()
  ) {
    self.report = report
    self.dates = dates
    self.layout = layout
    classifications = knowledge.classifications
    wording = knowledge.wording
    limits = knowledge.limits
    grammar = knowledge.grammar
    accountForms = knowledge.accountForms
    let sections = report.allSections
    roles = sections.compactMap(\.role)
    soleMissingSection = SoleMissingSection.role(in: sections, layout, year: report.year)
    let (tables, (passages, sheets)) = threads.both {
      TablesReading(report, layout: layout, knowledge)
    } _: {
      let passages = Facts(passagesOf: report)
      return (passages, passages.tables.compactMap { PerformanceSheetReader.sheet($0) })
    }
    let (reading, surface) = threads.both {
      NarrativeReading(
        report, passages, tables, sheets, grades: knowledge.limits.grades, threads: threads)
    } _: {
      ReportSurface(report, passages, tables.index, knowledge)
    }
    self.tables = tables.index
    self.sheets = sheets.filter { !$0.isGoals }
    goalSheets = sheets.filter(\.isGoals)
    vocabulary = tables.vocabulary
    facts = reading.facts
    evidence = tables.evidence
    threePublic = facts.statements(below: "narrative.threePublic")
    items = reading.items
    reconciliation = reading.reconciliation
    text = surface.text
    bigrams = surface.bigrams
    glossary = surface.glossary
    classifiedRows = surface.classifiedRows
    identities = surface.identities
    projectSheets = ProjectNarrative.sheets(self.sheets, facts)
    priorYear = last.map {
      PriorYear(
        $0, facts: reading.facts, vocabulary: tables.vocabulary, evidence: tables.evidence,
        year: report.year)
    }
    publishedBudget = budget.map {
      PublishedBudget($0, facts: reading.facts, vocabulary: tables.vocabulary)
    }
    let classifier = FaultClassifier(facts: facts, vocabulary: vocabulary)
    faults = Dictionary(grouping: reconciliation.faults) { classifier.rule($0) }
  }

  /// The fiscal year, or nil if the report does not say it.
  public var year: Int? { report.year }
  public var kind: ReportKind { layout.kind }

  /// The passages that are no cells of tables, with their indices, in reading order.
  var prose: some Sequence<(Int, Passage)> {
    text.prose.lazy.map { [facts] in ($0, facts.passages[$0]) }
  }

  /// The passages of the given kinds, in reading order.
  public func passages(_ kinds: Passage.Kind...) -> [Passage] {
    facts.passages.filter { kinds.contains($0.kind) }
  }

  /// Reports the faults of the narrative's numbers that fall under a rule.
  func reportFaults(_ rule: String, into findings: inout FindingSink) {
    for fault in faults[rule] ?? [] {
      if fault.isOmission {
        OmissionWording(context: self, check: fault.primary).report(into: &findings)
      } else {
        FaultWording(context: self, fault: fault).report(into: &findings)
      }
    }
  }
}
