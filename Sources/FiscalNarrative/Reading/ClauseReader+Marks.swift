internal import FiscalModel
internal import FiscalText

/// The marks of a sentence: where clauses, sentences and brackets end.
extension ClauseReader {
  mutating func read(_ mark: Token.Mark, _ range: Range<Int>) {
    switch mark {
    case .stop where !enclosedStops.contains(range.lowerBound):
      let isTitle = isOtherThing(before: range.lowerBound)
      endSentence()
      if isTitle { dropSubject() }
      state.clauseStart = range.upperBound
    case .semicolon, .stop:
      if state.region == .purpose { state.subject = state.subjectBeforePurpose }
      if state.region != .plain {
        // 主要原因是上年未安排；公务接待费…: the year is that of the reason.
        state.year = nil
        state.isOfPrior = false
      }
      // What has no name known is spoken of up to here.
      if state.subject?.isUnnamed ?? false { state.subject = nil }
      closeInnerList()
      endCounts(behind: range.upperBound)
      state.endClause()
      state.region = .plain
      state.base = nil
      state.baseYear = nil
      state.isExcluding = false
      state.clauseStart = range.upperBound
    case .comma, .pause:
      if case .pause = mark, state.isComparing { return }
      if mark == .comma, nextEndsReason(behind: range.upperBound) { return read(.semicolon, range) }
      keepContainer(before: range)
      if mark == .comma {
        endExamples()
        endPurpose()
      }
      endNames(at: mark)
      let isListed = state.lastAmount != nil
      let isEnumerating =
        mark == .pause
        && (lastNameEnd == range.lowerBound || !isListed && state.unknownLength > 0)
      state.endClause()
      // What a list goes on with must be named anew.
      if mark == .pause, isListed, !goesOn { state.hasGap = true }
      state.isEnumerating = isEnumerating
      state.clauseStart = range.upperBound
    // 分项情况是：甲…: what stands before it is no part of the name behind it.
    case .colon:
      if statements.isEmpty, firstSubject == nil, state.unknownLength > 0,
        isOtherBody(before: range.lowerBound)
      {
        isOfOtherBody = true
      }
      if isOtherThing(before: range.lowerBound) { dropSubject() }
      // 共有车辆9辆：机要通信用车1辆、…
      if lastNumberEnd == range.lowerBound, case .count = statements.last?.quantity {
        startCounts()
      }
      state.unknownLength = 0
    case .open:
      outer.append(state)
      state.bracketStart = range.upperBound
      // 车辆7辆（轿车3辆，客车4辆）: the bracket tells the parts.
      if lastNumberEnd == range.lowerBound { startNamedList() }
    case .close: closeBracket(range.upperBound)
    }
  }

  /// （1）青年驿站修缮。2025年预算安排…: whether the passage begins with nothing but the name of something that its
  /// section does not speak of.
  private func isOtherThing(before end: Int) -> Bool {
    guard statements.isEmpty, firstSubject == nil, sentence == 0,
      state.unknownLength >= Self.shortestThing, end - bodyStart <= Self.longestThing
    else { return false }
    return vocabulary.isOtherThing(text.bytes, in: bodyStart..<end)
  }

  private mutating func dropSubject() {
    state.subject = projectSubject
    state.phraseSubject = state.subject
  }

  /// Two ideographs, and thirty.
  private static let shortestThing = 6
  private static let longestThing = 90

  /// 增加12.00万元、增长1.76%; 完成年初预算的98%、完成全年预算的95%: whether the clause behind a pause says more of
  /// what was spoken of before it.
  private var goesOn: Bool {
    guard next < tokens.count, case .term(.word(let word)) = tokens[next].kind else { return false }
    switch word {
    case .direction, .completion, .share: return true
    default: return false
    }
  }

  /// 甲80.00万元（乙50.00万元，丙30.00万元）: the bracket behind an amount tells its parts, if it begins with a
  /// name.
  private mutating func startNamedList() {
    guard let last = statements.last, state.lastAmount == firstStatement + statements.count - 1,
      last.quantity.amount != nil, next < tokens.count
    else { return startCounts() }
    let first = next + (includes(tokens[next]) ? 1 : 0)
    guard first < tokens.count else { return startCounts() }
    switch tokens[first].kind {
    case .term(.concept), .term(.classification), .path: startList()
    default: startCounts()
    }
  }

  /// 甲80.00万元（含乙50.00万元）: whether a bracket begins with a word by which it tells what the amount before
  /// it includes.
  var isIncluding: Bool {
    Self.including.contains { text.bytes.hasBytes($0, at: state.bracketStart) }
  }

  /// Whether a token is no more than that word: 其中 begins a list of its own.
  private func includes(_ token: Token) -> Bool {
    guard isIncluding, case .term(.word(.filler)) = token.kind else { return false }
    return true
  }

  private static let including = ["含", "包含", "包括", "其中"].map { [UInt8]($0.utf8) }

  /// 项目20个，其中…；另对3个项目…: behind such a word something else is counted.
  private mutating func endCounts(behind end: Int) {
    guard Self.besides.contains(where: { text.bytes.hasBytes($0, at: end) }) else { return }
    emitCounts()
    state.countWholes = [:]
    guard let whole = state.whole, case .count = told(whole)?.quantity else { return }
    emitLists()
    state.whole = nil
    state.parts = []
  }

  /// 指标3个，分别为甲、乙、丙，二级指标8个: what was counted are the names, and behind the comma something else
  /// is.
  private mutating func endNames(at mark: Token.Mark) {
    guard let whole = state.whole, state.parts.isEmpty, case .count = told(whole)?.quantity else {
      return
    }
    if mark == .pause {
      state.listsNames = true
    } else if state.listsNames {
      state.whole = nil
      state.countWholes = [:]
    }
  }

