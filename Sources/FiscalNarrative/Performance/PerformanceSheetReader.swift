public import FiscalModel
public import FiscalStandards
internal import FiscalText

/// Reads performance sheets: grids with heads, and sheets whose cells were flattened to words in a
/// row, in which an indicator's row begins with its operator.
public struct PerformanceSheetReader {
  typealias Value = PerformanceSheet.Value
  typealias Column = PerformanceForm.Column

  /// The sheets of a table; a table without the words of a sheet has none.
  public static func sheet(_ table: Table, _ form: PerformanceForm) -> PerformanceSheet? {
    guard table.kind != .financial else { return nil }
    var reader = PerformanceSheetReader(form)
    reader.read(table)
    let isSheet =
      !reader.sheet.indicators.isEmpty
      && (reader.sheet.project != nil || reader.sheet.totalScore != nil)
    reader.sheet.title = table.title
    reader.sheet.unit = reader.sheet.unit ?? table.unit
    let isPlan = reader.isPlan(table.title)
    reader.sheet.isGoals = isPlan || !reader.columns.isEmpty && reader.columns[.score] == nil
    return isSheet || isPlan ? reader.sheet : nil
  }

  /// Whether it is a sheet of goals that weighs none of them, of which only project and money are
  /// read.
  private func isPlan(_ title: TracedText?) -> Bool {
    columns.isEmpty && sheet.indicators.isEmpty && sheet.project != nil && sheet.money.count > 1
      && sheet.executed == nil
      && form.words(.plan).contains { title?.utf8.firstOffset(of: $0) != nil }
  }

  /// The sheets of a report, in reading order, by the words of a layout.
  ///
  /// - Throws: a ``LayoutError`` if the layout's words for sheets are wrong.
  public static func sheets(
    of report: Report, layout: Layout
  ) throws(LayoutError) -> [PerformanceSheet] {
    let tables = report.tables
    guard tables.contains(where: { $0.kind != .financial }) else { return [] }
    let form = try PerformanceForm(layout)
    return tables.compactMap { sheet($0, form) }
  }

  let form: PerformanceForm
  var sheet = PerformanceSheet()
  /// The columns of the heads that were seen last, by what they hold.
  var columns: [Column: Int] = [:]
  /// The ranks of the heads of the money, from the first.
  var moneyColumns: [Column: Int] = [:]
  /// The columns in which the total of the money has amounts.
  var amountColumns: [Int] = []
  /// The columns of two totals that stand side by side.
  var pairedColumns: [Int] = []
  /// The columns of the money, by what they hold.
  var ratedColumns: [Column: Int] = [:]
  /// Whether the rows of the money have ended.
  var isMoneyOver = false
  /// Whether the row before held nothing but the heads of goal and result.
  var isGoalNext = false
  /// The level-2 indicator of the rows that follow.
  var kind = ""
  /// Words of the rows since the last indicator: the name of the next one in flattened sheets.
  var pendingName: [UInt8] = []

  private init(_ form: PerformanceForm) { self.form = form }

  private mutating func read(_ table: Table) {
    for cells in table.head { readFilled(cells) }
    for row in table.rows { readFilled(row.cells) }
  }

  private mutating func readFilled(_ cells: [Cell]) {
    let filled = cells.contains { $0.text.isEmpty } ? cells.filter { !$0.text.isEmpty } : cells
    if !filled.isEmpty { read(filled) }
  }

  private mutating func read(_ cells: [Cell]) {
    let words = cells.map { Self.plain($0.text) }
    readUnit(words)
    readGroups(cells, words)
    if readProject(cells, words) || readHeads(cells, words) || readTotal(cells, words) { return }
    if readGoal(cells, words) || readMoneyPart(cells, words) { return }
    if readMoney(cells, words) || readFlatIndicator(cells, words) { return }
    if readIndicator(cells, words) { return }
    pendingName += words.joined()
  }

  /// The text without spaces, brackets and quotes alike.
  static func plain(_ text: TracedText) -> [UInt8] {
    let bytes = NormalText.bytes(of: text.utf8)
    return bytes.contains(0x20) ? bytes.filter { $0 != 0x20 } : bytes
  }

  // MARK: Unit

  /// What ends a head that says the unit: 项目资金（万元）, （单位：元）.
  private static let unitEnds: [(word: [UInt8], unit: AmountUnit)] =
    [AmountUnit.hundredMillionYuan, .tenThousandYuan, .yuan].flatMap { unit in
      ["（\(unit.rawValue)）", "：\(unit.rawValue)）", "单位：\(unit.rawValue)"].map {
        ([UInt8]($0.utf8), unit)
      }
    }

  /// The unit stands above the money or beside it; those of indicators come later.
  private mutating func readUnit(_ words: [[UInt8]]) {
    guard sheet.unit == nil, sheet.indicators.isEmpty else { return }
    for word in words {
      if let found = Self.unitEnds.first(where: { word.suffix($0.word.count) == $0.word[...] }) {
        sheet.unit = found.unit
        return
      }
    }
  }

  // MARK: Words

  /// Whether a word begins with one of the form.
  func starts(_ word: [UInt8], _ mark: PerformanceForm.Mark) -> Bool {
    form.words(mark).contains { word.starts(with: $0) }
  }

  /// Whether a word ends with one of the form.
  func ends(_ word: ArraySlice<UInt8>, _ mark: PerformanceForm.Mark) -> Bool {
    form.words(mark).contains { word.suffix($0.count).elementsEqual($0) }
  }

  // MARK: Values

  func value(_ cells: [Cell], _ column: Int?) -> PerformanceSheet.Value? {
    column.flatMap { text(cells, in: $0) }.flatMap { Self.number($0) }
  }

  /// The text of the cell that begins in a column, or nil.
  func text(_ cells: [Cell], in column: Int) -> TracedText? {
    for index in cells.indices where cells[index].column == column { return cells[index].text }
    return nil
  }

  /// A number alone in its cell.
  static func number(_ text: TracedText) -> PerformanceSheet.Value? {
    guard case .number(let token) = CellNumber(text.utf8), token.form == .decimal else {
      return nil
    }
    return .init(number: token.value, text: text, range: token.digits)
  }

  /// A percentage alone in its cell but for the sign: only those are comparable without their unit.
  static func measured(_ text: TracedText) -> PerformanceSheet.Value? {
    let tokens = NumberScanner.tokens(text.utf8)
    guard tokens.count == 1, let token = tokens.first, token.form == .decimal,
      token.suffix == .percent,
      text.utf8[token.range.upperBound...].allSatisfy({ $0 <= 0x20 }),
      text.utf8.prefix(token.range.lowerBound).count <= 4
    else { return nil }
    return .init(number: token.value, text: text, range: token.range)
  }
}
