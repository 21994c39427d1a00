internal import FiscalModel
internal import FiscalText

/// Reads one passage: binds each number to subject, measure and base as a reader carries them from
/// clause to clause.
///
/// The state is what a reader keeps in mind: what is spoken of, which measure was named, what is
/// compared with what, and whether a list of parts, a reason or a purpose has begun.
struct ClauseReader {
  let vocabulary: Vocabulary
  let reportYear: Int?
  let passageIndex: Int
  let passage: Passage
  let text: NormalText

  /// The subject that the headings around the passage set, and the 类 and 款 named last.
  private(set) var inherited: InheritedSubject

  private(set) var statements: [Statement] = []
  private(set) var relations: [NumberRelation] = []
  private(set) var comparisons: [Comparison] = []
  private(set) var absences: [Facts.Absence] = []
  private(set) var unchanged: [Facts.Unchanged] = []
  private(set) var reasons: [Facts.Reason] = []
  private(set) var mentions: [Facts.Mention] = []

  private var state = ClauseState()
  private var outer: [ClauseState] = []
  /// Where stops stand inside brackets, and so end no sentence.
  private var enclosedStops: Set<Int> = []
  /// Where numbers stand that share a unit, with the unit that the number itself lacks.
  private var sharedUnits: [Int: AmountUnit?] = [:]
  /// Levels stated in this passage, for the relations that later numbers have with them.
  private var levels: [LevelKey: Int] = [:]
  private var completions: [Subject: Int] = [:]
  private var sentence = 0
  /// Where the last number and the last name of a subject end, in the normal text.
  private var lastNumberEnd = -1
  private var lastNameEnd = -1
  /// How many bytes of unknown text stand right before the token at hand.
  private var unknownBefore = 0
  /// Four ideographs.
  private static let longestModifier = 12
  /// How many statements the report has before this passage's.
  private let firstStatement: Int

  private struct LevelKey: Hashable {
    var subject: Subject
    var measure: Measure
    var year: Int?
  }

  init(
    vocabulary: Vocabulary, reportYear: Int?, passageIndex: Int, passage: Passage,
    inherited: InheritedSubject, firstStatement: Int
  ) {
    self.vocabulary = vocabulary
    self.reportYear = reportYear
    self.passageIndex = passageIndex
    self.passage = passage
    self.inherited = inherited
    self.firstStatement = firstStatement
    text = NormalText(passage.text.utf8)
  }

  mutating func read() {
    let start = bodyStart
    let tokens = Tokenizer.tokens(text, from: start, vocabulary: vocabulary)
    enclosedStops = Self.enclosedStops(tokens)
    sharedUnits = Self.sharedUnits(tokens)
    state.subject = inherited.subject ?? sectionSubject ?? projectSubject
    state.clauseStart = start
    var end = start
    for token in tokens {
      unknownBefore = token.range.lowerBound - end
      if unknownBefore > 0 {
        state.hasGap = true
        state.unknownLength += unknownBefore
      }
      end = token.range.upperBound
      read(token)
    }
    endSentence()
  }

  /// 各减少12.30，45.60万元: the first number has the unit of the second, and neither tells on its
  /// own what it belongs to.
  private static func sharedUnits(_ tokens: [Token]) -> [Int: AmountUnit?] {
    var units: [Int: AmountUnit?] = [:]
    for index in tokens.indices.dropFirst(2) {
      guard case .number(.amount(let amount), _) = tokens[index].kind,
        case .mark(let mark) = tokens[index - 1].kind, mark == .comma || mark == .pause,
        case .number(.bare(let first), _) = tokens[index - 2].kind, first.decimals > 0,
        tokens[index - 2].range.upperBound == tokens[index - 1].range.lowerBound,
        tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
      else { continue }
      units[tokens[index - 2].range.lowerBound] = .some(amount.unit)
      units[tokens[index].range.lowerBound] = .some(nil)
    }
    return units
  }

