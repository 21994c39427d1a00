internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// This year's tables, and where they are at hand last year's and those of the budget, for the
/// formulas of sentences.
struct DraftTables {
  /// A value in grains as the cells print it, with how it is to be printed.
  struct Value {
    var grains: Int128
    /// Nil for a count.
    var unit: AmountUnit?
    var decimals: Int
  }

  /// The decimals of amounts and percentages.
  private static let usualDecimals = 2
  /// Of an amount of a hundred million to the fen no more are needed than that.
  private static let mostDecimals = 8

  private let index: TableIndex
  private let last: TableIndex?
  private let budget: TableIndex?
  private let prior: PriorNumbers?
  private let projects: ProjectSheets?
  /// The unit of printed amounts; nil for that of their table.
  private let unit: AmountUnit?
  /// The decimals of printed amounts; nil for those of their cells.
  private let decimals: Int?

  /// - Parameter prior: single numbers, which go before those of the other documents.
  init(
    _ index: TableIndex, last: TableIndex? = nil, budget: TableIndex? = nil,
    prior: PriorNumbers? = nil, projects: ProjectSheets? = nil, unit: AmountUnit? = nil,
    decimals: Int? = usualDecimals
  ) {
    self.index = index
    self.last = last
    self.budget = budget
    self.prior = prior
    self.projects = projects
    self.unit = unit
    self.decimals = decimals
  }

  private func tables(_ origin: CellOrigin) -> TableIndex? {
    switch origin {
    case .thisYear: index
    case .lastYear: last
    case .budget: budget
    }
  }

  // MARK: Values

  func value(_ expression: Expression, _ row: DraftRow?) throws(DraftGap) -> Value {
    switch expression {
    case .number: throw DraftGap(reason: expression.description)
    case .cell(let address):
      return try evaluate(address, row) { .cell($0) }
    case .children(let address):
      return try evaluate(address, row) { .children($0) }
    case .sum(let address, let through):
      return try evaluate(address, row) { .sum($0, through: through) }
    case .negated(let operand):
      var value = try value(operand, row)
      value.grains = -value.grains
      return value
    case .binary(let left, let operation, let right):
      var (first, second) = (try value(left, row), try value(right, row))
      if operation == .subtract { second.grains = -second.grains }
      let (sum, overflows) = first.grains.addingReportingOverflow(second.grains)
      guard !overflows else { throw DraftGap(reason: expression.description) }
      first.grains = sum
      first.decimals = max(first.decimals, second.decimals)
      return first
    }
  }

  private func evaluate(
    _ address: Address, _ row: DraftRow?, _ expression: (Address) -> Expression
  ) throws(DraftGap) -> Value {
    var place = address
    if let row, address.isEachRow { place.row[place.row.count - 1] = row.code }
    var gap = DraftGap(place)
    if place.table == ProjectSheets.table {
      guard let projects else { throw gap }
      return try projects.value(place)
    }
    let origin: CellOrigin
    (origin, place) = CellOrigin.split(place)
    if let amount = prior?.amount(of: place, origin) { return Self.value(amount) }
    guard let tables = tables(origin), let table = tables.table(place.table) else { throw gap }
    let result: Evaluation
    do throws(EvaluationFailure) {
      result = try Evaluator(tables, emptyColumn: .zero).evaluate(expression(place))
    } catch {
      if case .uncertain = error { gap.isUncertain = true }
      guard case .absent = error, isEmpty(table) else { throw gap }
      return Value(grains: 0, unit: table.unit, decimals: Self.usualDecimals)
    }
    guard !result.operands.contains(where: { isDoubtful($0, tables) }) else { throw gap }
    return value(result, tables, unit: table.unit)
  }

  private static func value(_ amount: Amount) -> Value {
    Value(
      grains: amount.grains, unit: amount.unit,
      decimals: max(amount.number.decimals, usualDecimals))
  }

  /// Whether a cell is empty in a row of which the reader could not tell where a number belongs.
  private func isDoubtful(_ reference: CellReference, _ tables: TableIndex) -> Bool {
    if tables.cell(reference)?.number.value != nil { return false }
    let table = tables.tables[reference.table].table
    return table.rows[tables.row(reference).index].cells.contains(where: \.isUncertain)
  }

  /// Whether a table is there and printed without any number.
  func isEmpty(_ id: String) -> Bool { index.table(id).map { isEmpty($0) } ?? false }

  /// A table that is printed without any number says that there is nothing of it.
  private func isEmpty(_ table: BoundTable) -> Bool {
    !table.blocks.contains { $0.rows.contains { $0.hasNumber } }
      && !table.table.rows.contains { $0.cells.contains(where: \.isUncertain) }
  }

  private func value(_ result: Evaluation, _ tables: TableIndex, unit: AmountUnit) -> Value {
    let interval = result.value
    let grains = interval.lower + (interval.upper - interval.lower) / 2
    let isAmount = result.operands.first.map { tables.column($0).content == .amount } ?? true
    let printed = result.operands.compactMap { tables.cell($0)?.number.value?.decimals }.max() ?? 0
    return Value(
      grains: grains, unit: isAmount ? unit : nil,
      decimals: isAmount ? max(printed, Self.usualDecimals) : printed)
  }

