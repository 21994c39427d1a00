internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// The performance sheets of a report as a table of its own: a row for each project, one for all of
/// them, and one for those of each grade.
struct ProjectSheets {
  /// What the table is called in formulas: `绩效!合计.预算数`, `绩效!*.得分`.
  static let table = "绩效"
  /// The row of all projects.
  static let total = "合计"
  /// What stands for the level in `逐行：绩效!项目.预算数`.
  static let rowWord = "项目"

  enum Column: String, CaseIterable {
    case count = "个数"
    case budget = "预算数"
    case executed = "执行数"
    case score = "得分"
    /// How many of its indicators of quantity are known by name and outcome.
    case quantities = "数量指标"
  }

  /// An indicator with what was reached, with its unit.
  struct Reached {
    var name: String
    var value: String
  }

  private var projects: [Project] = []
  private(set) var grades = GradeScale()

  private struct Project {
    var name: String
    var sheet: PerformanceSheet
    /// The unit of its money; nil where nothing says it.
    var unit: AmountUnit?
    var grade: String?
  }

  /// - Parameters:
  ///   - sheets: those of a report.
  ///   - isPlan: whether the sheets that set goals are meant, not those that tell results.
  ///   - scale: reads the grades, for which nobody asks where there are no sheets.
  init(
    _ sheets: [PerformanceSheet], isPlan: Bool,
    grades scale: () throws(LayoutError) -> GradeScale
  ) throws(LayoutError) {
    let meant = sheets.filter { $0.isGoals == isPlan }
    // Sheets of one form are in one unit, even if not each of them says it.
    let units = Set(meant.compactMap(\.unit))
    let common = units.count == 1 ? units.first : nil
    for sheet in meant {
      guard let name = sheet.project?.string, !name.isEmpty else { continue }
      projects.append(Project(name: name, sheet: sheet, unit: sheet.unit ?? common))
    }
    guard !projects.isEmpty else { return }
    grades = try scale()
    for index in projects.indices {
      let sheet = projects[index].sheet
      projects[index].grade = sheet.totalScore.flatMap {
        grades.name(of: $0.number, outOf: sheet.totalWeight?.number)
      }
    }
  }

  /// Whether nothing says the unit of some of them.
  var lacksUnit: Bool { projects.contains { $0.unit == nil } }

  /// The same sheets, those without unit in a given one.
  func assuming(_ unit: AmountUnit) -> ProjectSheets {
    var copy = self
    for index in copy.projects.indices where copy.projects[index].unit == nil {
      copy.projects[index].unit = unit
    }
    return copy
  }

  /// The unit of sheets that do not say it, by the text: the same numbers stand there with it, or
  /// the same amounts in another unit, so that the sheets are in yuan. Nil if too little tells it.
  func unit(toldBy facts: Facts) -> AmountUnit? {
    let names = ProjectNames(sheets)
    var units: [AmountUnit] = []
    for (index, passage) in facts.passages.enumerated()
    where passage.kind == .paragraph && RollProjects.isPerformance(passage) {
      guard let project = names.sheet(heading: passage), projects[project].unit == nil else {
        continue
      }
      let sheet = projects[project].sheet
      let money = [sheet.budget, sheet.executed].compactMap(\.self).filter { !$0.number.isZero }
      for amount in facts.statements(of: index).compactMap(\.quantity.amount) {
        units += money.compactMap { Self.unit(of: $0.number, toldBy: amount) }
      }
    }
    guard units.count >= Self.leastAmounts, Set(units).count == 1 else { return nil }
    return units.first
  }

  private static let leastAmounts = 2

  private static func unit(of number: PrintedNumber, toldBy amount: Amount) -> AmountUnit? {
    if number.interval.overlaps(amount.number.interval) { return amount.unit }
    return number.interval.overlaps(amount.interval) ? .yuan : nil
  }

  var isEmpty: Bool { projects.isEmpty }
  var count: Int { projects.count }
  var sheets: [PerformanceSheet] { projects.map(\.sheet) }
  var gradeNames: [String] { grades.names }

  /// What a project is called, and its grade, by its place from 0.
  func name(_ index: Int) -> String { projects[index].name }
  func grade(_ index: Int) -> String? { projects[index].grade }

