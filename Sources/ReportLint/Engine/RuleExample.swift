/// An example of a rule and its test: a piece of a disclosure in the source format, in which
/// `⟦…⟧` marks exactly what the rule must quote. Without marks the rule must report nothing.
public struct RuleExample: Sendable {
  /// What the example shows, in Chinese.
  public var title: String
  /// Markdown as in `disclosure.md`, without front matter.
  public var text: String
  /// Tables by their ids, as CSV; marks may stand in them too.
  public var tables: [String: String]
  /// The layout, unless the rule's kind says it: `final-accounts` or `budget`.
  public var layout: String
  public var year: Int
  public var entity: String

  public init(
    _ title: String, _ text: String, tables: [String: String] = [:],
    layout: String = "final-accounts", year: Int = 2024, entity: String = "云汀市民政局"
  ) {
    self.title = title
    self.text = text
    self.tables = tables
    self.layout = layout
    self.year = year
    self.entity = entity
  }

  /// Whether the rule must find something.
  public var isFaulty: Bool {
    text.contains("⟦") || tables.values.contains { $0.contains("⟦") }
  }
}