  private static let besides = ["另", "此外", "同时", "除此"].map { [UInt8]($0.utf8) }

  /// 甲中，乙…，占…: the clause tells nothing but what the parts behind it are of.
  private mutating func keepContainer(before mark: Range<Int>) {
    guard let name = state.subjectRange, !state.hasGap, lastNumberEnd < name.lowerBound,
      text.bytes.hasBytes(Self.inside, at: mark.lowerBound - Self.inside.count)
    else { return }
    state.container = state.subject
    state.containerMeasure = state.measure
  }

  private static let inside = [UInt8]("中".utf8)

  /// 甲为…元，主要用来保障乙、丙等支出，比上年…: what stood as an example is not what the sentence goes
  /// on to speak of; nor is what a clause says that the amount is: 甲…元，为除乙以外取得的收入，比上年….
  private mutating func endExamples() {
    if let name = state.subjectRange, state.hasGap, let subject = state.phraseSubject,
      lastNumberEnd < name.lowerBound,
      text.bytes.hasBytes(Self.andSoOn, at: name.upperBound)
        || lastNumberEnd <= state.clauseStart && isExplanation
    {
      state.subject = subject
    }
    state.phraseSubject = state.subject
  }

  /// 甲…元，主要用于保障乙和丙，完成年初预算的…, 比上年…: behind a purpose that tells no number the sentence goes on
  /// with what it spoke of before.
  private mutating func endPurpose() {
    guard state.region == .purpose, lastNumberEnd <= state.purposeStart, next < tokens.count,
      case .term(.word(let word)) = tokens[next].kind
    else { return }
    switch word {
    case .completion, .compare:
      state.subject = state.subjectBeforePurpose
      state.phraseSubject = state.subject
      state.region = .plain
    default: break
    }
  }

  /// Whether the clause begins with what leads to an explanation.
  private var isExplanation: Bool {
    Self.explaining.contains { text.bytes.hasBytes($0, at: state.clauseStart) }
  }

  private static let explaining = ["为", "指", "即", "是"].map { [UInt8]($0.utf8) }

  private static let andSoOn = [UInt8]("等".utf8)

  /// Behind a bracket the sentence goes on where it stood before.
  mutating func closeBracket(_ end: Int) {
    guard let before = outer.popLast() else { return }
    if state.whole != before.whole { emitLists(within: before) }
    if state.listWhole != before.listWhole { emitList() }
    if state.countWholes != before.countWholes { emitCounts() }
    let isDefining = state.isDefining || isWholeName(of: before)
    let defined = state.subject
    state = before
    guard isDefining, let defined else { return }
    // 甲、乙（以下简称丙）: what was listed is 丙.
    state.subject = defined
    state.definedEnd = end
    state.hasGap = false
    state.isCompound = false
    state.isUnknown = false
  }

  /// 甲费、乙费（“三公”经费）: whether the bracket holds nothing but the name of what the name before
  /// it is a part of.
  private func isWholeName(of before: ClauseState) -> Bool {
    guard case .concept(let part) = before.subject, before.subjectRange != nil,
      case .concept(let whole) = state.subject, state.subjectRange != before.subjectRange,
      state.unknownLength == before.unknownLength, state.last == before.last,
      let parts = vocabulary.concept(whole)?.parts
    else { return false }
    return parts.contains(part)
      || parts.contains { vocabulary.concept($0)?.parts.contains(part) ?? false }
  }

  mutating func endSentence() {
    endExamples()
    if state.hasAmount {
      laterYear = reportYear.flatMap { year in state.year.flatMap { $0 > year ? $0 : nil } }
    }
    emitLists()
    emitAllLists()
    let lastCounts = state.countWholes.merging(state.lastCounts) { whole, _ in whole }
    let subject = nextSubject.flatMap { $0.isUnnamed ? nil : $0 }
    // A reason between an amount and its parts tells none of its own.
    let (lastBefore, amountBefore) =
      state.hasAmount ? (nil, nil) : (state.lastBefore, state.lastAmountBefore)
    let toldBase =
      state.hasAmount ? (state.hasSeveralBases ? nil : state.toldBase) : state.toldBaseBefore
    let last = mainLevel(of: state.whole ?? state.last ?? lastBefore)
    let lastAmount = mainLevel(of: state.listWhole ?? state.lastAmount ?? amountBefore)
    state = ClauseState()
    state.subject = subject
    state.phraseSubject = subject
    state.lastBefore = last
    state.toldBaseBefore = toldBase
    state.lastAmountBefore = lastAmount
    state.lastCountsBefore = lastCounts
    outer.removeAll()
    sentence += 1
  }

  /// 支出68.00万元，预算为69.00万元。其中：甲…: behind the sentence the parts are those of what was spent.
  private func mainLevel(of index: Int?) -> Int? {
    guard let index, let meaning = told(index)?.meaning, case .level(let measure) = meaning.aspect,
      measure != vocabulary.defaultMeasure
    else { return index }
    return levels[
      LevelKey(
        subject: meaning.subject, measure: vocabulary.defaultMeasure, year: meaning.year)] ?? index
  }

  /// Whom the next sentence speaks of if it does not say: behind a list of parts, their whole.
  var nextSubject: Subject? {
    if !state.hasAmount, let subject = state.listedBy { return subject }
    guard let whole = state.outerLists.first?.whole ?? state.whole else {
      return state.region == .purpose ? state.subjectBeforePurpose : state.subject
    }
    return subject(of: whole) ?? state.subject
  }

  static func enclosedStops(_ tokens: [Token]) -> Set<Int> {
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
}
