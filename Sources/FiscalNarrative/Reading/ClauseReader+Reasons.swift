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
}
