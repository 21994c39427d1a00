import Testing

@testable import ReportReaders

@Suite("Rows without rules between them")
struct RowBandsTests {
  /// Lines of names and of amounts by their baselines.
  private func bands(_ names: [Double], _ amounts: [Double]) -> [ClosedRange<Double>]? {
    RowBands(
      names.map { RowBands.Line(column: 0, baseline: $0, isNumber: false) }
        + amounts.map { RowBands.Line(column: 1, baseline: $0, isNumber: true) })?.bands
  }

  @Test("A wrapped name is one row, whether its amount stands at its top, middle or bottom")
  func alignment() {
    for amount in [20.0, 25.5, 31.0] {
      #expect(bands([0, 20, 31, 51], [0, amount, 51]) == [0...0, 20...31, 51...51])
    }
  }

  @Test("Rows that stand as close as lines do are told by their amounts")
  func tightRows() {
    #expect(bands([0, 12, 24], [0, 12, 24]) == [0...0, 12...12, 24...24])
  }

  @Test(
    "A row without an amount is a row, and wrapped rows that are nearly as close are not joined")
  func plainRows() {
    #expect(bands([0, 16, 32, 48], [0, 16, 48]) == [0...0, 16...16, 32...32, 48...48])
    #expect(bands([0, 10.5, 22.5, 33], [5, 27.5]) == [0...10.5, 22.5...33])
  }

  @Test("Without two amounts in a column nothing tells where rows part")
  func unknown() {
    #expect(bands([0, 12, 24], [12]) == nil)
  }
}
