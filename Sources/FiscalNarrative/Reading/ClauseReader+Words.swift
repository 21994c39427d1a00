internal import FiscalModel
internal import FiscalText

/// The words that say how numbers hang together.
extension ClauseReader {
  mutating func read(_ word: Word, _ range: Range<Int>) {
    switch word {
    case .each where beginsPair(), .respectively where beginsPair(), .ofWhich where beginsPair():
      break
    case .ofWhich where isRespective(range):
      // 甲、乙。预算分别为3.00万元、4.00万元: of several things, in their order.
      state.subject = nil
      state.hasGap = true
      state.lastAmount = nil
    case .measure(let measure): read(measure)
    case .base(let base):
      if state.isSharing { state.sharedYear = priorYear }
      if state.isComparing {
        state.base = base
        state.baseYear = nil
        state.isBaseCarried = false
      } else {
        state.year = priorYear
        state.isOfPrior = true
        if state.fromEnd == range.lowerBound { state.fromEnd = range.upperBound }
      }
    case .compare:
      if !state.isComparing { state.isBaseCarried = true }
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
      state.sharedYear = nil
      state.unknownBeforeShare = state.unknownLength
      // 占本类支出的35.37%: the whole is told elsewhere, and not by its name.
      state.sharesAppropriation = Self.ownLevels.contains {
        text.bytes.hasBytes($0, at: range.upperBound)
      }
      state.denominator = nil
      state.generalDenominator = nil
    case .completion:
      state.isCompleting = true
      state.completionMeasure = nil
    case .ofWhich: startParts(at: range)
    case .reason:
      keepContraryLead(before: range)
      state.region = .reason
    case .purpose:
      state.subjectBeforePurpose = state.subject
      state.purposeStart = range.lowerBound
      state.region = .purpose
    case .absence: state.isAbsent = true
    case .fund(let fund): state.pendingFund = fund
    case .filler:
      // 财政拨款安排基本支出
      if state.complementEnd == range.lowerBound, text.bytes[range].elementsEqual(Self.arranged) {
        state.complementEnd = range.upperBound
      }
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
    case .from:
      state.fromEnd = range.upperBound
      state.hasGapBeforeFrom = state.hasGap
      state.hasGap = true
    case .becoming:
      state.hasGap = state.previous == nil || state.hasGapBeforeFrom
      state.isComparing = false
      (state.base, state.year, state.measure) = (nil, nil, nil)
    case .exclusion: state.isExcluding = true
    case .deviation: state.isDeviating = true
    case .adjustment: state.isAdjusting = true
    case .average:
      state.isAverage = true
      state.hasGap = true
    case .complement:
      if text.bytes.hasBytes(Self.fiscal, at: range.lowerBound) {
        state.sharesAppropriation = state.isSharing
      }
      if state.subjectRange == nil {
        state.hasGap = true
        state.complementEnd = range.upperBound
      }
    case .definition: state.isDefining = true
    case .idle: state.hasGap = true
    }
  }

  private static let ownLevels = ["本类", "本款", "该类", "该款", "同类"].map { [UInt8]($0.utf8) }
  private static let fiscal = [UInt8]("财政".utf8)
  private static let arranged = [UInt8]("安排".utf8)

  /// 收、支总计分别为甲万元、乙万元: takes the two amounts for those of what the joint name stands for, in its order;
  /// whether two follow.
  private mutating func beginsPair() -> Bool {
    guard !state.hasGap, case .concept(let id) = state.subject,
      let names = vocabulary.concept(id)?.jointOf, names.count == 2
    else { return false }
    let rest = tokens[next...].drop {
      if case .term(.word(.filler)) = $0.kind { return true }
      return false
    }.prefix(3).map(\.kind)
    guard rest.count == 3, case .number(.amount, _) = rest[0], case .number(.amount, _) = rest[2]
    else { return false }
    switch rest[1] {
    case .mark(.pause), .mark(.comma), .term(.word(.compare)): break
    default: return false
    }
    state.pair = names.map { .concept($0) }
    return true
  }

  /// Whether a word says that the amounts right behind it, which no names part, are those of several things.
  private func isRespective(_ range: Range<Int>) -> Bool {
    guard text.bytes.hasBytes(Self.respectively, at: range.lowerBound) else { return false }
    let rest = tokens[next...].prefix(3).map(\.kind)
    guard rest.count == 3, case .number(.amount, _) = rest[0], case .number(.amount, _) = rest[2]
    else { return false }
    switch rest[1] {
    case .mark(.pause), .mark(.comma), .term(.word(.compare)): return true
    default: return false
    }
  }

  private static let respectively = [UInt8]("分别".utf8)

  var priorYear: Int { reportYear.map { $0 - 1 } ?? Meaning.yearBefore }

  mutating func read(_ measure: Measure) {
    if state.isCompleting {
      state.completionMeasure = measure
    } else if state.isSharing, state.denominator != nil {
      // 占总支出预算的70%: the rest of the name of what it is a share of.
      return
    } else if state.isSharing, measure != .finalAmount, vocabulary.defaultMeasure == .budget {
      // 占部门预算的70%: a budget completes none.
      state.sharesAppropriation = true
    } else if state.isSharing {
      // 占年初预算的 70%: a completion in other words.
      state.isSharing = false
      state.isCompleting = true
      state.completionMeasure = measure
    } else if state.isComparing {
      state.base = base(for: measure)
      state.isBaseCarried = false
      state.measure = measure
    } else {
      // A budget's own 年初预算数 is what it says throughout.
      let isOwn = measure == .originalBudget && vocabulary.defaultMeasure == .budget
      state.measure = isOwn ? .budget : measure
    }
  }

