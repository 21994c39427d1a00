/// What became of one number, year, reason or 科目 of last year's text.
public struct RolledNumber: Sendable {
  public enum State: String, Sendable, CaseIterable {
    /// Worked out from the tables.
    case computed
    /// Taken over as it stood.
    case copied
    /// Left as a blank.
    case open

    /// The word that people are shown.
    public var word: String {
      switch self {
      case .computed: "已计算"
      case .copied: "照抄"
      case .open: "待填写"
      }
    }
  }

  public var state: State
  /// The heading of the section in which it stands.
  public var section: String
  /// What stood there last year, and what stands there now.
  public var before: String
  public var after: String
  /// The calculation of a computed number, in Chinese; else why it is not computed.
  public var reason: String
  /// What should be looked at though the number was computed.
  public var doubt: String?
}