  private static func enclosedStops(_ tokens: [Token]) -> Set<Int> {
    var stops: Set<Int> = []
    var open: [[Int]] = []
    for token in tokens {
      guard case .mark(let mark) = token.kind else { continue }
      switch mark {
      case .open: open.append([])
      case .close: stops.formUnion(open.popLast() ?? [])
      case .stop: if !open.isEmpty { open[open.count - 1].append(token.range.lowerBound) }
      default: break
      }
    }
    return stops
  }

  /// The subject at the end of the passage, carried over or named.
  var lastSubject: Subject? { namedSubject ?? inherited.subject }

  /// The subject that the passage named last.
  private(set) var namedSubject: Subject?

  /// Behind the number of the heading or item.
  private var bodyStart: Int {
    guard let number = HeadingNumber.scan(text.bytes) else { return 0 }
    return number.range.upperBound
  }

  private var sectionSubject: Subject? {
    vocabulary.section(passage.role)?.subject.map { .concept($0) }
  }

  /// In a section on performance, a paragraph that names no subject speaks of its project.
  private var projectSubject: Subject? {
    guard let role = passage.role, role.hasSuffix("performance") else { return nil }
    return .project(passage: passageIndex)
  }

  private mutating func read(_ token: Token) {
    switch token.kind {
    case .mark(let mark): read(mark, token.range)
    case .path(let path): name(classification(path), token.range)
    case .term(let term): read(term, token.range)
    case .number(let quantity, let digits): read(quantity, digits: digits, token.range)
    }
  }

  // MARK: Marks

  private mutating func read(_ mark: Token.Mark, _ range: Range<Int>) {
    switch mark {
    case .stop where !enclosedStops.contains(range.lowerBound):
      endSentence()
      state.clauseStart = range.upperBound
    case .semicolon, .stop:
      if state.region == .purpose { state.subject = state.subjectBeforePurpose }
      state.endClause()
      state.region = .plain
      state.base = nil
      state.baseYear = nil
      state.clauseStart = range.upperBound
    case .comma, .pause:
      if case .pause = mark, state.isComparing { return }
      let isEnumerating = mark == .pause && lastNameEnd == range.lowerBound
      let isListed = state.lastAmount != nil
      state.endClause()
      // What a list goes on with must be named anew.
      if mark == .pause, isListed { state.hasGap = true }
      state.isEnumerating = isEnumerating
      state.clauseStart = range.upperBound
    case .colon: break
    case .open: outer.append(state)
    case .close: closeBracket()
    }
  }

  /// Behind a bracket the sentence goes on where it stood before.
  private mutating func closeBracket() {
    guard let before = outer.popLast() else { return }
    if state.whole != before.whole { emitLists() }
    if state.listWhole != before.listWhole { emitList() }
    state = before
  }

  private mutating func endSentence() {
    emitLists()
    emitList()
    let (subject, last) = (nextSubject, state.whole ?? state.last)
    let lastAmount = state.listWhole ?? state.lastAmount
    state = ClauseState()
    state.subject = subject
    state.lastBefore = last
    state.lastAmountBefore = lastAmount
    outer.removeAll()
    sentence += 1
  }

  /// Whom the next sentence speaks of if it does not say: behind a list of parts, their whole.
  private var nextSubject: Subject? {
    guard let whole = state.outerLists.first?.whole ?? state.whole else {
      return state.region == .purpose ? state.subjectBeforePurpose : state.subject
    }
    return subject(of: whole) ?? state.subject
  }

  private func subject(of index: Int) -> Subject? {
    guard index >= firstStatement else { return nil }
    return statements[index - firstStatement].meaning?.subject
  }

  private mutating func emitParts(_ whole: Int, _ parts: [Int]) {
    guard parts.count > 1 else { return }
    relations.append(.parts(whole: whole, parts: parts))
  }

  private mutating func emitList() {
    guard let whole = state.listWhole, !state.listed.isEmpty else { return }
    relations.append(.list(whole: whole, parts: state.listed))
  }

  // MARK: Words

  private mutating func read(_ term: Term, _ range: Range<Int>) {
    switch term {
    case .concept(let index):
      if let concept = vocabulary.concept(name: index, in: passage.role) {
        name(.concept(concept.sameAs ?? concept.id), range)
      } else {
        name(classification(vocabulary.conceptName(index), range), range)
      }
    case .classification(let index):
      name(classification(vocabulary.classification(index), range), range)
    case .word(let word): read(word, range)
    }
  }

