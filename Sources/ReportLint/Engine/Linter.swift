public import FiscalModel
internal import FiscalNarrative
public import FiscalStandards

/// Checks reports against the catalogue.
public struct Linter: Sendable {
  private let selection: Selection
  private let explains: Bool

  /// - Parameter explains: whether numbers and cells carry the arithmetic that decided over them,
  ///   which only outputs that show it need.
  public init(selection: Selection = Selection(), explains: Bool = false) {
    self.selection = selection
    self.explains = explains
  }

  /// Checks one report that has been bound to its layout.
  ///
  /// - Throws: a ``LayoutError`` if a data file of the layout is wrong.
  public func lint(
    _ report: Report, layout: Layout, path: String
  ) throws(LayoutError) -> LintResult {
    let vocabulary = try VocabularyReader.vocabulary(for: layout)
    let wording = try Wording(layout)
    let context = LintContext(
      report: report, layout: layout, vocabulary: vocabulary, wording: wording,
      classifications: try Self.classifications(layout))
    var result = LintResult(path: path, report: report)
    result.layout = layout.name
    result.numbers = TieOut(context, explains: explains).records()
    result.tables = context.facts.tables.map { summary($0, report) }
    for rule in RuleRegistry.rules where selection.includes(rule.metadata.id) {
      guard rule.metadata.kinds.contains(layout.kind) else { continue }
      var sink = FindingSink(report: report, metadata: rule.metadata)
      rule.check(context, into: &sink)
      result.findings += sink.findings
      result.unchecked += sink.unchecked
    }
    IdentityReporter(
      report: report, tables: context.tables, identities: try layout.identities(),
      explains: explains
    ).check(selection: selection, into: &result)
    result.findings = FindingMerger.merged(FindingOrder(report).sorted(result.findings))
    return result
  }

  private static func classifications(
    _ layout: Layout
  ) throws(LayoutError) -> [Classification: ClassificationTable] {
    guard let root = layout.folders.first else { return [:] }
    let library = try LayoutLibrary(path: root)
    var tables: [Classification: ClassificationTable] = [:]
    for classification in Classification.allCases {
      tables[classification] = try library.table(of: classification)
    }
    return tables
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
