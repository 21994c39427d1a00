/// A formula as an author writes it between braces: an expression, and whether it is to be printed
/// as a percentage (`… %`).
public struct Formula: Hashable, Sendable {
  public var expression: Expression
  public var isPercentage: Bool

  public init(_ expression: Expression, isPercentage: Bool = false) {
    self.expression = expression
    self.isPercentage = isPercentage
  }

  /// Reads `公开01!收入/本年收入合计` or `公开05!2013201.决算数 / 公开05!合计.决算数 %`.
  public init(_ text: String) throws(FormulaError) {
    var parser = try FormulaParser(text)
    self = try parser.formula()
  }
}

extension Formula: CustomStringConvertible {
  public var description: String { isPercentage ? "\(expression) %" : expression.description }
}
