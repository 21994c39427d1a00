/// One comparison that decided over a number, told so that a person can do it again by hand.
public struct Proof: Sendable {
  /// What was compared with what, in Chinese: 与表格核对.
  public var title: String
  /// Whether the two sides agree within the rounding of what is printed.
  public var holds: Bool
  /// The sides and the arithmetic with the interval of each, in Chinese, a line each.
  public var lines: [String]

  public init(title: String, holds: Bool, lines: [String]) {
    self.title = title
    self.holds = holds
    self.lines = lines
  }
}
