internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Amounts and changes of the report that are told of another year.
extension WrongYear {
  /// An amount that is told of another year, and that the tables have as this year's; the passages
  /// with one.
  func checkAmounts(
    _ context: LintContext, _ year: Int, _ findings: inout FindingSink
  ) -> Set<Int> {
    var passages = Set<Int>()
    let statements = context.facts.statements
    lazy var told = Set(
      statements.compactMap { statement in
        Self.level(statement).flatMap { $0.year == nil ? Self.topic(statement) : nil }
      })
    // What is as it was has this year's amount in the other year too.
    let unchanged = Set(context.facts.unchanged.map(\.subject))
    for (index, statement) in statements.enumerated() {
      if checkComparison(context, index, year, &findings) {
        passages.insert(statement.passage)
        continue
      }
      if checkChange(context, index, year, &findings)
        || checkComingChange(context, index, year, &findings)
      {
        passages.insert(statement.passage)
        continue
      }
      guard let meaning = Self.level(statement), let other = meaning.year,
        case .level(let measure) = meaning.aspect, let amount = statement.quantity.amount,
        !amount.number.isZero || other > year && context.kind == .finalAccounts,
        other > year || Self.topic(statement).map({ !told.contains($0) }) ?? false,
        measure == context.vocabulary.defaultMeasure, !unchanged.contains(meaning.subject),
        let place = statements[..<index].last(where: { $0.quantity == .year(other) }),
        place.passage == statement.passage
      else { continue }
      let text = context.facts.passages[place.passage].text
      let source = context.evidence.sources(of: meaning.subject, measure, in: meaning.section)
        .first
      guard let source, source.interval.overlaps(amount.interval) else {
        // What was spent cannot be that of a year to come, whatever the amount.
        if source == nil, other > year,
          context.kind == .finalAccounts || isLed(statement.passage, place.range, context)
            || isTitled(statement, place.range, context),
          !meaning.subject.isUnnamed,
          !isPlan(rest(of: text, from: place.range.upperBound), context)
        {
          let amount = context.kind == .budget ? "预算数" : "决算数"
          findings.report(
            text, place.range, "本文件说明的是\(year)年度，这里的\(amount)却写的是\(other)年",
            actual: "\(other)年", expected: "\(year)年",
            evidence: [.init("金额", text, statement.range)], suggestion: "改为“\(year)年”",
            refutes: Self.refuted(context.facts, place.passage, other))
          passages.insert(place.passage)
        }
        continue
      }
      findings.report(
        text, place.range, "这里写的是\(other)年，金额 \(amount.number) 却是\(source.label)的本年数",
        actual: "\(other)年", expected: "\(year)年",
        evidence: [.init(source.label, source.text), .init("金额", text, statement.range)],
        suggestion: "改为“\(year)年”",
        refutes: Self.refuted(context.facts, place.passage, other))
      passages.insert(place.passage)
    }
    return passages
  }

  /// An amount of another year that the same sentence compares with that year, or, if that is yet
  /// to come, with one long before it: 2023年预算618.42万元，比2023年预算增加13.12万元.
  private func checkComparison(
    _ context: LintContext, _ index: Int, _ year: Int, _ findings: inout FindingSink
  ) -> Bool {
    let statements = context.facts.statements
    guard let meaning = Self.level(statements[index]), let other = meaning.year,
      index + 1 < statements.count, case .year(let base) = statements[index + 1].quantity,
      base < year, other == base || other > year,
      let result = result(context, index, meaning.subject),
      let place = place(of: other, before: index, context)
    else { return false }
    let text = context.facts.passages[place.passage].text
    findings.report(
      text, place.range, "这里写的是\(other)年，又与\(base)年相比，应当是\(year)年",
      actual: "\(other)年", expected: "\(year)年",
      evidence: [
        .init("比较的年份", text, statements[index + 1].range), .init("比较的结果", text, result),
      ],
      suggestion: "改为“\(year)年”", refutes: Self.refuted(context.facts, place.passage, other))
    return true
  }

  /// 2024年度“三公”经费支出比2024年减少1.00万元, in the accounts of 2025: a change from a year to itself; or
  /// one from the year before to the year to come.
  private func checkChange(
    _ context: LintContext, _ index: Int, _ year: Int, _ findings: inout FindingSink
  ) -> Bool {
    let statement = context.facts.statements[index]
    guard case .change = statement.meaning?.aspect, let told = statement.meaning?.year,
      told == year - 1 || told == year + 1
    else { return false }
    var years: [(year: Int, range: Range<Int>)] = []
    for other in context.facts.statements[..<index].reversed() {
      guard other.passage == statement.passage, other.sentence == statement.sentence else { break }
      if case .year(let told) = other.quantity { years.append((told, other.range)) }
    }
    guard years.count == 2, years[0].year == year - 1, let first = years.last,
      first.year == told, isLed(statement.passage, first.range, context)
    else { return false }
    findings.report(
      context.facts.passages[statement.passage].text, first.range,
      "这里写的是\(first.year)年，又与\(years[0].year)年相比，应当是\(year)年", actual: "\(first.year)年",
      expected: "\(year)年",
      evidence: [
        .init("比较的年份", context.facts.passages[statement.passage].text, years[0].range)
      ], suggestion: "改为“\(year)年”",
      refutes: Self.refuted(context.facts, statement.passage, first.year))
    return true
  }

