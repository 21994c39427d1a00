/// What the words of a section stand for when the sentence does not say it: the section's own
/// subject, and the columns in which its 科目 are found.
public struct SectionWords: Sendable {
  public var role: String
  /// The concept that a sentence without subject is about.
  public var subject: String?
  /// Table and column of the functional 科目 named here, such as `公开05` and `合计`, by measure.
  public var functional: [Measure: (table: String, column: String)]
  /// Table and column of the economic 科目 named here.
  public var economic: [Measure: (table: String, column: String)]

  public init(role: String) {
    self.role = role
    functional = [:]
    economic = [:]
  }
}
