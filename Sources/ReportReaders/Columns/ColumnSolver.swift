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
  /// For each row, the sums that it takes part in.
  private let sumsOf: [[Int]]
  /// For each sum, whether a row of it has changed since it was last looked at.
  private var isDue: [Bool]
  /// Sums that the table itself breaks in any placement; they tell nothing.
  private var brokenSums: Set<Int> = []
  /// How many options were looked at, once for each column.
  private var effort = 0

  init(_ amounts: [[Interval]], columns: Int, rules: [RowRule], sums: [SumRule]) {
    self.columns = columns
    self.sums = sums
    rows = amounts.map { row in
      let all = Self.placements(row.count, columns)
      let fitting = all.filter { Self.fits(row, $0, rules, columns) }
      return SolverRow(amounts: row, options: fitting.isEmpty ? all : fitting)
    }
    isDue = sums.map { _ in true }
    var sumsOf = amounts.map { _ in [Int]() }
    for (index, sum) in sums.enumerated() {
      for row in [sum.total] + sum.parts { sumsOf[row].append(index) }
    }
    self.sumsOf = sumsOf
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
    set(row, kept)
    return true
  }

  private mutating func set(_ row: Int, _ options: [Placement]) {
    rows[row].options = options
    for sum in sumsOf[row] { isDue[sum] = true }
  }

  /// Propagates the sums until nothing changes.
  ///
  /// - Parameter endsAtContradiction: whether to end as soon as a sum cannot come out.
  private mutating func propagate(endsAtContradiction: Bool = false) {
    var isChanged = true
    while isChanged {
      isChanged = false
      for index in sums.indices where isDue[index] && !brokenSums.contains(index) {
        isDue[index] = false
        switch narrow(sums[index]) {
        case .unchanged: break
        case .changed: isChanged = true
        case .contradiction:
          brokenSums.insert(index)
          if endsAtContradiction { return }
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
    for (row, _) in dropped { for sum in sumsOf[row] { isDue[sum] = true } }
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
    effort += options.count
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
    effort = 0
    var isChanged = true
    while isChanged {
      isChanged = false
      for row in rows.indices where rows[row].options.count > 1 {
        var possible: [Placement] = []
        for option in rows[row].options {
          guard effort < Self.mostEffort else { return }
          if isPossible(row, option) { possible.append(option) }
        }
        guard !possible.isEmpty, possible.count < rows[row].options.count else { continue }
        set(row, possible)
        propagate()
        isChanged = true
      }
    }
  }

  /// Some milliseconds: whatever remains open then stays so.
  private static let mostEffort = 1_000_000

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

  private mutating func isPossible(_ row: Int, _ option: Placement) -> Bool {
    var trial = self
    trial.set(row, [option])
    trial.propagate(endsAtContradiction: true)
    effort = trial.effort
    return trial.brokenSums.count == brokenSums.count
  }

  /// Chooses one option for every row, the first by `prefers` wherever several remain, so that all
  /// choices agree with each other.
  mutating func choose(_ prefers: (Int, Placement, Placement) -> Bool) {
    for row in rows.indices where rows[row].options.count > 1 {
      guard let best = rows[row].options.min(by: { prefers(row, $0, $1) }) else { continue }
      set(row, [best])
      propagate()
    }
  }
}
