internal import FiscalText

/// Works out in which columns the amounts of rows stand when empty cells were lost.
///
/// Each row starts with every placement that keeps its amounts in order. Those that break a sum of
/// the row go; then sums down the columns and known cells are propagated over the whole table,
/// until nothing changes. What remains certain is certain; nothing is guessed.
struct ColumnSolver {
  /// A set of columns, one bit each.
  typealias Placement = UInt32

  struct SolverRow {
    var amounts: [Interval]
    var options: [Placement]
  }

  /// The rows `parts` add up to the row `total`, in every column.
  struct SumRule {
    var total: Int
    var parts: [Int]
  }

  /// More columns than this have too many placements.
  static let mostColumns = 16

  private(set) var rows: [SolverRow]
  let columns: Int
  private let sums: [SumRule]
  /// Sums that the table itself breaks in any placement; they tell nothing.
  private var brokenSums: Set<Int> = []

  init(_ amounts: [[Interval]], columns: Int, rules: [RowRule], sums: [SumRule]) {
    self.columns = columns
    self.sums = sums
    rows = amounts.map { row in
      let all = Self.placements(row.count, columns)
      let fitting = all.filter { Self.fits(row, $0, rules, columns) }
      return SolverRow(amounts: row, options: fitting.isEmpty ? all : fitting)
    }
  }

  /// Every choice of `count` of `columns`, in ascending order.
  private static func placements(_ count: Int, _ columns: Int) -> [Placement] {
    guard count <= columns, columns <= mostColumns else { return [] }
    return (0..<(Placement(1) << Placement(columns))).filter { $0.nonzeroBitCount == count }
  }

  private static func fits(
    _ amounts: [Interval], _ placement: Placement, _ rules: [RowRule], _ columns: Int
  ) -> Bool {
    rules.allSatisfy { rule in
      var total = Interval.zero
      for column in 0..<columns where rule.factors[column] != 0 {
        let value = value(amounts, placement, column)
        total = rule.factors[column] > 0 ? total + value : total - value
      }
      return total.contains(0)
    }
  }

  /// What a row has in a column under a placement; nothing printed is zero.
  @inline(__always)
  static func value(_ amounts: [Interval], _ placement: Placement, _ column: Int) -> Interval {
    let bit = Placement(1) << Placement(column)
    guard placement & bit != 0 else { return .zero }
    return amounts[(placement & (bit - 1)).nonzeroBitCount]
  }

  // MARK: Propagation

  /// Keeps only the options of a row that satisfy a condition; if none does, the condition is of
  /// no use and the options stay.
  ///
  /// - Returns: whether the condition could be met.
  @discardableResult
  mutating func keep(_ row: Int, where condition: (Placement) -> Bool) -> Bool {
    let kept = rows[row].options.filter(condition)
    guard !kept.isEmpty else { return false }
    rows[row].options = kept
    return true
  }

  /// Propagates the sums until nothing changes.
  mutating func propagate() {
    var isChanged = true
    while isChanged {
      isChanged = false
      for (index, sum) in sums.enumerated() where !brokenSums.contains(index) {
        switch narrow(sum) {
        case .unchanged: break
        case .changed: isChanged = true
        case .contradiction: brokenSums.insert(index)
        }
      }
    }
  }

  private enum Outcome { case unchanged, changed, contradiction }

  /// Drops the options that a sum rules out, by the least and greatest that each row can have in
  /// each column.
  private mutating func narrow(_ sum: SumRule) -> Outcome {
    var dropped: [(row: Int, options: [Placement])] = []
    var ranges: [Interval] = []
    ranges.reserveCapacity(sum.parts.count)
    for column in 0..<columns {
      ranges.removeAll(keepingCapacity: true)
      for part in sum.parts { ranges.append(range(part, column)) }
      let total = range(sum.total, column)
      let parts = ranges.reduce(.zero, +)
      var isPossible = drop(sum.total, column, beyond: parts, &dropped)
      for (part, own) in zip(sum.parts, ranges) where isPossible && rows[part].options.count > 1 {
        isPossible = drop(part, column, beyond: Self.rest(total, parts, without: own), &dropped)
      }
      guard isPossible else {
        for entry in dropped.reversed() { rows[entry.row].options = entry.options }
        return .contradiction
      }
    }
    return dropped.isEmpty ? .unchanged : .changed
  }

