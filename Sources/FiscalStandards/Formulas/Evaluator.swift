internal import FiscalModel
internal import FiscalText

/// Evaluates formulas over the tables of a report.
public struct Evaluator: Sendable {
  /// What an empty cell is where the whole column is empty.
  public enum EmptyColumn: Sendable {
    /// Nothing known: the report may tell it elsewhere. So a sentence is never judged by it.
    case absent
    /// Zero, as long as the block has numbers at all: within and between tables, an empty column
    /// says that there is nothing of it.
    case zero
  }

  public let index: TableIndex
  private let emptyColumn: EmptyColumn
  /// Most formulas hold, and nobody reads the arithmetic of those.
  var writesArithmetic = true

  public init(_ index: TableIndex, emptyColumn: EmptyColumn = .absent) {
    self.index = index
    self.emptyColumn = emptyColumn
  }

  /// The value of an expression without `*`.
  ///
  /// - Throws: an ``EvaluationFailure`` that says why there is none.
  public func evaluate(_ expression: Expression) throws(EvaluationFailure) -> Evaluation {
    try evaluate(BoundExpression(expression, AddressResolver(index: index)), nil)
  }

  func evaluate(
    _ expression: BoundExpression, _ binding: EachBinding?
  ) throws(EvaluationFailure) -> Evaluation {
    switch expression {
    case .number(let number):
      return Evaluation(
        value: Interval(exactly: number.grains), operands: [],
        arithmetic: writesArithmetic ? number.text(grouped: false) : "")
    case .cell(let address): return try cell(address, binding)
    case .sum(let address, let last): return try sum(address, through: last, binding)
    case .children(let address): return try children(address, binding)
    case .negated(let operand):
      var evaluation = try evaluate(operand, binding)
      evaluation.value = -evaluation.value
      evaluation.arithmetic = "-" + bracketed(evaluation.arithmetic, operand, below: 3)
      return evaluation
    case .binary(let left, let operation, let right):
      return try binary(left, operation, right, binding)
    }
  }

  private func binary(
    _ left: BoundExpression, _ operation: Expression.Operation, _ right: BoundExpression,
    _ binding: EachBinding?
  ) throws(EvaluationFailure) -> Evaluation {
    let first = try evaluate(left, binding)
    let second = try evaluate(right, binding)
    let value: Interval?
    switch operation {
    case .add: value = IntervalArithmetic.sum(first.value, second.value)
    case .subtract: value = IntervalArithmetic.sum(first.value, -second.value)
    case .multiply: value = IntervalArithmetic.product(first.value, second.value)
    case .divide: value = IntervalArithmetic.quotient(first.value, second.value)
    }
    guard let value else { throw .undefined }
    guard writesArithmetic else {
      return Evaluation(value: value, operands: first.operands + second.operands, arithmetic: "")
    }
    let level = operation.precedence
    let text =
      bracketed(first.arithmetic, left, below: level) + " \(operation.rawValue) "
      + bracketed(second.arithmetic, right, below: level + 1)
    return Evaluation(
      value: value, operands: first.operands + second.operands, arithmetic: text)
  }

  private func bracketed(_ text: String, _ operand: BoundExpression, below level: Int) -> String {
    operand.precedence < level ? "(\(text))" : text
  }

  private func cell(
    _ bound: BoundAddress, _ binding: EachBinding?
  ) throws(EvaluationFailure) -> Evaluation {
    switch AddressResolver(index: index).target(bound, binding) {
    case .cell(let reference): return try value(reference, bound)
    case .zero: return Evaluation(value: .zero, operands: [], arithmetic: "0")
    case .nothing: throw .absent(bound.address)
    }
  }

  private func value(
    _ reference: CellReference, _ bound: BoundAddress
  ) throws(EvaluationFailure) -> Evaluation {
    Evaluation(
      value: try interval(reference, bound), operands: [reference],
      arithmetic: text(reference))
  }

  /// What a cell is in the arithmetic; an empty one is zero.
  private func text(_ reference: CellReference) -> String {
    if case .value = index.value(reference) { printed(reference) } else { "0" }
  }

  private func interval(
    _ reference: CellReference, _ bound: BoundAddress
  ) throws(EvaluationFailure) -> Interval {
    switch index.value(reference) {
    case .value(let value): return value
    case .absent:
      guard emptyColumn == .zero, index.tables[reference.table].blocks[reference.block].hasNumbers
      else { throw .absent(bound.address) }
      return .zero
    case .uncertain: throw .uncertain(reference)
    }
  }

  private func printed(_ reference: CellReference) -> String {
    guard writesArithmetic else { return "" }
    guard let cell = index.cell(reference), case .number(let token) = cell.number else {
      return "0"
    }
    return token.value.description
  }

  private func added(
    _ references: [CellReference], _ bound: BoundAddress
  ) throws(EvaluationFailure) -> Evaluation {
    var total = Evaluation(value: .zero, operands: references, arithmetic: "")
    for reference in references {
      let part = try interval(reference, bound)
      guard let sum = IntervalArithmetic.sum(total.value, part) else { throw .undefined }
      total.value = sum
      guard writesArithmetic else { continue }
      let printed = text(reference)
      // Empty rows are part of the sum, but not of what is shown.
      guard printed != "0" else { continue }
      total.arithmetic += (total.arithmetic.isEmpty ? "" : " + ") + printed
    }
    if writesArithmetic, total.arithmetic.isEmpty { total.arithmetic = "0" }
    return total
  }

  private func children(
    _ bound: BoundAddress, _ binding: EachBinding?
  ) throws(EvaluationFailure) -> Evaluation {
    guard case .cell(let reference) = AddressResolver(index: index).target(bound, binding)
    else { throw .absent(bound.address) }
    let children = index.children(reference)
    guard !children.isEmpty else { throw .absent(bound.address) }
    guard !index.isIncomplete(below: reference) else { throw .incomplete(bound.address) }
    let parts = children.map { child in
      CellReference(
        table: reference.table, block: reference.block, row: child, column: reference.column)
    }
    return try added(parts, bound)
  }

  private func sum(
    _ bound: BoundAddress, through last: [String], _ binding: EachBinding?
  ) throws(EvaluationFailure) -> Evaluation {
    let key = bound.isEachColumn ? index.key(binding) : bound.address.columnKey
    for number in bound.blocks {
      let block = index.tables[bound.table].blocks[number]
      let end = last.count > 1 && Name(last[0]) == Name(block.name) ? Array(last.dropFirst()) : last
      guard let column = block.columnIndex(key),
        let rows = block.rows(from: bound.row, through: end)
      else { continue }
      guard let summands = block.summands(rows) else { throw .incomplete(bound.address) }
      guard !summands.isEmpty else { throw .absent(bound.address) }
      let parts = summands.map {
        CellReference(table: bound.table, block: number, row: $0, column: column)
      }
      return try added(parts, bound)
    }
    throw .absent(bound.address)
  }
}
