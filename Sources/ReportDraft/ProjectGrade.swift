internal import FiscalNarrative
internal import FiscalText

/// A grade of self-evaluation and the least score of it, out of a hundred (财预〔2020〕10号).
struct ProjectGrade: Sendable {
  var name: String
  var least: PrintedNumber

  /// The grade of a sheet's score; nil where the score is not known, or not out of a hundred.
  static func name(of sheet: PerformanceSheet, in grades: [ProjectGrade]) -> String? {
    let full = hundred.grains
    guard let score = sheet.totalScore?.number, score.grains <= full,
      sheet.totalWeight.map({ $0.number.grains == full }) ?? true
    else { return nil }
    return grades.filter { $0.least.grains <= score.grains }
      .max { $0.least.grains < $1.least.grains }?.name
  }

  private static let hundred = PrintedNumber(mantissa: 100)
}