  /// A 科目 named without its level: an economic one where the section speaks of those, else a
  /// functional one of the level at hand.
  private func classification(_ name: String, _ range: Range<Int>) -> Subject {
    if let words = vocabulary.section(passage.role), !words.economic.isEmpty {
      return .economic(name)
    }
    return .functional(ClassificationPath(category: name))
  }

  /// 基本工资（款） in a section that speaks of economic 科目 only, else a functional 科目.
  private func classification(_ path: ClassificationPath) -> Subject {
    if let words = vocabulary.section(passage.role), words.functional.isEmpty,
      !words.economic.isEmpty
    {
      return .economic(path.last)
    }
    return .functional(inherited.completed(path))
  }

  private mutating func name(_ subject: Subject, _ range: Range<Int>) {
    defer { lastNameEnd = range.upperBound }
    if state.isSharing {
      state.denominator = subject
      return
    }
    // Two names in a row make a third one, which nobody has defined; only the section's own
    // subject adds nothing to the name behind it.
    // So does a short unknown word before a name; a long one is that of a body.
    let isCompound =
      state.subjectRange?.upperBound == range.lowerBound && state.subject != sectionSubject
      || (1...Self.longestModifier).contains(state.unknownLength) || state.isEnumerating
    if state.isAbsent, state.year == nil {
      absences.append(
        .init(
          passage: passageIndex, range: text.origin(range), subject: subject,
          section: passage.role))
    }
    if state.region == .reason {
      state.reasonName = String(decoding: text.bytes[range], as: UTF8.self)
      return
    }
    mentions.append(
      .init(
        passage: passageIndex, range: text.origin(range), subject: subject, section: passage.role))
    if case .functional(let path) = subject { inherited.remember(path) }
    if isPartOfItem(subject) || isAboutProjects(subject) {
      state.hasGap = true
      state.subjectRange = range
      return
    }
    state.enumeratedFirst = state.isEnumerating ? state.subject : nil
    namedSubject = subject
    state.subject = subject
    state.subjectRange = range
    state.hasGap = isCompound || state.isUnknown
    state.isCompound = isCompound
    state.fund = state.pendingFund
    state.pendingFund = nil
  }

  /// Behind a 科目 its sentence speaks of that 科目's own 基本支出 and 项目支出.
  private func isPartOfItem(_ subject: Subject) -> Bool {
    guard case .concept = subject, case .functional(let path) = state.subject else { return false }
    return !path.item.isEmpty || state.whole.map { self.subject(of: $0) } == state.subject
  }

  /// A section on performance speaks of projects: a name of the accounts only says of which kind.
  private func isAboutProjects(_ subject: Subject) -> Bool {
    guard let role = passage.role, role.hasSuffix("performance") else { return false }
    if case .project = subject { return false }
    return true
  }

  private mutating func read(_ word: Word, _ range: Range<Int>) {
    switch word {
    case .measure(let measure): read(measure)
    case .base(let base):
      if state.isComparing {
        state.base = base
        state.baseYear = nil
      } else {
        state.year = priorYear
      }
    case .compare:
      state.isComparing = true
      // 甲和乙: the second is a number or a name of its own.
      if lastNumberEnd == range.lowerBound { state.hasGap = true }
      if lastNameEnd == range.lowerBound { state.isEnumerating = true }
    case .compared:
      if state.region == .reason, state.base != nil { state.region = .plain }
      state.isComparing = false
    case .direction(let direction): read(direction, range)
    case .undecided: readUndecided(range)
    case .order(let order): read(order, range)
    case .share:
      state.isSharing = true
      state.denominator = nil
    case .completion:
      state.isCompleting = true
      state.completionMeasure = nil
    case .ofWhich: startParts()
    case .reason: state.region = .reason
    case .purpose:
      state.subjectBeforePurpose = state.subject
      state.region = .purpose
    case .absence: state.isAbsent = true
    case .fund(let fund): state.pendingFund = fund
    case .filler: break
    case .each:
      // 甲和乙各增加…: what is said holds for the first of them too, if both are the same amount.
      if let first = state.enumeratedFirst, let second = state.subject,
        sameLevel(first, second)
      {
        state.subject = first
        state.hasGap = false
      }
    case .respectively:
      state.hasGap = true
      state.lastAmount = nil
    case .complement: if state.subjectRange == nil { state.hasGap = true }
    case .idle: state.hasGap = true
    }
  }

