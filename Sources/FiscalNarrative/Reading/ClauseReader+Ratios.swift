internal import FiscalModel
internal import FiscalText

/// Percentages.
extension ClauseReader {
  mutating func bindPercentage(_ statement: inout Statement, _ index: Int) {
    if state.isDeviating {
      bindDeviation(&statement, index)
    } else if state.isCompleting {
      bindCompletion(&statement, index)
    } else if state.isSharing {
      bindShare(&statement, index)
    } else if let direction = state.direction, direction != .unchanged {
      bindRate(&statement, index, direction)
    } else if isOfWhat(statement), let measure = state.measure, measure != .finalAmount,
      vocabulary.defaultMeasure == .finalAmount
    {
      // 为年初预算的120%: a completion in other words.
      state.completionMeasure = measure
      bindCompletion(&statement, index)
    } else if let direction = bracketedDirection(statement) {
      bindRate(&statement, index, direction)
    } else if isOfWhat(statement), state.isOfPrior {
      bindMultiple(&statement, index)
    } else {
      statement.unboundReason = "百分比没有说明是什么与什么之比"
    }
    state.direction = nil
  }

  /// 减少2.00万元（10.00%）: the direction of the change that a percentage in brackets follows.
  private func bracketedDirection(_ statement: Statement) -> Direction? {
    guard !outer.isEmpty, let index = state.change, index >= firstStatement,
      state.changeSubject == state.subject
    else { return nil }
    let change = statements[index - firstStatement]
    let start = change.range.upperBound
    let between = start..<max(start, statement.digits.lowerBound)
    return Self.brackets.contains(Array(passage.text.utf8[between])) ? change.direction : nil
  }

  private static let brackets = ["（", "("].map { [UInt8]($0.utf8) }

  /// Whether 的 stands right before a percentage.
  private func isOfWhat(_ statement: Statement) -> Bool {
    passage.text.utf8.hasBytes(Self.particle, at: statement.digits.lowerBound - 3)
  }

  /// 为上年的107.43%: the level as a percentage of the one before.
  private mutating func bindMultiple(_ statement: inout Statement, _ index: Int) {
    state.year = nil
    guard let subject = certainSubject(&statement) else { return }
    statement.meaning = Meaning(
      subject: subject, aspect: .multiple(.priorYear), section: passage.role)
    state.multiple = index
    if let current = level(subject), let previous = previousLevel(subject) {
      relations.append(.multiple(current: current, previous: previous, rate: index))
    }
  }

  mutating func bindCompletion(_ statement: inout Statement, _ index: Int) {
    state.isCompleting = false
    guard let subject = certainSubject(&statement) else {
      state.looseCompletion = index
      return
    }
    let budget = completedBudget(subject, rate: statement.quantity)
    statement.meaning = Meaning(
      subject: subject,
      aspect: .completion(state.completionMeasure ?? budget?.measure ?? .originalBudget),
      section: passage.role)
    completions[subject] = index
    if let budget, let final = levels[LevelKey(subject: subject, measure: .finalAmount)] {
      relations.append(.completion(budget: budget.index, final: final, rate: index))
    }
  }

  /// 年初预算数80.00万元，决算数72.00万元，预决算差异率-10%: with its sign, or as the size of the difference.
  private mutating func bindDeviation(_ statement: inout Statement, _ index: Int) {
    state.isDeviating = false
    guard let subject = certainSubject(&statement) else { return }
    statement.meaning = Meaning(
      subject: subject, aspect: .rate(.originalBudget), section: passage.role)
    guard let final = level(subject), let budget = budgetLevel(subject)?.index else { return }
    if let spent = quantity(of: final).interval, let planned = quantity(of: budget).interval,
      let printed = statement.quantity.printed, !printed.isNegative, spent.upper < planned.lower
    {
      statement.direction = .down
    }
    relations.append(.growth(current: final, previous: budget, rate: index))
  }

  /// The budget that the clause names; of several that it may mean the one that the rate fits.
  private func completedBudget(
    _ subject: Subject, rate: Quantity
  ) -> (index: Int, measure: Measure)? {
    let named = budgets(subject, named: state.completionMeasure)
    guard named.count != 1, let final = levels[LevelKey(subject: subject, measure: .finalAmount)],
      let spent = quantity(of: final).interval, let rate = rate.interval
    else { return named.first }
    // The one that was told under another name is only meant if the rate is of it.
    let fitting = (named.isEmpty ? budgets(subject, named: nil) : named).first { budget in
      quantity(of: budget.index).interval.flatMap {
        Rounding.ratio(spent, to: $0, equals: rate)
      } ?? false
    }
    return fitting ?? named.first
  }

  mutating func bindShare(_ statement: inout Statement, _ index: Int) {
    state.isSharing = false
    if state.sharedYear == priorYear, state.denominator == nil, isOfWhat(statement) {
      return bindMultiple(&statement, index)
    }
    if isShareOfUnknown {
      statement.unboundReason = "不能确定是占什么的比重"
      // 甲，其中：乙；丙，占乙的比重…: a part of a part stands in no row with it.
      if state.listed.last == state.lastAmount { _ = state.listed.popLast() }
      return
    }
    guard let part = sharedPart else {
      bindShareAlone(&statement)
      return
    }
    if let outer = wholeOfInner(behind: part, statement.quantity), let inner = state.whole,
      let subject = subject(of: inner)
    {
      statement.meaning = Meaning(
        subject: subject, aspect: .share(of: nil), section: passage.role)
      relations.append(.share(part: inner, whole: outer, share: index))
      return
    }
    if let subject = state.subject {
      statement.meaning = Meaning(
        subject: subject, aspect: .share(of: state.denominator), section: passage.role)
    }
    let denominator = state.denominator ?? (state.whole == nil ? state.container : nil)
    let whole = denominator == nil ? state.whole : denominator.flatMap { level($0) }
    if let whole, whole != part {
      relations.append(.share(part: part, whole: whole, share: index))
    } else if let denominator = denominator ?? sectionSubject {
      bindShare(of: part, to: denominator, index)
    }
  }

