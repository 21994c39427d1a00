internal import FiscalModel
public import FiscalStandards

/// A finding that people have looked at and let stand, with their reason: an entry of
/// `accepted.txt`. Official texts cannot carry comments, so it stands beside them.
public struct Acceptance: Sendable {
  /// Which of several findings of one rule on the same words is meant.
  public enum Occurrence: Hashable, Sendable {
    /// Counted from 1 in reading order, within ``file`` if that is given.
    case number(Int)
    case all
  }

  public var rule: DataToken
  /// The words that the finding quotes; empty for one about something absent.
  public var quote: String
  public var occurrence: Occurrence
  /// The file that the finding is in, or nil for any. The last parts of a path are enough.
  public var file: String?
  public var reason: String

  /// Whether a finding is of the rule, the file and the words.
  func names(_ finding: Finding) -> Bool {
    finding.rule == rule.text && QuoteKey(finding.quote) == QuoteKey(quote)
      && (file.map { isPath(finding.location.path, endingIn: $0) } ?? true)
  }
}

/// Whether the last parts of a path are those of another.
public func isPath(_ path: String, endingIn end: String) -> Bool {
  let (parts, last) = (path.split(separator: "/"), end.split(separator: "/").filter { $0 != "." })
  return parts.suffix(last.count) == last[...]
}