  private var priorYear: Int? { reportYear.map { $0 - 1 } }

  private mutating func read(_ measure: Measure) {
    if state.isCompleting {
      state.completionMeasure = measure
    } else if state.isSharing {
      // 占年初预算的 70%: a completion in other words.
      state.isSharing = false
      state.isCompleting = true
      state.completionMeasure = measure
    } else if state.isComparing {
      state.base = base(for: measure)
      state.measure = measure
    } else {
      state.measure = measure
    }
  }

  /// The base that a comparison with a measure has: 与年初预算相比, 比2022年预算执行数.
  private func base(for measure: Measure) -> Base {
    if state.base == .earlierYear { return .earlierYear }
    let isPrior = state.base == .priorYear || state.year != nil && state.year == priorYear
    switch measure {
    case .finalAmount: return vocabulary.defaultMeasure == .finalAmount ? .priorYear : .priorFinal
    case .originalBudget, .adjustedBudget, .budget:
      if isPrior { return vocabulary.defaultMeasure == .budget ? .priorYear : .priorBudget }
      return .originalBudget
    }
  }

  private mutating func read(_ direction: Direction, _ range: Range<Int>) {
    if direction == .unchanged, state.isComparing, state.base == .originalBudget {
      compare(.equal, range)
    }
    if direction == .unchanged { keepUnchanged(range) }
    state.direction = direction
    state.directionRange = range
    state.isComparing = false
  }

  /// 下降（增长）27.78%: which of the two is meant is known behind a change.
  private mutating func readUndecided(_ range: Range<Int>) {
    guard let change = state.change, state.changeSubject == state.subject,
      let direction = statements[change - firstStatement].direction
    else {
      state.hasGap = true
      return
    }
    state.direction = direction
    state.directionRange = range
  }

  private mutating func keepUnchanged(_ range: Range<Int>) {
    guard state.region != .reason, !state.hasGap, let subject = state.subject,
      let base = state.base
    else { return }
    unchanged.append(
      .init(
        passage: passageIndex, range: text.origin(range), subject: subject, base: base,
        level: level(subject), previous: previousLevel(subject), section: passage.role))
  }

  private mutating func read(_ order: Order, _ range: Range<Int>) {
    compare(order, range)
    state.direction =
      switch order {
      case .above: .up
      case .below: .down
      case .equal: .unchanged
      }
    state.directionRange = range
    state.isComparing = true
  }

  private mutating func compare(_ order: Order, _ range: Range<Int>) {
    guard state.region != .reason, vocabulary.defaultMeasure == .finalAmount else { return }
    let subject = state.subject
    comparisons.append(
      Comparison(
        passage: passageIndex, range: text.origin(range),
        clause: text.origin(min(state.clauseStart, range.lowerBound)..<range.upperBound),
        order: order, budget: subject.flatMap { budgetLevel($0)?.index },
        final: subject.flatMap { levels[LevelKey(subject: $0, measure: .finalAmount)] },
        rate: subject.flatMap { completions[$0] }, subject: subject))
  }

  private func budgetLevel(_ subject: Subject) -> (index: Int, measure: Measure)? {
    for measure in [Measure.originalBudget, .adjustedBudget, .budget] {
      if let index = levels[LevelKey(subject: subject, measure: measure)] {
        return (index, measure)
      }
    }
    return nil
  }

  private mutating func startParts() {
    startList()
    guard state.region != .reason, let whole = state.last ?? state.lastBefore else { return }
    if let old = state.whole, old != whole {
      if state.parts.contains(whole) {
        state.outerLists.append(
          .init(whole: old, parts: state.parts, measure: state.partsMeasure))
      } else {
        emitLists()
      }
    }
    state.whole = whole
    state.parts = []
    state.partsMeasure = levelMeasure(whole)
  }

