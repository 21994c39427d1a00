public import Typography

/// Face, weight and size of a piece of text.
public struct TextStyle: Hashable, Sendable {
  public var role: FontRole
  public var isBold: Bool
  /// In points.
  public var size: Double

  public init(_ role: FontRole, size: Double, isBold: Bool = false) {
    self.role = role
    self.isBold = isBold
    self.size = size
  }
}
