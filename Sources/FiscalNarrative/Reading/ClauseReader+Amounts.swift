internal import FiscalModel
internal import FiscalText

/// Amounts: what each is of, of which year and measure, and in which list it stands.
extension ClauseReader {
  /// Binds an amount, and takes it for a part of the list at hand or for what the next list is of.
  mutating func bindAndList(_ statement: inout Statement, _ index: Int) {
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
  mutating func bindPrevious(
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
  func isOfPrior(_ subject: Subject, _ measure: Measure) -> Bool {
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
}
