public import FiscalModel
public import FiscalNarrative
public import FiscalStandards
internal import FiscalText

/// Rolls last year's disclosure forward: keeps its wording, and prints this year's numbers in it.
///
/// Every sentence that the narrative reader understands is evaluated on this year's tables; prior
/// amounts come from last year's. What is not understood stays and is marked, reasons are left
/// open, and the journal says of every number what became of it.
public struct ReportRoller {
  let reading: DisclosureReading
  let glossary: GlossaryForm
  private let source: Report
  let year: Int
  let distance: Int
  var tables: RollTables
  let numbers: RollNumbers
  private let style: NumberStyle
  let years: YearMover
  /// Nil where the text says nothing of performance.
  let projects: RollProjects?
  var outline: RollOutline
  var result: RolledReport
  /// The statements of each passage.
  private let statements: [Int: Range<Int>]

  /// - Parameters:
  ///   - reading: last year's disclosure.
  ///   - glossary: what the layout wants explained.
  ///   - report: a report with this year's tables, bound to the same layout.
  ///   - budget: the budget that was published for this year, for the original budgets.
  ///   - prior: single numbers of the year before and of the budget, which go before those of
  ///     `reading` and `budget`.
  ///   - year: this year; with the year of `last` the text is brought to these tables as it is.
  /// - Throws: a ``LayoutError`` if a data file of the layout or of the budget's is wrong.
  public init(
    _ reading: DisclosureReading, glossary: GlossaryForm, tables report: Report,
    budget: PublishedTables? = nil, prior: PriorNumbers? = nil, year: Int
  ) throws(LayoutError) {
    let last = reading.report
    self.reading = reading
    self.glossary = glossary
    source = report
    self.year = year
    distance = last.year.map { year - $0 } ?? 1
    tables = RollTables(
      reading, now: TableIndex(report, layout: reading.layout), tables: report.tables,
      prior: prior, budgets: try OriginalBudgets(budget, prior: prior), year: year)
    numbers = RollNumbers(
      reading, words: try RollWords(reading.layout), tables: tables, distance: distance)
    style = NumberStyle(reading.facts)
    years = YearMover(year: last.year ?? year - 1, distance: distance)
    projects = try Self.projects(reading, tables: report)
    outline = RollOutline(reading.facts.passages)
    result = RolledReport(report: last)
    var statements: [Int: Range<Int>] = [:]
    for (index, statement) in reading.facts.statements.enumerated() {
      let start = statements[statement.passage]?.lowerBound ?? index
      statements[statement.passage] = start..<(index + 1)
    }
    self.statements = statements
  }

  private static func projects(
    _ reading: DisclosureReading, tables report: Report
  ) throws(LayoutError) -> RollProjects? {
    let passages = reading.facts.passages
    guard passages.contains(where: RollProjects.isPerformance) else { return nil }
    let layout = reading.layout
    let isPlan = layout.kind == .budget
    let sheets = try PerformanceSheetReader.sheets(of: report, layout: layout)
    let now = try ProjectSheets(sheets, isPlan: isPlan) { () throws(LayoutError) in
      try GradeScale(layout)
    }
    // Nothing is renewed from sheets that are not there.
    guard !now.isEmpty else { return nil }
    let last = try ProjectSheets(reading.sheets, isPlan: isPlan) { now.grades }
    // Both years' sheets are of one form.
    guard last.lacksUnit, let unit = last.unit(toldBy: reading.facts) else {
      return RollProjects(now: now, last: last, passages)
    }
    return RollProjects(now: now.assuming(unit), last: last.assuming(unit), passages)
  }

  /// The disclosure of this year.
  public mutating func rolled() -> RolledReport {
    let lists = RollList.all(reading, tables)
    strikeGone(lists)
    strikeGoneProjects()
    rollPassages(lists)
    for list in lists { add(to: list) }
    addProjects()
    rollGlossary()
    outline.renumber()
    var builder = RolledReportBuilder(
      reading.report, reading.facts, outline: outline, source: source,
      figures: FigureRoller(tables),
      tablesTitle: reading.layout.section("tables")?.titles.first)
    result.report = builder.report()
    result.report.year = year
    result.report.layout = reading.layout.name
    result.report.kind = reading.layout.kind
    result.report.sources = []
    result.notes += builder.notes
    return result
  }

  func roller(
    _ index: Int, section: String, numbers: RollNumbers? = nil, newName: String? = nil
  ) -> PassageRoller {
    let context = PassageContext(
      numbers: numbers ?? self.numbers, style: style, years: years,
      passage: reading.facts.passages[index], index: index,
      statements: statements[index] ?? 0..<0, newName: newName)
    return PassageRoller(context, section: section)
  }

  mutating func take(_ roller: PassageRoller, _ index: Int) {
    result.numbers += roller.journal
    result.items += roller.items
    guard !roller.edits.isEmpty else { return }
    outline.lines[index].text = roller.text
    outline.lines[index].isChanged = true
  }

  mutating func tell(
    _ kind: RolledReport.ItemChange.Kind, _ passage: Int, _ code: String, _ name: String
  ) {
    result.items.append(
      RolledReport.ItemChange(
        kind: kind, section: heading(of: passage), code: code, name: name))
  }

  func heading(of index: Int) -> String {
    let heading = reading.facts.passages[...index].last { $0.kind == .heading }
    return heading?.text.trimmed().string ?? ""
  }
}
