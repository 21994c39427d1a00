internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// A flattened table on its way back into columns.
struct FlatDraft {
  /// An entry with the columns of its amounts.
  struct Placed {
    var entry: FlatEntry
    /// The column of each amount; the best guess where it is uncertain.
    var columns: [Int]
    /// Whether each amount can stand in no other column.
    var isCertain: [Bool]
  }

  let form: TableForm
  let head: FlatHead
  /// Whether the table is by functional 科目 and holds the money of one fund only.
  let isOfOneFund: Bool
  /// Whether it is by functional 科目 and holds the money of all funds.
  let isOfAllFunds: Bool
  /// Whether most words stand on a line of their own.
  private let isLoose: Bool
  private let original: Table
  private(set) var rows: [[Placed]]

  /// Nil if the lines are not those of the form.
  init?(_ table: Table, form: TableForm, year: Int?) {
    let printed = table.rows.map { FlatToken.tokens($0.cells) }.filter { !$0.isEmpty }
    isLoose = printed.count(where: { $0.count == 1 }) * 2 > printed.count
    guard
      let (head, entries) = Self.read(CellPerLine.rows(printed, form: form), form, year)
        ?? CellPerLine.rows(ofPieces: printed, form: form).flatMap({ Self.read($0, form, year) })
    else { return nil }
    // Blocks that nothing but the order of their words parts may have come one behind the other.
    if isLoose, head.blocks.count > 1, case .listed? = form.blocks.first?.rows,
      !head.contents.contains(.lineNumber)
    {
      return nil
    }
    self.form = form
    self.head = head
    isOfOneFund = Self.isOfOneFund(form)
    isOfAllFunds = Self.isByFunction(form) && !isOfOneFund
    original = table
    rows = entries.map { row in
      row.map { entry in
        let columns = head.amountColumns(entry.block)
        let isCertain = columns.count == entry.amounts.count && !entry.isUncertain
        return Placed(
          entry: entry, columns: Array(columns.prefix(entry.amounts.count)),
          isCertain: Array(repeating: isCertain, count: entry.amounts.count))
      }
    }
  }

  private static func read(
    _ lines: [[FlatToken]], _ form: TableForm, _ year: Int?
  ) -> (FlatHead, [[FlatEntry]])? {
    guard let head = FlatHead(lines, form: form, year: year),
      let entries = FlatEntries.rows(lines, form: form, head: head)
    else { return nil }
    return (head, entries)
  }

  private static func isByFunction(_ form: TableForm) -> Bool {
    if case .functional? = form.blocks.first?.rows { true } else { false }
  }

  private static func isOfOneFund(_ form: TableForm) -> Bool {
    guard isByFunction(form), let title = form.titles.first.map({ [UInt8]($0.utf8) }) else {
      return false
    }
    return funds.contains { title.firstOffset(of: $0) != nil }
  }

  private static let funds = ["一般公共预算", "政府性基金", "国有资本"].map { [UInt8]($0.utf8) }

  var unit: AmountUnit { original.unit ?? form.unit }

  /// What a cell says, in grains of yuan; zero for a dash.
  func value(_ text: TracedText) -> Interval {
    guard let number = CellNumber(text.utf8).value else { return .zero }
    return Amount(number, unit).interval
  }

  /// The entries of a block, from top to bottom.
  func entries(of block: Int) -> [Placed] { places(of: block).map { rows[$0.row][$0.index] } }

  private func places(of block: Int) -> [(row: Int, index: Int)] {
    var places: [(row: Int, index: Int)] = []
    places.reserveCapacity(rows.count)
    for row in rows.indices {
      for index in rows[row].indices where rows[row][index].entry.block == block {
        places.append((row, index))
      }
    }
    return places
  }

  // MARK: Solving

  /// Solves every block that leaves a choice.
  mutating func solve(_ facts: StatementFacts) {
    for block in head.blocks.indices where head.amountColumns(block).count > 1 {
      solve(block, facts)
    }
  }

  private mutating func solve(_ block: Int, _ facts: StatementFacts) {
    let columns = head.amountColumns(block)
    let places = places(of: block)
    let entries = places.map { rows[$0.row][$0.index].entry }
    guard ColumnSolver.isSolvable(entries.map { $0.amounts.count }, columns: columns.count) else {
      return
    }
    let keys = columns.map { head.columns[$0].key ?? "" }
    let amounts = entries.map { $0.amounts.map(value) }
    var solver = ColumnSolver(
      amounts, columns: columns.count,
      rules: RowRule.rules(keys.map { $0.pathParts }),
      sums: SumRules.rules(entries))
    let tieColumns = keys.map { facts.column($0) }
    for index in entries.indices {
      let ties = facts.ties(
        for: entries[index], amounts[index], columns: tieColumns, hasFloors: isOfAllFunds)
      for tie in ties {
        for value in tie.values {
          let isMet = solver.keep(index) {
            tie.isMet(value, by: ColumnSolver.value(amounts[index], $0, tie.column))
          }
          if isMet { break }
        }
      }
    }
    solver.probe()
    let open = solver.rows
    // In a comparison of budget and accounts, the later columns hold the accounts; in a table of
    // all money, the columns that hardly anybody fills stand last.
    let prefersFirst = isOfAllFunds
    solver.choose { _, left, right in prefersFirst ? left < right : left > right }
    for (rank, (row, index)) in places.enumerated() {
      place(row, index, solver.rows[rank].options, open[rank].options, columns)
    }
  }

  private mutating func place(
    _ row: Int, _ index: Int, _ chosen: [ColumnSolver.Placement],
    _ options: [ColumnSolver.Placement], _ columns: [Int]
  ) {
    guard let best = chosen.first else { return }
    let standing = columns.indices.filter { best & (1 << ColumnSolver.Placement($0)) != 0 }
    rows[row][index].columns = standing.map { columns[$0] }
    rows[row][index].isCertain = standing.enumerated().map { rank, column in
      options.allSatisfy { option in
        let bit = ColumnSolver.Placement(1) << ColumnSolver.Placement(column)
        return option & bit != 0 && (option & (bit - 1)).nonzeroBitCount == rank
      }
    }
  }

  // MARK: Result

  /// The table with its cells in their columns.
  func table() -> Table {
    var table = original
    if table.id != nil { table.id = form.id }
    table.isLoose = isLoose
    table.columns = head.columns
    table.head = HeadPaths(columns: head.columns).rows
    table.rows = rows.map { Row(cells($0)) }
    return table
  }

  private func cells(_ row: [Placed]) -> [Cell] {
    var cells: [Cell] = []
    for placed in row {
      addLabels(of: placed.entry, to: &cells)
      for (rank, amount) in placed.entry.amounts.enumerated() where rank < placed.columns.count {
        cells.append(
          Cell(amount, column: placed.columns[rank], isUncertain: !placed.isCertain[rank]))
      }
    }
    cells.sort { $0.column < $1.column }
    return cells
  }

  /// Adds what says which row an entry is.
  private func addLabels(of entry: FlatEntry, to cells: inout [Cell]) {
    let code = head.column(.code, of: entry.block)
    func add(_ text: TracedText, _ column: Int?, _ cells: inout [Cell]) {
      guard let column, !text.isEmpty else { return }
      cells.append(Cell(text, column: column, isUncertain: entry.isUncertain))
    }
    for (level, part) in entry.code.enumerated() { add(part, code.map { $0 + level }, &cells) }
    add(entry.label, head.column(.name, of: entry.block) ?? code, &cells)
    if let number = entry.lineNumber {
      add(number, head.column(.lineNumber, of: entry.block), &cells)
    }
  }
}
