internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Reads performance sheets: grids with heads, and sheets whose cells were flattened to words in a
/// row, in which an indicator's row begins with its operator.
struct PerformanceSheetReader {
  private typealias Value = PerformanceSheet.Value

  /// The sheets of a table; a table without the words of a sheet has none.
  static func sheet(_ table: Table) -> PerformanceSheet? {
    var reader = PerformanceSheetReader()
    reader.read(table)
    let isSheet =
      !reader.sheet.indicators.isEmpty
      && (reader.sheet.project != nil || reader.sheet.totalScore != nil)
    reader.sheet.title = table.title
    return isSheet ? reader.sheet : nil
  }

  private var sheet = PerformanceSheet()
  /// The columns of the heads that were seen last, by what they hold.
  private var columns: [Column: Int] = [:]
  /// The ranks of the heads of the money, from the first.
  private var moneyColumns: [Column: Int] = [:]
  /// Words of the rows since the last indicator: the name of the next one in flattened sheets.
  private var pendingName = ""

  private enum Column: Hashable {
    case target
    case actual
    case weight
    case score
    case reason
    case budget
    case executed
    case rate
  }

  private mutating func read(_ table: Table) {
    for cells in table.head + table.rows.map(\.cells) {
      let filled = cells.filter { !$0.text.isEmpty }
      guard !filled.isEmpty else { continue }
      read(filled)
    }
  }

  private mutating func read(_ cells: [Cell]) {
    let words = cells.map { Self.plain($0.text) }
    readGroups(cells, words)
    if readProject(cells, words) || readHeads(cells, words) || readTotal(cells, words) { return }
    if readMoney(cells, words) || readFlatIndicator(cells, words) { return }
    if readIndicator(cells, words) { return }
    pendingName += words.joined()
  }

  /// The text without spaces, brackets and quotes alike.
  private static func plain(_ text: TracedText) -> String {
    String(decoding: NormalText(text.utf8).bytes.filter { $0 != 0x20 }, as: UTF8.self)
  }

  // MARK: Name, heads, total

  private mutating func readProject(_ cells: [Cell], _ words: [String]) -> Bool {
    guard let index = words.firstIndex(of: "项目名称"), index + 1 < cells.count else { return false }
    if sheet.project == nil { sheet.project = cells[index + 1].text.trimmed() }
    return true
  }

  private static let heads: [(word: String, column: Column)] = [
    ("指标值", .target), ("年度指标值", .target), ("目标值", .target), ("实际完成值", .actual),
    ("完成值", .actual), ("全年完成值", .actual), ("分值", .weight), ("权重", .weight), ("得分", .score),
    ("偏差原因", .reason),
  ]

  private static let moneyHeads: [(word: String, column: Column)] = [
    ("全年预算数", .budget), ("调整预算数", .budget), ("执行数", .executed), ("全年执行数", .executed),
    ("预算执行数", .executed), ("分值", .weight), ("执行率", .rate), ("预算执行率", .rate), ("得分", .score),
  ]

  private mutating func readHeads(_ cells: [Cell], _ words: [String]) -> Bool {
    let money = matches(words, Self.moneyHeads)
    if let first = words.firstIndex(where: { $0.hasPrefix("年初预算数") }) ?? money.values.min(),
      money[.budget] != nil, money[.executed] != nil, cells.count > 2
    {
      moneyColumns = money.mapValues { $0 - first }
      return true
    }
    let found = matches(words, Self.heads)
    guard found[.weight] != nil, found[.score] != nil, cells.count >= 5 else { return false }
    columns = found.mapValues { cells[$0].column }
    return true
  }

  private func matches(
    _ words: [String], _ heads: [(word: String, column: Column)]
  ) -> [Column: Int] {
    var found: [Column: Int] = [:]
    for (index, word) in words.enumerated() {
      let bare = word.hasSuffix("（A）") || word.hasSuffix("（B）") ? String(word.dropLast(3)) : word
      for head in heads where bare == head.word || bare.hasPrefix(head.word + "（") {
        found[head.column] = found[head.column] ?? index
      }
    }
    return found
  }

  private mutating func readTotal(_ cells: [Cell], _ words: [String]) -> Bool {
    guard ["总计", "总分", "合计", "总分值"].contains(words[0]) else { return false }
    let numbers = cells.dropFirst().compactMap { Self.number($0.text) }
    guard numbers.count == 2 else {
      if numbers.count == 1, columns[.score] != nil { sheet.totalScore = numbers[0] }
      return !numbers.isEmpty
    }
    sheet.totalWeight = numbers[0]
    sheet.totalScore = numbers[1]
    return true
  }

