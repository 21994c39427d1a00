public import FiscalModel
public import FiscalNarrative
public import FiscalStandards

/// What a rule may look at: the report, its layout, its facts, and its numbers tied out. All of it
/// is worked out once for all rules.
public struct LintContext: Sendable {
  public let report: Report
  public let layout: Layout
  public let vocabulary: Vocabulary
  public let facts: Facts
  public let tables: TableIndex
  public let reconciliation: Reconciliation
  let evidence: TableEvidence
  /// The dated 科目 by classification; empty where the layouts have none.
  let classifications: [Classification: ClassificationTable]
  /// The performance sheets, in reading order.
  let sheets: [PerformanceSheet]
  /// Those of the projects that head a passage about performance, by passage.
  let projectSheets: [(passage: Int, sheet: PerformanceSheet)]
  /// The items (项) that the narrative goes through one by one.
  let items: ItemList
  /// All passages as one run of code points.
  public let text: DocumentText
  let bigrams: BigramCounts
  let wording: Wording
  let glossary: PrintedGlossary
  /// The numbers that speak of last year, where last year's disclosure is given.
  let priorYear: PriorYear?
  /// The budgets that the narrative and the tables state, where the published budget is given.
  let publishedBudget: PublishedBudget?
  /// The faults of the narrative's numbers by the rule that reports them.
  private let faults: [String: [Fault]]

  init(
    report: Report, layout: Layout, vocabulary: Vocabulary, wording: Wording = Wording(),
    classifications: [Classification: ClassificationTable] = [:],
    last: PublishedDocument? = nil, budget: PublishedDocument? = nil
  ) {
    self.classifications = classifications
    self.report = report
    self.layout = layout
    tables = TableIndex(report, layout: layout)
    let vocabulary = Self.vocabulary(
      vocabulary, with: tables, report: report, classifications: classifications)
    self.vocabulary = vocabulary
    facts = NarrativeReader.facts(of: report, vocabulary: vocabulary)
    text = DocumentText(facts.passages)
    bigrams = BigramCounts(text)
    self.wording = wording
    glossary = PrintedGlossary(report)
    evidence = TableEvidence(tables, vocabulary: vocabulary)
    sheets = facts.tables.compactMap { PerformanceSheetReader.sheet($0) }
    projectSheets = ProjectNarrative.sheets(sheets, facts)
    items = ItemList(facts, vocabulary: vocabulary, evidence: evidence)
    reconciliation = Reconciliation(
      facts, vocabulary: vocabulary, evidence: evidence, sheets: sheets,
      projects: ProjectNarrative.projects(facts, sheets))
    let (facts, evidence) = (facts, evidence)
    priorYear = last.map {
      PriorYear(
        $0, facts: facts, vocabulary: vocabulary, evidence: evidence, year: report.year)
    }
    publishedBudget = budget.map { PublishedBudget($0, facts: facts) }
    let classifier = FaultClassifier(facts: facts, vocabulary: vocabulary)
    faults = Dictionary(grouping: reconciliation.faults) { classifier.rule($0) }
  }

  /// The layout's words, the 科目 of the report's own tables and those that every report may
  /// name, and its own name.
  static func vocabulary(
    _ words: Vocabulary, with tables: TableIndex, report: Report,
    classifications: [Classification: ClassificationTable]
  ) -> Vocabulary {
    var vocabulary = words
    if let entity = report.entity { vocabulary.add(entity, .filler) }
    for classification in Classification.allCases {
      for entry in classifications[classification]?.entries ?? []
      where isCommon(entry, classification) && report.year.map(entry.isPossible) ?? true {
        vocabulary.add(classification: entry.name)
        if !entry.name.hasSuffix("支出") { vocabulary.add(classification: entry.name + "支出") }
      }
    }
    for table in tables.tables {
      for row in table.blocks.flatMap(\.rows) where row.code != nil {
        vocabulary.add(classification: row.label)
        // 其他支出 without 支出 is a word of everyday.
        if row.label.hasSuffix("支出"), row.label.unicodeScalars.count > 5 {
          vocabulary.add(classification: String(row.label.dropLast(2)))
        } else {
          vocabulary.add(classification: row.label + "支出")
        }
      }
    }
    return vocabulary
  }

  /// Whether a report without tables may speak of a 科目 without its level: the 类 by function, and
  /// all by economic kind.
  private static func isCommon(
    _ entry: ClassificationEntry, _ classification: Classification
  ) -> Bool {
    classification == .economic || entry.level == .category
  }

  /// The fiscal year, or nil if the report does not say it.
  public var year: Int? { report.year }
  public var kind: ReportKind { layout.kind }

  /// The passages that are no cells of tables, with their indices, in reading order.
  var prose: some Sequence<(Int, Passage)> {
    text.prose.lazy.map { ($0, facts.passages[$0]) }
  }

  /// The passages of the given kinds, in reading order.
  public func passages(_ kinds: Passage.Kind...) -> [Passage] {
    facts.passages.filter { kinds.contains($0.kind) }
  }

  /// Reports the faults of the narrative's numbers that fall under a rule.
  func reportFaults(_ rule: String, into findings: inout FindingSink) {
    for fault in faults[rule] ?? [] {
      FaultWording(context: self, fault: fault).report(into: &findings)
    }
  }
}
