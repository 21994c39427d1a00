internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// Prints what a passage says of all projects together: 本次公开3个项目的自评结果，全年预算数合计…. Not every
/// project need have a sheet that is published: only what last year's sheets give too is said to
/// come from sheets.
struct ProjectTotalsRoller {
  let context: PassageContext
  let draft: PassageDraft
  let projects: RollProjects

  private var words: RollWords { context.numbers.words }

  /// A value of both years.
  private struct Pair {
    var last: Int128
    var now: Int128
    var source: String
    /// Whether it is no number of the sheets, but one of the tables that was the same last year.
    var isGuessed = false
  }

  /// Prints what the sheets tell.
  ///
  /// - Returns: the statements that are done.
  func roll() -> Set<Int> {
    var done = rollNamed()
    var amounts: [Int: Pair] = [:]
    for index in context.statements where !done.contains(index) {
      let statement = context.facts.statements[index]
      guard statement.region == .plain, !draft.edits.meets(statement.range) else { continue }
      let isDone: Bool
      switch statement.quantity {
      case .count(let number, let classifier): isDone = rollCount(statement, number, classifier)
      case .amount(let amount):
        amounts[index] = pair(statement, amount)
        isDone = amounts[index].map { roll($0, statement, amount) } ?? false
      case .percentage(let number): isDone = rollRatio(index, statement, number, amounts)
      case .bare, .year, .label, .malformed: isDone = false
      }
      if isDone { done.insert(index) }
    }
    return done
  }

  private func print(
    _ statement: Statement, _ digits: String, _ source: String, doubt: String? = nil
  ) {
    draft.replace(statement.digits, digits)
    let after = digits + context.quote(statement.digits.upperBound..<statement.range.upperBound)
    draft.note(.computed, statement.range, after, source, doubt: doubt)
  }

  // MARK: Counts

  private func rollCount(
    _ statement: Statement, _ number: PrintedNumber, _ classifier: String
  ) -> Bool {
    guard classifier == "个" else { return false }
    let row = grade(before: statement.digits.lowerBound) ?? ProjectSheets.total
    guard row != ProjectSheets.total || isOfProjects(statement),
      let last = projects.last.value(.count, row: row), last.grains == number.grains,
      let now = projects.now.value(.count, row: row),
      let digits = PrintedNumber(grains: now.grains, decimals: 0)?.description
    else { return false }
    print(statement, digits, "绩效表中\(row == ProjectSheets.total ? "项目" : "“\(row)”")的个数")
    if row != ProjectSheets.total { addGrades(behind: statement, row) }
    return true
  }

  /// Whether all projects are counted: 3个项目, 项目3个, but not 政府性基金预算项目3个.
  private func isOfProjects(_ statement: Statement) -> Bool {
    let bytes = context.bytes
    let end = statement.digits.upperBound
    if words.behindProjectCount.contains(where: { bytes.hasBytes($0, at: end) }) { return true }
    return words.beforeProjectCount.contains { word in
      let start = statement.digits.lowerBound - word.count
      return bytes.hasBytes(word, at: start)
        && !words.otherProjects.contains { bytes.hasBytes($0, at: start - $0.count) }
    }
  }

  /// The grade whose projects are counted: “优”的3个.
  private func grade(before offset: Int) -> String? {
    projects.now.gradeNames.first { name in
      words.gradeCounts.contains {
        let text = Array(($0.before + name + $0.after).utf8)
        return context.bytes.hasBytes(text, at: offset - text.count)
      }
    }
  }

  /// Tells of the grades that came, behind the last one that the passage tells of.
  private func addGrades(behind statement: Statement, _ row: String) {
    let counts = context.statements.filter { index in
      let other = context.facts.statements[index]
      return other.sentence == statement.sentence && grade(before: other.digits.lowerBound) != nil
    }
    guard counts.last.map({ context.facts.statements[$0].range }) == statement.range else { return }
    let told = counts.compactMap { grade(before: context.facts.statements[$0].digits.lowerBound) }
    let parts = projects.now.gradeNames.compactMap { name -> String? in
      guard !told.contains(name), let count = projects.now.value(.count, row: name),
        count.grains > 0,
        let digits = PrintedNumber(grains: count.grains, decimals: 0)?.description
      else { return nil }
      return words.added(name, count: digits)
    }
    guard !parts.isEmpty else { return }
    let text = parts.map { "、" + $0 }.joined()
    draft.edits.add(statement.range.upperBound..<statement.range.upperBound, text)
    draft.noteAdded(text, "绩效表中各等次的个数")
  }

