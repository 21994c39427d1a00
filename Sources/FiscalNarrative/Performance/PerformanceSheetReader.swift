public import FiscalModel
internal import FiscalText

/// Reads performance sheets: grids with heads, and sheets whose cells were flattened to words in a
/// row, in which an indicator's row begins with its operator.
public struct PerformanceSheetReader {
  private typealias Value = PerformanceSheet.Value

  /// The sheets of a table; a table without the words of a sheet has none.
  public static func sheet(_ table: Table) -> PerformanceSheet? {
    guard table.kind != .financial else { return nil }
    var reader = PerformanceSheetReader()
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
      && sheet.executed == nil && title?.utf8.firstOffset(of: Self.plan) != nil
  }

  private static let plan = utf8("绩效目标")

  /// The sheets of a report, in reading order.
  public static func sheets(of report: Report) -> [PerformanceSheet] {
    report.tables.compactMap { sheet($0) }
  }

  private var sheet = PerformanceSheet()
  /// The columns of the heads that were seen last, by what they hold.
  private var columns: [Column: Int] = [:]
  /// The ranks of the heads of the money, from the first.
  private var moneyColumns: [Column: Int] = [:]
  /// The columns in which the total of the money has amounts.
  private var amountColumns: [Int] = []
  /// The columns of two totals that stand side by side.
  private var pairedColumns: [Int] = []
  /// The columns of the money, by what they hold.
  private var ratedColumns: [Column: Int] = [:]
  /// Whether the rows of the money have ended.
  private var isMoneyOver = false
  /// Whether the row before held nothing but the heads of goal and result.
  private var isGoalNext = false
  /// The level-2 indicator of the rows that follow.
  private var kind = ""
  /// Words of the rows since the last indicator: the name of the next one in flattened sheets.
  private var pendingName: [UInt8] = []

  private enum Column: Hashable {
    case target
    case actual
    case weight
    case score
    case reason
    case name
    case kind
    case unit
    case budget
    case executed
    case rate
  }

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
  private static func plain(_ text: TracedText) -> [UInt8] {
    let bytes = NormalText.bytes(of: text.utf8)
    return bytes.contains(0x20) ? bytes.filter { $0 != 0x20 } : bytes
  }

  private static func utf8(_ word: String) -> [UInt8] { [UInt8](word.utf8) }

  // MARK: Unit

