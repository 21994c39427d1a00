internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// The money of several projects told in one sentence, in the order of their names.
extension CheckBuilder {
  /// 甲、乙、丙3个项目，预算资金分别为648.00万元、215.00万元和240.00万元: each amount is that of the
  /// sheet of its project.
  mutating func buildEnumeratedProjects(_ sheets: [PerformanceSheet]) {
    let named = sheets.compactMap { sheet in
      sheet.project.map { (name: NormalText.bytes(of: $0.utf8), sheet: sheet) }
    }.filter { $0.name.count >= Self.shortestProjectName }
    guard named.count > 1 else { return }
    for amounts in enumeratedAmounts() {
      let first = facts.statements[amounts[0]]
      let text = facts.passages[first.passage].text
      let before = NormalText.bytes(of: text.slice(0..<first.range.lowerBound).utf8)
      let told = named.compactMap { project in
        before.firstOffset(of: project.name).map { ($0, project.sheet) }
      }.sorted { $0.0 < $1.0 }.map(\.1)
      guard told.count == amounts.count else { continue }
      for (amount, sheet) in zip(amounts, told) {
        if let right = oddUnit(amount, among: amounts), isPrinted(amount, sheet) {
          checks.append(unitCheck(amount, right))
        } else {
          buildProjectMoney(amount, sheet)
        }
      }
    }
  }

  /// Four ideographs: a shorter name stands in many sentences.
  private static let shortestProjectName = 12

  /// An amount with the unit that all others of its list have, where it has another one.
  private func oddUnit(_ index: Int, among amounts: [Int]) -> Amount? {
    let others = amounts.filter { $0 != index }
    guard others.count > 1, Set(others.compactMap { quantity($0).amount?.unit }).count == 1 else {
      return nil
    }
    return unitSlip(index, beside: others[0])
  }

  /// Whether a sheet prints just the number of an amount.
  private func isPrinted(_ index: Int, _ sheet: PerformanceSheet) -> Bool {
    guard let amount = quantity(index).amount, let money = sheet.budget else { return false }
    return amount.number.interval.overlaps(money.number.interval)
  }

  private mutating func buildProjectMoney(_ index: Int, _ sheet: PerformanceSheet) {
    guard let money = sheet.budget, let amount = quantity(index).amount else { return }
    // Sheets give money in the unit of the text or, without saying so, in yuan.
    let holds =
      amount.number.interval.overlaps(money.number.interval)
      || amount.interval.overlaps(money.number.interval)
    var source = Check.Source(
      label: "绩效表资金总额", text: money.text.slice(money.range), interval: money.number.interval,
      amount: nil, exact: money.number.grains)
    source.printed = money.number.description
    checks.append(
      Check(
        kind: .table, operands: [index], sources: [source], holds: holds,
        expected: money.number.description))
  }

  /// The amounts, two or more, with nothing but a mark or 和 between them.
  private func enumeratedAmounts() -> [[Int]] {
    var lists: [[Int]] = []
    var open: [Int] = []
    for index in facts.statements.indices {
      guard quantity(index).amount != nil else { continue }
      if let last = open.last, !isEnumerated(last, index) {
        if open.count > 1 { lists.append(open) }
        open = []
      }
      open.append(index)
    }
    if open.count > 1 { lists.append(open) }
    return lists
  }

  private func isEnumerated(_ one: Int, _ next: Int) -> Bool {
    let (left, right) = (facts.statements[one], facts.statements[next])
    guard left.passage == right.passage, left.range.upperBound < right.range.lowerBound,
      right.range.lowerBound - left.range.upperBound <= Self.longestConjunction
    else { return false }
    let text = facts.passages[left.passage].text
    let between = text.slice(left.range.upperBound..<right.range.lowerBound).utf8
    return Self.conjunctions.contains(NormalText.bytes(of: between).filter { $0 != 0x20 })
  }

  private static let longestConjunction = 8
  private static let conjunctions = ["、", "和", "及", "，", "与"].map { [UInt8]($0.utf8) }
}