  private func levelMeasure(_ index: Int) -> Measure? {
    guard index >= firstStatement,
      case .level(let measure) = statements[index - firstStatement].meaning?.aspect
    else { return nil }
    return measure
  }

  /// Adds an amount to the list that it belongs to, if lists stand inside each other; where that
  /// is not known, none of them is complete.
  private mutating func addPart(_ index: Int, _ subject: Subject) {
    guard var whole = state.whole else { return }
    while let outer = state.outerLists.last, !isPart(subject, of: whole) {
      guard state.outerLists.contains(where: { isPart(subject, of: $0.whole) }) else {
        state.outerLists = []
        state.whole = nil
        state.parts = []
        return
      }
      emitParts(whole, state.parts)
      whole = outer.whole
      state.whole = whole
      state.parts = outer.parts
      state.partsMeasure = outer.measure
      state.outerLists.removeLast()
    }
    state.parts.append(index)
  }

  private func isPart(_ subject: Subject, of whole: Int) -> Bool {
    guard case .concept(let part) = subject, case .concept(let id) = self.subject(of: whole) else {
      return false
    }
    return vocabulary.concept(id)?.parts.contains(part) ?? false
  }

  /// Tells the lists that end here, the outer ones with them.
  private mutating func emitLists() {
    guard let whole = state.whole else { return }
    emitParts(whole, state.parts)
    for list in state.outerLists { emitParts(list.whole, list.parts) }
    state.outerLists = []
  }

  private mutating func startList() {
    emitList()
    state.listWhole = state.lastAmount ?? state.lastAmountBefore
    state.listed = []
  }

  // MARK: Numbers

  private mutating func read(_ quantity: Quantity, digits: Range<Int>, _ range: Range<Int>) {
    lastNumberEnd = range.upperBound
    if case .year(let year) = quantity { read(year: year) }
    var statement = Statement(
      passage: passageIndex, range: text.origin(range), digits: text.origin(digits),
      quantity: quantity, region: state.region,
      clause: text.origin(min(state.clauseStart, range.lowerBound)..<range.upperBound),
      sentence: sentence)
    let index = firstStatement + statements.count
    if let unit = sharedUnits[range.lowerBound] {
      if let unit, case .bare(let number) = quantity {
        statement.quantity = .amount(Amount(number, unit))
      }
      statement.unboundReason = "并列的几个数字，不能确定各属于哪一项"
      statements.append(statement)
      return
    }
    if state.region == .reason {
      statement.unboundReason = quantity.interval == nil ? nil : "原因说明中的数字"
      statements.append(statement)
      if case .amount = quantity, let name = state.reasonName,
        let direction = state.direction, direction != .unchanged
      {
        reasons.append(.init(statement: index, name: name, direction: direction))
      }
      return
    }
    switch quantity {
    case .amount:
      let isLevel = state.direction == nil || state.direction == .unchanged
      bindAmount(&statement, index)
      if statement.direction == nil { state.lastAmount = index }
      if isLevel, state.listWhole != nil, state.region == .plain { state.listed.append(index) }
    case .percentage: bindPercentage(&statement, index)
    case .count(_, let classifier): bindCount(&statement, index, classifier)
    case .bare: bindBare(&statement, index)
    case .year, .label, .malformed: break
    }
    statements.append(statement)
  }

  private mutating func read(year: Int) {
    guard let reportYear else { return }
    if state.isComparing {
      if year == reportYear - 1 {
        state.base = .priorYear
        state.baseYear = nil
      } else if state.hasPriorBase, year < reportYear {
        // The year before was compared with already: this one is meant as it stands.
        state.base = .earlierYear
        state.baseYear = year
      }
    } else {
      state.year = year == reportYear ? nil : year
    }
  }