  // MARK: Amounts

  private func roll(_ pair: Pair, _ statement: Statement, _ amount: Amount) -> Bool {
    guard let digits = context.style.digits(pair.now, like: amount) else { return false }
    print(
      statement, digits, pair.source,
      doubt: pair.isGuessed ? "上年这个数与“\(pair.source)”相同，本年照它填写，请核对口径" : nil)
    return true
  }

  /// What an amount was last year: of the sheets, or of the whole project expenditure.
  private func pair(_ statement: Statement, _ amount: Amount) -> Pair? {
    guard !amount.number.isZero else { return nil }
    var columns = [ProjectSheets.Column.budget, .executed]
    let clause = context.quote(clause(of: statement))
    if words.executed.contains(where: { clause.contains($0) }) { columns.reverse() }
    let sheets = columns.compactMap { total($0) }
    return (sheets + tablePairs(clause)).first {
      Rounding.equal(amount.interval, Interval(exactly: $0.last))
    }
  }

  /// From the mark before the amount, or the clause before that where it only says 资金.
  private func clause(of statement: Statement) -> Range<Int> {
    let start = context.clauseStart(before: statement.range.lowerBound)
    let isShort = statement.range.lowerBound - start <= Self.shortClause && start > 0
    let outer = isShort ? context.clauseStart(before: start - 1) : start
    return outer..<statement.range.lowerBound
  }

  /// Four ideographs.
  private static let shortClause = 12

  /// What all sheets give in a column.
  private func total(_ column: ProjectSheets.Column) -> Pair? {
    Self.pair(
      projects.last.value(column)?.grains, projects.now.value(column)?.grains,
      "绩效表\(column.rawValue)合计")
  }

  private static func pair(_ last: Int128?, _ now: Int128?, _ source: String) -> Pair? {
    guard let last, let now else { return nil }
    return Pair(last: last, now: now, source: source)
  }

  /// The project expenditure of all and of each fund, and of the funds together; first the one of
  /// which a clause speaks.
  private func tablePairs(_ clause: String) -> [Pair] {
    let funds = words.funds.map { (name: $0.name, pair: projectExpenditure($0.section)) }
    let told = funds.filter { clause.contains($0.name) }.compactMap(\.pair)
    let known = funds.compactMap(\.pair)
    let sums = [known, Array(known.prefix(2))].filter { $0.count > 1 }.map(Self.sum)
    let all = projectExpenditure(words.wholeSection).map { [$0] } ?? []
    return (told + all + known + sums).map {
      var pair = $0
      pair.isGuessed = true
      return pair
    }
  }

  private static func sum(_ pairs: [Pair]) -> Pair {
    var sum = pairs[0]
    for pair in pairs.dropFirst() {
      sum.last += pair.last
      sum.now += pair.now
      sum.source += " ＋ " + pair.source
    }
    return sum
  }

  /// The whole of the project expenditure in the table of a section.
  private func projectExpenditure(_ role: String) -> Pair? {
    let vocabulary = context.numbers.reading.vocabulary
    let tables = context.numbers.tables
    guard let whole = vocabulary.section(role)?.functional[vocabulary.defaultMeasure],
      let column = PartColumns(tables: tables).column(
        named: words.projectColumn, in: whole.table)
    else { return nil }
    let place = RollTables.Place.name(column, OriginalBudgets.total)
    let now = tables.value(place, .now)
    return Self.pair(tables.value(place, .last)?.grains, now?.grains, now?.source ?? "")
  }

  // MARK: Ratios

