public import FiscalText

/// An arithmetic expression over the cells of a report's tables.
public indirect enum Expression: Hashable, Sendable {
  public enum Operation: String, Sendable, CaseIterable {
    case add = "+"
    case subtract = "-"
    case multiply = "*"
    case divide = "/"

    var precedence: Int { self == .add || self == .subtract ? 1 : 2 }
  }

  /// A number as written; exact.
  case number(PrintedNumber)
  case cell(Address)
  /// `合计(表!甲:乙.列)`: the rows from the address's to the named one, in print order.
  case sum(Address, through: [String])
  /// `层级(表!行.列)`: the direct parts of a row.
  case children(Address)
  case negated(Expression)
  case binary(Expression, Operation, Expression)
}

extension Expression: CustomStringConvertible {
  /// The expression as it is written, with no more parentheses than it needs.
  public var description: String { text(below: 0) }

  private func text(below precedence: Int) -> String {
    switch self {
    case .number(let number): return number.text(grouped: false)
    case .cell(let address): return address.description
    case .sum(let address, let last):
      let end = last.map(Address.quoted).joined(separator: "/")
      let first = "\(Address.quoted(address.table))!\(address.rowText)"
      return "合计(\(first):\(end)\(address.columnText))"
    case .children(let address): return "层级(\(address))"
    case .negated(let operand): return "-\(operand.text(below: 3))"
    case .binary(let left, let operation, let right):
      let inner = operation.precedence
      let text =
        "\(left.text(below: inner)) \(operation.rawValue) \(right.text(below: inner + 1))"
      return inner < precedence ? "(\(text))" : text
    }
  }
}