  /// The place in `row` of a project.
  static func row(_ index: Int) -> String { String(index + 1) }

  /// A value of the table; nil where the sheets do not tell it.
  func value(_ column: Column, row: String = Self.total) -> DraftTables.Value? {
    try? value(Address(table: Self.table, row: [row], column: [column.rawValue]))
  }

  /// A row for each project in the order of the sheets, by its number from 1.
  var rows: [DraftRow] {
    projects.enumerated().map { index, project in
      DraftRow(code: Self.row(index), label: project.name, names: [:], grade: project.grade)
    }
  }

  func value(_ address: Address) throws(DraftGap) -> DraftTables.Value {
    guard let column = address.columnKey.flatMap(Column.init), let row = address.row.last,
      !projects.isEmpty
    else { throw DraftGap(address) }
    let meant = try projects(row, address)
    switch column {
    case .count: return Self.count(meant.count)
    case .quantities:
      return Self.count(meant.map { Self.reached(column.rawValue, $0.sheet).count }.reduce(0, +))
    case .score:
      guard meant.count == 1, let score = meant[0].sheet.totalScore?.number else {
        throw DraftGap(address)
      }
      return DraftTables.Value(grains: score.grains, decimals: score.decimals)
    case .budget, .executed: return try money(column, of: meant, address)
    }
  }

  private static func count(_ count: Int) -> DraftTables.Value {
    DraftTables.Value(grains: Interval.one * Int128(count), decimals: 0)
  }

  /// Whether it is no sentence, as of a cell beside it that was read together with the name.
  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && !text.contains { "，。；：".contains($0) }
  }

  /// The indicators of a kind of the project that a row stands for.
  func reached(_ kind: String, of row: DraftRow) -> [Reached] {
    guard let number = Int(row.code), projects.indices.contains(number - 1) else { return [] }
    return Self.reached(kind, projects[number - 1].sheet)
  }

  /// All indicators of a project, by its place from 0.
  func reached(_ index: Int) -> [Reached] { Self.reached(nil, projects[index].sheet) }

  private static func reached(_ kind: String?, _ sheet: PerformanceSheet) -> [Reached] {
    sheet.indicators.compactMap { indicator in
      guard kind == nil || indicator.kind == kind, let name = indicator.name?.trimmed().string,
        isName(name),
        let value = indicator.actualText?.trimmed().string,
        value.utf8.contains(where: { (0x30...0x39).contains($0) })
      else { return nil }
      let unit = indicator.unit?.trimmed().string ?? ""
      return Reached(name: name, value: value.hasSuffix(unit) ? value : value + unit)
    }
  }

  private func projects(_ row: String, _ address: Address) throws(DraftGap) -> [Project] {
    if row == Self.total { return projects }
    if let number = Int(row), projects.indices.contains(number - 1) {
      return [projects[number - 1]]
    }
    // How many have a grade is known only where all have one.
    guard grades.names.contains(row), projects.allSatisfy({ $0.grade != nil })
    else { throw DraftGap(address) }
    return projects.filter { $0.grade == row }
  }

  /// The sum of the money, in the unit that all sheets are in or else the greatest of them.
  private func money(
    _ column: Column, of projects: [Project], _ address: Address
  ) throws(DraftGap) -> DraftTables.Value {
    var sum: Int128 = 0
    var decimals = 0
    var units: [AmountUnit] = []
    for project in projects {
      let printed = column == .budget ? project.sheet.budget : project.sheet.executed
      guard let number = printed?.number, let unit = project.unit else {
        throw DraftGap(
          reason: "\(address.table)表“\(project.name)”的\(column.rawValue)和单位")
      }
      let (total, overflows) = sum.addingReportingOverflow(Amount(number, unit).grains)
      guard !overflows else { throw DraftGap(address) }
      sum = total
      decimals = max(decimals, number.decimals)
      units.append(unit)
    }
    let unit = units.max { $0.yuan < $1.yuan } ?? .tenThousandYuan
    return DraftTables.Value(grains: sum, unit: unit, decimals: max(decimals, 2))
  }
}
