/// What the words of a section stand for when the sentence does not say it: the section's own
/// subject, and the columns in which its 科目 are found.
public struct SectionWords: Sendable {
  public var role: String
  /// The concept that a sentence without subject is about.
  public var subject: String?
  /// Where the functional 科目 named here are found, by measure.
  public var functional: [Measure: ColumnAddress]
  /// Whether the sources of money that it names are those of what it speaks of, not of the whole body.
  public var hasOwnSources = false
  /// The sections in one of whose tables the 项 stand that this section's own table does not go down to.
  public var itemSections: [String] = []
  /// Where the economic 科目 named here are found, by measure.
  public var economic: [Measure: ColumnAddress]

  /// The rule that reports an amount of a 科目 that disagrees with the tables.
  public var tableRule: String?

  public init(role: String) {
    self.role = role
    functional = [:]
    economic = [:]
  }
}

/// A column of a table, such as `公开05!合计`.
public struct ColumnAddress: Hashable, Sendable {
  public var table: String
  public var column: String

  public init(table: String, column: String) {
    self.table = table
    self.column = column
  }
}