  private mutating func bindAmount(_ statement: inout Statement, _ index: Int) {
    guard let subject = certainSubject(&statement) else {
      loseSubject()
      return
    }
    if state.isCompleting, let measure = state.completionMeasure {
      bindBudget(&statement, index, subject, measure)
      return
    }
    if let direction = state.direction, direction != .unchanged {
      bindChange(&statement, index, subject, direction)
      return
    }
    let measure = state.measure ?? state.partsMeasure ?? vocabulary.defaultMeasure
    statement.meaning = Meaning(
      subject: subject, aspect: .level(measure), year: state.year, fund: state.fund,
      section: passage.role)
    if state.fund == nil {
      levels[LevelKey(subject: subject, measure: measure, year: state.year)] = index
    }
    addPart(index, subject)
    state.measure = nil
    state.last = index
    if state.fund == nil { state.level = index }
    state.fund = nil
  }

  /// 完成全年预算84.82万元的73.2%: the amount is the budget that was completed.
  private mutating func bindBudget(
    _ statement: inout Statement, _ index: Int, _ subject: Subject, _ measure: Measure
  ) {
    statement.meaning = Meaning(
      subject: subject, aspect: .level(measure), year: state.year, fund: state.fund,
      section: passage.role)
    if state.fund == nil {
      levels[LevelKey(subject: subject, measure: measure, year: state.year)] = index
    }
  }

  /// An amount whose name is not known is what its sentence goes on to speak of; an unknown word
  /// between a known name and its amount does not change what is spoken of.
  private mutating func loseSubject() {
    guard state.region == .plain,
      state.subject == nil || state.subjectRange == nil || state.isCompound
    else { return }
    state.subject = nil
    state.isUnknown = true
  }

  /// The subject of a number, if nothing between the two is left unexplained.
  private func certainSubject(_ statement: inout Statement) -> Subject? {
    guard let subject = state.subject else {
      statement.unboundReason = "没有说明属于哪一项"
      return nil
    }
    guard !state.hasGap else {
      statement.unboundReason = "前面有未能理解的文字，不能确定属于哪一项"
      return nil
    }
    return subject
  }

  private mutating func bindChange(
    _ statement: inout Statement, _ index: Int, _ subject: Subject, _ direction: Direction
  ) {
    let base = state.base ?? .priorYear
    if base == .priorYear { state.hasPriorBase = true }
    statement.meaning = Meaning(
      subject: subject, aspect: .change(base), year: state.baseYear ?? state.year,
      section: passage.role)
    statement.direction = direction
    statement.directionRange = state.directionRange.map { text.origin($0) }
    state.change = index
    state.changeSubject = subject
    if base == .originalBudget, let current = level(subject), let budget = budgetLevel(subject),
      budget.index != current
    {
      relations.append(.difference(current: current, previous: budget.index, change: index))
    }
    state.direction = nil
  }

  private func sameLevel(_ first: Subject, _ second: Subject) -> Bool {
    guard let one = level(first), let two = level(second) else { return false }
    return statements[one - firstStatement].quantity == statements[two - firstStatement].quantity
  }

  private func level(_ subject: Subject) -> Int? {
    levels[LevelKey(subject: subject, measure: vocabulary.defaultMeasure)]
  }

  private mutating func bindPercentage(_ statement: inout Statement, _ index: Int) {
    if state.isCompleting {
      bindCompletion(&statement, index)
    } else if state.isSharing {
      bindShare(&statement, index)
    } else if let direction = state.direction, direction != .unchanged {
      bindRate(&statement, index, direction)
    } else {
      statement.unboundReason = "百分比没有说明是什么与什么之比"
    }
    state.direction = nil
  }

  private mutating func bindCompletion(_ statement: inout Statement, _ index: Int) {
    state.isCompleting = false
    guard let subject = certainSubject(&statement) else { return }
    let budget = completedBudget(subject)
    statement.meaning = Meaning(
      subject: subject,
      aspect: .completion(state.completionMeasure ?? budget?.measure ?? .originalBudget),
      section: passage.role)
    completions[subject] = index
    if let budget, let final = levels[LevelKey(subject: subject, measure: .finalAmount)] {
      relations.append(.completion(budget: budget.index, final: final, rate: index))
    }
  }

