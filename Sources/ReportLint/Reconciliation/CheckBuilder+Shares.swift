internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Whose share of what a percentage is, and what else it may be one of.
extension CheckBuilder {
  /// In a section that has a whole of its own, the same words may mean that of the whole body.
  mutating func buildShare(
    part: Int, of subject: Subject, or general: Subject?, share: Int
  ) {
    let before = checks.count
    buildShare(part: part, of: subject, share: share)
    if checks.count == before + 1, !checks[before].holds {
      buildShareOfList(part: part, insteadOf: subject, share: share)
      if checks.count == before + 2 {
        checks.remove(at: checks[before + 1].holds ? before : before + 1)
      }
    }
    let own = checks.dropFirst(before)
    guard own.allSatisfy({ !$0.holds }) else { return }
    if isShareOfListed(part, share, insteadOf: subject) {
      checks.removeLast(own.count)
      return
    }
    guard let general else { return }
    buildShare(part: part, of: general, share: share)
    if let other = checks.dropFirst(before + own.count).first {
      checks.removeLast(checks.count - before)
      checks.append(other)
    }
  }

  /// 收、支总计甲。按支出功能分类，教育支出乙，占…；…: a total that holds what is left at the year's end has no 类 for that,
  /// and a share that names no whole may be one of all 类 that are listed.
  private func isShareOfListed(_ part: Int, _ share: Int, insteadOf whole: Subject?) -> Bool {
    let statement = facts.statements[part]
    guard !balances(of: whole).isEmpty, let amount = interval(part), let ratio = interval(share)
    else { return false }
    let listed = facts.statements(of: statement.passage).indices.filter {
      facts.statements[$0].sentence == statement.sentence && hasShare($0)
    }
    return listed.count > 1 && areCategories(listed)
      && Rounding.ratio(amount, to: sum(listed), equals: ratio) ?? false
  }

  /// Behind 其中 a share that names no whole may be one of the outer whole: 总额100万元，授予中小企业80万元，
  /// 占80%，其中小微企业20万元，占20%.
  mutating func buildShare(part: Int, whole: Int, share: Int) {
    let before = checks.count
    buildRatio(.share, part: part, whole: whole, ratio: share)
    guard let own = checks.last, checks.count > before, !own.holds else { return }
    if facts.statements[share].meaning?.aspect == .share(of: nil) {
      buildShareOfOuterWhole(part: part, inner: whole, share: share)
      if checks.dropFirst(before + 1).allSatisfy({ !$0.holds }) {
        checks.removeLast(checks.count - before - 1)
        buildShareOfEarlier(part: part, insteadOf: whole, share: share)
      }
    } else if let subject = facts.statements[whole].meaning?.subject {
      buildShareOfList(part: part, insteadOf: subject, share: share)
    }
    if checks.count == before + 2 {
      checks.remove(at: checks[before + 1].holds ? before : before + 1)
    }
    if !checks[before].holds,
      isShareOfListed(part, share, insteadOf: facts.statements[whole].meaning?.subject)
    {
      checks.removeLast()
    }
  }

  /// How many numbers back a share may reach for its whole.
  private static let shareReach = 40

  /// 资产总额甲，负债总额乙，净资产丙。其中流动资产丁，占…: a share that names no whole may be one of another amount of
  /// the paragraph; adds the check of the first that it fits.
  private mutating func buildShareOfEarlier(part: Int, insteadOf whole: Int, share: Int) {
    let passage = facts.statements[share].passage
    let earlier = facts.statements[..<min(part, whole)].indices.suffix(Self.shareReach).reversed()
      .prefix { facts.statements[$0].passage == passage }
    for other in earlier.reversed() where quantity(other).amount != nil {
      guard let amount = ratioOperand(part), let total = ratioOperand(other),
        let ratio = interval(share), Rounding.ratio(amount, to: total, equals: ratio) ?? false
      else { continue }
      buildRatio(.share, part: part, whole: other, ratio: share)
      return
    }
  }

  /// 支出合计甲，其中：乙，占总支出的…: loosely, a share of the whole of the list.
  private mutating func buildShareOfList(part: Int, insteadOf whole: Subject, share: Int) {
    guard let list = wholes[part], let inner = concept(list), case .concept(let id) = whole,
      vocabulary.concept(id)?.parts.contains(inner.id) ?? false
    else { return }
    buildRatio(.share, part: part, whole: list, ratio: share)
  }

  private mutating func buildShareOfOuterWhole(part: Int, inner: Int, share: Int) {
    for relation in facts.relations {
      switch relation {
      case .share(inner, let outer, _):
        return buildRatio(.share, part: part, whole: outer, ratio: share)
      case .shareOf(inner, let outer, _, _):
        return buildShare(part: part, of: outer, share: share)
      default: continue
      }
    }
  }

  /// 其中：财政拨款收入占98.20%: shares of what another sentence or a table tells.
  mutating func buildStatedShares() {
    var related = Set<Int>()
    for relation in facts.relations {
      switch relation {
      case .share(_, _, let share), .shareOf(_, _, _, let share): related.insert(share)
      default: continue
      }
    }
    for (index, statement) in facts.statements.enumerated() where !related.contains(index) {
      guard let meaning = statement.meaning, case .share(let whole?) = meaning.aspect,
        let part = level(of: meaning.subject, near: statement)
      else { continue }
      buildShare(part: part, of: whole, share: index)
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
      return
    }
    buildShareOfUntold(part: part, of: subject, share: share)
  }

