internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// The numbers of the narrative that speak of last year, tested against last year's disclosure.
struct PriorYear: Sendable {
  let last: PublishedDocument
  private(set) var checks: [PublishedCheck] = []
  /// The check of each statement, as an index into ``checks``.
  private var byStatement: [Int: Int] = [:]

  private let facts: Facts
  private let vocabulary: Vocabulary
  private let evidence: TableEvidence
  private let year: Int?

  init(
    _ last: PublishedDocument, facts: Facts, vocabulary: Vocabulary, evidence: TableEvidence,
    year: Int?
  ) {
    self.last = last
    self.facts = facts
    self.vocabulary = vocabulary
    self.evidence = evidence
    self.year = year
    let currents = Self.currents(facts)
    for index in facts.statements.indices {
      guard let check = check(index, current: currents[index]) else { continue }
      byStatement[index] = checks.count
      checks.append(check)
    }
  }

  /// The check of a statement, or nil if last year's disclosure says nothing to it.
  func check(of statement: Int) -> PublishedCheck? { byStatement[statement].map { checks[$0] } }

  /// The level that a sentence gives with a change or rate, by the change or rate.
  private static func currents(_ facts: Facts) -> [Int: Int] {
    var currents: [Int: Int] = [:]
    for relation in facts.relations {
      switch relation {
      case .change(let current, let change, let rate):
        currents[change] = current
        currents[rate] = current
      case .difference(let current, _, let change): currents[change] = current
      case .growth(let current, _, let rate): currents[rate] = current
      case .multiple, .multipleOfBase, .completion, .share, .shareOf, .parts, .list: break
      }
    }
    return currents
  }

  private func check(_ index: Int, current: Int?) -> PublishedCheck? {
    let statement = facts.statements[index]
    guard let meaning = statement.meaning, meaning.fund == nil, statement.region == .plain else {
      return nil
    }
    switch meaning.aspect {
    case .level(let measure): return level(index, statement, meaning, measure)
    case .change(let base): return change(index, statement, meaning, base, current)
    case .rate(let base): return rate(index, statement, meaning, base, current)
    case .multiple, .completion, .share, .count: return nil
    }
  }

  // MARK: Last year's amounts

  private func level(
    _ index: Int, _ statement: Statement, _ meaning: Meaning, _ measure: Measure
  ) -> PublishedCheck? {
    guard let year = meaning.year, year == last.year ?? self.year.map({ $0 - 1 }),
      let amount = statement.quantity.amount,
      let published = last.value(of: meaning.subject, measure, in: meaning.section)
    else { return nil }
    return PublishedCheck(
      kind: .level, statement: index, published: published,
      holds: Rounding.equal(amount.interval, published.interval),
      expected: Self.text(published.exact, like: amount))
  }

  /// What last year's disclosure says of the base of a change; nil where it cannot say it: a budget
  /// does not know what was spent.
  private func base(_ meaning: Meaning, _ base: Base) -> PublishedValue? {
    let measure: Measure
    switch base {
    case .priorYear: measure = vocabulary.defaultMeasure
    case .priorBudget:
      measure = vocabulary.defaultMeasure == .budget ? .budget : .originalBudget
    case .priorFinal:
      guard vocabulary.defaultMeasure == .finalAmount else { return nil }
      measure = .finalAmount
    case .originalBudget, .earlierYear: return nil
    }
    return last.value(of: meaning.subject, measure, in: meaning.section)
      ?? last.absence(of: meaning.subject, measure, in: meaning.section)
  }

  // MARK: Changes

  private func change(
    _ index: Int, _ statement: Statement, _ meaning: Meaning, _ base: Base, _ current: Int?
  ) -> PublishedCheck? {
    guard let amount = statement.quantity.amount, let published = self.base(meaning, base),
      let now = level(meaning, current, before: index)
    else { return nil }
    let difference = now.interval - published.interval
    let isDown = statement.direction == .down
    let holds = difference.overlaps(isDown ? -amount.interval : amount.interval)
    // Where last year had none, another scope is as likely as a wrong number.
    guard holds || published.isPrinted && !isOfOtherScope(statement) else { return nil }
    let size = now.exact - published.exact
    return PublishedCheck(
      kind: .change, statement: index, published: published, current: now.printed, holds: holds,
      expected: Self.text(size < 0 ? -size : size, like: amount),
      isOpposite: size != 0 && (size < 0) != isDown)
  }