  /// 产出指标（50）: the weights of the rows below are its parts.
  private mutating func readGroups(_ cells: [Cell], _ words: [String]) {
    for (cell, word) in zip(cells, words) {
      guard let bracket = word.firstIndex(of: "（"), word[..<bracket].hasSuffix("指标"),
        word[..<bracket] != "绩效指标", !word.hasPrefix("一级"),
        let token = NumberScanner.tokens(cell.text.utf8).first, token.form == .decimal
      else { continue }
      sheet.groups.append(
        .init(
          weight: .init(number: token.value, text: cell.text, range: token.digits), rows: []))
    }
  }

  // MARK: Money

  private mutating func readMoney(_ cells: [Cell], _ words: [String]) -> Bool {
    if let label = words.firstIndex(where: { $0.contains("资金总额") }), !moneyColumns.isEmpty {
      readTotalMoney(Array(cells[(label + 1)...]))
      return true
    }
    guard words.count == 2, let number = Self.number(cells[1].text) else { return false }
    switch words[0] {
    case "全年预算数", "调整预算数": sheet.budget = number
    case "预算执行数", "全年执行数", "执行数": sheet.executed = number
    default: return false
    }
    return true
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
    guard let column, let cell = cells.first(where: { $0.column == column }) else { return nil }
    return Self.number(cell.text)
  }

  // MARK: Indicators

  private static let operators: [String: PerformanceSheet.Comparison] = [
    "≥": .atLeast, ">=": .atLeast, "＞": .atLeast, ">": .atLeast, "≤": .atMost, "<=": .atMost,
    "＜": .atMost, "<": .atMost, "=": .equal, "＝": .equal,
  ]

  /// A flattened row: names, operator, target, unit, actual, weight, score, and what is left of a
  /// reason.
  private mutating func readFlatIndicator(_ row: [Cell], _ rowWords: [String]) -> Bool {
    guard columns.isEmpty,
      let start = rowWords.firstIndex(where: { $0 == "定性" || Self.operators[$0] != nil })
    else { return false }
    pendingName += rowWords[..<start].joined()
    defer { pendingName = "" }
    let (cells, words) = (Array(row[start...]), Array(rowWords[start...]))
    let isQualitative = words[0] == "定性"
    let numbers = cells.map { Self.number($0.text) }
    let first = isQualitative ? 3 : 4
    guard cells.count >= first + 2, let weight = numbers[first], let score = numbers[first + 1],
      isQualitative || numbers[1] != nil
    else {
      sheet.isIncomplete = true
      return true
    }
    var indicator = PerformanceSheet.Indicator(
      comparison: Self.operators[words[0]], weight: weight, score: score,
      isExecutionRate: pendingName.hasSuffix("预算执行率"))
    if !isQualitative {
      indicator.target = numbers[1]
      indicator.actual = numbers[3]
    }
    sheet.indicators.append(indicator)
    return true
  }

  private mutating func readIndicator(_ cells: [Cell], _ words: [String]) -> Bool {
    guard let weightColumn = columns[.weight] else { return false }
    guard let weight = value(cells, weightColumn) else { return false }
    let target = columns[.target].flatMap { column in cells.first { $0.column == column } }
    let actual = columns[.actual].flatMap { column in cells.first { $0.column == column } }
    sheet.indicators.append(
      .init(
        comparison: target.flatMap { Self.comparison($0.text) },
        target: target.flatMap { Self.measured($0.text) },
        actual: actual.flatMap { Self.measured($0.text) }, weight: weight,
        score: value(cells, columns[.score]),
        isExecutionRate: words.contains { $0.hasSuffix("预算执行率") }))
    if !sheet.groups.isEmpty { sheet.groups[sheet.groups.count - 1].rows.append(weight) }
    return true
  }

  /// ≥95%, ≤24小时; a percentage without a sign is a lower bound.
  private static func comparison(_ text: TracedText) -> PerformanceSheet.Comparison? {
    let word = plain(text)
    for (sign, comparison) in operators.sorted(by: { $0.key.utf8.count > $1.key.utf8.count })
    where word.hasPrefix(sign) {
      return comparison
    }
    return word.hasSuffix("%") ? .atLeast : nil
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
