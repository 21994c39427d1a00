internal import FiscalNarrative
internal import FiscalText

/// Builds and tests every relation of the narrative: against tables, against other sentences, and
/// of the numbers of a sentence among themselves. Each test goes through the interval rule.
struct CheckBuilder {
  let facts: Facts
  let vocabulary: Vocabulary
  let evidence: TableEvidence
  private let levels: [Subject: [Int]]
  /// For the first part behind 其中, the amount before it: 甲，其中乙，较上年增加…
  private let wholes: [Int: Int]
  var checks: [Check] = []
  /// Values to test with instead of the printed ones.
  var corrections: [Int: Quantity] = [:]

  init(_ facts: Facts, vocabulary: Vocabulary, evidence: TableEvidence) {
    self.facts = facts
    self.vocabulary = vocabulary
    self.evidence = evidence
    levels = Self.levels(facts, of: vocabulary.defaultMeasure)
    wholes = Self.wholes(facts)
  }

  mutating func build() {
    for index in facts.statements.indices { buildTableCheck(index) }
    buildSameFacts()
    for relation in facts.relations { build(relation) }
    dropSharesOfAnotherWhole()
    buildListsByCustom()
    buildItemListsByCustom()
    buildCountsBesideAmounts()
    buildStatedCompletions()
    buildStatedRates()
    buildStatedDifferences()
    buildUnchanged()
    buildIncreases()
    buildConceptSums()
    buildAbsences()
    buildCountsOfNothing()
    buildReasons()
    buildRepeatedWords()
    buildChangeLists()
    buildUnchangedAmounts()
  }

  func quantity(_ index: Int) -> Quantity {
    guard !corrections.isEmpty, let right = corrections[index] else {
      return facts.statements[index].quantity
    }
    return right
  }

  func interval(_ index: Int) -> Interval? { quantity(index).interval }

  func signed(_ index: Int) -> Interval? {
    guard let interval = interval(index) else { return nil }
    return facts.statements[index].direction == .down ? -interval : interval
  }

  // MARK: Against tables

  private mutating func buildTableCheck(_ index: Int) {
    let sources = evidence.sources(for: facts.statements[index])
    guard let stated = quantity(index).amount else { return }
    guard !sources.isEmpty else {
      _ = buildReference(index, stated)
      return
    }
    let holds = sources.contains { Rounding.equal(stated.interval, $0.interval) }
    if !holds, buildReference(index, stated) { return }
    let right = sources[0]
    checks.append(
      Check(
        kind: .table, operands: [index], sources: sources, holds: holds,
        expected: expected(right.exact, like: stated)))
  }

  /// Whether something that often gives the same amount does; then that is its evidence.
  private mutating func buildReference(_ index: Int, _ stated: Amount) -> Bool {
    let sources = evidence.references(for: facts.statements[index]).filter {
      Rounding.equal(stated.interval, $0.interval)
    }
    guard !sources.isEmpty else { return false }
    checks.append(Check(kind: .table, operands: [index], sources: sources, holds: true))
    return true
  }

  func expected(_ grains: Int128, like amount: Amount) -> String? {
    Amount(
      grains: grains, unit: amount.unit, decimals: max(amount.number.decimals, 2),
      isGrouped: amount.number.isGrouped || amount.number.magnitude.mantissa < 100_000)?
      .number.description
  }

  // MARK: The same fact twice

  private struct FactKey: Hashable {
    var subject: Subject
    var aspect: Meaning.Aspect
    var year: Int?
    var fund: Fund?
  }

  private mutating func buildSameFacts() {
    var places: [FactKey: [Int]] = [:]
    for (index, statement) in facts.statements.enumerated() {
      guard let key = key(statement) else { continue }
      places[key, default: []].append(index)
    }
    for indices in places.values.sorted(by: { $0[0] < $1[0] }) where indices.count > 1 {
      for pair in zip(indices, indices.dropFirst()) { buildSameFact(pair.0, pair.1) }
      if indices.count > 2 { buildSameFact(indices[0], indices[indices.count - 1]) }
    }
  }

