internal import FiscalNarrative
internal import FiscalText

/// Prints what a passage says of one project from this year's performance sheet.
struct ProjectRoller {
  let context: PassageContext
  let draft: PassageDraft
  let projects: RollProjects
  let entry: RollProjects.Entry

  /// How far before a number or grade the word stands that says what it is, in bytes.
  private static let reach = 24
  private static let longestHint = 60

  private var words: RollWords { context.numbers.words }

  /// A new number, as it is printed.
  private struct Printed {
    var digits: String
    /// Whether last year's sheet has what last year's text says; nil if it does not tell.
    var wasSame: Bool?
    var column: String
  }

  /// Prints what the sheet tells.
  ///
  /// - Returns: the statements that are done.
  func roll() -> Set<Int> {
    guard let now = entry.now else { return [] }
    var done: Set<Int> = []
    for index in context.statements {
      let statement = context.facts.statements[index]
      guard statement.region != .reason, !draft.edits.meets(statement.range),
        let printed = printed(statement, now)
      else { continue }
      draft.replace(statement.digits, printed.digits)
      let unit = context.quote(statement.digits.upperBound..<statement.range.upperBound)
      let doubt =
        printed.wasSame == false ? "上年原文“\(context.quote(statement.range))”与上年的绩效表不一致，请核对" : nil
      draft.note(
        .computed, statement.range, printed.digits + unit, source(printed.column, now), doubt: doubt
      )
      done.insert(index)
    }
    rollGrade(now)
    openMeasures()
    markOutcomes()
    return done
  }

  private func source(_ column: String, _ project: Int) -> String {
    "绩效表“\(projects.now.name(project))”的\(column)"
  }

  // MARK: Numbers

  private func printed(_ statement: Statement, _ now: Int) -> Printed? {
    switch statement.quantity {
    case .count(let number, let classifier):
      return classifier == "分" ? score(statement, number, now) : reached(statement, number, now)
    case .amount(let amount):
      guard let column = column(of: statement),
        let value = projects.now.value(column, row: ProjectSheets.row(now)),
        let digits = context.style.digits(value.grains, like: amount)
      else { return nil }
      let wasSame = before(column).map {
        Rounding.equal(amount.interval, Interval(exactly: $0.grains))
      }
      return Printed(digits: digits, wasSame: wasSame, column: column.rawValue)
    case .percentage(let number): return rate(statement, number, now)
    case .bare, .year, .label, .malformed: return nil
    }
  }

  private func before(_ column: ProjectSheets.Column) -> DraftTables.Value? {
    entry.last.flatMap { projects.last.value(column, row: ProjectSheets.row($0)) }
  }

  /// What an amount is of: as it is called, else what last year's sheet has it as.
  private func column(of statement: Statement) -> ProjectSheets.Column? {
    if case .project = statement.meaning?.subject {
      switch statement.meaning?.aspect {
      case .level(.adjustedBudget), .level(.budget): return .budget
      case .level(.finalAmount): return .executed
      default: return nil
      }
    }
    guard let amount = statement.quantity.amount, !amount.number.isZero else { return nil }
    let same = [ProjectSheets.Column.budget, .executed].filter { column in
      before(column).map { Rounding.equal(amount.interval, Interval(exactly: $0.grains)) } ?? false
    }
    return same.count == 1 ? same[0] : nil
  }

  private func rate(_ statement: Statement, _ number: PrintedNumber, _ now: Int) -> Printed? {
    guard case .project = statement.meaning?.subject, case .completion = statement.meaning?.aspect,
      let budget = projects.now.value(.budget, row: ProjectSheets.row(now)),
      let executed = projects.now.value(.executed, row: ProjectSheets.row(now)),
      let digits = context.style.percentage(executed.grains, of: budget.grains, like: number)
    else { return nil }
    return Printed(digits: digits, column: "执行数 ÷ 预算数")
  }

  private func score(_ statement: Statement, _ number: PrintedNumber, _ now: Int) -> Printed? {
    guard hasWord(words.scores, before: statement.digits.lowerBound),
      let score = projects.now.value(.score, row: ProjectSheets.row(now)),
      let text = PrintedNumber(grains: score.grains, decimals: score.decimals)?.description
    else { return nil }
    return Printed(
      digits: text, wasSame: before(.score).map { $0.grains == number.grains }, column: "总得分")
  }

