internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// What the narrative says of all projects together, where it agrees with their sheets. Not every
/// project need have a sheet that is published, so that what differs is wrong only where the same
/// paragraph shows that it speaks of just these sheets.
extension CheckBuilder {
  /// 本次公开3个项目的自评结果，全年预算数合计…，执行数合计…，完成预算的….
  mutating func buildProjectTotals(_ sheets: [PerformanceSheet], _ grades: GradeScale) {
    let statements = Dictionary(
      grouping: facts.statements.indices.filter { index in
        facts.passages[facts.statements[index].passage].role?.hasSuffix("performance") ?? false
      }, by: { facts.statements[$0].passage })
    guard !statements.isEmpty else { return }
    let groups = [sheets.filter { !$0.isGoals }, sheets.filter(\.isGoals)]
    let totals = groups.map { SheetTotals($0, grades) }.filter { !$0.sheets.isEmpty }
    for passage in statements.keys.sorted() {
      guard let told = statements[passage] else { continue }
      for total in totals {
        for index in told { confirm(index, total) }
        if totals.count == 1 { contradict(told, total) }
      }
      buildGradeCounts(told, grades)
    }
  }

  private mutating func confirm(_ index: Int, _ totals: SheetTotals) {
    switch quantity(index) {
    case .count(let number, _):
      guard let counted = counted(index, totals), !counted.isEmpty,
        number.grains == Interval.one * Int128(counted.count)
      else { return }
      confirm(index, counted.compactMap(SheetTotals.source))
    case .amount: confirm(index, like: [totals.budget, totals.executed].compactMap(\.self))
    default: confirm(index, isRateOf: totals.executed, totals.budget)
    }
  }

  /// The projects that a number counts: all in 3个项目, those of a grade in “优”的2个; nil if it
  /// counts something else.
  func counted(_ index: Int, _ totals: SheetTotals) -> [PerformanceSheet]? {
    if isOfProjects(index) { return totals.sheets }
    return grade(before: index, totals.grades).map { totals.sheets(of: $0) }
  }

  /// The grade whose projects a number counts.
  func grade(before index: Int, _ grades: GradeScale) -> String? {
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text.utf8
    let start = min(statement.clause.lowerBound, statement.digits.lowerBound)
    let words = NormalText.bytes(of: Array(text[start..<statement.digits.lowerBound]))
    return grades.names.first { name in
      ["\(name)的", name].contains { words.suffix($0.utf8.count).elementsEqual($0.utf8) }
    }
  }

  /// Whether 个项目 is what is counted.
  func isOfProjects(_ index: Int) -> Bool {
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text.utf8
    return text[statement.digits.upperBound...].lazy.filter { $0 != 0x20 }
      .starts(with: Self.projects)
  }

  private static let projects = [UInt8]("个项目".utf8)

  private mutating func confirm(_ index: Int, like totals: [SheetTotals.Total]) {
    guard let amount = quantity(index).amount, !amount.number.isZero,
      let same = totals.first(where: { Rounding.equal(amount.interval, $0.interval) })
    else { return }
    confirm(index, same.cells)
  }

  private mutating func confirm(
    _ index: Int, isRateOf executed: SheetTotals.Total?, _ budget: SheetTotals.Total?
  ) {
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