  /// What identifies a fact; nil where the same words need not mean the same fact.
  private func key(_ statement: Statement) -> FactKey? {
    guard let meaning = statement.meaning, statement.region == .plain else { return nil }
    switch meaning.aspect {
    case .level, .change: break
    case .rate, .completion, .share, .count: return nil
    }
    var subject = meaning.subject
    if case .functional(let path) = subject {
      // A 科目 means another amount in another table.
      guard let section = meaning.section, let words = vocabulary.section(section),
        let code = evidence.code(of: path, in: words)
      else { return nil }
      subject = .functional(ClassificationPath(category: words.role, code: code))
    }
    if case .economic(let name) = subject {
      guard let role = vocabulary.section(meaning.section)?.role else { return nil }
      subject = .functional(ClassificationPath(category: role, item: name))
    }
    return FactKey(
      subject: subject, aspect: meaning.aspect, year: meaning.year, fund: meaning.fund)
  }

  private mutating func buildSameFact(_ first: Int, _ second: Int) {
    let (left, right) = (facts.statements[first], facts.statements[second])
    guard left.quantity.amount != nil || right.quantity.amount != nil else { return }
    guard case .amount(let one) = left.quantity, case .amount(let two) = right.quantity else {
      return
    }
    var holds = Rounding.equal(one.interval, two.interval)
    if case .change = left.meaning?.aspect, left.direction != right.direction, !one.number.isZero {
      holds = false
    }
    checks.append(
      Check(
        kind: .sameFact, operands: [first, second], holds: holds,
        expected: one.number.description))
  }

  // MARK: Within a sentence

  private mutating func build(_ relation: NumberRelation) {
    switch relation {
    case .completion(let budget, let final, let rate):
      buildRatio(.completion, part: final, whole: budget, ratio: rate)
    case .share(let part, let whole, let share):
      buildRatio(.share, part: part, whole: whole, ratio: share)
    case .shareOf(let part, let whole, let general, let share):
      buildShare(part: part, of: whole, or: general, share: share)
    case .change(let current, let change, let rate):
      buildRate(current: current, change: change, rate: rate)
    case .difference(let current, let previous, let change):
      buildDifference(current: current, previous: previous, change: change)
    case .growth(let current, let previous, let rate):
      buildGrowth(current: current, previous: previous, rate: rate)
    case .parts(let whole, let parts): buildParts(whole: whole, parts: parts)
    case .list(let whole, let parts): buildList(whole: whole, parts: parts)
    }
  }

  /// A relation between two amounts and what follows from them, tested again; nil for others.
  mutating func rebuilt(_ check: Check) -> Check? {
    guard check.operands.count == 3 else { return nil }
    checks = []
    let (first, second, last) = (check.operands[0], check.operands[1], check.operands[2])
    switch check.kind {
    case .share, .completion: buildRatio(check.kind, part: second, whole: first, ratio: last)
    case .rate: buildRate(current: first, change: second, rate: last)
    case .difference: buildDifference(current: first, previous: second, change: last)
    case .growth: buildGrowth(current: second, previous: first, rate: last)
    default: return nil
    }
    return checks.first
  }

  private mutating func buildRatio(_ kind: Check.Kind, part: Int, whole: Int, ratio: Int) {
    guard let partInterval = ratioOperand(part), let wholeInterval = ratioOperand(whole),
      let ratioInterval = interval(ratio), let printed = quantity(ratio).percentage
    else { return }
    guard
      let holds = ratioOfNothing(part, whole, ratio)
        ?? Rounding.ratio(partInterval, to: wholeInterval, equals: ratioInterval)
    else { return }
    if !holds, let (index, slip) = ratioSlip(part, whole, printed) {
      checks.append(unitCheck(index, slip))
      return
    }
    let expected = Rounding.percentage(
      middle(partInterval), of: middle(wholeInterval), decimals: min(max(printed.decimals, 2), 6))
    checks.append(
      Check(
        kind: kind, operands: [whole, part, ratio], holds: holds,
        expected: expected.map {
          $0.text(grouped: printed.isGrouped || $0.mantissa.magnitude >= 1_000_000) + "%"
        },
        arithmetic: "\(text(part)) ÷ \(text(whole))"))
  }