  /// 2026年度增加4.86万元, in the accounts of 2025: a change in a year that was yet to come.
  private func checkComingChange(
    _ context: LintContext, _ index: Int, _ year: Int, _ findings: inout FindingSink
  ) -> Bool {
    let statement = context.facts.statements[index]
    guard context.kind == .finalAccounts, let meaning = statement.meaning,
      case .change = meaning.aspect, let told = meaning.year, told > year,
      statement.region == .plain, !meaning.subject.isUnnamed,
      let place = place(of: told, before: index, context)
    else { return false }
    let text = context.facts.passages[place.passage].text
    let before = Array(text.utf8[..<statement.range.lowerBound])
    let start = before.lastOffset(of: Self.stop) ?? 0
    guard !isPlan(before.part(start..<before.count), context) else { return false }
    findings.report(
      text, place.range, "本文件说明的是\(year)年度，这里的增减额却写的是\(told)年", actual: "\(told)年",
      expected: "\(year)年", evidence: [.init("增减额", text, statement.range)],
      suggestion: "改为“\(year)年”", refutes: Self.refuted(context.facts, place.passage, told))
    return true
  }

  /// 1.…（类）…（款）…（项）：2025年预算数为…, （一）基本支出：2025年…: whether a year begins what is told of the title
  /// that stands before it.
  private func isTitled(
    _ statement: Statement, _ year: Range<Int>, _ context: LintContext
  ) -> Bool {
    let before = NormalText.bytes(
      of: Array(context.facts.passages[statement.passage].text.utf8[..<year.lowerBound]))
    return before.suffix(Self.colon.count).elementsEqual(Self.colon)
      && before.firstOffset(of: Self.stop) == nil
  }

  private static let colon = [UInt8]("：".utf8)

  /// What the comparison behind an amount says: the change, or the word for none.
  private func result(_ context: LintContext, _ index: Int, _ subject: Subject) -> Range<Int>? {
    let statements = context.facts.statements
    let statement = statements[index]
    let change = statements[(index + 1)...].prefix(Self.reach).first {
      $0.meaning?.subject == subject && $0.direction != nil
    }
    if let change, change.sentence == statement.sentence, change.passage == statement.passage,
      case .change = change.meaning?.aspect, !(change.quantity.printed?.isZero ?? true)
    {
      return change.range
    }
    let start = statements[index + 1].range.upperBound
    return context.facts.unchanged.first {
      $0.passage == statement.passage && $0.subject == subject
        && (start..<(start + Self.wordReach)).contains($0.range.lowerBound)
    }?.range
  }

  /// Where a year stands that nothing but its own words part from an amount.
  private func place(of year: Int, before index: Int, _ context: LintContext) -> Statement? {
    let statement = context.facts.statements[index]
    guard
      let place = context.facts.statements[..<index].last(where: { $0.quantity == .year(year) }),
      place.passage == statement.passage, place.sentence == statement.sentence,
      place.range.upperBound <= statement.range.lowerBound
    else { return nil }
    let text = context.facts.passages[place.passage].text
    let isApart = Self.marks.contains {
      text.utf8.firstOffset(of: $0, from: place.range.upperBound, to: statement.range.lowerBound)
        != nil
    }
    return isApart ? nil : place
  }

  /// Eight ideographs: 预算数基本持平.
  private static let wordReach = 24

  /// Behind a mark the year may be another's.
  private static let marks = ["，", ",", "；", ";", "。"].map { [UInt8]($0.utf8) }

  /// The year that is compared with, and the change from it.
  private static let reach = 3

  private static func level(_ statement: Statement) -> Meaning? {
    guard let meaning = statement.meaning, case .level = meaning.aspect, meaning.fund == nil,
      statement.region == .plain
    else { return nil }
    return meaning
  }

  /// What a section tells of: in another section the same words mean another table.
  private static func topic(_ statement: Statement) -> Topic? {
    statement.meaning.map { Topic(subject: $0.subject, section: $0.section) }
  }

  private struct Topic: Hashable {
    var subject: Subject
    var section: String?
  }
}