  /// What ends a head that says the unit: 项目资金（万元）, （单位：元）.
  private static let unitEnds: [(word: [UInt8], unit: AmountUnit)] =
    [AmountUnit.hundredMillionYuan, .tenThousandYuan, .yuan].flatMap { unit in
      [
        (utf8("（\(unit.rawValue)）"), unit), (utf8("：\(unit.rawValue)）"), unit),
        (utf8("单位：\(unit.rawValue)"), unit),
      ]
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

  // MARK: Name, heads, total

  private static let projectName = utf8("项目名称")
  private static let originalBudget = utf8("年初预算数")
  private static let openBracket = utf8("（")

  private mutating func readProject(_ cells: [Cell], _ words: [[UInt8]]) -> Bool {
    guard let index = words.firstIndex(of: Self.projectName), index + 1 < cells.count else {
      return false
    }
    if sheet.project == nil { sheet.project = cells[index + 1].text.trimmed() }
    return true
  }

  private static let heads: [(word: [UInt8], column: Column)] = {
    let words: [(String, Column)] = [
      ("指标值", .target), ("年度指标值", .target), ("目标值", .target), ("实际完成值", .actual),
      ("完成值", .actual), ("全年完成值", .actual), ("分值", .weight), ("权重", .weight), ("得分", .score),
      ("偏差原因", .reason), ("偏差原因分析及改进措施", .reason), ("偏差原因和改进措施", .reason),
      ("三级指标", .name), ("二级指标", .kind), ("度量单位", .unit), ("计量单位", .unit),
    ]
    return words.map { (utf8($0.0), $0.1) }
  }()

  private static let moneyHeads: [(word: [UInt8], column: Column)] = {
    let words: [(String, Column)] = [
      ("全年预算数", .budget), ("调整预算数", .budget), ("执行数", .executed), ("全年执行数", .executed),
      ("预算执行数", .executed), ("分值", .weight), ("执行率", .rate), ("预算执行率", .rate), ("得分", .score),
    ]
    return words.map { (utf8($0.0), $0.1) }
  }()

  private mutating func readHeads(_ cells: [Cell], _ words: [[UInt8]]) -> Bool {
    guard cells.count > 2 else { return false }
    let money = matches(words, Self.moneyHeads)
    if let first = words.firstIndex(where: { $0.starts(with: Self.originalBudget) })
      ?? money.values.min(),
      money[.budget] != nil, money[.executed] != nil
    {
      moneyColumns = money.mapValues { $0 - first }
      return true
    }
    let found = matches(words, Self.heads)
    let isGoals = found[.target] != nil && found[.name] != nil
    guard found[.weight] != nil, found[.score] != nil || isGoals, cells.count >= 5 else {
      return false
    }
    columns = found.mapValues { cells[$0].column }
    return true
  }

  private func matches(
    _ words: [[UInt8]], _ heads: [(word: [UInt8], column: Column)]
  ) -> [Column: Int] {
    var found: [Column: Int] = [:]
    for (index, word) in words.enumerated() {
      for head in heads.indices
      where word.hasBytes(heads[head].word, at: 0) && Self.isWhole(word, heads[head].word.count)
        && found[heads[head].column] == nil
      {
        found[heads[head].column] = index
      }
    }
    return found
  }

  /// Whether a word ends where a head does, but for a letter or a unit in brackets: 全年预算数（A）.
  private static func isWhole(_ word: [UInt8], _ end: Int) -> Bool {
    word.count == end || word.hasBytes(openBracket, at: end)
  }

  private static let totals = ["总计", "总分", "合计", "总分值"].map(utf8)

  private mutating func readTotal(_ cells: [Cell], _ words: [[UInt8]]) -> Bool {
    guard Self.totals.contains(words[0]) else { return false }
    let numbers = cells.dropFirst().compactMap { Self.number($0.text) }
    guard numbers.count == 2 else {
      guard numbers.count == 1 else { return !numbers.isEmpty }
      if columns[.score] != nil {
        sheet.totalScore = numbers[0]
      } else if !columns.isEmpty {
        sheet.totalWeight = numbers[0]
      }
      return true
    }
    sheet.totalWeight = numbers[0]
    sheet.totalScore = numbers[1]
    return true
  }

  private static let indicator = utf8("指标")
  private static let wholes = ["绩效指标", "一级"].map(utf8)

  /// 产出指标（50）: the weights of the rows below are its parts.
  private mutating func readGroups(_ cells: [Cell], _ words: [[UInt8]]) {
    for (index, word) in words.enumerated() {
      guard let bracket = word.firstOffset(of: Self.openBracket),
        word[..<bracket].suffix(Self.indicator.count).elementsEqual(Self.indicator),
        !Self.wholes.contains(where: { word.starts(with: $0) }),
        case let text = cells[index].text, let token = NumberScanner.tokens(text.utf8).first,
        token.form == .decimal
      else { continue }
      sheet.groups.append(
        .init(weight: .init(number: token.value, text: text, range: token.digits), rows: []))
    }
  }

  // MARK: Money

  private static let total = utf8("资金总额")
  private static let budgets = ["全年预算数", "调整预算数"].map(utf8)
  private static let executions = ["预算执行数", "全年执行数", "执行数"].map(utf8)

  private mutating func readMoney(_ cells: [Cell], _ words: [[UInt8]]) -> Bool {
    if let label = words.firstIndex(where: { $0.firstOffset(of: Self.total) != nil }) {
      guard !moneyColumns.isEmpty else { return readMoneyInRow(cells, words, label) }
      readAmountColumns(Array(cells[(label + 1)...]))
      addMoney(cells[label], Array(cells[(label + 1)...]))
      readTotalMoney(Array(cells[(label + 1)...]))
      return true
    }
    guard words.count == 2, let number = Self.number(cells[1].text) else { return false }
    if Self.budgets.contains(words[0]) {
      sheet.budget = number
    } else if Self.executions.contains(words[0]) {
      sheet.executed = number
    } else {
      return false
    }
    return true
  }

  /// 年度资金总额 215.00 其中：财政拨款 215.00: each label with its only amount behind it.
  private mutating func readMoneyInRow(
    _ cells: [Cell], _ words: [[UInt8]], _ label: Int
  ) -> Bool {
    guard sheet.money.isEmpty, label + 1 < cells.count,
      let total = Self.number(cells[label + 1].text)
    else { return false }
    if readPairedTotals(cells, words, label, total) { return true }
    sheet.budget = total
    amountColumns = [cells[label + 1].column]
    sheet.money.append(.init(label: cells[label].text, budgets: [total]))
    var index = label + 2
    while index + 1 < cells.count, Self.moneyParts.contains(Self.bare(words[index])),
      let part = Self.number(cells[index + 1].text)
    {
      sheet.money.append(.init(label: cells[index].text, budgets: [part]))
      index += 2
    }
    if index < cells.count { sheet.isMoneyUncertain = true }
    return true
  }

  /// 项目资金总额 900.00 年度资金申请总额 300.00, with the parts of each below it: those of the year are
  /// the budget.
  private mutating func readPairedTotals(
    _ cells: [Cell], _ words: [[UInt8]], _ label: Int, _ total: Value
  ) -> Bool {
    guard cells.count == label + 4, words[label + 2].suffix(Self.whole.count) == Self.whole[...],
      let yearly = Self.number(cells[label + 3].text)
    else { return false }
    sheet.budget = yearly
    pairedColumns = [cells[label + 1].column, cells[label + 3].column]
    sheet.money.append(.init(label: cells[label].text, budgets: [total, yearly]))
    return true
  }

  private static let whole = utf8("总额")

  /// Each part stands before its amount, that of the project's total or of the year's.
  private mutating func readPairedParts(_ cells: [Cell], _ words: [[UInt8]]) -> Bool {
    let labels = words.indices.filter { index in
      index + 1 < cells.count && Self.moneyParts.contains(Self.bare(words[index]))
    }
    guard let first = labels.first else { return false }
    let budgets = pairedColumns.map { column in
      labels.first { cells[$0 + 1].column == column }.flatMap { Self.number(cells[$0 + 1].text) }
    }
    sheet.money.append(.init(label: cells[first].text, budgets: budgets))
    if budgets.compactMap(\.self).count < labels.count { sheet.isMoneyUncertain = true }
    return true
  }

  /// Without 其中.
  private static func bare(_ word: [UInt8]) -> [UInt8] {
    ofWhich.first { word.starts(with: $0) }.map { Array(word.dropFirst($0.count)) } ?? word
  }

  /// The columns of the amounts: those of the total's numbers below the heads of budget and money
  /// spent.
  private mutating func readAmountColumns(_ cells: [Cell]) {
    guard let last = moneyColumns.values.max(), cells.count == last + 1,
      let end = moneyColumns[.executed]
    else { return }
    amountColumns = cells[...end].map(\.column)
    ratedColumns = moneyColumns.mapValues { cells[$0].column }
  }

  /// The values stand behind their label in the order of the heads; their columns need not be the
  /// heads', since the label has a column of its own.
  private mutating func readTotalMoney(_ cells: [Cell]) {
    defer { moneyColumns = [:] }
    guard let last = moneyColumns.values.max(), cells.count == last + 1 else { return }
    func value(_ column: Column) -> PerformanceSheet.Value? {
      moneyColumns[column].flatMap { Self.number(cells[$0].text) }
    }
    sheet.budget = value(.budget)
    sheet.executed = value(.executed)
    sheet.rate = value(.rate)
    sheet.rateWeight = value(.weight)
    sheet.rateScore = value(.score)
  }

  private func value(_ cells: [Cell], _ column: Int?) -> PerformanceSheet.Value? {
    column.flatMap { text(cells, in: $0) }.flatMap { Self.number($0) }
  }

  private static let moneyParts = [
    "财政拨款", "财政拨款资金", "财政资金", "当年财政拨款", "本年财政拨款", "上年结转资金", "上年结转", "财政专户管理资金", "单位资金",
    "单位自筹", "自筹资金", "其他资金",
  ].map(utf8)
  private static let ofWhich = ["其中:", "其中："].map(utf8)

  /// A part of the money below its total.
  private mutating func readMoneyPart(_ cells: [Cell], _ words: [[UInt8]]) -> Bool {
    guard !sheet.money.isEmpty, sheet.indicators.isEmpty, !isMoneyOver else { return false }
    if !pairedColumns.isEmpty {
      isMoneyOver = !readPairedParts(cells, words)
      return !isMoneyOver
    }
    guard let label = words.firstIndex(where: { Self.moneyParts.contains(Self.bare($0)) }) else {
      // Rows that part the parts once more, or text in the middle: their sum is not known.
      if columns.isEmpty, cells.count > 1, sheet.goal == nil { sheet.isMoneyUncertain = true }
      return false
    }
    addMoney(cells[label], Array(cells[(label + 1)...]))
    return true
  }

  private mutating func addMoney(_ label: Cell, _ cells: [Cell]) {
    let budgets = amountColumns.map { column in
      cells.first { $0.column == column }.flatMap { Self.number($0.text) }
    }
    var money = PerformanceSheet.Money(label: label.text, budgets: budgets)
    money.budget = value(cells, ratedColumns[.budget])
    money.executed = value(cells, ratedColumns[.executed])
    money.rate = value(cells, ratedColumns[.rate])
    sheet.money.append(money)
  }

  // MARK: Goal

  private static let goals = ["年度总体目标", "年度目标", "总体目标", "年度绩效目标", "绩效总目标"].map(utf8)
  private static let labels = ["预期目标", "实际完成情况", "年度目标"].map(utf8)

  /// 年度总体目标 and beside it 实际完成情况, each in a cell of its own.
  private mutating func readGoal(_ cells: [Cell], _ words: [[UInt8]]) -> Bool {
    if isGoalNext {
      isGoalNext = false
      // Goal and result were flattened into one cell, or stand in one each.
      guard cells.count <= 2 else { return false }
      sheet.goal = cells[0].text
      sheet.result = cells.count == 2 ? cells[1].text : nil
      return true
    }
    guard sheet.goal == nil, Self.goals.contains(words[0]), cells.count > 1 else { return false }
    if Self.labels.contains(words[1]) {
      isGoalNext = cells.count == 2 || cells.count == 3 && Self.labels.contains(words[2])
      return isGoalNext
    }
    sheet.goal = cells[1].text
    // With something between them it is not certain which is which.
    if cells.count == 3 { sheet.result = cells[2].text }
    return true
  }

  // MARK: Indicators

  /// Longest first.
  private static let operators: [(sign: [UInt8], comparison: PerformanceSheet.Comparison)] = {
    let signs: [(String, PerformanceSheet.Comparison)] = [
      (">=", .atLeast), ("<=", .atMost), ("≥", .atLeast), ("＞", .atLeast), (">", .atLeast),
      ("≤", .atMost), ("＜", .atMost), ("<", .atMost), ("=", .equal), ("＝", .equal),
    ]
    return signs.map { (utf8($0.0), $0.1) }
  }()

  private static let qualitative = utf8("定性")
  private static let executionRate = utf8("预算执行率")

  private static func comparison(sign: [UInt8]) -> PerformanceSheet.Comparison? {
    operators.first { $0.sign == sign }?.comparison
  }

  /// A flattened row: names, operator, target, unit, actual, weight, score, and what is left of a
  /// reason.
  private mutating func readFlatIndicator(_ row: [Cell], _ rowWords: [[UInt8]]) -> Bool {
    guard columns.isEmpty,
      let start = rowWords.firstIndex(where: {
        $0 == Self.qualitative || Self.comparison(sign: $0) != nil
      })
    else { return false }
    pendingName += rowWords[..<start].joined()
    defer { pendingName = [] }
    let (cells, words) = (Array(row[start...]), Array(rowWords[start...]))
    let isQualitative = words[0] == Self.qualitative
    let numbers = cells.map { Self.number($0.text) }
    let first = isQualitative ? 3 : 4
    guard cells.count >= first + 2, let weight = numbers[first], let score = numbers[first + 1],
      isQualitative || numbers[1] != nil
    else {
      sheet.isIncomplete = true
      return true
    }
    sheet.indicators.append(
      .init(
        comparison: Self.comparison(sign: words[0]), target: isQualitative ? nil : numbers[1],
        actual: isQualitative ? nil : numbers[3], weight: weight, score: score,
        isExecutionRate: Self.isExecutionRate(pendingName)))
    return true
  }

  private mutating func readIndicator(_ cells: [Cell], _ words: [[UInt8]]) -> Bool {
    guard let weightColumn = columns[.weight], let weight = value(cells, weightColumn) else {
      return false
    }
    let (target, actual) = (text(cells, .target), text(cells, .actual))
    // With its operator and unit in cells of their own a number needs none.
    readKind(cells)
    let sign = words.lazy.compactMap { Self.comparison(sign: $0) }.first
    let reads = sign == nil ? Self.measured : Self.number
    sheet.indicators.append(
      .init(
        comparison: sign ?? target.flatMap { Self.comparison($0) },
        target: target.flatMap(reads), actual: actual.flatMap(reads),
        weight: weight,
        score: value(cells, columns[.score]),
        isExecutionRate: words.contains { Self.isExecutionRate($0) }, name: text(cells, .name),
        kind: kind, targetText: target, actualText: actual, unit: text(cells, .unit),
        reason: text(cells, .reason), asksReason: columns[.reason] != nil))
    if !sheet.groups.isEmpty { sheet.groups[sheet.groups.count - 1].rows.append(weight) }
    return true
  }

  private func text(_ cells: [Cell], _ column: Column) -> TracedText? {
    columns[column].flatMap { text(cells, in: $0) }
  }

  /// The text of the cell that begins in a column, or nil.
  private func text(_ cells: [Cell], in column: Int) -> TracedText? {
    for index in cells.indices where cells[index].column == column { return cells[index].text }
    return nil
  }

  /// A cell that is merged over several rows stands in the first of them.
  private mutating func readKind(_ cells: [Cell]) {
    if let text = text(cells, .kind) {
      kind = String(decoding: Self.plain(text), as: UTF8.self)
    }
  }

  /// ≥95%, ≤24小时; a percentage without a sign is a lower bound.
  private static func comparison(_ text: TracedText) -> PerformanceSheet.Comparison? {
    let word = plain(text)
    if let sign = operators.first(where: { word.starts(with: $0.sign) }) { return sign.comparison }
    return word.last == UInt8(ascii: "%") ? .atLeast : nil
  }

  private static func isExecutionRate(_ name: [UInt8]) -> Bool {
    name.suffix(executionRate.count).elementsEqual(executionRate)
  }

  /// A number alone in its cell.
  private static func number(_ text: TracedText) -> PerformanceSheet.Value? {
    guard case .number(let token) = CellNumber(text.utf8), token.form == .decimal else {
      return nil
    }
    return .init(number: token.value, text: text, range: token.digits)
  }

  /// A percentage alone in its cell but for the sign: only those are comparable without their unit.
  private static func measured(_ text: TracedText) -> PerformanceSheet.Value? {
    let tokens = NumberScanner.tokens(text.utf8)
    guard tokens.count == 1, let token = tokens.first, token.form == .decimal,
      token.suffix == .percent,
      text.utf8[token.range.upperBound...].allSatisfy({ $0 <= 0x20 }),
      text.utf8.prefix(token.range.lowerBound).count <= 4
    else { return nil }
    return .init(number: token.value, text: text, range: token.range)
  }
}