  /// The amount whose unit is wrong, where part and whole give the percentage in one unit: the one
  /// whose unit fewer amounts of the paragraph have.
  private func ratioSlip(
    _ part: Int, _ whole: Int, _ percentage: PrintedNumber
  ) -> (index: Int, right: Amount)? {
    let pair = commonness(part) <= commonness(whole) ? [part, whole] : [whole, part]
    for index in pair {
      let other = index == part ? whole : part
      guard let slip = unitSlip(index, beside: other), let rest = ratioOperand(other) else {
        continue
      }
      let operands = index == part ? (slip.interval, rest) : (rest, slip.interval)
      if isNearly(operands.0, of: operands.1, percentage) { return (index, slip) }
    }
    return nil
  }

  /// How many amounts of its paragraph have the unit of an amount.
  private func commonness(_ index: Int) -> Int {
    let unit = quantity(index).amount?.unit
    let passage = facts.statements[index].passage
    return facts.statements[..<index].reversed().prefix { $0.passage == passage }
      .count { $0.quantity.amount?.unit == unit }
      + facts.statements[index...].prefix { $0.passage == passage }
      .count { $0.quantity.amount?.unit == unit }
  }

  /// Whether a percentage is that of a part of a whole but for the last digits: a unit is wrong by
  /// four orders of magnitude.
  private func isNearly(_ part: Interval, of whole: Interval, _ printed: PrintedNumber) -> Bool {
    guard let right = Rounding.percentage(middle(part), of: middle(whole), decimals: 4) else {
      return false
    }
    let difference = right.grains - printed.grains
    return !printed.isZero && 50 * difference.magnitude <= printed.grains.magnitude
  }

  /// The values of an amount; 0 without decimals is nothing, not something below a half.
  private func ratioOperand(_ index: Int) -> Interval? {
    guard let printed = quantity(index).printed, printed.isZero, printed.decimals == 0 else {
      return interval(index)
    }
    return .zero
  }

  /// Whether a ratio of nothing to nothing is one that people print: 0 % or, of a task that needed
  /// nothing, 100 %. Nil for other amounts.
  private func ratioOfNothing(_ part: Int, _ whole: Int, _ ratio: Int) -> Bool? {
    guard quantity(part).printed?.isZero ?? false, quantity(whole).printed?.isZero ?? false,
      let printed = quantity(ratio).percentage
    else { return nil }
    if printed.isZero { return true }
    return printed.grains == 100 * Interval.one ? nil : false
  }

  /// An amount in the unit of the one beside it, where the two differ.
  func unitSlip(_ index: Int, beside other: Int) -> Amount? {
    guard let amount = quantity(index).amount, let right = quantity(other).amount,
      amount.unit != right.unit
    else { return nil }
    return Amount(amount.number, right.unit)
  }

  func unitCheck(_ index: Int, _ right: Amount) -> Check {
    Check(
      kind: .unit, operands: [index], holds: false,
      expected: "\(right.number)\(right.unit.rawValue)")
  }

  func middle(_ interval: Interval) -> Int128 { (interval.lower + interval.upper) / 2 }

  func text(_ index: Int) -> String { quantity(index).printed?.description ?? "" }

