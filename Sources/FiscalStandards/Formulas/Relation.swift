/// A relation between two expressions: what an identity says.
public struct Relation: Hashable, Sendable {
  public enum Comparison: String, Sendable, CaseIterable {
    case equal = "="
    case atMost = "<="
    case atLeast = ">="
  }

  public var left: Expression
  public var comparison: Comparison
  public var right: Expression

  public init(_ left: Expression, _ comparison: Comparison, _ right: Expression) {
    self.left = left
    self.comparison = comparison
    self.right = right
  }

  /// Reads `公开01!本年收入合计.决算数 = 公开02!合计.本年收入合计`.
  public init(_ text: String) throws(FormulaError) {
    var parser = try FormulaParser(text)
    self = try parser.relation()
  }
}

extension Relation: CustomStringConvertible {
  public var description: String { "\(left) \(comparison.rawValue) \(right)" }
}
