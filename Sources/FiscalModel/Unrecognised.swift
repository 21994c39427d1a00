/// Text that a reader could not place, with the reason for people.
public struct Unrecognised: Sendable {
  public var text: TracedText
  /// In Chinese.
  public var reason: String

  public init(_ text: TracedText, reason: String) {
    self.text = text
    self.reason = reason
  }
}