  private mutating func buildRate(current: Int, change: Int, rate: Int) {
    guard let level = interval(current), let changed = signed(change),
      let printed = percentage(rate)
    else { return }
    if printed.isZero, quantity(change).printed?.isZero ?? false {
      checks.append(Check(kind: .rate, operands: [current, change, rate], holds: true))
      return
    }
    if let whole = wholes[current], changed.lower > level.upper {
      return buildRate(current: whole, change: change, rate: rate)
    }
    let rateInterval = Quantity.percentage(printed).interval ?? .zero
    if !printed.isZero, ratioOperand(change) == .zero {
      checks.append(
        Check(
          kind: .rate, operands: [current, change, rate], holds: false, expected: "0%",
          arithmetic: "\(text(change)) ÷ \(text(current))"))
      return
    }
    // The rate's sign is that of the change: words that contradict each other are a check of
    // their own.
    let isDown = facts.statements[change].direction == .down
    let signedRate = isDown ? -rateInterval : rateInterval
    let plain =
      Rounding.rate(change: changed, current: level, equals: signedRate)
      ?? isTooLow(signedRate, changed, level)
    if plain != true, let slip = unitSlip(change, beside: current),
      Rounding.rate(
        change: isDown ? -slip.interval : slip.interval, current: level, equals: signedRate)
        ?? false
    {
      checks.append(unitCheck(change, slip))
      return
    }
    if plain != true, let whole = wholes[current].flatMap({ interval($0) }),
      Rounding.rate(change: changed, current: whole, equals: signedRate) ?? false
    {
      checks.append(
        Check(kind: .rate, operands: [wholes[current] ?? current, change, rate], holds: true))
      return
    }
    guard let holds = plain, holds || quantity(rate).percentage != nil else { return }
    let base = middle(level) - middle(changed)
    let size = middle(changed) < 0 ? -middle(changed) : middle(changed)
    let expected = Rounding.percentage(
      size, of: base, decimals: min(max(printed.decimals, 2), 6))
    checks.append(
      Check(
        kind: .rate, operands: [current, change, rate], holds: holds,
        expected: expected.map { "\($0)%" },
        arithmetic: "\(text(change)) ÷ (\(text(current)) \(isDown ? "＋" : "－") \(text(change)))"))
  }

  /// False if the least rate that a change can be of the nothing or little before it is more than
  /// the one given.
  private func isTooLow(_ rate: Interval, _ change: Interval, _ level: Interval) -> Bool? {
    let base = level.upper - change.lower
    // What came of nothing has no rate, which another rule says.
    guard change.lower > 0, base > 0, middle(level) > middle(change) else { return nil }
    let least = Rounding.percentage(change.lower, of: base, decimals: 0)
    guard let least, least.grains > 100 * rate.upper + Interval.one else { return nil }
    return false
  }

  /// A percentage, or a number that lacks its sign.
  private func percentage(_ index: Int) -> PrintedNumber? {
    let statement = facts.statements[index]
    if case .bare(let number) = statement.quantity, statement.missingUnit == .percent {
      return number
    }
    return statement.quantity.percentage
  }

  private mutating func buildDifference(current: Int, previous: Int, change: Int) {
    guard let now = interval(current), let before = interval(previous),
      let changed = signed(change), let amount = quantity(change).amount
    else { return }
    let holds = (now - before).overlaps(changed)
    let size = middle(now) - middle(before)
    checks.append(
      Check(
        kind: .difference, operands: [current, previous, change], holds: holds,
        expected: self.expected(size < 0 ? -size : size, like: amount),
        arithmetic: "\(text(current)) － \(text(previous))"))
  }

  private mutating func buildGrowth(current: Int, previous: Int, rate: Int) {
    guard let now = interval(current), let before = interval(previous), let given = signed(rate),
      let printed = quantity(rate).percentage
    else { return }
    // growth = now / before − 1, so that now / before must meet the rate plus one.
    let ratio = given + Interval(exactly: Interval.one)
    guard let holds = Rounding.ratio(now, to: before, equals: ratio) else { return }
    let change = middle(now) - middle(before)
    let expected = Rounding.percentage(
      change < 0 ? -change : change, of: middle(before), decimals: min(max(printed.decimals, 2), 6))
    checks.append(
      Check(
        kind: .growth, operands: [previous, current, rate], holds: holds,
        expected: expected.map { "\($0)%" },
        arithmetic: "(\(text(current)) － \(text(previous))) ÷ \(text(previous))"))
  }

  // MARK: Parts

