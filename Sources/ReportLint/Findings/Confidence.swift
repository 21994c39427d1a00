/// How sure a finding is.
public enum Confidence: String, Sendable, CaseIterable {
  case high, medium, low

  /// The word that people are shown.
  public var word: String {
    switch self {
    case .high: "确定"
    case .medium: "较可能"
    case .low: "存疑"
    }
  }
}
