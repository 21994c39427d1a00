internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// Where numbers of the narrative stand in the tables of both years.
struct RollTables {
  /// A way to a number that holds in the tables of each year.
  enum Place {
    case formula(Expression)
    /// A row by the code of its 科目.
    case row(ColumnAddress, code: String)
    /// A row by its name.
    case name(ColumnAddress, String)
    case labelled(LabelledCells.Place)
    /// The original budget of a 科目 by its code, or of the whole.
    case budget(String)
    /// What was spent in the year before on a 科目 by its code, or on a concept: a budget has it in
    /// no table.
    case executed(String)
  }

  struct Value {
    /// Of yuan.
    var grains: Int128
    /// Where it comes from, in Chinese.
    var source: String
    /// Whether it is zero since the row is not there.
    var isAbsent = false
  }

  enum Side { case now, last }

  /// One 科目 in place of another, by code and name.
  struct Substitute {
    var from: String
    var to: String
    var fromName: String
    var toName: String
  }

  let reading: DisclosureReading
  let changes: CodeChanges
  /// A 科目 in place of which another one is looked up, in the sentences that are written for it.
  var substitute: Substitute?
  private let sides: (now: TableSide, last: TableSide)
  private let prior: PriorNumbers?
  private let budgets: OriginalBudgets
  private let vocabulary: Vocabulary

  private struct TableSide {
    var rows: NamedRows
    var tables: DraftTables
    var labels: LabelledCells

    init(_ rows: NamedRows, _ tables: [Table]) {
      self.rows = rows
      self.tables = DraftTables(rows.index)
      labels = LabelledCells(tables)
    }
  }

  init(
    _ reading: DisclosureReading, now: TableIndex, tables: [Table], prior: PriorNumbers?,
    budgets: OriginalBudgets, year: Int
  ) {
    self.reading = reading
    self.budgets = budgets
    self.prior = prior
    vocabulary = reading.vocabulary
    sides = (
      TableSide(NamedRows(now), tables),
      TableSide(reading.rows, reading.report.tables)
    )
    changes = CodeChanges(reading, now: now, year: year)
  }

  var now: TableIndex { sides.now.rows.index }
  var last: TableIndex { sides.last.rows.index }

  private func side(_ side: Side) -> TableSide { side == .now ? sides.now : sides.last }

  // MARK: Places

  /// The places that state a level: those that must, and those that often do.
  func places(
    of subject: Subject, _ measure: Measure, in section: String?
  ) -> (certain: [Place], likely: [Place]) {
    switch subject {
    case .project, .unnamed: return ([], [])
    case .concept(let id):
      guard let concept = vocabulary.concept(id) else { return ([], []) }
      if measure == .originalBudget, concept.formulas[measure] == nil, isWhole(concept, section) {
        return ([.budget(OriginalBudgets.total)], [])
      }
      if isExecution(measure), concept.formulas[measure] == nil { return ([.executed(id)], []) }
      return (formulas(concept.formulas[measure]), formulas(concept.references[measure]))
    case .functional(let path):
      guard let words = vocabulary.section(section), let code = code(of: path, in: words) else {
        return ([], [])
      }
      if let column = words.functional[measure] { return ([.row(column, code: code)], []) }
      if isExecution(measure) { return ([.executed(code)], []) }
      return measure == .originalBudget ? ([.budget(code)], []) : ([], [])
    case .economic(let name):
      guard let column = vocabulary.section(section)?.economic[measure] else { return ([], []) }
      return ([.name(column, name)], [])
    }
  }

  /// Whether a budget speaks of what was spent.
  private func isExecution(_ measure: Measure) -> Bool {
    measure == .finalAmount && vocabulary.defaultMeasure == .budget
  }

  /// Whether a concept is the whole of the table that a section goes through.
  private func isWhole(_ concept: Concept, _ section: String?) -> Bool {
    guard let column = vocabulary.section(section)?.functional[.finalAmount] else { return false }
    return formulas(concept.formulas[.finalAmount]).contains { place in
      guard case .formula(.cell(let address)) = place else { return false }
      return address.table == column.table && address.row == [OriginalBudgets.total]
    }
  }

  private func formulas(_ formulas: [Formula]?) -> [Place] {
    (formulas ?? []).map { .formula($0.expression) }
  }

  /// The code that a path has in last year's table, else in this year's.
  func code(of path: ClassificationPath, in words: SectionWords) -> String? {
    sides.last.rows.code(of: path, in: words) ?? sides.now.rows.code(of: path, in: words)
  }

