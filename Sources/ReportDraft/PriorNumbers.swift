internal import FiscalModel
public import FiscalStandards
internal import FiscalText

/// Numbers of last year where neither last year's disclosure nor a column of the tables has them:
/// lines of `公开01!收入/总计.决算数 = 21,684.37`; and of the budget of this year, where that is not
/// at hand: `年初预算05!2080201.合计 = 1,260.00`. What was spent of last year's budget stands in no
/// table of a budget: `上年执行数!2080201 = 60.13`.
public struct PriorNumbers: Sendable {
  /// By the address of the cell in last year's tables.
  private(set) var amounts: [Address: Amount] = [:]
  /// What stands for a table of what was spent in the year before, by 科目.
  private static let executions = "执行数"
  /// By the address of the cell in the tables of the budget.
  private var budgets: [Address: Amount] = [:]

  /// - Parameter layout: the one whose tables are meant; without a unit behind it a number is in
  ///   ten thousand yuan.
  /// - Throws: a ``ReasonError`` for a line that names no cell, or no number.
  public init(_ text: String, layout: Layout) throws(ReasonError) {
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let line = line.drop { $0.isWhitespace }
      guard let first = line.first, first != "#" else { continue }
      try add(line, at: number, layout)
    }
  }

  private mutating func add(_ line: Substring, at number: Int, _ layout: Layout) throws(ReasonError)
  {
    guard let mark = line.firstIndex(where: { "=＝".contains($0) }) else {
      throw ReasonError(line: number, message: "应当写成“公开01!收入/总计.决算数 = 12,345.67”")
    }
    let address = try Self.address(String(line[..<mark]), at: number, layout)
    let value = String(line[line.index(after: mark)...]).filter { !$0.isWhitespace }
    guard let amount = Self.amount(value) else {
      throw ReasonError(line: number, message: "“\(value)”不是金额；应当是数，单位为万元，或写明“元”“亿元”")
    }
    let (origin, place) = CellOrigin.split(address)
    let old =
      origin == .budget
      ? budgets.updateValue(amount, forKey: place) : amounts.updateValue(amount, forKey: place)
    guard old == nil else {
      throw ReasonError(line: number, message: "“\(address)”写了两次")
    }
  }

  private static func address(
    _ text: String, at number: Int, _ layout: Layout
  ) throws(ReasonError) -> Address {
    let formula: Formula
    do throws(FormulaError) {
      formula = try Formula(text)
    } catch {
      throw ReasonError(line: number, message: "等号前应当是表中的一格：\(error.message)")
    }
    guard case .cell(let address) = formula.expression, !formula.isPercentage else {
      throw ReasonError(line: number, message: "等号前应当是表中的一格，如“公开01!收入/总计.决算数”")
    }
    let (origin, place) = CellOrigin.split(address)
    let isExecution =
      origin == .lastYear && place.table == executions && layout.kind == .budget
      && place.column.isEmpty
    guard origin == .budget || isExecution || layout.table(place.table) != nil else {
      throw ReasonError(line: number, message: "布局里没有表“\(place.table)”")
    }
    return address
  }

  /// The number of a cell in the tables of another document; nil where the file does not say it.
  func amount(of address: Address, _ origin: CellOrigin) -> Amount? {
    var address = address
    address.isRowOptional = false
    switch origin {
    case .thisYear: return nil
    case .lastYear: return amounts[address]
    case .budget: return budgets[address]
    }
  }

  /// What was spent in the year before on a 科目 by its code, or on what a concept names.
  func execution(of row: String) -> Amount? {
    amounts[Address(table: Self.executions, row: [row])]
  }

  /// How an execution is written.
  static func executionLine(_ row: String) -> String { "上年\(executions)!\(row)" }

  /// The original budget of a row by its code or name; nil if none is given, or several that differ.
  func budget(of row: String) -> Amount? {
    let found = budgets.filter { $0.key.row.last == row }.map(\.value)
    guard let first = found.first, found.allSatisfy({ $0.grains == first.grains }) else {
      return nil
    }
    return first
  }

  private static func amount(_ text: String) -> Amount? {
    for unit in [AmountUnit.hundredMillionYuan, .tenThousandYuan, .yuan]
    where text.hasSuffix(unit.rawValue) {
      return CellNumber([UInt8](text.dropLast(unit.rawValue.count).utf8)).value.map {
        Amount($0, unit)
      }
    }
    return CellNumber([UInt8](text.utf8)).value.map { Amount($0, .tenThousandYuan) }
  }
}