  private mutating func buildParts(whole: Int, parts: [Int]) {
    guard let total = interval(whole) else { return }
    if areCategories(parts) { return buildCategories(whole: whole, parts: parts) }
    let listed = parts
    guard let parts = comparable(parts, with: whole) else { return }
    let sum = parts.compactMap { interval($0) }.reduce(.zero, +)
    let isWhole =
      isExhaustive(whole, parts) && (isExplained(listed, by: parts) || sum.overlaps(total))
    let holds = isWhole ? sum.overlaps(total) : sum.lower <= total.upper
    guard isWhole || !holds else { return }
    let expected = expected(sum, like: quantity(whole))
    checks.append(
      Check(
        kind: isWhole ? .parts : .partsWithin, operands: parts + [whole], holds: holds,
        expected: expected, arithmetic: parts.map { text($0) }.joined(separator: " ＋ ")))
  }

  /// A sum as the whole would print it.
  func expected(_ sum: Interval, like whole: Quantity) -> String? {
    switch whole {
    case .amount(let amount): expected(middle(sum), like: amount)
    case .count(let number, _):
      PrintedNumber(
        grains: middle(sum), decimals: number.decimals, isGrouped: number.isGrouped)?.description
    case .percentage, .bare, .year, .label, .malformed: nil
    }
  }

  /// The parts that are of the whole's kind and no part of one another; nil if that is not known.
  private func comparable(_ parts: [Int], with whole: Int) -> [Int]? {
    if case .count(_, let classifier) = quantity(whole) {
      let same = parts.filter {
        if case .count(_, classifier) = quantity($0) { return true }
        return false
      }
      return same.count == parts.count ? same : nil
    }
    if let funds = funds(parts, of: whole) { return funds }
    guard quantity(whole).amount != nil, let concept = self.concept(whole) else { return nil }
    let all = allParts(of: concept)
    let known = parts.filter { part in
      guard let aspect = facts.statements[part].meaning?.aspect, case .level = aspect,
        aspect == facts.statements[whole].meaning?.aspect,
        case .concept(let id) = facts.statements[part].meaning?.subject
      else { return false }
      return all.contains(id)
    }
    return known.count > 1 ? withoutNested(known) : nil
  }

  /// The parts of a concept and theirs: 公务用车购置费 is one of 三公经费, where the list does not
  /// tell the two kinds of 公务用车 together.
  private func allParts(of concept: Concept) -> Set<String> {
    var all = Set(concept.parts)
    for part in concept.parts { all.formUnion(vocabulary.concept(part)?.parts ?? []) }
    return all
  }

  /// Whether each amount of a list is one of its parts or a part of one that is.
  private func isExplained(_ listed: [Int], by parts: [Int]) -> Bool {
    let known = Set(parts)
    let inner = Set(parts.flatMap { concept($0)?.parts ?? [] })
    return listed.allSatisfy { index in
      known.contains(index) || concept(index).map { inner.contains($0.id) } ?? false
    }
  }

  /// The amounts of one subject by fund, if the list is of those.
  private func funds(_ parts: [Int], of whole: Int) -> [Int]? {
    let subject = facts.statements[whole].meaning?.subject
    let funds = parts.filter {
      facts.statements[$0].meaning?.fund != nil && facts.statements[$0].meaning?.subject == subject
    }
    return funds.count == Fund.allCases.count ? funds : nil
  }

  /// Drops parts that another part contains: 财政拨款收入 beside its three funds.
  func withoutNested(_ parts: [Int]) -> [Int] {
    let inner = Set(parts.flatMap { concept($0)?.parts ?? [] })
    return parts.filter { part in
      guard case .concept(let id) = facts.statements[part].meaning?.subject else { return true }
      return !inner.contains(id)
    }
  }

  private func isExhaustive(_ whole: Int, _ parts: [Int]) -> Bool {
    facts.statements[parts[0]].meaning?.fund != nil || concept(whole)?.isExhaustive ?? false
  }

  func concept(_ index: Int) -> Concept? {
    guard case .concept(let id) = facts.statements[index].meaning?.subject else { return nil }
    return vocabulary.concept(id)
  }

  // MARK: Shares of what another sentence or a table states

