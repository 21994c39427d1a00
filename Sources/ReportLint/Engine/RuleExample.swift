/// An example of a rule and its test: a piece of a disclosure in the source format, in which
/// `⟦…⟧` marks exactly what the rule must quote. Without marks the rule must report nothing.
public struct RuleExample: Sendable {
  /// Another disclosure that the rule compares with: last year's, or the budget of the year.
  public struct Other: Sendable {
    public var text: String
    public var tables: [String: String]

    public init(_ text: String, tables: [String: String] = [:]) {
      self.text = text
      self.tables = tables
    }
  }

  /// What the example shows, in Chinese.
  public var title: String
  /// Markdown as in `disclosure.md`, without front matter.
  public var text: String
  /// Tables by their ids, as CSV; marks may stand in them too.
  public var tables: [String: String]
  /// The entries of a printed contents list, which the source format does not hold; with the page
  /// behind ……, where it has one.
  public var contents: [String]
  /// The layout, unless the rule's kind says it: `final-accounts` or `budget`.
  public var layout: String
  public var year: Int
  public var entity: String
  /// Last year's disclosure, of the same layout.
  public var last: Other?
  /// The published budget of the year.
  public var budget: Other?
  /// Whether the fault is that something is not there, so that nothing can be marked.
  public var marksAbsence: Bool

  public init(
    _ title: String, _ text: String, tables: [String: String] = [:],
    contents: [String] = [], layout: String = "final-accounts", year: Int = 2024,
    entity: String = "云汀市民政局", last: Other? = nil, budget: Other? = nil,
    marksAbsence: Bool = false
  ) {
    self.title = title
    self.text = text
    self.tables = tables
    self.contents = contents
    self.layout = layout
    self.year = year
    self.entity = entity
    self.last = last
    self.budget = budget
    self.marksAbsence = marksAbsence
  }

  /// Whether the rule must find something.
  public var isFaulty: Bool {
    marksAbsence || text.contains("⟦") || tables.values.contains { $0.contains("⟦") }
  }
}
