import FiscalStandards
import FiscalText

/// Makes formulas at random, the same ones for a seed.
struct FormulaGenerator {
  private static let names = [
    "公开01", "合计", "层级", "本年收入合计", "2013201", "R27", "因公出国（境）费", "“三公”经费", "1.一般公共预算",
    "a-b", "一 二", "甲*", "甲/乙", "（一）甲：乙", "收入 (元)", "100%", "甲!乙",
  ]

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }

  mutating func expression(_ depth: Int) -> Expression {
    switch next(depth > 0 ? 8 : 3) {
    case 0:
      return .number(PrintedNumber(mantissa: Int64(next(1_000_000)), decimals: next(5)))
    case 1: return .cell(address(allowsEach: true))
    case 2: return next(2) == 0 ? .children(address(allowsEach: true)) : sum()
    case 3: return .negated(expression(depth - 1))
    default:
      let operation = Expression.Operation.allCases[next(4)]
      return .binary(expression(depth - 1), operation, expression(depth - 1))
    }
  }

  private mutating func sum() -> Expression {
    var address = address(allowsEach: false)
    address.isRowOptional = false
    return .sum(address, through: path())
  }

  private mutating func address(allowsEach: Bool) -> Address {
    var address = Address(table: name(), row: path(), column: next(4) == 0 ? [] : path())
    address.isRowOptional = next(5) == 0
    address.isColumnOptional = !address.column.isEmpty && next(5) == 0
    if allowsEach, next(4) == 0 { address.row = ["*"] }
    if allowsEach, next(6) == 0 { address.column = ["*"] }
    return address
  }

  private mutating func path() -> [String] { (0...next(2)).map { _ in name() } }

  private mutating func name() -> String { Self.names[next(Self.names.count)] }
}