  /// 完成预算的98.56%, 占本年项目支出的56.19%: of what gave it last year.
  private func rollRatio(
    _ index: Int, _ statement: Statement, _ number: PrintedNumber, _ amounts: [Int: Pair]
  ) -> Bool {
    guard let ratio = statement.quantity.interval else { return false }
    for (part, whole) in ratios(before: index, amounts) {
      guard whole.last != 0,
        Rounding.ratio(
          Interval(exactly: part.last), to: Interval(exactly: whole.last), equals: ratio) ?? false,
        let digits = context.style.percentage(part.now, of: whole.now, like: number)
      else { continue }
      print(
        statement, digits, "\(part.source) ÷ \(whole.source)",
        doubt: part.isGuessed ? "金额是照表填写的，请核对口径" : nil)
      return true
    }
    return false
  }

  private func ratios(before index: Int, _ amounts: [Int: Pair]) -> [(part: Pair, whole: Pair)] {
    let statement = context.facts.statements[index]
    let (executed, budget) = (total(.executed), total(.budget))
    let start = context.clauseStart(before: statement.range.lowerBound)
    guard
      words.shares.contains(where: {
        context.bytes.firstOffset(of: $0, from: start, to: statement.range.lowerBound) != nil
      })
    else {
      guard let executed, let budget else { return [] }
      return [(executed, budget)]
    }
    let clause = context.quote(start..<statement.range.lowerBound)
    guard clause.contains(words.projectColumn) else { return [] }
    let told = amounts.filter { $0.key < index }.max { $0.key < $1.key }?.value
    let parts = [told, executed, budget].compactMap(\.self)
    return tablePairs(clause).flatMap { whole in parts.map { ($0, whole) } }
  }

  // MARK: Projects with their money

  /// An amount directly behind the name of a project: 防汛物资储备215.00万元.
  private struct Named {
    var index: Int
    var project: Int
    /// From the name to the end of the amount.
    var range: Range<Int>
  }

  /// Brings a list of projects with their money to those of this year.
  private func rollNamed() -> Set<Int> {
    let list = named()
    guard list.count > 1, let first = list.first, let last = list.last,
      let amount = context.facts.statements[first.index].quantity.amount,
      let separator = separator(list)
    else { return [] }
    let parts = (0..<projects.now.count).compactMap { project -> String? in
      projects.now.value(.budget, row: ProjectSheets.row(project)).flatMap {
        context.style.digits($0.grains, like: amount)
      }.map { projects.now.name(project) + $0 + amount.unit.rawValue }
    }
    let range = first.range.lowerBound..<last.range.upperBound
    guard parts.count == projects.now.count, !draft.edits.meets(range) else { return [] }
    let text = parts.joined(separator: separator)
    draft.replace(range, text)
    draft.note(.computed, range, text, "各项目绩效表的预算数")
    return Set(list.map(\.index))
  }

  private func named() -> [Named] {
    context.statements.compactMap { index in
      let statement = context.facts.statements[index]
      guard statement.quantity.amount != nil else { return nil }
      let named = (0..<projects.last.count).filter {
        context.bytes.hasBytes(
          Array(projects.last.name($0).utf8),
          at: statement.range.lowerBound - projects.last.name($0).utf8.count)
      }
      guard
        let project = named.max(by: {
          projects.last.name($0).utf8.count < projects.last.name($1).utf8.count
        }), isBudget(statement, project)
      else { return nil }
      let start = statement.range.lowerBound - projects.last.name(project).utf8.count
      return Named(index: index, project: project, range: start..<statement.range.upperBound)
    }
  }

  private func isBudget(_ statement: Statement, _ project: Int) -> Bool {
    guard let value = projects.last.value(.budget, row: ProjectSheets.row(project)),
      let amount = statement.quantity.amount
    else { return false }
    return Rounding.equal(amount.interval, Interval(exactly: value.grains))
  }

  /// What stands between the parts of a list, if it is the same mark throughout.
  private func separator(_ list: [Named]) -> String? {
    let marks = Set(
      zip(list, list.dropFirst()).map {
        context.quote($0.range.upperBound..<max($0.range.upperBound, $1.range.lowerBound))
      })
    guard marks.count == 1, let mark = marks.first, ["，", "、", "；"].contains(mark) else {
      return nil
    }
    return mark
  }
}
