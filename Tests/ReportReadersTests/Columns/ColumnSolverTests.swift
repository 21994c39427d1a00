import FiscalText
import Testing

@testable import ReportReaders

/// In which columns the amounts of rows stand whose empty cells were lost.
@Suite struct ColumnSolverTests {
  private static func interval(_ amount: Int) -> Interval {
    Interval(lower: Int128(amount), upper: Int128(amount))
  }

  /// The total of the columns, and rows below it.
  private static func solver(_ total: [Int], _ parts: [[Int]], columns: Int) -> ColumnSolver {
    ColumnSolver(
      ([total] + parts).map { $0.map(interval) }, columns: columns, rules: [],
      sums: [.init(total: 0, parts: Array(1...parts.count))])
  }

  @Test func `an amount stands where the sum needs it`() {
    var solver = Self.solver([30, 12], [[30], [12]], columns: 2)
    solver.probe()
    #expect(solver.rows.map(\.options) == [[0b11], [0b01], [0b10]])
  }

  @Test func `what the sum leaves open stays open`() {
    var solver = Self.solver([10, 10], [[10], [10]], columns: 2)
    solver.probe()
    #expect(solver.rows.map(\.options) == [[0b11], [0b01, 0b10], [0b01, 0b10]])
  }

  @Test func `a row that is chosen decides where the others stand`() {
    var solver = Self.solver([10, 10], [[10], [10]], columns: 2)
    solver.probe()
    solver.choose { _, left, right in left < right }
    #expect(solver.rows.map(\.options) == [[0b11], [0b01], [0b10]])
  }

  @Test func `a sum that cannot come out tells nothing`() {
    var solver = Self.solver([30, 12], [[30], [99]], columns: 2)
    solver.probe()
    #expect(solver.rows.map(\.options) == [[0b11], [0b01, 0b10], [0b01, 0b10]])
  }

  /// Three amounts in ten columns: to try each of 3,000 placements beside all others takes 20 seconds.
  @Test func `rows that fit in many ways end the search`() {
    let parts = (1...24).map { Array(repeating: $0, count: 3) }
    var solver = Self.solver([300, 300, 300], parts, columns: 10)
    let time = ContinuousClock().measure { solver.probe() }
    #expect(time < .seconds(8))
    #expect(solver.rows.allSatisfy { $0.options.count == 120 })
  }
}
