public import FiscalModel
public import FiscalNarrative
public import FiscalStandards
internal import FiscalText

/// What a rule may look at: the surface of the report, its facts, and its numbers tied out. All of
/// it is worked out once for all rules.
public final class LintContext: PlacedText, Sendable {
  public let surface: ReportSurface
  public let facts: Facts
  public let reconciliation: Reconciliation
  /// The sheets of the projects that head a passage about performance, by passage.
  let projectSheets: [(passage: Int, sheet: PerformanceSheet)]
  /// The numbers of the section on the three public expenses.
  let threePublic: [Statement]
  /// The items (项) that the narrative goes through one by one.
  let items: ItemList
  /// The numbers that speak of last year, where last year's disclosure is given.
  let priorYear: PriorYear?
  /// The budgets that the narrative and the tables state, where the published budget is given.
  let publishedBudget: PublishedBudget?
  /// The faults of the narrative's numbers by the rule that reports them.
  private let faults: [String: [Fault]]

  init(
    _ surface: ReportSurface, _ reading: NarrativeReading, last: PublishedDocument?,
    budget: PublishedDocument?
  ) {
    self.surface = surface
    (facts, items, reconciliation) = (reading.facts, reading.items, reading.reconciliation)
    threePublic = facts.statements(below: "narrative.threePublic")
    projectSheets = ProjectNarrative.sheets(surface.sheets, facts)
    priorYear = last.map {
      PriorYear(
        $0, facts: reading.facts, vocabulary: surface.vocabulary, evidence: surface.evidence,
        year: surface.year)
    }
    publishedBudget = budget.map {
      PublishedBudget($0, facts: reading.facts, vocabulary: surface.vocabulary)
    }
    let classifier = FaultClassifier(facts: facts, vocabulary: surface.vocabulary)
    faults = Dictionary(grouping: reconciliation.faults) { classifier.rule($0) }
  }

  public var report: Report { surface.report }
  public var layout: Layout { surface.layout }
  public var year: Int? { surface.year }
  public var kind: ReportKind { surface.kind }
  public var passages: [Passage] { surface.passages }
  public var text: DocumentText { surface.text }
  public var tables: TableIndex { surface.tables }
  public var vocabulary: Vocabulary { surface.vocabulary }
  var evidence: TableEvidence { surface.evidence }
  var classifications: [Classification: ClassificationTable] { surface.classifications }
  var classifiedRows: [ClassifiedRow] { surface.classifiedRows }
  var sheets: [PerformanceSheet] { surface.sheets }
  var goalSheets: [PerformanceSheet] { surface.goalSheets }
  var wording: Wording { surface.wording }
  var limits: Limits { surface.limits }
  var grammar: Grammar { surface.grammar }
  var glossary: PrintedGlossary { surface.glossary }
  var prose: some Sequence<(Int, Passage)> { surface.prose }

  /// Reports the faults of the narrative's numbers that fall under a rule.
  func reportFaults(
    _ rule: String, unless isExplained: (Fault) -> Bool = { _ in false },
    into findings: inout FindingSink
  ) {
    for fault in faults[rule] ?? [] where !isExplained(fault) {
      if fault.isOmission {
        OmissionWording(context: self, check: fault.primary).report(into: &findings)
      } else {
        FaultWording(context: self, fault: fault).report(into: &findings)
      }
    }
  }
}
