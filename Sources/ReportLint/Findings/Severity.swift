/// How bad a finding is, mildest first.
public enum Severity: String, Sendable, CaseIterable, Comparable {
  /// Style.
  case info
  /// Very probably wrong, or wrong in form.
  case warning
  /// A reader or an auditor would call it wrong.
  case error

  /// The word that people are shown.
  public var word: String {
    switch self {
    case .info: "提示"
    case .warning: "警告"
    case .error: "错误"
    }
  }

  public static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .info: 0
    case .warning: 1
    case .error: 2
    }
  }
}
