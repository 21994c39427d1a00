import FiscalModel
import FiscalText
import Foundation

/// Other numbers in the place of those of a report: equal ones become equal ones, and zero stays
/// zero.
struct RandomNumbers {
  /// The smallest and largest amounts in hundredths; in yuan they are ten thousand times as many.
  private static let range: ClosedRange<Int64> = 101...9_999_999
  private static let yuanRange: ClosedRange<Int64> = 1_010_000...99_999_990_000

  private var generator: SeededGenerator
  private var known: [Int128: String] = [:]
  /// What each number is multiplied by; nil for others without rule.
  private let factor: Int64?

  /// Numbers without rule: sums are no sums any more.
  init(seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    factor = nil
  }

  /// The numbers times a factor: sums stay sums.
  init(factor: Int64) {
    generator = SeededGenerator(seed: 0)
    self.factor = factor
  }

  /// The report with other amounts in its tables.
  mutating func replaced(_ report: Report) -> Report {
    var report = report
    for index in report.parts.indices { replace(&report.parts[index]) }
    return report
  }

  /// A text of lines `… = 12.00` with other amounts.
  mutating func replaced(_ text: String) -> String {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard !line.hasPrefix("#"), let mark = line.range(of: " = "),
        case .number(let token) = CellNumber([UInt8](line[mark.upperBound...].utf8))
      else {
        lines.append(String(line))
        continue
      }
      lines.append(line[..<mark.upperBound] + number(token.value, Self.range))
    }
    return lines.joined(separator: "\n")
  }

  private mutating func replace(_ section: inout Section) {
    for index in section.blocks.indices {
      guard case .table(var table) = section.blocks[index], table.kind == .financial else {
        continue
      }
      let range = table.unit == .yuan ? Self.yuanRange : Self.range
      for row in table.rows.indices {
        for place in table.rows[row].cells.indices { replace(&table.rows[row].cells[place], range) }
      }
      section.blocks[index] = .table(table)
    }
    for index in section.sections.indices { replace(&section.sections[index]) }
  }

  private mutating func replace(_ cell: inout Cell, _ range: ClosedRange<Int64>) {
    guard case .number(let token) = cell.number, token.form == .decimal, token.value.decimals == 2
    else { return }
    cell = Cell(
      TracedText(number(token.value, range)), column: cell.column, columnSpan: cell.columnSpan,
      rowSpan: cell.rowSpan, isUncertain: cell.isUncertain)
  }

  private mutating func number(_ old: PrintedNumber, _ range: ClosedRange<Int64>) -> String {
    if old.isZero { return "0.00" }
    if let known = known[old.grains] { return known }
    let mantissa =
      factor.map { Int64(old.mantissa) * $0 } ?? Int64.random(in: range, using: &generator)
    let text = PrintedNumber(mantissa: mantissa, decimals: 2).text(grouped: true)
    known[old.grains] = text
    return text
  }
}

/// The same numbers in every run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
