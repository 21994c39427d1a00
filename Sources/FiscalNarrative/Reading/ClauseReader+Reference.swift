internal import FiscalModel
internal import FiscalText

/// Bare nouns that mean what was told before.
extension ClauseReader {
  /// 收入总计…。收入较上年增加…: reads a bare 收入 or 支出 whose change follows as what was last called
  /// so, if no change of that was told yet.
  mutating func refersBack(_ token: Token, next: Token?) -> Bool {
    guard let next, next.range.lowerBound == token.range.upperBound, state.region == .plain,
      let subject = referent(of: token), !changed.contains(subject), isChange(next)
    else { return false }
    let isFirst = !state.hasAmount && state.unknownLength == 0
    guard isFirst || state.base != nil && state.clauseStart == token.range.lowerBound else {
      return false
    }
    namedSentence = sentence
    state.subject = subject
    state.subjectRange = token.range
    state.hasGap = false
    state.isUnknown = false
    lastNameEnd = token.range.upperBound
    return true
  }

  /// 基金收入50.00万元，支出45.00万元: a bare 收入 or 支出 that begins a clause speaks of the other side of what
  /// was spoken of, if that was one of the two. Whether the token is read with that.
  mutating func turnsSide(at token: Token) -> Bool {
    guard state.subjectRange == nil, state.unknownLength == 0, state.region == .plain,
      !state.isComparing, !state.isSharing, lastNumberEnd <= state.clauseStart,
      let side = side(of: token), let subject = spokenOf(at: token),
      let told = self.side(of: subject), side != told
    else { return false }
    let other = otherSide(of: subject)
    if case .term(.concept(let name)) = token.kind {
      let named = vocabulary.concept(name: name, in: passage.role)
      if let named, other == .concept(named.sameAs ?? named.id) { return false }
    }
    guard let other else {
      state.subject = nil
      state.hasGap = true
      return token.isName
    }
    name(other, token.range)
    return token.isName
  }

  /// What a clause goes on with: the clause before it of the same sentence; and a name that stands for
  /// another amount where nothing is said of a fund, what the paragraph says first, if that is of
  /// one.
  private func spokenOf(at token: Token) -> Subject? {
    guard token.isName else { return state.subject }
    if state.whole == nil, isBehindComma { return state.subject }
    guard case .concept(let id) = firstSubject,
      Fund.allCases.contains(where: { id.hasPrefix($0.rawValue) })
    else { return nil }
    return firstSubject
  }

  /// Whether the clause goes on with its sentence.
  private var isBehindComma: Bool {
    Self.commas.contains { text.bytes.hasBytes($0, at: state.clauseStart - $0.count) }
  }

  private static let commas = ["，", ","].map { [UInt8]($0.utf8) }

  /// Which of the two a word speaks of that says of nothing else: 收入, 支出决算, 支出预算.
  private func side(of token: Token) -> String? {
    switch token.kind {
    case .term(.word(.filler)), .term(.word(.complement)), .term(.word(.measure)),
      .term(.concept):
      break
    default: return nil
    }
    var start = token.range.lowerBound
    if token.isName, text.bytes.hasBytes(Self.thisYear, at: start) { start += Self.thisYear.count }
    return [Subject.revenue, Subject.expenditure].first {
      text.bytes.hasBytes([UInt8]($0.utf8), at: start)
    }
  }

  private static let thisYear = [UInt8]("本年".utf8)

  private func side(of subject: Subject) -> String? {
    let name: String
    switch subject {
    case .concept(let id): name = id
    case .unnamed(let statement):
      guard statement >= firstStatement else { return nil }
      let told = statements[statement - firstStatement]
      let start = min(told.clause.lowerBound, told.digits.lowerBound)
      name = passage.text.string(start..<told.digits.lowerBound)
    case .functional, .economic, .project: return nil
    }
    switch (name.holds(Subject.revenue), name.holds(Subject.expenditure)) {
    case (true, false): return Subject.revenue
    case (false, true): return Subject.expenditure
    default: return nil
    }
  }

  /// The concept that has a joint name with another, or is its counterpart on the other side.
  private func otherSide(of subject: Subject) -> Subject? {
    guard case .concept(let id) = subject else { return nil }
    let partner = vocabulary.concepts.lazy.map(\.jointOf).first { $0.contains(id) }?
      .first { $0 != id }
    let other = (partner ?? vocabulary.concept(id)?.otherSide).flatMap { vocabulary.concept($0) }
    return other.map { .concept($0.sameAs ?? $0.id) }
  }

  private func referent(of token: Token) -> Subject? {
    guard state.subjectRange == nil, case .term(.word) = token.kind else { return nil }
    if text.bytes[token.range].elementsEqual(Subject.revenue.utf8) { return lastRevenue }
    if text.bytes[token.range].elementsEqual(Subject.expenditure.utf8) { return lastExpenditure }
    return nil
  }

  /// Whether a comparison or a change begins.
  private func isChange(_ token: Token) -> Bool {
    guard case .term(.word(let word)) = token.kind else { return false }
    switch word {
    case .compare: return state.base == nil
    case .direction(let direction): return direction != .unchanged
    case .base: return true
    default: return false
    }
  }

  /// Keeps what a level was told of, for a noun that may mean it later.
  mutating func keepReferent(_ subject: Subject) {
    guard state.whole == nil, let isRevenue = subject.isRevenue else { return }
    if isRevenue { lastRevenue = subject } else { lastExpenditure = subject }
  }
}

extension Token {
  /// Whether it is the name of a concept.
  fileprivate var isName: Bool {
    if case .term(.concept) = kind { return true }
    return false
  }
}
