internal import FiscalModel
internal import FiscalText

/// Totals and the parts behind them.
extension ClauseReader {
  mutating func startParts(at word: Range<Int>) {
    if startSibling(at: word) {
      state.subjectRange = nil
      return
    }
    if !state.hasAmount, state.subjectRange != nil, !state.hasGap { state.listedBy = state.subject }
    if !state.hasAmount {
      // …，比预算减少3.00万元。其中：甲减少…: the parts of that change; 2025年预算…。其中：甲…: those of that year.
      state.toldBase = state.toldBase ?? state.toldBaseBefore
      state.year = state.year ?? laterYear
    }
    let isSide = namesSide(before: word)
    let named = namedWithoutAmount
    // 收入预算包括：财政拨款…: what follows is a part of it, under a name of its own.
    state.subjectRange = nil
    if state.region == .reason, let whole = state.last ?? state.lastBefore, nextIsPart(of: whole) {
      state.region = .plain
    }
    startList()
    guard state.region != .reason, let whole = wholeOfParts(of: named, isSide: isSide) else {
      return
    }
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
    state.listsNames = false
    if state.outerLists.isEmpty { state.hasUnknownPart = false }
    state.partsMeasure = levelMeasure(whole)
  }

  /// The amount whose parts come next, if it is told.
  ///
  /// - Parameters:
  ///   - named: what the clause names without its amount.
  ///   - isSide: whether that is one side of something.
  private mutating func wholeOfParts(of named: Subject?, isSide: Bool) -> Int? {
    // 收入包括：甲、乙。支出包括：丙、丁: of the same whole.
    let shared = isSide && !state.hasAmount ? state.lastAmountBefore : nil
    guard let whole = shared ?? state.last ?? state.lastBefore else { return nil }
    let isOfWhole = isSide ? mayHaveSides(whole) : named == nil
    guard !isOfWhole, subject(of: whole) != named else { return whole }
    state.listWhole = named.flatMap { level($0) }.flatMap { $0 >= firstStatement ? $0 : nil }
    return state.listWhole
  }

  /// 人员经费包括甲、乙；公用经费包括丙、丁: what the clause names, without its amount, before it lists the parts.
  private var namedWithoutAmount: Subject? {
    guard let named = state.subjectRange, !state.hasGap,
      named.lowerBound == state.clauseStart
    else { return nil }
    return state.subject
  }

  /// 总额…，收入包括：甲、乙；支出包括：丙、丁: a second list of the same whole. Whether one begins.
  private mutating func startSibling(at word: Range<Int>) -> Bool {
    guard state.region == .plain, let whole = state.listWhole, state.listed.count > 1,
      namesSide(before: word)
    else { return false }
    emitLists()
    emitAllLists()
    state.whole = nil
    state.parts = []
    state.outerListed = []
    state.listWhole = whole
    state.listed = []
    return true
  }

  /// Whether a clause begins with one side of what was told for both: 收入包括.
  private func namesSide(before word: Range<Int>) -> Bool {
    Self.sides.contains { text.bytes[state.clauseStart..<word.lowerBound] == $0[...] }
  }

  /// Whether an amount may be that of both sides: 收支总预算500.00万元.
  private func mayHaveSides(_ whole: Int) -> Bool {
    subject(of: whole).map(isJoint) ?? true
  }

  /// Whether a name stands for both sides.
  func isJoint(_ subject: Subject) -> Bool {
    guard case .concept(let id) = subject else { return false }
    return vocabulary.concept(id).map { !$0.jointOf.isEmpty } ?? false
  }

  static let sides = ["收入", "支出"].map { [UInt8]($0.utf8) }

  /// 主要原因是人员增资，其中：基本支出980.00万元: whether an amount of a part of what the sentence
  /// spoke of before its reason comes next, which no reason gives.
  private func nextIsPart(of whole: Int) -> Bool {
    var named: Subject?
    for token in tokens[next...].prefix(Self.longestPartName) {
      switch token.kind {
      case .term(.concept(let name)):
        named = vocabulary.concept(name: name, in: passage.role).map {
          .concept($0.sameAs ?? $0.id)
        }
      case .term(.word(.filler)), .term(.word(.measure)), .mark(.colon): continue
      case .mark(.comma) where named == nil: continue
      case .number(.amount, _): return named.map { isPart($0, of: whole) } ?? false
      default: return false
      }
    }
    return false
  }

  private static let longestPartName = 6

  func levelMeasure(_ index: Int) -> Measure? {
    guard case .level(let measure) = told(index)?.meaning?.aspect else { return nil }
    return measure
  }

