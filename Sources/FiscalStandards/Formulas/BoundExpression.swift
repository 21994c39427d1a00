internal import FiscalText

/// An expression of which the addresses have been looked up.
indirect enum BoundExpression {
  case number(PrintedNumber)
  case cell(BoundAddress)
  case sum(BoundAddress, through: [String])
  case children(BoundAddress)
  case negated(BoundExpression)
  case binary(BoundExpression, Expression.Operation, BoundExpression)

  /// - Throws: ``EvaluationFailure/absent(_:)`` for an address of which the report has no table.
  init(_ expression: Expression, _ resolver: AddressResolver) throws(EvaluationFailure) {
    switch expression {
    case .number(let number): self = .number(number)
    case .cell(let address): self = .cell(try resolver.bound(address))
    case .sum(let address, let last): self = .sum(try resolver.bound(address), through: last)
    case .children(let address): self = .children(try resolver.bound(address))
    case .negated(let operand): self = .negated(try BoundExpression(operand, resolver))
    case .binary(let left, let operation, let right):
      self = .binary(
        try BoundExpression(left, resolver), operation, try BoundExpression(right, resolver))
    }
  }

  /// How strongly its outermost operation binds, for the brackets of the arithmetic.
  var precedence: Int {
    switch self {
    case .binary(_, let operation, _): operation.precedence
    case .sum, .children: 1
    case .number, .cell, .negated: 4
    }
  }

  /// All addresses of the expression, in order.
  var addresses: [BoundAddress] {
    switch self {
    case .number: []
    case .cell(let address), .children(let address), .sum(let address, _): [address]
    case .negated(let operand): operand.addresses
    case .binary(let left, _, let right): left.addresses + right.addresses
    }
  }
}