  /// In a section that has a whole of its own, the same words may mean that of the whole body.
  private mutating func buildShare(
    part: Int, of subject: Subject, or general: Subject?, share: Int
  ) {
    let before = checks.count
    buildShare(part: part, of: subject, share: share)
    let own = checks.dropFirst(before)
    guard own.allSatisfy({ !$0.holds }), let general else { return }
    buildShare(part: part, of: general, share: share)
    if let other = checks.dropFirst(before + own.count).first {
      checks.removeLast(checks.count - before)
      checks.append(other)
    }
  }

  private mutating func buildShare(part: Int, of subject: Subject, share: Int) {
    let statement = facts.statements[share]
    if let whole = level(of: subject, near: statement), whole != part {
      buildRatio(.share, part: part, whole: whole, ratio: share)
      return
    }
    guard let whole = wholeSource(subject, in: facts.passages[statement.passage].role),
      let amount = interval(part), let ratio = interval(share),
      let printed = quantity(share).percentage,
      let holds = Rounding.ratio(amount, to: whole.interval, equals: ratio)
    else { return }
    let expected = Rounding.percentage(
      middle(amount), of: whole.exact, decimals: min(max(printed.decimals, 2), 6))
    checks.append(
      Check(
        kind: .share, operands: [part, share], sources: [whole], holds: holds,
        expected: expected.map { "\($0)%" },
        arithmetic: "\(text(part)) ÷ \(whole.amount?.number.description ?? "")"))
  }

  /// The cell that states a subject, unless several cells state it differently.
  private func wholeSource(_ subject: Subject, in section: String?) -> Check.Source? {
    let sources = evidence.sources(of: subject, vocabulary.defaultMeasure, in: section)
    guard let first = sources.first,
      sources.allSatisfy({ Rounding.equal($0.interval, first.interval) })
    else { return nil }
    return first
  }

  // MARK: Completion rates whose budget only a table states

  private mutating func buildStatedCompletions() {
    var related = Set<Int>()
    for case .completion(_, _, let rate) in facts.relations { related.insert(rate) }
    for (index, statement) in facts.statements.enumerated() where !related.contains(index) {
      guard case .completion(let measure) = statement.meaning?.aspect,
        let subject = statement.meaning?.subject, let final = level(of: subject, near: statement),
        let budget = evidence.sources(of: subject, measure, in: statement.meaning?.section).first,
        let part = interval(final), let ratio = interval(index),
        let printed = quantity(index).percentage,
        let holds = Rounding.ratio(part, to: budget.interval, equals: ratio)
      else { continue }
      let expected = Rounding.percentage(
        middle(part), of: budget.exact, decimals: min(max(printed.decimals, 2), 6))
      checks.append(
        Check(
          kind: .completion, operands: [final, index], sources: [budget], holds: holds,
          expected: expected.map { "\($0)%" },
          arithmetic: "\(text(final)) ÷ \(budget.amount?.number.description ?? "")"))
    }
  }

  // MARK: Levels of nothing before, and of the same before

  /// An increase cannot be greater than what it led to.
  private mutating func buildIncreases() {
    let units = Set(checks.filter { $0.kind == .unit }.flatMap(\.operands))
    for (index, statement) in facts.statements.enumerated() {
      guard case .change(let base) = statement.meaning?.aspect, base != .originalBudget,
        base != .earlierYear,
        statement.direction == .up, !units.contains(index), statement.meaning?.year == nil,
        let subject = statement.meaning?.subject, let change = interval(index),
        let current = level(of: subject, near: statement),
        facts.statements[current].passage == statement.passage,
        let level = interval(current), change.lower > level.upper,
        wholes[current].flatMap({ interval($0) }).map({ change.lower > $0.upper }) ?? true
      else { continue }
      checks.append(
        Check(
          kind: .negativeBase, operands: [current, index], holds: false, arithmetic: text(current)))
    }
  }

  /// What is as it was has the same amount in both years.
  private mutating func buildUnchanged() {
    for unchanged in facts.unchanged {
      guard let level = unchanged.level, let previous = unchanged.previous,
        let now = interval(level), let before = interval(previous), Rounding.equal(now, before)
      else { continue }
      checks.append(Check(kind: .sameFact, operands: [previous, level], holds: true))
    }
  }

