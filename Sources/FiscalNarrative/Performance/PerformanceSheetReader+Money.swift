internal import FiscalModel
internal import FiscalText

/// The money of a project: its total, the parts of that, and how much was spent.
extension PerformanceSheetReader {
  mutating func readMoney(_ cells: [Cell], _ words: [[UInt8]]) -> Bool {
    if let label = words.firstIndex(where: isMoneyTotal) {
      guard !moneyColumns.isEmpty else { return readMoneyInRow(cells, words, label) }
      readAmountColumns(Array(cells[(label + 1)...]))
      addMoney(cells[label], Array(cells[(label + 1)...]))
      readTotalMoney(Array(cells[(label + 1)...]))
      return true
    }
    guard words.count == 2, let number = Self.number(cells[1].text) else { return false }
    switch form.moneyHeads.first(where: { $0.word == words[0] })?.column {
    case .budget: sheet.budget = number
    case .executed: sheet.executed = number
    default: return false
    }
    return true
  }

  private func isMoneyTotal(_ word: [UInt8]) -> Bool {
    form.words(.moneyTotal).contains { word.firstOffset(of: $0) != nil }
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
    while index + 1 < cells.count, isMoneyPart(words[index]),
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
    guard cells.count == label + 4, ends(words[label + 2][...], .yearTotal),
      let yearly = Self.number(cells[label + 3].text)
    else { return false }
    sheet.budget = yearly
    pairedColumns = [cells[label + 1].column, cells[label + 3].column]
    sheet.money.append(.init(label: cells[label].text, budgets: [total, yearly]))
    return true
  }

  /// Each part stands before its amount, that of the project's total or of the year's.
  private mutating func readPairedParts(_ cells: [Cell], _ words: [[UInt8]]) -> Bool {
    let labels = words.indices.filter { index in
      index + 1 < cells.count && isMoneyPart(words[index])
    }
    guard let first = labels.first else { return false }
    let budgets = pairedColumns.map { column in
      labels.first { cells[$0 + 1].column == column }.flatMap { Self.number(cells[$0 + 1].text) }
    }
    sheet.money.append(.init(label: cells[first].text, budgets: budgets))
    if budgets.compactMap(\.self).count < labels.count { sheet.isMoneyUncertain = true }
    return true
  }

  private func isMoneyPart(_ word: [UInt8]) -> Bool {
    form.words(.moneyPart).contains(Self.bare(word))
  }

  /// Without 其中.
  private static func bare(_ word: [UInt8]) -> [UInt8] {
    ofWhich.first { word.starts(with: $0) }.map { Array(word.dropFirst($0.count)) } ?? word
  }

  private static let ofWhich = ["其中:", "其中："].map { [UInt8]($0.utf8) }

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

  /// A part of the money below its total.
  mutating func readMoneyPart(_ cells: [Cell], _ words: [[UInt8]]) -> Bool {
    guard !sheet.money.isEmpty, sheet.indicators.isEmpty, !isMoneyOver else { return false }
    if !pairedColumns.isEmpty {
      isMoneyOver = !readPairedParts(cells, words)
      return !isMoneyOver
    }
    guard let label = words.firstIndex(where: { isMoneyPart($0) }) else {
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
}
