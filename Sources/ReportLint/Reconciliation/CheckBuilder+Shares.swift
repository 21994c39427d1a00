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
    if let whole = wholeSource(subject, in: facts.passages[statement.passage].role) {
      buildRatio(.share, part: part, of: whole, ratio: share)
    }
  }

  /// A ratio whose whole only a table states.
  private mutating func buildRatio(
    _ kind: Check.Kind, part: Int, of whole: Check.Source, ratio: Int
  ) {
    guard let amount = interval(part), let printedRatio = interval(ratio),
      let printed = quantity(ratio).percentage,
      let holds = Rounding.ratio(amount, to: whole.interval, equals: printedRatio)
    else { return }
    let expected = Rounding.percentage(
      middle(amount), of: whole.exact, decimals: min(max(printed.decimals, 2), 6))
    checks.append(
      Check(
        kind: kind, operands: [part, ratio], sources: [whole], holds: holds,
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
        let budget = evidence.sources(of: subject, measure, in: statement.meaning?.section).first
      else { continue }
      buildRatio(.completion, part: final, of: budget, ratio: index)
    }
  }
}
