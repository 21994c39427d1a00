public import FiscalModel

/// All that the linter says about one document.
public struct LintResult: Sendable {
  /// A table as it was read.
  public struct TableSummary: Sendable {
    /// The form's id, or nil if the table was not recognised.
    public var id: String?
    public var title: String?
    /// Body rows, heads left out.
    public var rows: Int
    public var columns: Int
    public var location: Location

    public init(id: String?, title: String?, rows: Int, columns: Int, location: Location) {
      self.id = id
      self.title = title
      self.rows = rows
      self.columns = columns
      self.location = location
    }
  }

  /// A check that could not be made, other than that of a narrative number: a sum over a cell
  /// that is uncertain, a comparison with a table that is not there.
  public struct Unchecked: Sendable {
    /// What stands at the place as printed.
    public var quote: String
    /// In Chinese.
    public var reason: String
    public var location: Location

    public init(quote: String, reason: String, location: Location) {
      self.quote = quote
      self.reason = reason
      self.location = location
    }
  }

  /// A finding that people have looked at and let stand.
  public struct Accepted: Sendable {
    public var finding: Finding
    /// Theirs, in their words.
    public var reason: String
    /// Which one it is of the findings of its rule on the same words in its file, from 1.
    public var number: Int

    public init(finding: Finding, reason: String, number: Int = 1) {
      self.finding = finding
      self.reason = reason
      self.number = number
    }
  }

  /// How many numbers of the narrative are in each state.
  public struct Counts: Hashable, Sendable {
    public var verified = 0
    public var contradicted = 0
    public var unchecked = 0
    public var excluded = 0

    public var total: Int { verified + contradicted + unchecked + excluded }

    public init() {}

    public init(_ records: [NumberRecord]) {
      for record in records {
        switch record.state {
        case .verified: verified += 1
        case .contradicted: contradicted += 1
        case .unchecked: unchecked += 1
        case .excluded: excluded += 1
        }
      }
    }
  }

  /// The document's path as the user gave it.
  public var path: String
  /// The files that it was read from, for excerpts.
  public var sources: [ReportSource]
  public var kind: ReportKind?
  /// The layout's name, such as `final-accounts/dalian`.
  public var layout: String?
  public var entity: String?
  public var year: Int?
  /// Every number of the narrative, in reading order.
  public var numbers: [NumberRecord]
  public var tables: [TableSummary]
  /// The numbers of the tables that take part in identities; only where the linter was asked to
  /// explain.
  public var cells: [CellRecord] = []
  /// In reading order.
  public var findings: [Finding]
  /// The findings that are accepted; they are not among ``findings``.
  public var accepted: [Accepted]
  public var unchecked: [Unchecked]

  public init(path: String, sources: [ReportSource] = []) {
    self.path = path
    self.sources = sources
    numbers = []
    tables = []
    findings = []
    accepted = []
    unchecked = []
  }

  /// An empty result with what the report says about itself.
  public init(path: String, report: Report) {
    self.init(path: path, sources: report.sources)
    kind = report.kind
    layout = report.layout
    entity = report.entity
    year = report.year
  }

  public var counts: Counts { Counts(numbers) }
}
