internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// What the narrative says of all projects together, where it agrees with their sheets. Not every
/// project need have a sheet that is published, so that what differs is not wrong.
extension CheckBuilder {
  /// 本次公开3个项目的自评结果，全年预算数合计…，执行数合计…，完成预算的….
  mutating func buildProjectTotals(_ sheets: [PerformanceSheet], _ grades: GradeScale) {
    let named = sheets.filter { $0.project != nil }
    buildTotals(of: named.filter { !$0.isGoals }, grades)
    buildTotals(of: named.filter(\.isGoals), grades)
  }

  private mutating func buildTotals(of named: [PerformanceSheet], _ grades: GradeScale) {
    guard !named.isEmpty else { return }
    let budget = total(named, "自评表全年预算数", \.budget)
    let executed = total(named, "自评表执行数", \.executed)
    for index in facts.statements.indices {
      let passage = facts.passages[facts.statements[index].passage]
      guard passage.role?.hasSuffix("performance") ?? false else { continue }
      switch quantity(index) {
      case .count(let number, _):
        let counted = counted(index, named, grades)
        if !counted.isEmpty, number.grains == Interval.one * Int128(counted.count) {
          confirm(index, counted.compactMap(Self.source))
        }
      case .amount: confirm(index, like: [budget, executed].compactMap(\.self))
      default: confirm(index, isRateOf: executed, budget)
      }
    }
  }

  /// The sum of the sheets in yuan, with the cells that it is of.
  private struct Total {
    var interval: Interval
    var cells: [Check.Source]
  }

  /// Nil where a sheet does not tell its part or the unit.
  private func total(
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

  private static func source(_ sheet: PerformanceSheet) -> Check.Source? {
    sheet.project.map {
      Check.Source(label: "自评表项目名称", text: $0, interval: .zero, amount: nil, exact: 0)
    }
  }

  /// The projects that a number counts: all in 3个项目, those of a grade in “优”的2个.
  private func counted(
    _ index: Int, _ sheets: [PerformanceSheet], _ grades: GradeScale
  ) -> [PerformanceSheet] {
    if isOfProjects(index) { return sheets }
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text.utf8
    let start = min(statement.clause.lowerBound, statement.digits.lowerBound)
    let words = NormalText.bytes(of: Array(text[start..<statement.digits.lowerBound]))
    guard
      let grade = grades.names.first(where: { name in
        ["\(name)的", name].contains { words.suffix($0.utf8.count).elementsEqual($0.utf8) }
      })
    else { return [] }
    return sheets.filter { sheet in
      sheet.totalScore.flatMap {
        grades.name(of: $0.number, outOf: sheet.totalWeight?.number)
      } == grade
    }
  }

  /// Whether 个项目 is what is counted.
  private func isOfProjects(_ index: Int) -> Bool {
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text.utf8
    return text[statement.digits.upperBound...].lazy.filter { $0 != 0x20 }
      .starts(with: Self.projects)
  }

  private static let projects = [UInt8]("个项目".utf8)

  private mutating func confirm(_ index: Int, like totals: [Total]) {
    guard let amount = quantity(index).amount, !amount.number.isZero,
      let same = totals.first(where: { Rounding.equal(amount.interval, $0.interval) })
    else { return }
    confirm(index, same.cells)
  }

  private mutating func confirm(_ index: Int, isRateOf executed: Total?, _ budget: Total?) {
    guard case .completion = facts.statements[index].meaning?.aspect, let executed, let budget,
      let ratio = interval(index),
      Rounding.ratio(executed.interval, to: budget.interval, equals: ratio) ?? false
    else { return }
    confirm(index, executed.cells + budget.cells)
  }

  private mutating func confirm(_ index: Int, _ sources: [Check.Source]) {
    checks.append(Check(kind: .table, operands: [index], sources: sources, holds: true))
  }
}
