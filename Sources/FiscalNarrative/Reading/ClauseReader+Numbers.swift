internal import FiscalModel
internal import FiscalText

/// Numbers and what they are of.
extension ClauseReader {
  mutating func read(_ quantity: Quantity, digits: Range<Int>, _ range: Range<Int>) {
    lastNumberEnd = range.upperBound
    lastNumberStart = digits.lowerBound
    if case .year(let year) = quantity {
      // 某省某局2023年度支出: what the body is called is no part of the name behind the year.
      if state.unknownLength > 0, isBody(before: range.lowerBound) { state.unknownLength = 0 }
      read(year: year, range)
    }
    var statement = Statement(
      passage: passageIndex, range: text.origin(range), digits: text.origin(digits),
      quantity: quantity, region: state.region,
      clause: text.origin(min(state.clauseStart, range.lowerBound)..<range.upperBound),
      sentence: sentence)
    let index = firstStatement + statements.count
    if quantity.amount != nil { state.hasAmount = true }
    if !leaveUnbound(&statement, index, range),
      quantity.amount == nil || !bindPrevious(&statement, index, digits)
    {
      let toldDirection = state.direction
      bind(&statement, index)
      keepChange(statement, index, toldDirection)
    }
    statements.append(statement)
  }

  /// Says why a number is of nothing that the sentence speaks of, if it is one of several side by side, of a
  /// reason or an average; whether it is.
  private mutating func leaveUnbound(
    _ statement: inout Statement, _ index: Int, _ range: Range<Int>
  ) -> Bool {
    let quantity = statement.quantity
    if let unit = sharedUnits[range.lowerBound] {
      if let unit, case .bare(let number) = quantity {
        statement.quantity = .amount(Amount(number, unit))
      }
      statement.unboundReason = "并列的几个数字，不能确定各属于哪一项"
    } else if parallelPercentages.contains(range.lowerBound) {
      statement.unboundReason = "并列的几个百分比，不能确定各属于哪一项"
      state.direction = nil
      state.isSharing = false
    } else if state.region == .reason {
      statement.unboundReason = quantity.interval == nil ? nil : "原因说明中的数字"
      if case .amount = quantity, let name = state.reasonName,
        let direction = state.direction, direction != .unchanged
      {
        reasons.append(.init(statement: index, name: name, direction: direction))
      }
    } else if state.isAverage, quantity.amount != nil {
      statement.unboundReason = "平均数"
      statement.isAverage = state.year == nil
    } else {
      return false
    }
    return true
  }

  private mutating func bind(_ statement: inout Statement, _ index: Int) {
    switch statement.quantity {
    case .amount: bindAndList(&statement, index)
    case .percentage: bindPercentage(&statement, index)
    case .count(_, let classifier):
      bindCount(&statement, index, classifier)
      if state.direction == nil, !state.isSharing { listCount(index, classifier) }
    case .bare: bindBare(&statement, index)
    case .year, .label, .malformed: break
    }
  }

  /// Binds an amount, and takes it for a part of the list at hand or for what the next list is of.
  private mutating func bindAndList(_ statement: inout Statement, _ index: Int) {
    let isLevel = state.direction == nil || state.direction == .unchanged
    // 完成预算84.82万元的73.2%: what was to be spent is no part of what was, nor its whole.
    // 占财政拨款支出84.82万元的73.2%: nor is the whole of a share.
    let isCompleted =
      state.isCompleting && state.completionMeasure != nil
      || state.isSharing && state.denominator != nil
    bindAmount(&statement, index)
    if isCompleted { return }
    if statement.direction == nil, !isOfOtherYear(statement) { state.lastAmount = index }
    guard isLevel, state.region == .plain else { return }
    if isOfListYear(statement) { state.listed.append(index) }
    if state.listWhole == nil, statement.meaning?.year == nil { closeWithSum(index) }
  }

  /// 由上年的84.00万元增加到96.00万元: the first amount is that of the year before.
  private mutating func bindPrevious(
    _ statement: inout Statement, _ index: Int, _ digits: Range<Int>
  ) -> Bool {
    guard state.fromEnd >= 0, state.year == nil || state.year == priorYear,
      isLedByFrom(digits.lowerBound), !state.hasGapBeforeFrom, let subject = state.subject
    else { return false }
    statement.meaning = Meaning(
      subject: subject, aspect: .level(vocabulary.defaultMeasure), year: priorYear,
      section: passage.role)
    levels[LevelKey(subject: subject, measure: vocabulary.defaultMeasure, year: priorYear)] = index
    state.previous = index
    return true
  }