  /// 一般公共预算财政拨款支出甲，占全部支出的95%: nothing is a share of itself, so what the section calls 支出 is meant of the
  /// whole body.
  private mutating func bindShare(of part: Int, to denominator: Subject, _ share: Int) {
    let general = state.generalDenominator
    guard subject(of: part) == denominator else {
      relations.append(.shareOf(part: part, whole: denominator, general: general, share: share))
      return
    }
    if let general {
      relations.append(.shareOf(part: part, whole: general, general: nil, share: share))
    }
  }

  /// 财政拨款收入甲，其中一般公共预算拨款收入乙，政府性基金预算拨款收入丙，占70.00%: behind the parts of a part the whole of which
  /// that part is the share, if no other amounts give it.
  private func wholeOfInner(behind part: Int, _ share: Quantity) -> Int? {
    guard state.denominator == nil, let inner = state.whole, part != inner,
      state.parts.last == part, let outer = state.outerLists.last?.whole, outer != inner,
      fits(inner, of: outer, share), !fits(part, of: inner, share), !fits(part, of: outer, share)
    else { return nil }
    return outer
  }

  private func fits(_ part: Int, of whole: Int, _ share: Quantity) -> Bool {
    guard let amount = quantity(of: part).interval, let total = quantity(of: whole).interval,
      let ratio = share.interval
    else { return false }
    return Rounding.ratio(amount, to: total, equals: ratio) ?? false
  }

  /// 占转移支付的82%, 占财政拨款的9%, 相当于2019年的60%: whether the words name a whole, but none that is known. A
  /// single ideograph is none: 占比高达60%.
  private var isShareOfUnknown: Bool {
    if state.sharedYear != nil { return true }
    return state.denominator == nil
      && (state.sharesAppropriation || state.unknownLength - state.unknownBeforeShare > 3)
  }

  /// 其中：财政拨款收入占98.20%: the amount of the part is told elsewhere.
  private mutating func bindShareAlone(_ statement: inout Statement) {
    guard let subject = state.subject, state.subjectRange != nil, !state.hasGap,
      let whole = state.denominator ?? state.whole.flatMap({ self.subject(of: $0) })
        ?? sectionWhole(of: subject),
      whole != subject
    else {
      statement.unboundReason = "占比没有说明属于哪一项"
      return
    }
    statement.meaning = Meaning(
      subject: subject, aspect: .share(of: whole), section: passage.role)
  }

  /// 本年支出合计100.00万元。按性质划分：基本支出占40.00%: what the section and the paragraph speak of, if the subject is a part
  /// of it.
  private func sectionWhole(of subject: Subject) -> Subject? {
    guard state.denominator == nil, let whole = sectionSubject, firstSubject == whole,
      case .concept(let id) = whole, case .concept(let part) = subject,
      vocabulary.concept(id)?.parts.contains(part) ?? false
    else { return nil }
    return whole
  }

  mutating func bindRate(
    _ statement: inout Statement, _ index: Int, _ direction: Direction
  ) {
    guard let subject = certainSubject(&statement) else { return }
    let base = state.base ?? elidedBase
    statement.meaning = Meaning(
      subject: subject, aspect: .rate(base), year: state.baseYear ?? state.year,
      section: passage.role)
    statement.direction = direction
    statement.directionRange = state.directionRange.map { text.origin($0) }
    guard state.year == nil, let current = level(subject) else { return }
    if let change = state.change, state.changeSubject == subject {
      relations.append(.change(current: current, change: change, rate: index))
    } else {
      state.looseRate = .init(statement: index, subject: subject, base: base)
      if let previous = previousLevel(subject) {
        relations.append(.growth(current: current, previous: previous, rate: index))
      }
    }
  }

  /// What a share is the share of: the amount of the subject that the clause names, else the
  /// amount of the sentence right before, whatever it is called.
  var sharedPart: Int? {
    if let range = state.subjectRange, !state.hasGap, let subject = state.subject {
      return amount(behind: range) ?? level(subject)
    }
    if let amount = state.lastAmount { return amount }
    return state.hasGap ? nil : state.subject.flatMap { level($0) }
  }

  /// The last amount, if the name of the subject stands before it: in 乙占丙的一半 an amount further
  /// ahead is one of something else.
  private func amount(behind name: Range<Int>) -> Int? {
    guard let amount = state.lastAmount, amount >= firstStatement,
      statements[amount - firstStatement].range.lowerBound >= text.origin(name).upperBound
    else { return nil }
    return amount
  }

  /// The stated level of the year before: in the report's own measure, else in any.
  func previousLevel(_ subject: Subject) -> Int? {
    for measure in [vocabulary.defaultMeasure] + Measure.allCases {
      if let index = levels[LevelKey(subject: subject, measure: measure, year: priorYear)] {
        return index
      }
    }
    return nil
  }
}
