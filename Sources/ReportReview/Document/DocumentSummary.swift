internal import FiscalModel
public import ReportLint

/// What is said of a document in one line: on review pages, on sign-off sheets, in tables of many
/// documents.
public struct DocumentSummary: Sendable {
  public let path: String
  /// 云汀市民政局2024年度部门决算, as far as it is known.
  public let title: String
  public let entity: String?
  public let year: Int?
  public let kind: String?
  /// SHA-256 of the file in hexadecimal; nil for a folder.
  public let digest: String?
  public let numbers: LintResult.Counts
  /// The numbers of tables that take part in identities, by state.
  public let cells: LintResult.Counts
  public let tables: Int
  public let severities: [Severity: Int]
  public let accepted: Int
  /// The checks that could not be made, besides those of single numbers.
  public let unchecked: Int

  public init(_ result: LintResult, digest: String?) {
    path = result.path
    entity = result.entity
    year = result.year
    kind = result.kind.map { "部门\($0.word)" }
    let words = [result.entity, result.year.map { "\($0)年度" }, kind].compactMap { $0 }
    title = words.isEmpty ? result.path : words.joined()
    self.digest = digest
    numbers = result.counts
    var cells = LintResult.Counts()
    for cell in result.cells {
      switch cell.state {
      case .verified: cells.verified += 1
      case .contradicted: cells.contradicted += 1
      case .unchecked: cells.unchecked += 1
      case .excluded: cells.excluded += 1
      }
    }
    self.cells = cells
    tables = result.tables.count
    severities = Dictionary(grouping: result.findings, by: \.severity).mapValues(\.count)
    accepted = result.accepted.count
    unchecked = result.unchecked.count
  }

  func count(_ severity: Severity) -> Int { severities[severity] ?? 0 }
}