  /// Whether nothing but 的 stands between the words that lead to a number and the number.
  private func isLedByFrom(_ start: Int) -> Bool {
    var start = start
    if text.bytes.hasBytes(Self.particle, at: start - 3) { start -= 3 }
    return start == state.fromEnd
  }

  /// What ends the words before a number: 由上年的84万元, 为上年的107%.
  static let particle = [UInt8]("的".utf8)

  /// Keeps amounts that are said to be more or less, whatever they are of.
  private mutating func keepChange(_ statement: Statement, _ index: Int, _ told: Direction?) {
    guard let direction = statement.direction ?? told, direction != .unchanged,
      statement.quantity.amount != nil || statement.missingUnit == .amount
    else { return }
    changes.append(.init(statement: index, isDown: direction == .down))
  }

  mutating func read(year: Int, _ range: Range<Int>) {
    guard let reportYear else { return }
    if state.fromEnd >= 0, state.fromEnd <= range.lowerBound, year == reportYear - 1 {
      state.fromEnd = range.upperBound
    }
    if state.isSharing { state.sharedYear = year == reportYear ? nil : year }
    if state.isComparing {
      defer { state.isBaseCarried = false }
      if year == reportYear - 1 {
        state.base = .priorYear
        state.baseYear = nil
      } else if state.hasPriorBase, year < reportYear {
        // The year before was compared with already: this one is meant as it stands.
        state.base = .earlierYear
        state.baseYear = year
      } else {
        state.comparesOwnYear = year == reportYear
        state.comparedEarlierYear = year < reportYear - 1 ? year : nil
      }
    } else {
      state.year = year == reportYear ? nil : year
      state.isOfPrior = year == reportYear - 1
    }
  }

  mutating func bindAmount(_ statement: inout Statement, _ index: Int) {
    if state.isAdjusting {
      statement.unboundReason = "预算的调整数"
      return
    }
    guard let first = state.pair.first else { return bindSingle(&statement, index) }
    let joint = state.subject
    state.subject = first
    state.hasGap = false
    state.pair.removeFirst()
    bindSingle(&statement, index)
    state.subject = joint
  }