  /// The places beside a name at which last year's tables print an amount.
  func labelled(_ names: [Name], _ interval: Interval) -> [Place] {
    names.flatMap { sides.last.labels.places($0, holding: interval) }.map { .labelled($0) }
  }

  // MARK: Values

  /// The number of the year before that the user gave for a place.
  func given(_ place: Place) -> Value? {
    if case .executed(let row) = place {
      let row = substitute.map { $0.from == row ? $0.to : row } ?? changes.code(row)
      return prior?.execution(of: row).map {
        Value(grains: $0.grains, source: "给出的\(PriorNumbers.executionLine(row))")
      }
    }
    guard let prior, let address = address(place),
      let amount = prior.amount(of: address, .lastYear)
    else { return nil }
    return Value(grains: amount.grains, source: "给出的上年数 \(address)")
  }

  private func address(_ place: Place) -> Address? {
    switch place {
    case .formula(.cell(let address)): return substitute == nil ? address : nil
    case .row(let column, let code):
      guard let substitute else { return Self.address(column, changes.code(code)) }
      return code == substitute.from ? Self.address(column, substitute.to) : nil
    case .name(let column, let name):
      guard let substitute else { return Self.address(column, name) }
      return Name(substitute.fromName) == Name(name)
        ? Self.address(column, substitute.toName) : nil
    case .formula, .labelled, .budget, .executed: return nil
    }
  }

  /// Why there is no number of the year before, where it stands in no table.
  func reasonOfNone(_ place: Place?) -> String? {
    guard case .executed(let row) = place else { return nil }
    let line = PriorNumbers.executionLine(substitute?.to ?? changes.code(row))
    return "两年的表里都没有上年的执行数；可以在 --prior 的文件里写“\(line) = …”"
  }

  func value(_ place: Place, _ side: Side) -> Value? {
    let tables = self.side(side)
    switch place {
    case .formula(let expression):
      return substitute == nil ? value(expression, tables.tables) : nil
    case .row(let column, let code):
      if let substitute {
        return code == substitute.from ? value(column, row: substitute.to, tables) : nil
      }
      return value(column, row: side == .now ? changes.code(code) : code, tables)
    case .name(let column, let given):
      if let substitute, Name(substitute.fromName) != Name(given) { return nil }
      let name = substitute?.toName ?? given
      for name in Self.spellings(name) {
        if tables.rows.index.cell(table: column.table, row: name, column: column.column) != nil {
          return value(.cell(Self.address(column, name)), tables.tables)
        }
      }
      return absent(column, name, tables)
    case .budget(let row):
      guard side == .now else { return nil }
      guard let substitute else { return budgets.value(changes.code(row)) }
      return row == substitute.from ? budgets.value(substitute.to) : nil
    case .executed: return nil
    case .labelled(let place):
      guard substitute == nil else { return nil }
      return tables.labels.value(place).map {
        Value(grains: $0, source: "\(place.table.string)“\(place.label.string)”")
      }
    }
  }

  private static func spellings(_ name: String) -> [String] {
    [name, name + "支出", name.hasSuffix("支出") ? String(name.dropLast(2)) : name]
  }

  private static func address(_ column: ColumnAddress, _ row: String) -> Address {
    Address(
      table: column.table, row: [row],
      column: column.column.split(separator: "/").map(String.init))
  }

  private func value(_ column: ColumnAddress, row code: String, _ side: TableSide) -> Value? {
    guard let table = side.rows.index.table(column.table) else { return nil }
    guard table.blocks.contains(where: { $0.row(code: code) != nil }) else {
      return absent(column, code, side)
    }
    return value(.cell(Self.address(column, code)), side.tables)
  }

  /// Nothing, where the table that would list a row has rows and not this one.
  private func absent(_ column: ColumnAddress, _ row: String, _ side: TableSide) -> Value? {
    guard let table = side.rows.index.table(column.table),
      table.blocks.contains(where: { $0.rows.contains { $0.hasNumber } })
        || side.tables.isEmpty(column.table)
    else { return nil }
    return Value(grains: 0, source: "\(column.table)（没有“\(row)”）", isAbsent: true)
  }

  private func value(_ expression: Expression, _ tables: DraftTables) -> Value? {
    do throws(DraftGap) {
      let value = try tables.value(expression, nil)
      guard value.unit != nil else { return nil }
      return Value(grains: value.grains, source: expression.description)
    } catch {
      return nil
    }
  }
}