  private func rate(
    _ index: Int, _ statement: Statement, _ meaning: Meaning, _ base: Base, _ current: Int?
  ) -> PublishedCheck? {
    guard let printed = statement.quantity.percentage, let given = statement.quantity.interval,
      let published = self.base(meaning, base), published.isPrinted,
      let now = level(meaning, current, before: index)
    else { return nil }
    let isDown = statement.direction == .down
    let ratio = (isDown ? -given : given) + Interval(exactly: Interval.one)
    guard
      let holds = Rounding.ratio(now.interval, to: published.interval, equals: ratio),
      holds || !isOfOtherScope(statement)
    else { return nil }
    let size = now.exact - published.exact
    let expected = Rounding.percentage(
      size < 0 ? -size : size, of: published.exact, decimals: min(max(printed.decimals, 2), 6))
    return PublishedCheck(
      kind: .rate, statement: index, published: published, current: now.printed, holds: holds,
      expected: expected.map { "\($0)%" }, isOpposite: size != 0 && (size < 0) != isDown)
  }

  /// 同口径相比增加100万元（剔除上年划转的…）: whether the sentence says that it compares with something else than
  /// what was published.
  private func isOfOtherScope(_ statement: Statement) -> Bool {
    let text = facts.passages[statement.passage].text.utf8
    let end = text.firstOffset(of: Self.stop, from: statement.range.upperBound) ?? text.count
    let start =
      Array(text[..<statement.range.lowerBound]).lastOffset(of: Self.stop) ?? 0
    return vocabulary.words(.otherScope).contains {
      text.firstOffset(of: $0, from: start, to: end) != nil
    }
  }

  private static let stop = [UInt8]("。".utf8)

  private struct Level {
    var interval: Interval
    var exact: Int128
    var printed: String
  }

  /// This year's amount of what a change is of: what the sentence says, else the tables.
  private func level(_ meaning: Meaning, _ current: Int?, before index: Int) -> Level? {
    let measure = vocabulary.defaultMeasure
    if let index = current ?? nearest(meaning.subject, measure, before: index),
      let amount = facts.statements[index].quantity.amount
    {
      guard isOf(meaning.subject, facts.statements[index].meaning?.subject) else { return nil }
      return Level(
        interval: amount.interval, exact: amount.grains, printed: amount.description)
    }
    let sources = evidence.sources(of: meaning.subject, measure, in: meaning.section)
    guard let first = sources.first,
      sources.allSatisfy({ Rounding.equal($0.interval, first.interval) })
    else { return nil }
    return Level(
      interval: first.interval, exact: first.exact,
      printed: first.amount?.description ?? first.text.string)
  }

  /// Whether an amount is that of a subject, or of one of those that the subject is the joint name of.
  private func isOf(_ subject: Subject, _ told: Subject?) -> Bool {
    if told == subject { return true }
    guard case .concept(let id) = subject, case .concept(let part) = told else { return false }
    return vocabulary.concept(id)?.jointOf.contains(part) ?? false
  }

  /// The last statement of a level in the passage of a statement, before it.
  private func nearest(_ subject: Subject, _ measure: Measure, before index: Int) -> Int? {
    let passage = facts.statements[index].passage
    var index = index - 1
    while index >= 0, facts.statements[index].passage == passage {
      let statement = facts.statements[index]
      if let meaning = statement.meaning, meaning.subject == subject,
        meaning.aspect == .level(measure), meaning.year == nil, meaning.fund == nil,
        statement.quantity.amount != nil
      {
        return index
      }
      index -= 1
    }
    return nil
  }

  private static func text(_ grains: Int128, like amount: Amount) -> String? {
    Amount(
      grains: grains, unit: amount.unit, decimals: max(amount.number.decimals, 2),
      isGrouped: amount.number.isGrouped)?.number.description
  }
}
