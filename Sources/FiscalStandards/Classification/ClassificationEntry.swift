/// A 科目 under one of its names, and the years in which it was called so.
public struct ClassificationEntry: Hashable, Sendable {
  public var code: String
  public var name: String
  /// The first and the last year of the name; nil where it is not known or goes on.
  public var first: Int?
  public var last: Int?
  /// The years in which published documents use the name, or nil.
  public var seen: ClosedRange<Int>?

  public var level: ClassificationLevel? { ClassificationLevel(code: code) }

  /// Whether nothing speaks against the name in a year.
  public func isPossible(in year: Int) -> Bool {
    (first ?? Int.min) <= year && year <= (last ?? Int.max)
  }

  /// Whether the name is known to be right in a year, not only not known to be wrong.
  public func isCertain(in year: Int) -> Bool {
    guard isPossible(in: year) else { return false }
    if let seen, seen.contains(year) { return true }
    return first != nil
  }
}
