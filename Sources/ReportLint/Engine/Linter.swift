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
    let stages = LintStages(
      report, layout: layout, knowledge, threads, last: last, budget: budget, dates: dates)
    if threads.isParallel { Threads.ahead { _ = stages.surface.value } }
    let parts = parts(RuleRegistry.rules, stages, layout.kind, knowledge)
    let context = stages.context.value
    if keepsContext { Keepsake.keep(context) }
    var result = LintResult(path: path, report: report)
    result.layout = layout.name
    result.tables = context.surface.printedTables.map { summary($0, report) }
    for part in parts { result.add(part) }
    result.findings = FindingMerger.merged(
      Consequences.removed(from: FindingOrder(report).sorted(result.findings)))
    result.numbers = TieOut(context, findings: result.findings, detail: detail).records(threads)
    return result
  }

  /// What the rules find, in their order, and behind it what the identities find. One processor
  /// reads the narrative while others look at what needs the surface only; whoever has nothing left
  /// to look at there helps to read.
  private func parts(
    _ rules: [any Rule], _ stages: LintStages, _ kind: ReportKind, _ knowledge: LintKnowledge
  ) -> [LintPart] {
    let onSurface = rules.indices.filter { type(of: rules[$0]).isOnSurface }
    let others = rules.indices.filter { !type(of: rules[$0]).isOnSurface }
    let early = threads.map(onSurface.count + 3) { turn in
      switch turn {
      case 0: _ = stages.context.value
      case 1: _ = stages.surface.value
      case 2: return identities(stages.surface.value, knowledge)
      default: return findings(of: rules[onSurface[turn - 3]], stages, kind)
      }
      return LintPart()
    }
    let late = threads.map(others.count) { findings(of: rules[others[$0]], stages, kind) }
    var parts = Array(repeating: LintPart(), count: rules.count)
    for (rule, part) in zip(onSurface, early.dropFirst(3)) { parts[rule] = part }
    for (rule, part) in zip(others, late) { parts[rule] = part }
    return parts + [early[2]]
  }

  /// What a rule finds, if it is asked for and is about reports of the kind.
  private func findings(
    of rule: any Rule, _ stages: LintStages, _ kind: ReportKind
  ) -> LintPart {
    let metadata = rule.metadata
    guard selection.includes(metadata.id), metadata.kinds.contains(kind) else { return LintPart() }
    var sink = FindingSink(report: stages.report, metadata: metadata)
    rule.check(stages, into: &sink)
    return LintPart(findings: sink.findings, unchecked: sink.unchecked)
  }

  private func identities(_ context: ReportSurface, _ knowledge: LintKnowledge) -> LintPart {
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
    if !part.findings.isEmpty { findings += part.findings }
    if !part.unchecked.isEmpty { unchecked += part.unchecked }
    if !part.cells.isEmpty { cells += part.cells }
  }
}