  /// Adds an amount to the list that it belongs to, if lists stand inside each other; where that
  /// is not known, none of them is complete.
  mutating func addPart(_ index: Int, _ subject: Subject) {
    guard var whole = state.whole else { return }
    if isOutside(subject, of: whole) {
      emitParts(whole, state.parts)
      state.whole = nil
      state.parts = []
      return
    }
    while let outer = state.outerLists.last, !isPart(subject, of: whole) {
      guard state.outerLists.contains(where: { isPart(subject, of: $0.whole) }) else {
        guard case .concept = subject else {
          // 基本支出，包括工资福利支出…: what it is spent on; the outer list may still go on.
          state.hasUnknownPart = true
          return
        }
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

  /// 收入预算…，其中：甲…，乙…；支出预算…: whether another whole ends the list, all parts of which are
  /// known to be that.
  private func isOutside(_ subject: Subject, of whole: Int) -> Bool {
    guard state.outerLists.isEmpty, state.parts.count > 1, case .concept(let id) = subject,
      !(vocabulary.concept(id)?.parts.isEmpty ?? true)
    else { return false }
    return !isPart(subject, of: whole)
      && state.parts.allSatisfy { part in
        self.subject(of: part).map { isPart($0, of: whole) } ?? false
      }
  }

  func isPart(_ subject: Subject, of whole: Int) -> Bool {
    guard case .concept(let part) = subject, case .concept(let id) = self.subject(of: whole) else {
      return false
    }
    return vocabulary.concept(id)?.parts.contains(part) ?? false
  }

  /// Tells the lists that end here, the outer ones with them.
  mutating func emitLists() {
    guard let whole = state.whole else { return }
    emitParts(whole, state.parts)
    for list in state.outerLists { emitParts(list.whole, list.parts) }
    state.outerLists = []
  }

  /// Tells the lists of a bracket, but not those around it, which go on behind it.
  mutating func emitLists(within before: ClauseState) {
    guard let whole = state.whole else { return }
    emitParts(whole, state.parts)
    for list in state.outerLists.dropFirst(before.outerLists.count) where list.whole != before.whole
    {
      emitParts(list.whole, list.parts)
    }
  }

  mutating func startList() {
    if let whole = state.listWhole, let last = state.listed.last, last == state.lastAmount {
      // 甲，其中：乙，其中：丙；丁: behind the semicolon the outer list goes on.
      state.outerListed.append(.init(whole: whole, parts: state.listed))
    } else if state.listWhole != outer.last?.listWhole {
      emitList()
    }
    state.listWhole = state.lastAmount ?? state.lastAmountBefore
    state.listed = []
    startCounts()
  }

  /// Ends a list within a list; one in brackets ends with them.
  mutating func closeInnerList() {
    let enclosed = outer.last.map { $0.outerListed.count + 1 } ?? 0
    guard state.outerListed.count > enclosed, let list = state.outerListed.popLast() else {
      return
    }
    emitList()
    state.listWhole = list.whole
    state.listed = list.parts
  }

  // MARK: Counts

  /// What is counted from here on are parts of what was counted last, by the word that counts it.
  mutating func startCounts() {
    state.countWholes = state.lastCounts.isEmpty ? state.lastCountsBefore : state.lastCounts
    state.listedCounts = [:]
  }

  mutating func listCount(_ index: Int, _ classifier: String) {
    if state.countWholes[classifier] != nil {
      state.listedCounts[classifier, default: []].append(index)
    } else {
      state.lastCounts[classifier] = index
    }
  }

  mutating func emitCounts() {
    for (classifier, parts) in state.listedCounts.sorted(by: { $0.key < $1.key }) {
      guard let whole = state.countWholes[classifier] else { continue }
      relations.append(.list(whole: whole, parts: parts))
    }
    state.listedCounts = [:]
  }

  mutating func emitParts(_ whole: Int, _ parts: [Int]) {
    guard parts.count > 1, !state.hasUnknownPart else { return }
    relations.append(.parts(whole: whole, parts: parts))
  }

  mutating func emitList() {
    guard let whole = state.listWhole, !state.listed.isEmpty else { return }
    relations.append(.list(whole: whole, parts: state.listed))
  }

  mutating func emitAllLists() {
    emitList()
    for list in state.outerListed { relations.append(.list(whole: list.whole, parts: list.parts)) }
    emitCounts()
  }

  func subject(of index: Int) -> Subject? { told(index)?.meaning?.subject }

  /// Percentages with nothing but a mark or 和 between them, each of which belongs to another name.
  static func parallelPercentages(_ tokens: [Token]) -> Set<Int> {
    var found: Set<Int> = []
    for index in tokens.indices.dropFirst(2) {
      guard isPercentage(tokens[index]), isPercentage(tokens[index - 2]),
        isConjunction(tokens[index - 1]),
        tokens[index - 2].range.upperBound == tokens[index - 1].range.lowerBound,
        tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
      else { continue }
      found.formUnion([tokens[index - 2].range.lowerBound, tokens[index].range.lowerBound])
    }
    return found
  }

  private static func isPercentage(_ token: Token) -> Bool {
    if case .number(.percentage, _) = token.kind { return true }
    return false
  }

  private static func isConjunction(_ token: Token) -> Bool {
    switch token.kind {
    case .mark(.pause), .term(.word(.compare)): true
    default: false
    }
  }

  /// 各减少12.30，45.60万元: the first number has the unit of the second, and neither tells on its
  /// own what it belongs to.
  static func sharedUnits(_ tokens: [Token]) -> [Int: AmountUnit?] {
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
}