  /// Drops the options of a row by which it has something in a column that it cannot have.
  ///
  /// - Parameter dropped: takes up the options as they were, if some are dropped.
  /// - Returns: whether an option is left; if none is, all stay.
  private mutating func drop(
    _ row: Int, _ column: Int, beyond allowed: Interval,
    _ dropped: inout [(row: Int, options: [Placement])]
  ) -> Bool {
    let options = rows[row].options
    let kept = options.count { Self.value(rows[row].amounts, $0, column).overlaps(allowed) }
    guard kept > 0 else { return false }
    guard kept < options.count else { return true }
    dropped.append((row, options))
    let amounts = rows[row].amounts
    rows[row].options = options.filter { Self.value(amounts, $0, column).overlaps(allowed) }
    return true
  }

  /// The least and the greatest that a row can have in a column.
  private func range(_ row: Int, _ column: Int) -> Interval {
    var range: Interval?
    for option in rows[row].options {
      let value = Self.value(rows[row].amounts, option, column)
      range =
        range.map { range in
          Interval(lower: min(range.lower, value.lower), upper: max(range.upper, value.upper))
        } ?? value
    }
    return range ?? .zero
  }

  /// What a part may be: the total less the other parts.
  private static func rest(
    _ total: Interval, _ parts: Interval, without own: Interval
  ) -> Interval {
    Interval(
      lower: total.lower - (parts.upper - own.upper),
      upper: total.upper - (parts.lower - own.lower))
  }

  // MARK: What is certain

  /// Tries each option of each open row: one that leads to a contradiction is none.
  mutating func probe() {
    propagate()
    guard rows.count(where: { $0.options.count > 1 }) <= Self.mostProbes,
      rows.reduce(0, { $0 + $1.options.count }) <= Self.mostProbedOptions
    else { return }
    var isChanged = true
    while isChanged {
      isChanged = false
      for row in rows.indices where rows[row].options.count > 1 {
        let possible = rows[row].options.filter { isPossible(row, $0) }
        guard !possible.isEmpty, possible.count < rows[row].options.count else { continue }
        rows[row].options = possible
        propagate()
        isChanged = true
      }
    }
  }

  private static let mostProbes = 200
  /// Trying an option costs about as much as there are options.
  private static let mostProbedOptions = 4_000

  /// Whether a table is small enough to be solved: wide rows that are half full have thousands of
  /// placements.
  static func isSolvable(_ amounts: [Int], columns: Int) -> Bool {
    guard columns <= mostColumns else { return false }
    var options = 0
    for count in amounts {
      options += placementCount(count, columns)
      if options > mostOptions { return false }
    }
    return true
  }

  private static let mostOptions = 8_000

  /// How many ways there are to choose some of the columns.
  private static func placementCount(_ count: Int, _ columns: Int) -> Int {
    guard count <= columns else { return 0 }
    return (0..<count).reduce(1) { $0 * (columns - $1) / ($1 + 1) }
  }

  private func isPossible(_ row: Int, _ option: Placement) -> Bool {
    var trial = self
    trial.rows[row].options = [option]
    trial.propagate()
    return trial.brokenSums.count == brokenSums.count
  }

  /// Chooses one option for every row, the first by `prefers` wherever several remain, so that all
  /// choices agree with each other.
  mutating func choose(_ prefers: (Int, Placement, Placement) -> Bool) {
    for row in rows.indices where rows[row].options.count > 1 {
      guard let best = rows[row].options.min(by: { prefers(row, $0, $1) }) else { continue }
      rows[row].options = [best]
      propagate()
    }
  }
}
