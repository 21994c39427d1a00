internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// The performance sheets of a report taken together.
struct SheetTotals {
  /// The sum of the sheets in yuan, with the cells that it is of.
  struct Total {
    var interval: Interval
    var cells: [Check.Source]
  }

  /// Those that name a project.
  let sheets: [PerformanceSheet]
  let grades: GradeScale
  /// Whether a project without money may have a sheet that is not among them.
  let mayLackSheets: Bool
  /// Nil where there is one sheet only, or one does not tell its part or the unit.
  let budget: Total?
  let executed: Total?
  /// The original budgets.
  let original: Total?

  /// - Parameter all: those that name no project too.
  init(_ all: [PerformanceSheet], _ grades: GradeScale) {
    sheets = all.filter { $0.project != nil }
    self.grades = grades
    mayLackSheets = all.contains { $0.project == nil && $0.budget?.number.isZero ?? true }
    budget = Self.total(sheets, "自评表全年预算数", \.budget)
    executed = Self.total(sheets, "自评表执行数", \.executed)
    original = Self.total(sheets, "自评表年初预算数") { $0.money.first?.budgets.first ?? nil }
  }

  private static func total(
    _ sheets: [PerformanceSheet], _ label: String,
    _ value: (PerformanceSheet) -> PerformanceSheet.Value?
  ) -> Total? {
    guard sheets.count > 1 else { return nil }
    var total = Total(interval: .zero, cells: [])
    for sheet in sheets {
      guard let value = value(sheet), let unit = sheet.unit else { return nil }
      let amount = Amount(value.number, unit)
      total.interval = total.interval + amount.interval
      total.cells.append(
        Check.Source(
          label: label, text: value.text.slice(value.range), interval: amount.interval,
          amount: amount, exact: amount.grains))
    }
    return total
  }

  private func grade(_ sheet: PerformanceSheet) -> String? {
    sheet.totalScore.flatMap { grades.name(of: $0.number, outOf: sheet.totalWeight?.number) }
  }

  /// The sheets whose score is of a grade.
  func sheets(of grade: String) -> [PerformanceSheet] {
    sheets.filter { self.grade($0) == grade }
  }

  /// Whether each sheet has a score that tells a grade.
  var areGraded: Bool { sheets.allSatisfy { grade($0) != nil } }

  /// The scores, if all sheets have one.
  var scores: [PerformanceSheet.Value]? {
    let scores = sheets.compactMap(\.totalScore)
    return scores.count == sheets.count ? scores : nil
  }

  /// The name of a sheet's project.
  static func source(_ sheet: PerformanceSheet) -> Check.Source? {
    sheet.project.map {
      Check.Source(label: "自评表项目名称", text: $0, interval: .zero, amount: nil, exact: 0)
    }
  }
}
