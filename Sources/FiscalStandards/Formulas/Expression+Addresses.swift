extension Expression {
  /// All addresses of an expression, in order; a sum's stands for its first row.
  public var addresses: [Address] {
    switch self {
    case .number: []
    case .cell(let address), .children(let address), .sum(let address, _): [address]
    case .negated(let operand): operand.addresses
    case .binary(let left, _, let right): left.addresses + right.addresses
    }
  }

  /// The addresses of which the parts are added up.
  var childAddresses: [Address] {
    switch self {
    case .children(let address): [address]
    case .number, .cell, .sum: []
    case .negated(let operand): operand.childAddresses
    case .binary(let left, _, let right): left.childAddresses + right.childAddresses
    }
  }
}
