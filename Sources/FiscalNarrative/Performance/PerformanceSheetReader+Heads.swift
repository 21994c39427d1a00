internal import FiscalModel
internal import FiscalText

/// What a sheet is of: its project, the heads of its columns, its total.
extension PerformanceSheetReader {
  private static let openBracket = [UInt8]("（".utf8)

  mutating func readProject(_ cells: [Cell], _ words: [[UInt8]]) -> Bool {
    guard let index = words.firstIndex(where: form.words(.project).contains),
      index + 1 < cells.count
    else { return false }
    if sheet.project == nil { sheet.project = cells[index + 1].text.trimmed() }
    return true
  }

  mutating func readHeads(_ cells: [Cell], _ words: [[UInt8]]) -> Bool {
    guard cells.count > 2 else { return false }
    let money = matches(words, form.moneyHeads)
    if let first = words.firstIndex(where: { starts($0, .originalBudget) })
      ?? money.values.min(),
      money[.budget] != nil, money[.executed] != nil
    {
      moneyColumns = money.mapValues { $0 - first }
      return true
    }
    let found = matches(words, form.indicatorHeads)
    let isGoals = found[.target] != nil && found[.name] != nil
    guard found[.weight] != nil, found[.score] != nil || isGoals, cells.count >= 5 else {
      return false
    }
    columns = found.mapValues { cells[$0].column }
    return true
  }

  private func matches(
    _ words: [[UInt8]], _ heads: [PerformanceForm.Head]
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

  mutating func readTotal(_ cells: [Cell], _ words: [[UInt8]]) -> Bool {
    guard form.words(.total).contains(words[0]) else { return false }
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

  /// 产出指标（50）: the weights of the rows below are its parts.
  mutating func readGroups(_ cells: [Cell], _ words: [[UInt8]]) {
    for (index, word) in words.enumerated() {
      guard let bracket = word.firstOffset(of: Self.openBracket),
        ends(word[..<bracket], .group), !starts(word, .otherGroup),
        case let text = cells[index].text, let token = NumberScanner.tokens(text.utf8).first,
        token.form == .decimal
      else { continue }
      sheet.groups.append(
        .init(weight: .init(number: token.value, text: text, range: token.digits), rows: []))
    }
  }
}