  // MARK: Conditions

  /// Whether a condition holds; nil where the tables do not tell.
  func holds(_ condition: DraftCondition, _ row: DraftRow?) -> Bool? {
    do throws(DraftGap) {
      switch condition {
      case .isKnown(let expression): return isKnown(expression, row)
      case .isNotZero(let expression): return try value(expression, row).grains != 0
      case .relation(let relation):
        let left = try value(relation.left, row).grains
        let right = try value(relation.right, row).grains
        switch relation.comparison {
        case .equal: return left == right
        case .atMost: return left <= right
        case .atLeast: return left >= right
        }
      }
    } catch {
      return nil
    }
  }

  private func isKnown(_ expression: Expression, _ row: DraftRow?) -> Bool {
    do throws(DraftGap) {
      _ = try value(expression, row)
      return true
    } catch {
      return false
    }
  }

  // MARK: Rows

  /// The indicators of a kind of the project that a row stands for, with what was reached.
  func indicators(_ kind: String, of row: DraftRow?) -> [ProjectSheets.Reached] {
    row.flatMap { projects?.reached(kind, of: $0) } ?? []
  }

  /// The rows of a domain in print order, without those that are zero or empty.
  func rows(_ domain: RowDomain) -> [DraftRow] {
    if domain.address.table == ProjectSheets.table { return projects?.rows ?? [] }
    guard let table = index.table(domain.address.table) else { return [] }
    var rows: [DraftRow] = []
    for block in table.blocks {
      for row in block.rows where row.level == domain.level {
        guard let code = row.code, isWanted(code, domain) else { continue }
        let draft = DraftRow(code: code, label: label(row, block, table), names: names(code, table))
        if isPrinted(domain.address, draft) { rows.append(draft) }
      }
    }
    return rows
  }

  private func isPrinted(_ address: Address, _ row: DraftRow) -> Bool {
    do throws(DraftGap) {
      return try value(.cell(address), row).grains != 0
    } catch {
      return error.isUncertain
    }
  }

  private func isWanted(_ code: String, _ domain: RowDomain) -> Bool {
    domain.prefixes.isEmpty || domain.prefixes.contains { code.hasPrefix($0) }
  }

  /// The label as it stands in the table; without the number or 其中：, where it has one.
  private func label(_ row: BoundRow, _ block: BoundBlock, _ table: BoundTable) -> String {
    guard row.ordinal == nil, !row.isOfWhich,
      let column = block.columns.first(where: { $0.content == .name }),
      let cell = table.cell(row, column)
    else { return row.label }
    return cell.text.trimmed().string
  }

  private func names(_ code: String, _ table: BoundTable) -> [Int: String] {
    var names: [Int: String] = [:]
    for level in ClassificationLevel.allCases {
      let length = 1 + 2 * level.rawValue
      guard length <= code.utf8.count else { break }
      let outer = String(code.prefix(length))
      names[length] =
        table.blocks.lazy.compactMap { block in
          block.row(code: outer).map { label($0, block, table) }
        }.first
    }
    return names
  }

  // MARK: Print

  func amount(_ value: Value) throws(DraftGap) -> String {
    guard let unit = value.unit else {
      guard let number = PrintedNumber(grains: value.grains, decimals: value.decimals) else {
        throw DraftGap(reason: "")
      }
      return number.description
    }
    let printed = self.unit ?? unit
    // A text has as many decimals as its form wants throughout, however many a table prints.
    let decimals = self.decimals ?? Self.decimals(value, in: printed)
    guard let amount = Amount(grains: value.grains, unit: printed, decimals: decimals) else {
      throw DraftGap(reason: "")
    }
    return amount.number.description + printed.rawValue
  }

  /// The decimals that tell a value in a unit as exactly as its cells do.
  private static func decimals(_ value: Value, in unit: AmountUnit) -> Int {
    var decimals = value.decimals
    var ratio = unit.yuan / (value.unit ?? unit).yuan
    while ratio >= 10 {
      decimals += 1
      ratio /= 10
    }
    return min(decimals, mostDecimals)
  }

  /// A whole number as the cell prints it.
  func count(_ expression: Expression, _ row: DraftRow?) throws(DraftGap) -> String {
    let value = try value(expression, row)
    let one = Interval.one * (value.unit?.yuan ?? 1)
    guard value.grains % one == 0,
      let number = PrintedNumber(grains: value.grains / one * Interval.one, decimals: 0)
    else { throw DraftGap(reason: expression.description) }
    return number.description
  }

  /// The percentage with its sign; nil of a zero whole.
  func percentage(_ part: Int128, of whole: Int128) -> String? {
    Rounding.percentage(part, of: whole, decimals: Self.usualDecimals).map { "\($0)%" }
  }
}
