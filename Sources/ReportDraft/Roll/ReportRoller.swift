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
  private let reading: DisclosureReading
  private let glossary: GlossaryForm
  private let source: Report
  private let year: Int
  private let distance: Int
  private var tables: RollTables
  private let numbers: RollNumbers
  private let style: NumberStyle
  private let years: YearMover
  /// Nil where the text says nothing of performance.
  private let projects: RollProjects?
  private var outline: RollOutline
  private var result: RolledReport
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

  // MARK: Passages

  private mutating func rollPassages(_ lists: [RollList]) {
    let renamed = renamedEntries(lists)
    var heading = ""
    var sign: Int?
    for (index, passage) in reading.facts.passages.enumerated() {
      if passage.kind == .heading {
        heading = passage.text.trimmed().string
        sign = nil
      }
      if outline.lines[index].isStruck { continue }
      switch passage.kind {
      case .paragraph, .heading, .unrecognised:
        guard passage.role?.hasPrefix("narrative") ?? false else {
          rollYears(index, passage, heading)
          continue
        }
        var roller = roller(index, section: heading)
        roller.introSign = sign
        roller.projects = RollProjects.isPerformance(passage) ? projects : nil
        if let (range, change) = renamed[index] {
          roller.rename(range, to: change.newName, because: "科目改名")
        }
        roller.roll()
        take(roller, index)
        sign = roller.firstSign ?? sign
      case .cover, .contents, .caption, .glossaryEntry: rollYears(index, passage, heading)
      case .tableLine, .tableNote, .cell: continue
      }
    }
  }

  private func roller(
    _ index: Int, section: String, numbers: RollNumbers? = nil, newName: String? = nil
  ) -> PassageRoller {
    let context = PassageContext(
      numbers: numbers ?? self.numbers, style: style, years: years,
      passage: reading.facts.passages[index], index: index,
      statements: statements[index] ?? 0..<0, newName: newName)
    return PassageRoller(context, section: section)
  }

  private mutating func take(_ roller: PassageRoller, _ index: Int) {
    result.numbers += roller.journal
    result.items += roller.items
    guard !roller.edits.isEmpty else { return }
    outline.lines[index].text = roller.text
    outline.lines[index].isChanged = true
  }

  private mutating func rollYears(_ index: Int, _ passage: Passage, _ section: String) {
    let place: YearMover.Place =
      switch passage.kind {
      case .cover: .cover
      case .heading, .contents, .caption: .heading
      default: .other
      }
    var edits = TextEdits()
    var moved: Set<Int> = []
    for mention in years.mentions(in: passage.text.utf8, place) {
      let before = passage.text.string(mention.range)
      if let text = mention.text {
        edits.add(mention.range, text)
        moved.insert(OtherNumbers.sentenceEnd(passage.text.utf8, mention.range.upperBound))
      }
      // The contents list says what the headings say.
      if passage.kind == .contents { continue }
      result.numbers.append(
        RolledNumber(
          state: mention.text == nil ? .copied : .computed, section: section, before: before,
          after: mention.text ?? before, reason: mention.text == nil ? mention.note ?? "" : "年度",
          doubt: mention.text == nil ? nil : mention.note))
    }
    if passage.kind == .paragraph, place == .other, distance != 0 {
      openReasons(of: passage, section, &edits)
      keepNumbers(of: passage, section, moved, &edits)
    }
    guard !edits.isEmpty else { return }
    outline.lines[index].text = edits.applied(to: passage.text.utf8)
    outline.lines[index].isChanged = true
  }

  /// Leaves open the reasons for changes outside the narrative.
  private mutating func openReasons(
    of passage: Passage, _ section: String, _ edits: inout TextEdits
  ) {
    let bytes = passage.text.utf8
    for clause in ReasonClauses.all(in: bytes, reading.vocabulary) {
      let before = passage.text.string(0..<clause.intro.upperBound)
      guard before.contains("原因"), DirectionWords.direction(before) != nil else { continue }
      let blank = "【请填写：变动的原因】"
      guard edits.add(clause.body, blank) else { continue }
      result.numbers.append(
        RolledNumber(
          state: .open, section: section, before: passage.text.string(clause.body), after: blank,
          reason: "原因每年不同，不能照抄"))
    }
  }

  /// Marks the amounts outside the narrative, which nothing reads, and the counts of a year; tells
  /// of the other counts.
  ///
  /// - Parameter moved: the ends of the sentences with a year that is another now.
  private mutating func keepNumbers(
    of passage: Passage, _ section: String, _ moved: Set<Int>, _ edits: inout TextEdits
  ) {
    var marked: Set<Int> = []
    for kept in OtherNumbers.all(in: passage.text.utf8) {
      let text = passage.text.string(kept.range)
      result.numbers.append(
        RolledNumber(
          state: .copied, section: section, before: text, after: text, reason: "不在情况说明中，没有改"))
      let end = OtherNumbers.sentenceEnd(passage.text.utf8, kept.range.upperBound)
      guard kept.isAmount || moved.contains(end), marked.insert(end).inserted else { continue }
      edits.add(end..<end, PassageDraft.mark)
    }
  }

  // MARK: Projects

  private mutating func strikeGoneProjects() {
    guard let projects else { return }
    for passage in projects.gone {
      outline.lines[passage].isStruck = true
      guard projects.heads.contains(passage), let last = projects.entries[passage]?.last else {
        continue
      }
      tell(.removed, passage, "项目", projects.last.name(last))
    }
  }

  /// Writes the passage of a new project as that of the one before it is written.
  private mutating func addProjects() {
    guard let projects else { return }
    for added in projects.added {
      guard let range = ProjectNames.range(heading: reading.facts.passages[added.model]) else {
        continue
      }
      let name = projects.now.name(added.now)
      var roller = roller(
        added.model, section: heading(of: added.model), newName: name)
      roller.projects = projects.writing(added)
      roller.rename(range, to: name, because: "新增项目")
      roller.openProjectRest()
      roller.roll()
      result.numbers += roller.journal
      outline.lines[added.end].added.append(roller.text)
      tell(.added, added.model, "项目", name)
    }
  }

  // MARK: Glossary

  private mutating func rollGlossary() {
    guard distance != 0, let roller = GlossaryRoller(glossary, tables) else { return }
    let changes = roller.changes()
    for struck in changes.struck {
      outline.lines[struck.passage].isStruck = true
      tell(.removed, struck.passage, struck.code, struck.name)
    }
    for added in changes.added {
      outline.lines[added.passage].added.append(added.text)
      tell(.added, added.passage, added.code, added.name)
      result.numbers.append(
        RolledNumber(
          state: .open, section: heading(of: added.passage), before: "",
          after: "【请填写：\(added.name)的含义】", reason: "本年新用到的名词"))
    }
  }

  private mutating func tell(
    _ kind: RolledReport.ItemChange.Kind, _ passage: Int, _ code: String, _ name: String
  ) {
    result.items.append(
      RolledReport.ItemChange(
        kind: kind, section: heading(of: passage), code: code, name: name))
  }

  // MARK: 科目

  /// The names that changed, by the passage that is about the 科目.
  private mutating func renamedEntries(
    _ lists: [RollList]
  ) -> [Int: (Range<Int>, CodeChanges.Change)] {
    var renamed: [Int: (Range<Int>, CodeChanges.Change)] = [:]
    for change in tables.changes.sorted {
      result.items.append(
        RolledReport.ItemChange(
          kind: .renamed, section: "", code: change.new, name: change.newName,
          formerly: "\(change.old) \(change.oldName)"))
    }
    for list in lists {
      for entry in list.entries {
        guard let change = tables.changes.changes[entry.code], change.oldName != change.newName
        else { continue }
        let bytes = reading.facts.passages[entry.passage].text.utf8
        let name = Array(change.oldName.utf8)
        guard
          let start = bytes.firstOffset(
            of: name, from: entry.mention.lowerBound, to: entry.mention.upperBound)
        else { continue }
        renamed[entry.passage] = (start..<(start + name.count), change)
      }
    }
    return renamed
  }

  private func heading(of index: Int) -> String {
    let heading = reading.facts.passages[...index].last { $0.kind == .heading }
    return heading?.text.trimmed().string ?? ""
  }

  private mutating func strikeGone(_ lists: [RollList]) {
    for list in lists {
      for entry in list.entries where isGone(entry, list) { strike(entry) }
    }
  }

  private mutating func add(to list: RollList) {
    let kept = list.entries.filter { !outline.lines[$0.passage].isStruck }
    guard list.isComplete(tables), !list.entries.isEmpty else { return }
    let named = Set(kept.map { tables.changes.code($0.code) })
    for row in list.rows(tables.now) {
      guard let code = row.code, !named.contains(code) else { continue }
      add(row, code, to: list, beside: kept)
    }
  }

  private func isGone(_ entry: RollList.Entry, _ list: RollList) -> Bool {
    guard !list.isEconomic else {
      let name = tables.last.table(list.column.table)?.row(code: entry.code)?.label ?? ""
      return isNothing(.name(list.column, name)) || isMoved(entry.code, name, list)
    }
    return isNothing(.row(list.column, code: entry.code))
  }

  /// Whether an economic 科目 belongs to another 类 this year.
  private func isMoved(_ code: String, _ name: String, _ list: RollList) -> Bool {
    guard
      let cell = tables.now.cell(
        table: list.column.table, row: name, column: list.column.column),
      let new = tables.now.row(cell).code
    else { return false }
    return new.prefix(3) != code.prefix(3)
  }

  /// Whether there was an amount last year and there is none this year.
  private func isNothing(_ place: RollTables.Place) -> Bool {
    guard let before = tables.value(place, .last), before.grains != 0,
      let now = tables.value(place, .now)
    else { return false }
    return now.grains == 0
  }

  private mutating func strike(_ entry: RollList.Entry) {
    outline.lines[entry.passage].isStruck = true
    let passage = reading.facts.passages[entry.passage]
    result.items.append(
      RolledReport.ItemChange(
        kind: .removed, section: heading(of: entry.passage), code: entry.code,
        name: passage.text.string(entry.mention)))
  }

  /// Writes the passage of a new 科目 as that of the one before it is written.
  private mutating func add(
    _ row: BoundRow, _ code: String, to list: RollList, beside kept: [RollList.Entry]
  ) {
    let ordered = kept.map { (tables.changes.code($0.code), $0) }
    guard let (_, model) = ordered.last(where: { $0.0 < code }) ?? ordered.first,
      let oldName = tables.last.table(list.column.table)?.row(code: model.code)?.label
    else { return }
    var substituted = tables
    substituted.substitute = RollTables.Substitute(
      from: model.code, to: code, fromName: oldName, toName: row.label)
    let section = heading(of: model.passage)
    let roller = roller(
      model.passage, section: section, numbers: numbers.looking(in: substituted), newName: row.label
    )
    let name = name(row, code, list, like: model)
    roller.rename(model.mention, to: name, because: "新增科目")
    roller.openPurposes()
    roller.roll()
    result.numbers += roller.journal
    // In front of the first one there is no line to follow; it goes behind that one then.
    outline.lines[model.passage].added.append(roller.text)
    result.items.append(
      RolledReport.ItemChange(kind: .added, section: section, code: code, name: name))
  }

  /// A new 科目 named with the levels that the one beside it is named with, and those that differ.
  private func name(
    _ row: BoundRow, _ code: String, _ list: RollList, like model: RollList.Entry
  ) -> String {
    let text = reading.facts.passages[model.passage].text.string(model.mention)
    let label = row.label
    guard !list.isEconomic, let table = tables.now.table(list.column.table) else {
      let isMarked = text.hasSuffix("（款）") || text.hasSuffix("（类）")
      return label + (isMarked ? "（\(list.level.word)）" : "")
    }
    guard text.contains("（\(list.level.word)）") else { return label }
    var name = ""
    for level in ClassificationLevel.allCases where level <= list.level {
      let length = 1 + 2 * level.rawValue
      let outer = String(code.prefix(length))
      let isNamed = text.contains("（\(level.word)）") || !model.code.hasPrefix(outer)
      guard isNamed, let label = table.row(code: outer)?.label else { continue }
      name += "\(label)（\(level.word)）"
    }
    return name
  }
}
