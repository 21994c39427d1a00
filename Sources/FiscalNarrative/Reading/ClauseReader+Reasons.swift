internal import FiscalText

/// The words that lead to the reason of a change.
extension ClauseReader {
  /// 比上年减少1.00万元，增加的主要原因是…: keeps a clause that names nothing but a direction before its reason, where
  /// all that was told before it went the other way, or stayed as it was.
  ///
  /// Behind a first reason another one may tell what worked against it.
  mutating func keepContraryLead(before reason: Range<Int>) {
    defer { lastReason = statements.count }
    guard state.region == .plain, let direction = state.direction, direction != .unchanged,
      let place = state.directionRange, place.lowerBound == state.clauseStart,
      isParticle(place.upperBound..<reason.lowerBound)
    else { return }
    let told = toldDirections.dropLast()
    guard let last = told.last, !told.contains(where: { $0.direction == direction }),
      lastReason.map({ statements[$0...].contains { $0.direction != nil } }) ?? true,
      last.sentence == sentence || last.sentence == sentence - 1 && isAboutOneChange(last.direction)
    else { return }
    contraryLeads.append(
      .init(
        passage: passageIndex, range: text.origin(place), isDown: direction == .down,
        told: text.origin(last.range), isToldUnchanged: last.direction == .unchanged))
  }

  /// 增加的原因, 增加原因
  private func isParticle(_ range: Range<Int>) -> Bool {
    range.isEmpty || text.bytes[range].elementsEqual(Self.particle)
  }

  /// Whether the passage tells one change, and not that it is none: a sentence behind it can mean no
  /// other.
  private func isAboutOneChange(_ direction: Direction) -> Bool {
    direction != .unchanged && changed.count == 1
  }

  /// 公务接待费甲，比上年减少…，主要原因是压减支出，公务用车购置及运行费乙，比上年…: whether the list goes on behind a reason with the
  /// amount of a part that it has not told yet. What a reason is of changes, or behind its first word.
  func nextEndsReason(behind end: Int) -> Bool {
    guard state.region == .reason, let subject = state.subject,
      state.whole ?? state.listWhole != nil
    else { return false }
    var end = end
    var named: Subject?
    for (offset, token) in tokens[next...].prefix(Self.longestSibling).enumerated() {
      guard token.range.lowerBound == end else { return false }
      end = token.range.upperBound
      switch token.kind {
      case .number(.amount, _):
        guard let named, continuesList(named, behind: subject) else { return false }
        return isEnd(at: next + offset + 1, end)
      case .term(.word(.filler)), .term(.word(.measure)), .mark(.colon):
        guard named != nil else { return false }
      default:
        guard named == nil, let name = self.named(by: token) else { return false }
        named = name
      }
    }
    return false
  }

  private func named(by token: Token) -> Subject? {
    switch token.kind {
    case .term(.concept(let name)):
      vocabulary.concept(name: name, in: passage.role).map { .concept($0.sameAs ?? $0.id) }
    case .term(.classification(let index)):
      classification(vocabulary.classification(index), token.range)
    case .path(let path): classification(path)
    default: nil
    }
  }

  private func continuesList(_ named: Subject, behind subject: Subject) -> Bool {
    guard named != subject, level(named) == nil else { return false }
    switch (named, subject) {
    case (.functional, .functional), (.economic, .economic): return state.listWhole != nil
    default:
      let wholes = [state.whole].compactMap { $0 } + state.outerLists.map(\.whole)
      return wholes.contains { isPart(named, of: $0) || isInnerPart(named, of: $0) }
    }
  }

  /// 公务用车运行维护费, the only part of 公务用车购置及运行费 that a list of “三公”经费 tells.
  private func isInnerPart(_ named: Subject, of whole: Int) -> Bool {
    guard case .concept(let part) = named, case .concept(let id) = subject(of: whole) else {
      return false
    }
    return vocabulary.concept(id)?.parts.contains {
      vocabulary.concept($0)?.parts.contains(part) ?? false
    } ?? false
  }

  /// Whether nothing stands behind an amount but what is told of it.
  private func isEnd(at index: Int, _ end: Int) -> Bool {
    guard index < tokens.count, tokens[index].range.lowerBound == end else {
      return index >= tokens.count
    }
    if case .mark(let mark) = tokens[index].kind { return mark != .pause }
    return false
  }

  private static let longestSibling = 6
}
