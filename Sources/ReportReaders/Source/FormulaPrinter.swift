internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Prints the values of formulas as a disclosure prints them.
struct FormulaPrinter {
  struct Failure: Error {
    var message: String
  }

  private let index: TableIndex
  private let evaluator: Evaluator

  init(_ index: TableIndex) {
    self.index = index
    evaluator = Evaluator(index, emptyColumn: .zero)
  }

  /// An amount with its unit, `10,743.99万元`; a count as it stands; a percentage, `102.46%`.
  func text(_ source: String) throws(Failure) -> String {
    let formula = try formula(source)
    if formula.isPercentage { return try percentage(formula.expression) }
    let (number, unit) = try value(of: formula.expression)
    return number.description + (unit ?? "")
  }

  /// The number of a chart's entry, and the unit of its table.
  func value(_ source: String) throws(Failure) -> (number: PrintedNumber?, unit: String?) {
    let formula = try formula(source)
    let (number, unit) = try value(of: formula.expression)
    return (number, unit)
  }

  private func formula(_ source: String) throws(Failure) -> Formula {
    do throws(FormulaError) {
      return try Formula(source)
    } catch {
      throw Failure(message: error.message)
    }
  }

  private func evaluate(_ expression: Expression) throws(Failure) -> Evaluation {
    do throws(EvaluationFailure) {
      return try evaluator.evaluate(expression)
    } catch {
      throw Failure(message: error.reason)
    }
  }

  private static let usualDecimals = 2

  private func value(
    of expression: Expression
  ) throws(Failure) -> (number: PrintedNumber, unit: String?) {
    if case .number(let number) = expression { return (number, nil) }
    let evaluation = try evaluate(expression)
    guard let first = evaluation.operands.first else {
      return (try rounded(evaluation.value, unit: 1, isGrouped: false), nil)
    }
    let isAmount = index.column(first).content == .amount
    let unit = index.tables[first.table].unit
    let numbers = evaluation.operands.compactMap { index.cell($0)?.number.value }
    if case .cell = expression, let number = numbers.first {
      return (number, isAmount ? unit.rawValue : nil)
    }
    let number = try rounded(
      evaluation.value, unit: isAmount ? unit.yuan : 1,
      isGrouped: numbers.contains(where: \.isGrouped))
    return (number, isAmount ? unit.rawValue : nil)
  }

  /// The middle of an interval: the value that the printed numbers give.
  private static func middle(_ interval: Interval) -> Int128 {
    interval.lower + (interval.upper - interval.lower) / 2
  }

  private func rounded(
    _ interval: Interval, unit: Int128, isGrouped: Bool
  ) throws(Failure) -> PrintedNumber {
    let number = PrintedNumber(
      grains: Self.middle(interval) / unit, decimals: Self.usualDecimals, isGrouped: isGrouped)
    guard let number else { throw Failure(message: "数值过大") }
    return number
  }

  /// A quotient is rounded from its exact parts.
  private func percentage(_ expression: Expression) throws(Failure) -> String {
    var part = expression
    var whole: Interval = Interval(exactly: Interval.one)
    if case .binary(let left, .divide, let right) = expression {
      part = left
      whole = try evaluate(right).value
    }
    let numerator = Self.middle(try evaluate(part).value)
    guard
      let result = Rounding.percentage(
        numerator, of: Self.middle(whole), decimals: Self.usualDecimals)
    else { throw Failure(message: "除数为零") }
    return "\(result)%"
  }
}