  /// The base that a comparison with a measure has: 与年初预算相比, 比2022年预算执行数.
  func base(for measure: Measure) -> Base {
    // 比上年增加…，比年初预算减少…: the year before is that of the first comparison only.
    let named = state.isBaseCarried ? nil : state.base
    if named == .earlierYear { return .earlierYear }
    let isPrior = named == .priorYear || state.year != nil && state.year == priorYear
    switch measure {
    case .finalAmount: return vocabulary.defaultMeasure == .finalAmount ? .priorYear : .priorFinal
    case .originalBudget, .adjustedBudget, .budget:
      if isPrior { return vocabulary.defaultMeasure == .budget ? .priorYear : .priorBudget }
      return .originalBudget
    }
  }

  mutating func read(_ direction: Direction, _ range: Range<Int>) {
    if direction == .unchanged, state.isComparing, state.base == .originalBudget {
      compare(.equal, range)
    }
    if direction == .unchanged { keepUnchanged(range) }
    state.direction = direction
    state.directionRange = range
    state.isComparing = false
    toldDirections.append((direction, range, sentence))
  }

  /// 下降（增长）27.78%: which of the two is meant is known behind a change.
  mutating func readUndecided(_ range: Range<Int>) {
    guard let change = state.change, state.changeSubject == state.subject,
      let direction = statements[change - firstStatement].direction
    else {
      state.hasGap = true
      return
    }
    state.direction = direction
    state.directionRange = range
  }

  mutating func keepUnchanged(_ range: Range<Int>) {
    guard state.region != .reason, !state.hasGap, let subject = state.subject,
      let base = state.base
    else { return }
    unchanged.append(
      .init(
        passage: passageIndex, range: text.origin(range), subject: subject, base: base,
        level: level(subject), previous: previousLevel(subject), section: passage.role))
  }

  mutating func read(_ order: Order, _ range: Range<Int>) {
    compare(order, range)
    switch order {
    case .above: state.direction = .up
    case .below: state.direction = .down
    case .equal: state.direction = .unchanged
    // 不超过3.00万元: a limit, not what was spent.
    case .notAbove, .notBelow: state.hasGap = true
    }
    state.directionRange = range
    state.isComparing = true
    if let direction = state.direction { toldDirections.append((direction, range, sentence)) }
  }

  mutating func compare(_ order: Order, _ range: Range<Int>) {
    guard state.region != .reason || isOfAccounts(range),
      vocabulary.defaultMeasure == .finalAmount, !isToEarlier
    else { return }
    let subject = state.subject
    let named = subject.flatMap { namedBudget($0) }
    comparisons.append(
      Comparison(
        passage: passageIndex, range: text.origin(range),
        clause: text.origin(min(state.clauseStart, range.lowerBound)..<range.upperBound),
        order: order, budget: named ?? subject.flatMap { soleBudget($0) },
        final: subject.flatMap { levels[LevelKey(subject: $0, measure: .finalAmount)] },
        rate: named != nil
          ? nil
          : subject.flatMap { completions[$0] }
            ?? (state.subjectRange == nil ? state.looseCompletion : nil),
        subject: subject))
  }

  /// 由于年初预算数为0万元，无法计算完成比例，决算数大于年初预算数的主要原因…: whether a clause of its own, behind a reason,
  /// compares the accounts themselves.
  private func isOfAccounts(_ range: Range<Int>) -> Bool {
    let start = range.lowerBound - Self.finalAmount.count
    return start == state.clauseStart && text.bytes.hasBytes(Self.finalAmount, at: start)
  }

  private static let finalAmount = [UInt8]("决算数".utf8)

  /// 决算数大于上年决算数: whether the words behind a comparison name another year's amount.
  private var isToEarlier: Bool {
    guard next < tokens.count, case .term(.word(.base(let base))) = tokens[next].kind else {
      return false
    }
    return base != .originalBudget
  }

  /// 决算数大于预算数: the budget that was told; of several, the first where the amount lies on the same
  /// side of all.
  private func soleBudget(_ subject: Subject) -> Int? {
    let budgets = budgets(subject, named: measureBehind)
    guard budgets.count > 1, let final = levels[LevelKey(subject: subject, measure: .finalAmount)],
      let spent = quantity(of: final).interval
    else { return budgets.first?.index }
    let sides = Set(
      budgets.compactMap { quantity(of: $0.index).interval }.map {
        spent.lower > $0.upper ? 1 : spent.upper < $0.lower ? -1 : 0
      })
    return sides.count == 1 ? budgets[0].index : nil
  }

  /// The measure that the words behind a comparison name.
  private var measureBehind: Measure? {
    guard next < tokens.count, case .term(.word(.measure(let measure))) = tokens[next].kind else {
      return nil
    }
    return measure
  }

  /// 决算数小于全年预算数: the budget of another measure than the original one that the words behind a comparison
  /// name, if it was told.
  private func namedBudget(_ subject: Subject) -> Int? {
    guard measureBehind == .adjustedBudget else { return nil }
    return levels[LevelKey(subject: subject, measure: .adjustedBudget)]
  }

  func budgetLevel(_ subject: Subject) -> (index: Int, measure: Measure)? {
    budgets(subject, named: nil).first
  }

  /// The budgets that were told and that a measure may mean: 预算数 is either, 年初预算数 never 全年预算数.
  func budgets(_ subject: Subject, named: Measure?) -> [(index: Int, measure: Measure)] {
    func told(_ measure: Measure) -> (index: Int, measure: Measure)? {
      levels[LevelKey(subject: subject, measure: measure)].map { ($0, measure) }
    }
    if let named, named != .finalAmount, let exact = told(named) { return [exact] }
    switch named {
    case .originalBudget, .adjustedBudget: return [told(.budget)].compactMap(\.self)
    default: return [.originalBudget, .adjustedBudget, .budget].compactMap(told)
    }
  }
}
