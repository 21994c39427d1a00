internal import FiscalNarrative
internal import FiscalText

extension CheckBuilder {
  /// In a section that has a whole of its own, the same words may mean that of the whole body.
  mutating func buildShare(
    part: Int, of subject: Subject, or general: Subject?, share: Int
  ) {
    let before = checks.count
    buildShare(part: part, of: subject, share: share)
    let own = checks.dropFirst(before)
    guard own.allSatisfy({ !$0.holds }), let general else { return }
    buildShare(part: part, of: general, share: share)
    if let other = checks.dropFirst(before + own.count).first {
      checks.removeLast(checks.count - before)
      checks.append(other)
    }
  }

  mutating func buildShare(part: Int, of subject: Subject, share: Int) {
    let statement = facts.statements[share]
    if let whole = level(of: subject, near: statement), whole != part {
      buildRatio(.share, part: part, whole: whole, ratio: share)
      return
    }
    guard let whole = wholeSource(subject, in: facts.passages[statement.passage].role),
      let amount = interval(part), let ratio = interval(share),
      let printed = quantity(share).percentage,
      let holds = Rounding.ratio(amount, to: whole.interval, equals: ratio)
    else { return }
    let expected = Rounding.percentage(
      middle(amount), of: whole.exact, decimals: min(max(printed.decimals, 2), 6))
    checks.append(
      Check(
        kind: .share, operands: [part, share], sources: [whole], holds: holds,
        expected: expected.map { "\($0)%" },
        arithmetic: "\(text(part)) ÷ \(whole.amount?.number.description ?? "")"))
  }

  /// The cell that states a subject, unless several cells state it differently.
  func wholeSource(_ subject: Subject, in section: String?) -> Check.Source? {
    let sources = evidence.sources(of: subject, vocabulary.defaultMeasure, in: section)
    guard let first = sources.first,
      sources.allSatisfy({ Rounding.equal($0.interval, first.interval) })
    else { return nil }
    return first
  }

  mutating func buildStatedCompletions() {
    var related = Set<Int>()
    for case .completion(_, _, let rate) in facts.relations { related.insert(rate) }
    for (index, statement) in facts.statements.enumerated() where !related.contains(index) {
      guard case .completion(let measure) = statement.meaning?.aspect,
        let subject = statement.meaning?.subject, let final = level(of: subject, near: statement),
        let budget = evidence.sources(of: subject, measure, in: statement.meaning?.section).first,
        let part = interval(final), let ratio = interval(index),
        let printed = quantity(index).percentage,
        let holds = Rounding.ratio(part, to: budget.interval, equals: ratio)
      else { continue }
      let expected = Rounding.percentage(
        middle(part), of: budget.exact, decimals: min(max(printed.decimals, 2), 6))
      checks.append(
        Check(
          kind: .completion, operands: [final, index], sources: [budget], holds: holds,
          expected: expected.map { "\($0)%" },
          arithmetic: "\(text(final)) ÷ \(budget.amount?.number.description ?? "")"))
    }
  }
}
