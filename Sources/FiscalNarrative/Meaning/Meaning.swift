/// What a number of the narrative means: one fact that a table, a formula or another sentence may
/// state too.
public struct Meaning: Hashable, Sendable {
  /// Which number of the subject is given.
  public enum Aspect: Hashable, Sendable {
    /// An amount of money.
    case level(Measure)
    /// An increase (or, printed without sign, a decrease) against a base.
    case change(Base)
    /// A change as a percentage of its base.
    case rate(Base)
    /// The level as a percentage of its base.
    case multiple(Base)
    /// The final amount as a percentage of the budget.
    case completion(Measure)
    /// A percentage of a whole.
    case share(of: Subject?)
    /// How many: 辆, 批次, 人次 …
    case count(String)
  }

  /// The year before the report's own, where nobody knows which that is.
  public static let yearBefore = 0

  public var subject: Subject
  public var aspect: Aspect
  /// The fiscal year; nil where it is the report's own.
  public var year: Int?
  public var fund: Fund?
  /// The role of the section in which it stands, since one name means different tables in
  /// different sections.
  public var section: String?

  public init(
    subject: Subject, aspect: Aspect, year: Int? = nil, fund: Fund? = nil, section: String? = nil
  ) {
    self.subject = subject
    self.aspect = aspect
    self.year = year
    self.fund = fund
    self.section = section
  }
}
