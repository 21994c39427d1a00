/// A term, or the name of a rule, that no longer holds: what a glossary still says by it was taken
/// over from an older one.
public struct RetiredTerm: Sendable {
  public var name: String
  /// The first fiscal year whose disclosures should not use it.
  public var year: Int
  /// The rule that ended it, with the day where it is not the first of the year.
  public var rule: String
  /// What is said now, or nil where nothing took its place.
  public var successor: String?
  /// Wordings that hold the term and are not that use of it: 原预算外资金.
  public var exceptions: [String]
}