  /// What was reached of an indicator that is named before the number: 修缮校舍间数12间.
  private func reached(_ statement: Statement, _ number: PrintedNumber, _ now: Int) -> Printed? {
    let start = min(statement.clause.lowerBound, statement.digits.lowerBound)
    let clause = Array(context.bytes[start..<statement.digits.lowerBound])
    let named = projects.now.reached(now).filter {
      clause.firstOffset(of: Array($0.name.utf8)) != nil
    }
    let unit = context.bytes[statement.digits.upperBound..<statement.range.upperBound]
    guard let indicator = named.max(by: { $0.name.utf8.count < $1.name.utf8.count }),
      let digits = digits(indicator.value, unit: unit)
    else { return nil }
    let before = entry.last.flatMap { last in
      projects.last.reached(last).first { $0.name == indicator.name }
    }
    let wasSame = before.map {
      self.digits($0.value, unit: unit) == context.quote(statement.digits)
    }
    return Printed(digits: digits, wasSame: wasSame, column: "完成值“\(indicator.name)”")
  }

  /// The only number of a cell, if its unit is the one of the text.
  private func digits(_ value: String, unit: ArraySlice<UInt8>) -> String? {
    let bytes = Array(value.utf8)
    let tokens = NumberScanner.tokens(bytes)
    guard tokens.count == 1, let token = tokens.first,
      bytes[token.digits.upperBound...].elementsEqual(unit)
    else { return nil }
    return String(decoding: bytes[token.digits], as: UTF8.self)
  }

  private func hasWord(_ words: [[UInt8]], before offset: Int) -> Bool {
    words.contains {
      context.bytes.firstOffset(of: $0, from: max(0, offset - Self.reach), to: offset) != nil
    }
  }

  // MARK: Words

  /// 等次为“优”: the grade of this year's score.
  private func rollGrade(_ now: Int) {
    for range in grades() where !draft.edits.meets(range) {
      guard let grade = projects.now.grade(now) else {
        draft.open(range, "等次", "本年的绩效表没有百分制的总得分")
        continue
      }
      draft.replace(range, grade)
      draft.note(.computed, range, grade, source("总得分", now))
    }
  }

  /// Where the passage names the project's grade.
  private func grades() -> [Range<Int>] {
    var found: [Range<Int>] = []
    for name in projects.now.gradeNames {
      for wording in words.grades {
        let text = Array((wording.before + name + wording.after).utf8)
        guard let start = context.bytes.firstOffset(of: text),
          hasWord(words.gradeNouns, before: start + wording.before.utf8.count)
        else { continue }
        let lower = start + wording.before.utf8.count
        found.append(lower..<(lower + name.utf8.count))
      }
    }
    return found
  }

  /// Leaves open what will be done better, which is another thing each year.
  private func openMeasures() {
    guard !context.numbers.keepsText else { return }
    for word in words.measures {
      guard let start = context.bytes.firstOffset(of: word) else { continue }
      let body = (start + word.count)..<context.sentenceEnd(start + word.count)
      guard !body.isEmpty, !draft.edits.meets(body) else { continue }
      let old = context.quote(body)
      let isShort = context.newName == nil && old.unicodeScalars.count <= Self.longestHint
      draft.open(body, "下一步改进措施" + (isShort ? "，上年写的是：\(old)" : ""), "措施每年不同，不能照抄")
    }
  }

  /// Marks the sentences on what was reached that hold no number to work out anew.
  private func markOutcomes() {
    guard !context.numbers.keepsText, context.newName == nil,
      let word = words.outcomes.first(where: { context.bytes.firstOffset(of: $0) != nil }),
      let place = context.bytes.firstOffset(of: word)
    else { return }
    var start = place + word.count
    let end =
      words.outcomeEnds.compactMap { context.bytes.firstOffset(of: $0, from: start) }.min()
      ?? context.bytes.count
    while start < end {
      let stop = min(context.sentenceEnd(start), end)
      let isPlain = !context.bytes[start..<stop].contains { (0x30...0x39).contains($0) }
      if isPlain, stop > start, stop < context.bytes.count, !draft.edits.meets(start..<stop) {
        let mark = "【请填写：核对本句沿用的上年情况】"
        draft.edits.add(stop..<stop, mark)
        draft.note(.open, start..<stop, context.quote(start..<stop) + mark, "绩效表里没有这句话的数")
      }
      start = stop + Self.stop.count
    }
  }

  private static let stop = Array("。".utf8)

  // MARK: New projects

  /// Leaves open all behind what the sheet tells, for a passage that is written for a new project.
  func openRest() {
    guard let now = entry.now else { return }
    let told = context.statements.last { index in
      let statement = context.facts.statements[index]
      if case .count(_, let classifier) = statement.quantity, classifier != "分" { return false }
      return statement.region != .reason && printed(statement, now) != nil
    }
    let from = told.map { context.facts.statements[$0].range.upperBound } ?? 0
    let start = min(context.sentenceEnd(from) + Self.stop.count, context.bytes.count)
    guard start < context.bytes.count else { return }
    draft.open(
      start..<context.bytes.count, "绩效目标完成情况、发现的主要问题及原因、下一步改进措施", "新增项目，绩效表里没有这些文字")
  }
}
