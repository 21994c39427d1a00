public import FiscalModel
internal import FiscalNarrative
public import FiscalStandards
internal import FiscalText

/// Checks reports against the catalogue.
public struct Linter: Sendable {
  private let selection: Selection
  private let knowledge: LintKnowledgeBase
  private let threads: Threads
  private let detail: LintDetail
  private let keepsContext: Bool

  /// - Parameters:
  ///   - knowledge: what is known of the layouts, for those who check several reports.
  ///   - isParallel: whether more than one processor may work on a report.
  ///   - detail: what numbers and cells carry besides their states.
  ///   - keepsContext: whether what was worked out is left to the end of the process, for a process
  ///     that ends behind the report: to free it piece by piece takes longer.
  public init(
    selection: Selection = Selection(), knowledge: LintKnowledgeBase = LintKnowledgeBase(),
    isParallel: Bool = false, detail: LintDetail = .evidence,
    keepsContext: Bool = false
  ) {
    self.selection = selection
    self.knowledge = knowledge
    self.detail = detail
    self.keepsContext = keepsContext
    threads = Threads(isParallel: isParallel)
  }

  /// Checks one report that has been bound to its layout.
  ///
  /// - Parameters:
  ///   - last: last year's disclosure, against which the prior-year numbers are checked.
  ///   - budget: the published budget of the year, for final accounts.
  ///   - dates: when it was approved and made public.
  /// - Throws: a ``LayoutError`` if a data file of the layout is wrong.
  public func lint(
    _ report: Report, layout: Layout, path: String, last: PublishedDocument? = nil,
    budget: PublishedDocument? = nil, dates: PublicationDates = PublicationDates()
  ) throws(LayoutError) -> LintResult {
    let knowledge = try knowledge.knowledge(of: layout)
    let context = LintContext(
      report: report, layout: layout, knowledge: knowledge, threads: threads, last: last,
      budget: budget, dates: dates)
    if keepsContext { Keepsake.keep(context) }
    let rules = RuleRegistry.rules.filter {
      selection.includes($0.metadata.id) && $0.metadata.kinds.contains(layout.kind)
    }
    // The identities take longest and are begun first.
    let parts = threads.map(rules.count + 1) { part in
      part == 0 ? identities(context, knowledge) : findings(of: rules[part - 1], context)
    }
    var result = LintResult(path: path, report: report)
    result.layout = layout.name
    result.tables = context.facts.tables.map { summary($0, report) }
    for part in parts.dropFirst() + parts.prefix(1) { result.add(part) }
    result.findings = FindingMerger.merged(FindingOrder(report).sorted(result.findings))
    result.numbers = TieOut(context, findings: result.findings, detail: detail).records(threads)
    return result
  }

  private func findings(of rule: any Rule, _ context: LintContext) -> LintPart {
    var sink = FindingSink(report: context.report, metadata: rule.metadata)
    rule.check(context, into: &sink)
    return LintPart(findings: sink.findings, unchecked: sink.unchecked)
  }

  private func identities(_ context: LintContext, _ knowledge: LintKnowledge) -> LintPart {
    let explains = detail == .proofs
    let reporter = IdentityReporter(
      report: context.report, tables: context.tables, explains: explains)
    guard explains else { return reporter.check(context.identities, selection: selection) }
    let checker = IdentityChecker(context.tables, explains: true)
    let instances = knowledge.identities.flatMap { checker.check($0) }
    return reporter.check(instances, selection: selection)
  }

  private func summary(_ table: Table, _ report: Report) -> LintResult.TableSummary {
    let anchor =
      table.title ?? table.publicNumber ?? table.head.first?.first?.text
      ?? table.rows.first?.cells.first?.text ?? TracedText()
    return LintResult.TableSummary(
      id: table.id, title: table.title?.trimmed().string, rows: table.rows.count,
      columns: table.columns.count, location: report.location(of: anchor))
  }
}

/// What one check adds to a result.
struct LintPart {
  var findings: [Finding] = []
  var unchecked: [LintResult.Unchecked] = []
  var cells: [CellRecord] = []
}

extension LintResult {
  fileprivate mutating func add(_ part: LintPart) {
    findings += part.findings
    unchecked += part.unchecked
    cells += part.cells
  }
}