  // MARK: Rates whose level another paragraph states

  private mutating func buildStatedRates() {
    var related = Set<Int>()
    for relation in facts.relations {
      switch relation {
      case .change(_, _, let rate), .growth(_, _, let rate): related.insert(rate)
      default: break
      }
    }
    let proven = Set(checks.filter { $0.kind == .table && $0.holds }.flatMap(\.operands))
    for (index, statement) in facts.statements.enumerated() where !related.contains(index) {
      guard let meaning = statement.meaning, case .rate(let base) = meaning.aspect, index > 0,
        let change = facts.statements[index - 1].meaning, change.aspect == .change(base),
        change.subject == meaning.subject
      else { continue }
      guard let current = level(of: meaning.subject, near: statement),
        facts.statements[current].meaning?.section == meaning.section
      else {
        if base == .priorYear { buildTableRate(meaning, change: index - 1, rate: index) }
        continue
      }
      let before = checks.count
      buildRate(current: current, change: index - 1, rate: index)
      // Which of several levels is meant is only sure of one that the tables bear out.
      if checks.count > before, !checks[before].holds, !proven.contains(current) {
        checks.removeLast()
      }
    }
  }

  /// 收入支出总计各增加甲，增长乙: where only a table says how much it is.
  private mutating func buildTableRate(_ meaning: Meaning, change: Int, rate: Int) {
    guard let level = wholeSource(meaning.subject, in: meaning.section),
      let changed = signed(change), let size = interval(change), let given = signed(rate),
      let printed = quantity(rate).percentage, meaning.year == nil,
      let holds = Rounding.rate(change: changed, current: level.interval, equals: given)
    else { return }
    let expected = Rounding.percentage(
      middle(size), of: level.exact - middle(changed), decimals: min(max(printed.decimals, 2), 6))
    let isDown = facts.statements[change].direction == .down
    checks.append(
      Check(
        kind: .rate, operands: [change, rate], sources: [level], holds: holds,
        expected: expected.map { "\($0)%" },
        arithmetic: "\(text(change)) ÷ (\(level.amount?.number.description ?? "") "
          + "\(isDown ? "＋" : "－") \(text(change)))"))
  }

  // MARK: Changes between two years that are both stated

  private mutating func buildStatedDifferences() {
    var previous: [Subject: [Int]] = [:]
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning, case .level = meaning.aspect, meaning.year != nil,
        statement.quantity.amount != nil
      else { continue }
      previous[meaning.subject, default: []].append(index)
    }
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning, case .change(.priorYear) = meaning.aspect,
        let before = previous[meaning.subject], before.count == 1,
        facts.passages[facts.statements[before[0]].passage].role == meaning.section,
        let now = level(of: meaning.subject, near: statement)
      else { continue }
      buildDifference(current: now, previous: before[0], change: index)
    }
  }

  /// The nearest statement before or after of a subject's level, in any section.
  func level(of subject: Subject, near statement: Statement) -> Int? {
    (levels[subject] ?? []).min {
      abs(facts.statements[$0].passage - statement.passage)
        < abs(facts.statements[$1].passage - statement.passage)
    }
  }

  /// What is said behind a part that follows 其中 may be said of the whole before it.
  private static func wholes(_ facts: Facts) -> [Int: Int] {
    var wholes: [Int: Int] = [:]
    for case .list(let whole, let parts) in facts.relations {
      if let first = parts.first { wholes[first] = whole }
    }
    return wholes
  }

  /// The statements of each subject's level in the report's own year.
  private static func levels(_ facts: Facts, of measure: Measure) -> [Subject: [Int]] {
    var levels: [Subject: [Int]] = [:]
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning, meaning.aspect == .level(measure),
        meaning.year == nil, statement.quantity.amount != nil
      else { continue }
      levels[meaning.subject, default: []].append(index)
    }
    return levels
  }
}
