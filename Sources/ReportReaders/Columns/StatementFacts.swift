internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// What the certain cells of other tables say about a row that is to be solved.
struct StatementFacts {
  /// A bound on what a row has in a column.
  struct Tie {
    enum Bound { case equal, atLeast }

    var column: Int
    var bound: Bound
    /// The strongest bound first: a weaker one tells nothing unless that cannot be met.
    var values: [Interval]

    func isMet(_ value: Interval, by other: Interval) -> Bool {
      switch bound {
      case .equal: other.overlaps(value)
      case .atLeast: other.upper >= value.lower
      }
    }
  }

  /// A column of a table that is to be solved.
  struct TieColumn {
    /// The last part of its key, `小计` of `本年支出/小计`.
    let name: Name
    /// What tables of one fund have in it, by code.
    let floors: [String: [Interval]]?
  }

  /// A block of labelled rows with one amount each, such as 收入 of 公开01.
  private struct Statement {
    var rows: [(label: Name, value: Interval)]
    /// The rows of totals.
    var totals: [(row: Int, kind: TotalKind)]

    init(_ rows: [(label: Name, value: Interval)]) {
      self.rows = rows
      totals = rows.indices.compactMap { row in
        TotalKind(rows[row].label).map { (row, $0) }
      }
    }
  }

  private var statements: [Statement] = []
  /// What tables by 科目 of one fund have, by column key and code, the largest first: every table
  /// of all funds has at least as much. The code of 合计 is empty.
  private var floors: [String: [String: [Interval]]] = [:]

  /// Takes up the blocks of a table that have one amount a row, and so leave no choice.
  mutating func addStatements(of draft: FlatDraft) {
    for block in draft.head.blocks.indices {
      guard case .listed = draft.form.blocks[block].rows,
        draft.head.amountColumns(block).count == 1
      else { continue }
      let rows = draft.entries(of: block).lazy.map(\.entry).filter { !$0.isUncertain }.map {
        (
          label: Name(label: $0.label.utf8),
          value: $0.amounts.first.map { draft.value($0) } ?? .zero
        )
      }
      statements.append(Statement(Array(rows)))
    }
  }

  /// Takes up the certain cells of a solved table that holds the money of one fund only.
  mutating func addFloors(of draft: FlatDraft) {
    for placed in draft.entries(of: 0) {
      let code = placed.entry.codeText ?? ""
      for (rank, column) in placed.columns.enumerated() where placed.isCertain[rank] {
        guard let key = draft.head.columns[column].key else { continue }
        let value = draft.value(placed.entry.amounts[rank])
        guard value.lower > 0 else { continue }
        var values = floors[key]?[code] ?? []
        guard !values.contains(value) else { continue }
        values.insert(value, at: values.firstIndex { $0.lower < value.lower } ?? values.count)
        floors[key, default: [:]][code] = values
      }
    }
  }

  // MARK: Ties

  /// What is known of a column, by its key.
  func column(_ key: String) -> TieColumn {
    TieColumn(name: Name(key.pathParts.last ?? key), floors: floors[key])
  }

  /// What is known of a row's amounts.
  ///
  /// - Parameters:
  ///   - amounts: what the row's amounts are worth.
  ///   - columns: the block's.
  ///   - hasFloors: whether the row is told of all funds: then it is at least what one of them pays.
  func ties(
    for entry: FlatEntry, _ amounts: [Interval], columns: [TieColumn], hasFloors: Bool
  ) -> [Tie] {
    let ties = statementTies(entry, amounts, columns)
    return hasFloors ? ties + fundTies(entry, columns) : ties
  }

  /// A column of the 合计 row that has the name of a statement's rows is their sum, where the
  /// statement has the same total.
  private func statementTies(
    _ entry: FlatEntry, _ amounts: [Interval], _ columns: [TieColumn]
  ) -> [Tie] {
    guard entry.code.isEmpty, let total = amounts.first, SumRules.isTotal(entry.label),
      let kind = TotalKind(Name(label: entry.label.utf8))
    else { return [] }
    var ties: [Tie] = []
    for statement in statements {
      let end = statement.totals.first { row, other in
        other == kind && statement.rows[row].value.overlaps(total)
      }
      guard let end else { continue }
      for (index, column) in columns.enumerated() {
        let rows = statement.rows[..<end.row].filter { $0.label == column.name }
        guard !rows.isEmpty else { continue }
        let value = rows.reduce(Interval.zero) { $0 + $1.value }
        ties.append(Tie(column: index, bound: .equal, values: [value]))
      }
    }
    return ties
  }

  /// Spending from all money is at least that from one fund (公开05 is contained in 公开03).
  private func fundTies(_ entry: FlatEntry, _ columns: [TieColumn]) -> [Tie] {
    guard !floors.isEmpty, !entry.code.isEmpty || SumRules.isTotal(entry.label) else { return [] }
    let code = entry.codeText ?? ""
    return columns.enumerated().compactMap { index, column in
      guard let values = column.floors?[code] else { return nil }
      return Tie(column: index, bound: .atLeast, values: values)
    }
  }
}

/// What a row of a total sums up. 合计 of a table by 科目 is 本年收入合计 or 本年支出合计 of a statement;
/// 总计 is 总计.
private enum TotalKind {
  case sum, grand

  init?(_ label: Name) {
    if label.hasSuffix(Self.grandWord) {
      self = .grand
    } else if label.hasSuffix(Self.sumWord) {
      self = .sum
    } else {
      return nil
    }
  }

  private static let grandWord = Name("总计")
  private static let sumWord = Name("合计")
}
