internal import FiscalNarrative
internal import FiscalText

/// Brings 大于, 小于 and 等于 to this year's numbers.
struct OrderRoller {
  let context: PassageContext
  let draft: PassageDraft

  private static let marks = ["，", "。", "；"].map { Array($0.utf8) }

  func roll(_ comparison: Comparison, _ clauses: [ReasonClauses.Clause]) {
    guard let subject = comparison.subject, !draft.edits.meets(comparison.range),
      comparison.final ?? comparison.budget ?? comparison.rate != nil
    else { return }
    do throws(RollNumbers.Failure) {
      let (order, source) = try context.order(comparison)
      let isSame = order == comparison.order || comparison.order.allows(order)
      let word = isSame ? context.quote(comparison.range) : DirectionWords.order(order)
      draft.replace(comparison.range, word)
      draft.note(.computed, comparison.range, word, source)
      if comparison.order == .equal, !isSame { askReason(subject, behind: comparison, clauses) }
    } catch {
      draft.open(comparison.range, "大于、小于或等于", error.reason)
    }
  }

  /// Asks for the reason of a difference where there was none to give one for, in the place of what
  /// the sentence goes on to say.
  private func askReason(
    _ subject: Subject, behind comparison: Comparison, _ clauses: [ReasonClauses.Clause]
  ) {
    let start = comparison.range.upperBound
    let end = context.sentenceEnd(start)
    guard !context.numbers.keepsText,
      !clauses.contains(where: { (start..<end).contains($0.intro.lowerBound) })
    else { return }
    let clauseEnd =
      Self.marks.compactMap { context.bytes.firstOffset(of: $0, from: start, to: end) }.min() ?? end
    let rest = clauseEnd..<end
    let isPlain =
      !context.bytes[rest].contains { (0x30...0x39).contains($0) } && !draft.edits.meets(rest)
    let blank = "，主要原因是【请填写：\(context.name(subject))决算数与预算数有差异的原因】"
    guard draft.edits.add(isPlain ? rest : clauseEnd..<clauseEnd, blank) else { return }
    draft.note(.open, rest, blank, "上年没有差异，本年有")
  }
}

extension Order {
  /// Whether 不大于 and 不小于 still say what is so.
  fileprivate func allows(_ order: Order) -> Bool {
    switch self {
    case .notAbove: order != .above
    case .notBelow: order != .below
    case .above, .below, .equal: false
    }
  }
}