  /// 收入合计甲，其中：乙，占总收入的…: where nobody tells what the whole comes to, the share is that of the list's
  /// own whole, which is a part of it, or a smaller one.
  private mutating func buildShareOfUntold(part: Int, of subject: Subject, share: Int) {
    guard let list = wholes[part], list != part,
      isPart(list, of: subject) || isUsual(list, insteadOf: subject, besides: share),
      let amount = interval(part), let total = interval(list), let printed = interval(share)
    else { return }
    let before = checks.count
    buildRatio(.share, part: part, whole: list, ratio: share)
    guard checks.count > before, !checks[before].holds,
      let greatest = Rounding.percentage(middle(amount), of: middle(total), decimals: 6),
      100 * printed.lower <= greatest.grains,
      !isUsual(list, insteadOf: subject, besides: share)
    else { return }
    checks.removeLast(checks.count - before)
  }

  private func isPart(_ list: Int, of whole: Subject) -> Bool {
    guard let inner = concept(list), case .concept(let id) = whole else { return false }
    return vocabulary.concept(id)?.parts.contains(inner.id) ?? false
  }

  /// Whether another share that the list gives of a subject is one of the list's own whole.
  private func isUsual(_ list: Int, insteadOf subject: Subject, besides share: Int) -> Bool {
    facts.relations.contains { relation in
      guard case .shareOf(let part, subject, _, let other) = relation, other != share,
        wholes[part] == list, let amount = ratioOperand(part), let total = ratioOperand(list),
        let ratio = interval(other)
      else { return false }
      return Rounding.ratio(amount, to: total, equals: ratio) ?? false
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
    guard holds || !whole.isDoubtful else { return }
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

  /// The only budget that the section tells of a subject: 完成预算的80%, where another paragraph gives
  /// the budget.
  private func statedBudget(
    of subject: Subject, _ measure: Measure, near index: Int, _ final: Int
  ) -> Int? {
    let section = facts.statements[index].meaning?.section
    guard facts.statements[final].meaning?.section == section, let budgets = budgets[subject],
      let first = budgets.first, let value = interval(first),
      budgets.allSatisfy({ budget in
        facts.statements[budget].meaning?.section?.hasPrefix(Self.part(of: section)) ?? false
          && interval(budget).map { Rounding.equal($0, value) } ?? false
          && !isOtherBudget(budget, than: measure)
      })
    else { return nil }
    return first
  }

  /// Whether an amount is the original budget and a measure the adjusted one, or the other way round.
  private func isOtherBudget(_ index: Int, than measure: Measure) -> Bool {
    switch (facts.statements[index].meaning?.aspect, measure) {
    case (.level(.originalBudget), .adjustedBudget), (.level(.adjustedBudget), .originalBudget):
      true
    default: false
    }
  }

  /// The section of the narrative that a role is of, without its subsections.
  private static func part(of section: String?) -> String {
    (section ?? "").mainRole
  }

  mutating func buildStatedCompletions() {
    var related = Set<Int>()
    for case .completion(_, _, let rate) in facts.relations { related.insert(rate) }
    for (index, statement) in facts.statements.enumerated() where !related.contains(index) {
      guard case .completion(let measure) = statement.meaning?.aspect,
        let subject = statement.meaning?.subject, let final = level(of: subject, near: statement)
      else { continue }
      let sources = evidence.sources(of: subject, measure, in: statement.meaning?.section)
      if let budget = sources.first {
        buildRatio(.completion, part: final, of: budget, ratio: index)
      } else if let budget = statedBudget(of: subject, measure, near: index, final) {
        buildRatio(.completion, part: final, whole: budget, ratio: index)
      } else if measure != .adjustedBudget, let gap = gap(beside: index, of: subject) {
        buildCompletion(final: final, gap: gap, rate: index)
      }
    }
  }

  /// 支出决算为甲，完成预算的…，比预算减少乙: the difference from the budget that the sentence of a completion rate tells.
  private func gap(beside rate: Int, of subject: Subject) -> Int? {
    let statement = facts.statements[rate]
    return facts.statements.indices[rate...].dropFirst().prefix(Self.gapReach).first {
      let told = facts.statements[$0]
      return told.passage == statement.passage && told.sentence == statement.sentence
        && told.region == .plain && told.quantity.amount != nil
        && told.meaning?.subject == subject && told.meaning?.aspect == .change(.originalBudget)
        && (namesInitial(before: rate) || !namesInitial(before: $0))
    }
  }

  /// Whether the words before a number say that the budget is that of the year's beginning. In 完成预算的100%，
  /// 比年初预算减少… the first one is another, in 完成年初预算的100%，比预算减少… the second is the same.
  private func namesInitial(before index: Int) -> Bool {
    let statement = facts.statements[index]
    let start =
      index > 0 && facts.statements[index - 1].passage == statement.passage
      ? facts.statements[index - 1].range.upperBound : 0
    return facts.passages[statement.passage].text.utf8.firstOffset(
      of: Self.initial, from: start, to: statement.digits.lowerBound) != nil
  }

  private static let initial = [UInt8]("年初".utf8)

  /// How many numbers behind a completion rate the difference may stand.
  private static let gapReach = 3
}
