internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// What the narrative says of projects, against their performance sheets.
extension CheckBuilder {
  mutating func buildProjects(_ projects: [ProjectNarrative], _ sheets: [PerformanceSheet]) {
    buildEnumeratedProjects(sheets)
    var told = Set<Int>()
    for project in projects {
      let start = checks.count
      build(project.budget, project.sheet.budget, "自评表全年预算数")
      build(project.executed, project.sheet.executed, "自评表执行数")
      buildScore(project)
      buildExecution(project, since: start)
      told.formUnion(project.counts)
      buildRepeated(project)
      guard !project.counts.isEmpty else { continue }
      let indicators = CountedIndicators(project.sheet.indicators)
      for count in project.counts { buildCount(count, indicators) }
    }
    let others = facts.statements.indices.filter { index in
      guard case .count = facts.statements[index].quantity, !told.contains(index) else {
        return false
      }
      return facts.passages[facts.statements[index].passage].role?.hasSuffix("performance") ?? false
    }
    guard !others.isEmpty else { return }
    let indicators = CountedIndicators(sheets.flatMap(\.indicators))
    for index in others { buildCount(index, indicators) }
  }

  private func source(_ value: PerformanceSheet.Value, _ label: String) -> Check.Source {
    var source = Check.Source(
      label: label, text: value.text.slice(value.range), interval: value.number.interval,
      amount: nil, exact: value.number.grains)
    source.printed = value.number.description
    return source
  }

  // MARK: Money and score

  /// Sheets give money in the unit of the text or, without saying so, in yuan.
  private mutating func build(
    _ statement: Int?, _ value: PerformanceSheet.Value?, _ label: String
  ) {
    guard let statement, let value, let amount = quantity(statement).amount else { return }
    let isSame = amount.number.interval.overlaps(value.number.interval)
    let isInYuan = amount.interval.overlaps(value.number.interval)
    checks.append(
      Check(
        kind: .table, operands: [statement], sources: [source(value, label)],
        holds: isSame || isInYuan, expected: value.number.description))
  }

  private mutating func buildScore(_ project: ProjectNarrative) {
    guard let score = project.score, let total = project.sheet.totalScore,
      let stated = quantity(score).printed
    else { return }
    // A score of the same decimals was not rounded from another.
    let isSame =
      stated.decimals == total.number.decimals
      ? stated.mantissa == total.number.mantissa : stated.interval.overlaps(total.number.interval)
    // Where the text has what the scores add up to, it is the sheet's total that is wrong.
    guard isSame || project.sheet.scoreSum != stated.grains else { return }
    checks.append(
      Check(
        kind: .table, operands: [score], sources: [source(total, "自评表总得分")], holds: isSame,
        expected: total.number.description))
  }

  /// The rate must be that of the sheet's money too.
  ///
  /// - Parameter start: the first of the project's checks.
  private mutating func buildExecution(_ project: ProjectNarrative, since start: Int) {
    guard let rate = project.rate, let printed = quantity(rate).percentage,
      let ratio = interval(rate), let budget = project.sheet.budget,
      let executed = project.sheet.executed,
      let holds = Rounding.ratio(
        executed.number.interval, to: budget.number.interval, equals: ratio)
    else { return }
    let isExplained = [project.budget, project.executed].contains { index in
      index.map { isContradicted($0, since: start) } ?? false
    }
    guard holds || !isExplained else { return }
    let expected = Rounding.percentage(
      executed.number.grains, of: budget.number.grains, decimals: max(printed.decimals, 2))
    checks.append(
      Check(
        kind: .completion, operands: [rate],
        sources: [source(executed, "自评表执行数"), source(budget, "自评表全年预算数")], holds: holds,
        expected: expected.map { "\($0)%" },
        arithmetic: "\(executed.number) ÷ \(budget.number)"))
  }

  /// Whether one of the checks of a project, the last ones, holds a number against a table.
  private func isContradicted(_ index: Int, since start: Int) -> Bool {
    checks[start...].contains { $0.kind == .table && !$0.holds && $0.operands == [index] }
  }

  /// The project's money again, in its reasons and results: …共450万元.
  private mutating func buildRepeated(_ project: ProjectNarrative) {
    let stated = [project.budget, project.executed].compactMap(\.self)
    for index in project.others {
      guard let amount = quantity(index).amount, amount.number.magnitude.mantissa >= 100,
        let same = stated.first(where: { quantity($0) == .amount(amount) })
      else { continue }
      checks.append(Check(kind: .sameFact, operands: [same, index], holds: true))
    }
  }

  // MARK: Counts

  private mutating func buildCount(
    _ index: Int, _ indicators: CountedIndicators
  ) {
    guard case .count(let number, let unit) = quantity(index),
      facts.statements[index].region == .plain
    else { return }
    let clause = words(before: index)
    let wanted = [UInt8](unit.utf8)
    let found = indicators.matches(unit: wanted, clause: clause)
    guard found.count == 1, let match = found.first else {
      confirm(index, number, found)
      return
    }
    if match.values.contains(where: { $0.number.grains == number.grains }) {
      addCount(index, match, holds: true)
    }
    guard let right = match.reached ?? match.values.last,
      right.number.grains != number.grains
    else { return }
    let isPlanned = match.values.contains { $0.number.grains == number.grains }
    // The plan may be told again beside what was reached; not so where the plan was missed.
    guard !isPlanned || match.isExact || !Self.speaksOfPlan(clause) && match.misses(number)
    else { return }
    addCount(index, match, holds: false)
  }

  private static func speaksOfPlan(_ clause: [UInt8]) -> Bool {
    plans.contains { clause.firstOffset(of: $0) != nil }
  }

  private static let plans = ["目标", "计划", "预期", "预计", "应", "拟", "不少于", "不低于", "需"].map {
    [UInt8]($0.utf8)
  }

  /// Where several indicators bear the name, one that agrees is enough.
  private mutating func confirm(
    _ index: Int, _ number: PrintedNumber, _ matches: [IndicatorMatch]
  ) {
    guard
      let match = matches.first(where: { match in
        match.values.contains { $0.number.grains == number.grains }
      })
    else { return }
    addCount(index, match, holds: true)
  }

  private mutating func addCount(_ index: Int, _ match: IndicatorMatch, holds: Bool) {
    let stated = quantity(index).printed?.grains
    let agreeing = match.values.first { $0.number.grains == stated }
    guard let value = holds ? agreeing : match.reached ?? match.values.last else { return }
    let label = !holds && match.reached != nil ? "自评表完成值" : "自评表指标值"
    var check = Check(
      kind: .table, operands: [index], sources: [source(value, label)], holds: holds,
      expected: value.number.description)
    check.isProbable = agreeing != nil
    checks.append(check)
  }

  /// The words of the clause before a count, as normal text.
  private func words(before index: Int) -> [UInt8] {
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text
    let start = min(statement.clause.lowerBound, statement.digits.lowerBound)
    let words = NormalText.bytes(of: text.slice(start..<statement.digits.lowerBound).utf8)
    let begin =
      Self.openings.compactMap { opening in
        words.lastOffset(of: opening).map { $0 + opening.count }
      }.max() ?? 0
    return Array(words[begin...])
  }

  /// 完成情况：一是…
  private static let openings = ["：", "一是", "二是", "三是", "四是", "五是"].map { [UInt8]($0.utf8) }
}
