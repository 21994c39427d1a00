internal import FiscalNarrative
internal import FiscalText

/// Builds and tests every relation of the narrative: against tables, against other sentences, and
/// of the numbers of a sentence among themselves. Each test goes through the interval rule.
struct CheckBuilder {
  let facts: Facts
  let vocabulary: Vocabulary
  let evidence: TableEvidence
  let levels: [Subject: [Int]]
  /// The statements of each subject's budget, in final accounts.
  let budgets: [Subject: [Int]]
  /// For the parts behind 其中, the amount before them: 甲，其中乙、丙，较上年增加…
  let wholes: [Int: Int]
  /// How many amounts have each unit.
  let amounts: [AmountUnit: Int]
  var checks: [Check] = []
  /// Sums that do not come out, for which a slip is looked for once all else is known.
  var openSums: [OpenSum] = []
  /// The changes whose rate shows that their word for the direction is the wrong one.
  var reversedChanges: Set<Int> = []
  /// Those of them whose levels show it.
  var reversedDifferences: Set<Int> = []
  /// Values to test with instead of the printed ones.
  var corrections: [Int: Quantity] = [:]

  init(_ facts: Facts, vocabulary: Vocabulary, evidence: TableEvidence) {
    self.facts = facts
    self.vocabulary = vocabulary
    self.evidence = evidence
    levels = Self.levels(facts, vocabulary)
    budgets = Self.budgets(facts, of: vocabulary.defaultMeasure)
    wholes = Self.wholes(facts)
    amounts = facts.statements.reduce(into: [:]) { counts, statement in
      if let amount = statement.quantity.amount { counts[amount.unit, default: 0] += 1 }
    }
  }

  mutating func build(_ items: ItemList) {
    for index in facts.statements.indices { buildTableCheck(index) }
    buildSameFacts()
    findReversedDifferences()
    for relation in facts.relations { build(relation) }
    buildJointTotals()
    dropSharesOfAnotherWhole()
    buildListsByCustom()
    buildItemListsByCustom()
    buildItemSums()
    buildCategoryPassages()
    buildCountsBesideAmounts()
    buildCountShares()
    buildStatedCompletions()
    buildStatedShares()
    buildStatedRates()
    buildStatedDifferences()
    buildUnchanged()
    buildIncreases()
    buildImpossibleDecreases()
    buildConceptSums()
    buildBalances()
    buildLimits()
    buildJointChanges()
    buildAbsences()
    buildChangesFromNothing()
    buildCountsOfNothing()
    buildReasons()
    buildRepeatedWords()
    buildChangeLists()
    buildUnchangedAmounts()
    buildSwaps()
    buildAverages()
    buildBracketed()
    buildItemBudgets(items)
    buildSlips()
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
    let isDown = facts.statements[index].direction == .down
    return isDown != reversedChanges.contains(index) ? -interval : interval
  }

  // MARK: Within a sentence

  mutating func build(_ relation: NumberRelation) {
    switch relation {
    case .completion(let budget, let final, let rate):
      buildRatio(.completion, part: final, whole: budget, ratio: rate)
    case .share(let part, let whole, let share):
      let first = checks.count
      buildShare(part: part, whole: whole, share: share)
      reviseShare(of: part, share: share, since: first)
    case .shareOf(let part, let whole, let general, let share):
      let first = checks.count
      buildShare(part: part, of: whole, or: general, share: share)
      reviseShare(of: part, share: share, since: first)
    case .change(let current, let change, let rate):
      buildRate(current: current, change: change, rate: rate)
    case .difference(let current, let previous, let change):
      buildDifference(current: current, previous: previous, change: change)
    case .growth(let current, let previous, let rate):
      buildGrowth(current: current, previous: previous, rate: rate)
    case .multiple(let current, let previous, let rate):
      buildMultiple(current: current, previous: previous, rate: rate)
    case .multipleOfBase(let current, let change, let rate):
      buildMultiple(current: current, change: change, rate: rate)
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

  /// The nearest statement before or after of a subject's level, in any section.
  func level(of subject: Subject, near statement: Statement) -> Int? {
    (levels[subject] ?? []).min {
      abs(facts.statements[$0].passage - statement.passage)
        < abs(facts.statements[$1].passage - statement.passage)
    }
  }

  /// What is said behind parts that follow 其中 may be said of the whole before them, but for what a
  /// paragraph of its own says of its part.
  private static func wholes(_ facts: Facts) -> [Int: Int] {
    var wholes: [Int: Int] = [:]
    for case .list(let whole, let parts) in facts.relations {
      let passage = facts.statements[whole].passage
      for part in parts where wholes[part] == nil && facts.statements[part].passage == passage {
        wholes[part] = whole
      }
    }
    return wholes
  }

  private static func budgets(_ facts: Facts, of measure: Measure) -> [Subject: [Int]] {
    guard measure == .finalAmount else { return [:] }
    var budgets: [Subject: [Int]] = [:]
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning, case .level(let told) = meaning.aspect,
        told != .finalAmount, meaning.year == nil, meaning.fund == nil
      else { continue }
      budgets[meaning.subject, default: []].append(index)
    }
    return budgets
  }

  /// The statements of each subject's level in the report's own year.
  private static func levels(_ facts: Facts, _ vocabulary: Vocabulary) -> [Subject: [Int]] {
    var levels: [Subject: [Int]] = [:]
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning,
        meaning.aspect == .level(vocabulary.defaultMeasure),
        meaning.year == nil, statement.quantity.amount != nil
      else { continue }
      levels[meaning.subject, default: []].append(index)
    }
    for concept in vocabulary.concepts where !concept.jointOf.isEmpty {
      let subject = Subject.concept(concept.id)
      guard levels[subject] == nil else { continue }
      let told = concept.jointOf.map { levels[.concept($0)] ?? [] }
      let amounts = Set(told.joined().compactMap { facts.statements[$0].quantity.amount })
      // Where what a joint name stands for is one amount, that is the amount of the name.
      if amounts.count == 1, told.allSatisfy({ !$0.isEmpty }) { levels[subject] = told.first }
    }
    return levels
  }
}