  private mutating func bindSingle(_ statement: inout Statement, _ index: Int) {
    if state.isSharing, let whole = state.denominator {
      statement.meaning = Meaning(
        subject: whole, aspect: .level(vocabulary.defaultMeasure), section: passage.role)
      return
    }
    guard let subject = certainSubject(&statement) else {
      nameUnknown(&statement, index)
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
    // 比2023年的120万元减少, where nobody knows the report's own year.
    if state.isComparing, state.base == nil, reportYear == nil {
      statement.unboundReason = "不知道文件的年度，不能确定是哪一年的数"
      return
    }
    if isIncluded(subject) {
      statement.unboundReason = "总数中的一部分"
      return
    }
    if isUnnamedPart(of: subject) {
      statement.unboundReason = "列举的各项中没有说明属于哪一项"
      return
    }
    if state.countsUnknown, state.subjectRange == nil, comparedYear == nil {
      statement.unboundReason = "不能确定是不是前面所数的东西的金额"
      return
    }
    if isSum(of: subject) {
      statement.unboundReason = "前面各项的合计"
      return
    }
    let measure =
      state.measure ?? state.partsMeasure ?? state.containerMeasure ?? vocabulary.defaultMeasure
    let year = comparedYear ?? state.year
    statement.meaning = Meaning(
      subject: subject, aspect: .level(measure), year: year, fund: state.fund,
      section: section(of: subject))
    if state.fund == nil {
      levels[LevelKey(subject: subject, measure: measure, year: year)] = index
    }
    // What is compared with is no part of what is told, nor its whole; nor is 为上年22.50万元的95.56%.
    if comparedYear != nil || isOfPrior(subject, measure) { return }
    if year == nil { keepReferent(subject) }
    addPart(index, subject)
    state.measure = nil
    state.last = index
    if state.fund == nil { state.level = index }
    state.fund = nil
  }

  /// 财政拨款支出…，包括：教育支出…: in which section a number of a subject counts as told. What is listed of
  /// another section's subject, or below a heading that names it, is that section's.
  func section(of subject: Subject) -> String? {
    guard case .functional = subject else { return passage.role }
    for whole in [state.whole.flatMap(self.subject(of:)), inherited.subject] {
      guard case .concept(let id) = whole, let role = vocabulary.section(about: id) else {
        continue
      }
      return passage.role?.isRole(role) ?? false ? passage.role : role
    }
    return passage.role
  }

  /// 人员经费60.00万元、公用经费40.00万元，共100.00万元: whether nothing but a word for the sum stands between the comma and
  /// an amount, where the sentence told that of its subject already.
  private func isSum(of subject: Subject) -> Bool {
    guard state.subjectRange == nil, state.whole == nil, comparedYear == nil,
      let last = state.lastAmount, self.subject(of: last) == subject
    else { return false }
    return isLedBySum
  }

  /// Whether the clause has nothing but a word for a sum before the number at hand.
  private var isLedBySum: Bool {
    Self.sums.contains { text.bytes[state.clauseStart..<lastNumberStart] == $0[...] }
  }

  /// 公用经费12.00万元，会议费3.00万元，合计15.00万元: a list without a whole before it closes with its sum.
  private mutating func closeWithSum(_ index: Int) {
    if outer.isEmpty, state.loose.count > 1, isLedBySum {
      relations.append(.list(whole: index, parts: state.loose))
      state.loose = []
    } else {
      state.loose.append(index)
    }
  }

  private static let sums = ["共", "共计", "合计", "总计", "合计共", "总额"].map { [UInt8]($0.utf8) }

  /// 发放慰问金30万元（其中重病职工50人，10万元）, 支出60万元，包括本年安排50万元: whether an amount stands in a list
  /// whose whole it would be another value of, since nothing of the list names it.
  private func isUnnamedPart(of subject: Subject) -> Bool {
    guard let whole = state.listWhole, state.subjectRange == nil, comparedYear == nil,
      state.year == nil, state.fund == nil, let told = told(whole)?.meaning
    else { return false }
    let measure = state.measure ?? state.partsMeasure ?? vocabulary.defaultMeasure
    return told.subject == subject && told.aspect == .level(measure) && told.fund == nil
  }

  /// 公务用车费9.00万元（含医疗队公务用车费3.00万元）: whether a bracket behind an amount tells what it includes, under the
  /// same name.
  private func isIncluded(_ subject: Subject) -> Bool {
    guard state.fund == nil, let before = outer.last, let whole = before.lastAmount,
      self.subject(of: whole) == subject
    else { return false }
    return isIncluding || state.subjectRange == before.subjectRange && isOfYearAlone
  }

  /// 项目支出甲（当年预算乙，上年结转丙）: whether the bracket begins with what is of the year alone.
  private var isOfYearAlone: Bool {
    Self.yearsAlone.contains { text.bytes.hasBytes($0, at: state.bracketStart) }
  }

  private static let yearsAlone = ["当年", "本年预算", "本年安排", "本年拨款"].map { [UInt8]($0.utf8) }

  /// …，其中：基本支出较上年690.00万元增加…: whether an amount is not of another year than the whole of the list.
  private func isOfListYear(_ statement: Statement) -> Bool {
    guard let whole = state.listWhole else { return false }
    guard let meaning = statement.meaning, let told = told(whole)?.meaning else { return true }
    return meaning.year == told.year
  }

  /// Whether an amount is that of another year than the last one, of the same subject.
  private func isOfOtherYear(_ statement: Statement) -> Bool {
    guard let meaning = statement.meaning, meaning.year != nil, let last = state.lastAmount,
      let told = told(last)?.meaning
    else { return false }
    return told.subject == meaning.subject && told.year == nil
  }

  /// Whether the clause gives the year before of what the sentence told of this year just before.
  private func isOfPrior(_ subject: Subject, _ measure: Measure) -> Bool {
    guard state.isOfPrior, let last = state.last, self.subject(of: last) == subject else {
      return false
    }
    return levels[LevelKey(subject: subject, measure: measure, year: nil)] == last
  }

  /// 比上年433.00万元减少2.00万元: the year of the amount that is compared with.
  var comparedYear: Int? {
    guard state.isComparing else { return nil }
    // 2025年…，比2025年的84.00万元增加…: the year is wrong, not the amount.
    guard let base = state.base else {
      return state.comparesOwnYear ? priorYear : state.comparedEarlierYear
    }
    switch base {
    case .priorYear, .priorBudget, .priorFinal: return priorYear
    case .earlierYear: return state.baseYear
    case .originalBudget: return nil
    }
  }

  /// 完成全年预算84.82万元的73.2%: the amount is the budget that was completed.
  mutating func bindBudget(
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
  mutating func nameUnknown(_ statement: inout Statement, _ index: Int) {
    if state.whole != nil { state.hasUnknownPart = true }
    guard state.region == .plain,
      state.subject == nil || state.subjectRange == nil || state.isCompound
    else { return }
    state.subject = nil
    state.isUnknown = true
    // 发展与改革事务: what is compared with nothing belongs to a name.
    guard !state.isCompleting, !state.isSharing, !state.isComparing || state.base == nil,
      state.direction ?? .unchanged == .unchanged
    else { return }
    let subject = Subject.unnamed(statement: index)
    let measure = state.measure ?? vocabulary.defaultMeasure
    statement.meaning = Meaning(
      subject: subject, aspect: .level(measure), year: state.year, section: passage.role)
    levels[LevelKey(subject: subject, measure: measure, year: state.year)] = index
    state.subject = subject
    state.hasGap = false
    state.isComparing = false
    state.measure = nil
    if state.whole == nil { state.last = index }
  }

  /// The subject of a number, if nothing between the two is left unexplained.
  func certainSubject(_ statement: inout Statement) -> Subject? {
    guard let subject = state.subject else {
      statement.unboundReason = "没有说明属于哪一项"
      return nil
    }
    guard !isOfOtherBody, !state.isOfOtherBody else {
      statement.unboundReason = "说的是别的单位"
      return nil
    }
    guard !state.isExcluding else {
      statement.unboundReason = "不是按全部的数说的"
      return nil
    }
    guard !state.hasGap else {
      statement.unboundReason = "前面有未能理解的文字，不能确定属于哪一项"
      return nil
    }
    guard !isOneSide(of: subject) else {
      statement.unboundReason = "没有说明是总计还是本年的合计"
      return nil
    }
    return subject
  }

  /// 2023年支出95.00万元 below a heading about 收支: whether the clause speaks of one side of what its section tells under
  /// a joint name, of which nobody knows then whether it is the total or that of the year.
  private func isOneSide(of subject: Subject) -> Bool {
    guard state.subjectRange == nil, state.direction == nil, !state.isComparing, isJoint(subject),
      state.clauseStart < lastNumberStart
    else { return false }
    let sides = Self.sides.count {
      text.bytes.firstOffset(of: $0, from: state.clauseStart, to: lastNumberStart) != nil
    }
    return sides == 1
  }

  mutating func bindChange(
    _ statement: inout Statement, _ index: Int, _ subject: Subject, _ direction: Direction
  ) {
    // …，支出增加30.00万元。新招人员，支出增加12.00万元: the second is a part of the first.
    if state.base == nil, namedSentence != sentence, changed.contains(subject) {
      statement.unboundReason = "前面已经说明了增减额，不能确定这里属于哪一项"
      state.direction = nil
      return
    }
    keepBase()
    let base = state.base ?? unnamedBase(subject, statement)
    // 2024年8.00万元，2023年12.00万元，比上年减少4.00万元: the clause before told of another year.
    if state.year == priorYear, !state.isOfPrior, base == .priorYear, level(subject) != nil {
      state.year = nil
    }
    state.base = base == .originalBudget ? base : state.base
    if base == .priorYear { state.hasPriorBase = true }
    statement.meaning = Meaning(
      subject: subject, aspect: .change(base), year: state.baseYear ?? state.year,
      section: passage.role)
    statement.direction = direction
    statement.directionRange = state.directionRange.map { text.origin($0) }
    state.change = index
    state.changeSubject = subject
    if base == .priorYear { changed.insert(subject) }
    // 2025年预算5.00万元，比2024年减少…: no change of this year's amount.
    guard state.year == nil else {
      state.looseRate = nil
      state.direction = nil
      return
    }
    relateEarlierRates(index, subject, base)
    if base == .originalBudget {
      if let current = level(subject),
        let budget = comparedBudget(subject, current: current, change: statement.quantity)
      {
        relations.append(.difference(current: current, previous: budget, change: index))
      }
    } else if isOfPriorLevel(base), let current = level(subject),
      let previous = previousLevel(subject), previous != current
    {
      relations.append(.difference(current: current, previous: previous, change: index))
    }
    state.direction = nil
  }

  /// Whether a change is from what the report's own measure was the year before: in a budget 与上年预算12.00万元相比 says
  /// so too.
  private func isOfPriorLevel(_ base: Base) -> Bool {
    base == .priorYear || base == .priorBudget && vocabulary.defaultMeasure == .budget
  }

  /// Keeps with what the sentence compares, for the clauses behind that do not say it again.
  private mutating func keepBase() {
    guard let base = state.base else { return }
    if let told = state.toldBase, told != base { state.hasSeveralBases = true }
    state.toldBase = base
  }

  /// 甲比预算减少1.00万元；乙减少2.00万元: what a change is of that does not say it, behind one that does.
  var elidedBase: Base {
    state.hasSeveralBases ? .priorYear : state.toldBase ?? .priorYear
  }

  /// 预算10.00万元，支出3.25万元，节约6.75万元: what a change is of that does not say with what it compares: of
  /// the budget, if it is that difference, else of the year before.
  private func unnamedBase(_ subject: Subject, _ statement: Statement) -> Base {
    guard vocabulary.defaultMeasure == .finalAmount, let final = level(subject),
      budgets(subject, named: nil).contains(where: {
        isDifference(statement.quantity, from: $0.index, to: final)
      })
    else { return elidedBase }
    return .originalBudget
  }

  /// 年初预算80.00万元，全年预算84.00万元，支出82.00万元，比预算减少2.00万元: with which of the budgets that were told an
  /// amount is compared; with the first, if the change fits none.
  private func comparedBudget(_ subject: Subject, current: Int, change: Quantity) -> Int? {
    let budgets = budgets(subject, named: state.measure).map(\.index).filter { $0 != current }
    return budgets.first { isDifference(change, from: $0, to: current) } ?? budgets.first
  }

  private func isDifference(_ change: Quantity, from budget: Int, to final: Int) -> Bool {
    guard budget != final, let change = change.interval, let after = quantity(of: final).interval,
      let before = quantity(of: budget).interval
    else { return false }
    let difference = after - before
    return difference.overlaps(change) || (-difference).overlaps(change)
  }

  /// Relates a change to the rates of it that were told before it.
  private mutating func relateEarlierRates(_ change: Int, _ subject: Subject, _ base: Base) {
    defer {
      state.looseRate = nil
      state.multiple = nil
    }
    guard let current = level(subject) else { return }
    if let rate = state.looseRate, rate.subject == subject, rate.base == base {
      relations.append(.change(current: current, change: change, rate: rate.statement))
    }
    if let multiple = state.multiple, base == .priorYear, self.subject(of: multiple) == subject {
      relations.append(.multipleOfBase(current: current, change: change, rate: multiple))
    }
  }

  func sameLevel(_ first: Subject, _ second: Subject) -> Bool {
    guard let one = level(first), let two = level(second) else { return false }
    return quantity(of: one) == quantity(of: two)
  }

  func level(_ subject: Subject) -> Int? {
    levels[LevelKey(subject: subject, measure: vocabulary.defaultMeasure)] ?? jointLevel(subject)
  }

  /// 收入总计96.00万元，支出总计96.00万元，收、支总计各增加…: the first of the levels that a joint name
  /// stands for, if they are the same.
  private func jointLevel(_ subject: Subject) -> Int? {
    guard case .concept(let id) = subject, let concept = vocabulary.concept(id),
      !concept.jointOf.isEmpty
    else { return nil }
    let measure = vocabulary.defaultMeasure
    let told = concept.jointOf.compactMap {
      levels[LevelKey(subject: .concept($0), measure: measure)]
    }
    guard told.count == concept.jointOf.count, let first = told.first,
      told.allSatisfy({ quantity(of: $0) == quantity(of: first) })
    else { return nil }
    return first
  }

  func quantity(of index: Int) -> Quantity {
    statements[index - firstStatement].quantity
  }

  mutating func bindCount(_ statement: inout Statement, _ index: Int, _ classifier: String) {
    // Behind a purpose a count is bound only to a subject that its own clause names.
    let isNamed = state.subjectRange != nil && !state.hasGap
    guard let subject = state.subject, state.region == .plain || isNamed else {
      statement.unboundReason = "没有可以核对的计数"
      return
    }
    statement.meaning = Meaning(
      subject: subject, aspect: .count(classifier), year: state.year, section: passage.role)
    if state.subjectRange == nil, state.unknownLength > 0 { state.countsUnknown = true }
    // 在校生32,000人，比上年增加800人；其中…: the parts are those of the first; nor is a change one of them.
    guard state.direction == nil || state.direction == .unchanged else { return }
    if let whole = state.whole, isCount(whole, classifier) { state.parts.append(index) }
    state.last = index
  }

  func isCount(_ index: Int, _ classifier: String) -> Bool {
    guard case .count(_, classifier) = told(index)?.quantity else { return false }
    return true
  }

  /// 公务接待费支出7.85，: whether a number as amounts are printed stands right behind a name of the accounts.
  private func isBehindName(_ statement: Statement) -> Bool {
    guard case .bare(let number) = statement.quantity, number.decimals == 2,
      state.subjectRange != nil, !state.hasGap, !state.isAverage, state.region == .plain,
      let subject = state.subject, !subject.isUnnamed, !isAboutProjects(subject),
      next < tokens.count, case .mark(let mark) = tokens[next].kind,
      [.comma, .semicolon, .stop].contains(mark)
    else { return false }
    return true
  }

  /// A number without unit where a percentage or an amount must stand.
  mutating func bindBare(_ statement: inout Statement, _ index: Int) {
    if isInRow {
      statement.unboundReason = "没有单位的数字"
      return
    }
    let isNote = state.hasGap && !outer.isEmpty
    if !isNote, isCompared {
      statement.missingUnit = .amount
      statement.unboundReason = "金额缺少单位"
      return
    }
    let isRate =
      state.direction != nil && state.change != nil && state.changeSubject == state.subject
      && state.subjectRange == nil && !state.hasGap
    if !isNote, state.isSharing || state.isCompleting && !state.hasGap || isRate {
      statement.missingUnit = .percent
      if isRate, let direction = state.direction { bindRate(&statement, index, direction) }
      statement.unboundReason = "缺少百分号"
    } else if !isNote,
      state.direction != nil || state.subject != nil && state.measure != nil
        || isBehindName(statement)
    {
      let missing = unitOfChange
      statement.missingUnit = missing
      statement.unboundReason =
        switch missing {
        case .percent: "缺少百分号"
        case .amount: "金额缺少单位"
        case .percentOrAmount: "缺少单位或百分号"
        }
      if missing != .percent, state.direction == nil {
        // …支出预算500.00，其中：基本支出300.00万元: what was told before is not what the list is of.
        (state.lastAmount, state.last, state.lastAmountBefore, state.lastBefore) = (
          nil, nil, nil, nil
        )
      }
    } else {
      statement.unboundReason = "没有单位的数字"
    }
  }

  /// 90 89.974 89.974: whether another number stands right beside the one at hand, as in a row of a table.
  private var isInRow: Bool {
    func isNumber(_ index: Int) -> Bool {
      guard tokens.indices.contains(index), case .number = tokens[index].kind else { return false }
      return true
    }
    func isBlank(_ start: Int, _ end: Int) -> Bool {
      start <= end && text.bytes[start..<end].allSatisfy { $0 == UInt8(ascii: " ") }
    }
    return isNumber(next) && isBlank(lastNumberEnd, tokens[next].range.lowerBound)
      || isNumber(next - 2) && isBlank(tokens[next - 2].range.upperBound, lastNumberStart)
  }

  /// 较上年2.50减少1.95万元: whether the number at hand is the amount that is compared with.
  private var isCompared: Bool {
    guard state.direction == nil, state.isComparing, let base = state.base, base != .originalBudget,
      state.region == .plain, !state.hasGap, let subject = state.subject, !subject.isUnnamed,
      tokens.indices.contains(next), tokens[next].range.lowerBound == lastNumberEnd,
      case .term(.word(.direction(let direction))) = tokens[next].kind
    else { return false }
    return direction != .unchanged
  }

  /// What a number without unit lacks behind the word for a change at hand, if there is one.
  private var unitOfChange: Statement.MissingUnit {
    guard state.direction != nil, let range = state.directionRange else { return .amount }
    func says(_ list: WordList) -> Bool {
      vocabulary.words(list).contains {
        text.bytes.firstOffset(of: $0, from: range.lowerBound, to: range.upperBound) != nil
      }
    }
    return says(.percentage) ? .percent : says(.percentageOrAmount) ? .percentOrAmount : .amount
  }
}