  /// The budget that the clause names, else the one that was told.
  private func completedBudget(_ subject: Subject) -> (index: Int, measure: Measure)? {
    if let measure = state.completionMeasure,
      let index = levels[LevelKey(subject: subject, measure: measure)]
    {
      return (index, measure)
    }
    return budgetLevel(subject)
  }

  private mutating func bindShare(_ statement: inout Statement, _ index: Int) {
    state.isSharing = false
    guard let part = sharedPart else {
      statement.unboundReason = "占比没有说明属于哪一项"
      return
    }
    if let subject = state.subject {
      statement.meaning = Meaning(
        subject: subject, aspect: .share(of: state.denominator), section: passage.role)
    }
    let stated = state.denominator.flatMap { level($0) }
    let whole = state.denominator == nil ? state.whole : stated
    if let whole, whole != part {
      relations.append(.share(part: part, whole: whole, share: index))
    } else if let denominator = state.denominator ?? sectionSubject {
      relations.append(.shareOf(part: part, whole: denominator, share: index))
    }
  }

  private mutating func bindRate(
    _ statement: inout Statement, _ index: Int, _ direction: Direction
  ) {
    guard let subject = certainSubject(&statement) else { return }
    let base = state.base ?? .priorYear
    statement.meaning = Meaning(
      subject: subject, aspect: .rate(base), year: state.baseYear ?? state.year,
      section: passage.role)
    statement.direction = direction
    statement.directionRange = state.directionRange.map { text.origin($0) }
    guard let current = level(subject) else { return }
    if let change = state.change, state.changeSubject == subject {
      relations.append(.change(current: current, change: change, rate: index))
    } else if let previous = previousLevel(subject) {
      relations.append(.growth(current: current, previous: previous, rate: index))
    }
  }

  /// What a share is the share of: the amount of the subject that the clause names, else the
  /// amount of the sentence right before, whatever it is called.
  private var sharedPart: Int? {
    if state.subjectRange != nil, !state.hasGap, let subject = state.subject {
      return state.lastAmount ?? level(subject)
    }
    if let amount = state.lastAmount { return amount }
    return state.hasGap ? nil : state.subject.flatMap { level($0) }
  }

  /// The stated level of the year before, in any measure.
  private func previousLevel(_ subject: Subject) -> Int? {
    guard let year = priorYear else { return nil }
    for measure in Measure.allCases {
      if let index = levels[LevelKey(subject: subject, measure: measure, year: year)] {
        return index
      }
    }
    return nil
  }

  private mutating func bindCount(_ statement: inout Statement, _ index: Int, _ classifier: String)
  {
    // Behind a purpose a count is bound only to a subject that its own clause names.
    let isNamed = state.subjectRange != nil && !state.hasGap
    guard let subject = state.subject, state.region == .plain || isNamed else {
      statement.unboundReason = "没有可以核对的计数"
      return
    }
    statement.meaning = Meaning(
      subject: subject, aspect: .count(classifier), year: state.year, section: passage.role)
    if let whole = state.whole, isCount(whole, classifier) { state.parts.append(index) }
    state.last = index
  }

  private func isCount(_ index: Int, _ classifier: String) -> Bool {
    guard index >= firstStatement,
      case .count(_, classifier) = statements[index - firstStatement].quantity
    else { return false }
    return true
  }

  /// A number without unit where a percentage or an amount must stand.
  private mutating func bindBare(_ statement: inout Statement, _ index: Int) {
    let isNote = state.hasGap && !outer.isEmpty
    let isRate =
      state.direction != nil && state.change != nil && state.changeSubject == state.subject
      && state.subjectRange == nil && !state.hasGap
    if !isNote, state.isSharing || state.isCompleting || isRate {
      statement.missingUnit = .percent
      if isRate, let direction = state.direction { bindRate(&statement, index, direction) }
      statement.unboundReason = "缺少百分号"
    } else if !isNote, state.direction != nil || state.subject != nil && state.measure != nil {
      statement.missingUnit = .amount
      statement.unboundReason = "金额缺少单位"
    } else {
      statement.unboundReason = "没有单位的数字"
    }
  }
}
