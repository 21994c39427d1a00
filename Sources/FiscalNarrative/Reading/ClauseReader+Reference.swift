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

  private func referent(of token: Token) -> Subject? {
    guard state.subjectRange == nil, case .term(.word) = token.kind else { return nil }
    if text.bytes[token.range].elementsEqual(Self.revenue.utf8) { return lastRevenue }
    if text.bytes[token.range].elementsEqual(Self.expenditure.utf8) { return lastExpenditure }
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
    guard state.whole == nil, case .concept(let id) = subject else { return }
    switch (id.holds(Self.revenue), id.holds(Self.expenditure)) {
    case (true, false): lastRevenue = subject
    case (false, true): lastExpenditure = subject
    default: break
    }
  }

  private static let revenue = "收入"
  private static let expenditure = "支出"
}
