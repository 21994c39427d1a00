internal import FiscalNarrative
internal import FiscalText

/// The parts behind 其中, against the amount before it.
extension CheckBuilder {
  mutating func buildParts(whole: Int, parts: [Int]) {
    guard let total = interval(whole) else { return }
    if areCategories(parts) { return buildCategories(whole: whole, parts: parts) }
    if buildJointParts(whole: whole, parts: parts) { return }
    let listed = parts
    guard let parts = comparable(parts, with: whole) else { return }
    let sum = sum(parts)
    let isClosed =
      isExhaustive(whole, parts) && (isExplained(listed, by: parts) || sum.overlaps(total))
    let lacked =
      isClosed || listed.count > parts.count ? nil : lackedPart(whole, parts, rest: total - sum)
    let isWhole = isClosed || lacked != nil
    let holds = isWhole ? sum.overlaps(total) : sum.lower <= total.upper
    guard isWhole || !holds, holds || !addUnitSlip(whole: whole, parts: parts) else { return }
    let expected = expected(sum, like: quantity(whole))
    var check = Check(
      kind: isWhole ? .parts : .partsWithin, operands: parts + [whole], holds: holds,
      expected: expected, arithmetic: parts.map { text($0) }.joined(separator: " ＋ "))
    check.lackedPart = lacked
    checks.append(check)
  }

  /// 支出预算100.00万元，其中：基本支出70.00万元，经营支出0.00万元: the part of the whole that is just what a list lacks, by the
  /// tables or by what is told elsewhere.
  private func lackedPart(_ whole: Int, _ parts: [Int], rest: Interval) -> String? {
    guard rest.lower > 0, let concept = self.concept(whole),
      let meaning = facts.statements[whole].meaning, meaning.year == nil,
      meaning.aspect == .level(vocabulary.defaultMeasure)
    else { return nil }
    guard parts.allSatisfy({ self.concept($0).map { concept.parts.contains($0.id) } ?? false })
    else { return nil }
    let passage = facts.statements[whole].passage
    let told = Set(facts.statements(of: passage).compactMap(\.meaning?.subject))
    // 财政拨款收入甲，其中政府性基金收入乙: what is not always told in full is, where the list begins with its main part.
    guard concept.isExhaustive || concept.parts.first.map({ told.contains(.concept($0)) }) ?? false
    else { return nil }
    return concept.parts.first { id in
      let subject = Subject.concept(id)
      guard !told.contains(subject) else { return false }
      return evidence.sources(of: subject, vocabulary.defaultMeasure, in: meaning.section)
        .contains { $0.interval.overlaps(rest) && $0.interval.lower > 0 }
        || (levels[subject] ?? []).contains { interval($0)?.overlaps(rest) ?? false }
    }
  }

  /// 收、支总计均为915.00万元，其中：收入合计甲，年初结转乙；支出合计丙，年末结转丁: adds the checks of the parts of each
  /// of what a joint name stands for; whether the whole has such a name.
  private mutating func buildJointParts(whole: Int, parts: [Int]) -> Bool {
    guard let names = concept(whole)?.jointOf, !names.isEmpty,
      let aspect = facts.statements[whole].meaning?.aspect, case .level = aspect
    else { return false }
    for name in names {
      guard let side = vocabulary.concept(name), side.isExhaustive else { continue }
      let own = parts.filter { part in
        facts.statements[part].meaning?.aspect == aspect
          && concept(part).map { side.parts.contains($0.id) } ?? false
      }
      guard own.count > 1, !addSum(.parts, whole: whole, parts: own) else { continue }
      addBroken(.parts, whole: whole, parts: own)
    }
    return true
  }

  /// A sum as the whole would print it.
  func expected(_ sum: Interval, like whole: Quantity) -> String? {
    switch whole {
    case .amount(let amount): expected(middle(sum), like: amount)
    case .count(let number, _):
      PrintedNumber(
        grains: middle(sum), decimals: number.decimals, isGrouped: number.isGrouped)?.description
    case .percentage, .bare, .year, .label, .malformed: nil
    }
  }

  /// The parts that are of the whole's kind and no part of one another; nil if that is not known.
  private func comparable(_ parts: [Int], with whole: Int) -> [Int]? {
    if case .count(_, let classifier) = quantity(whole) {
      let counts = withoutSequel(parts)
      let areSame = counts.allSatisfy {
        if case .count(_, classifier) = quantity($0) { return true }
        return false
      }
      return areSame ? counts : nil
    }
    if let funds = funds(parts, of: whole) { return funds }
    guard quantity(whole).amount != nil, let concept = self.concept(whole) else { return nil }
    let known = parts.filter { isOne($0, of: allParts(of: concept), like: whole) }
    if known.count > 1 { return withoutNested(known) }
    let others = parts.filter { isOne($0, of: Set(concept.otherParts), like: whole) }
    return isOtherBreakdown(others, of: concept) ? others : nil
  }

  /// Whether an amount is that of one of some concepts, of the kind and year of another amount.
  private func isOne(_ part: Int, of concepts: Set<String>, like whole: Int) -> Bool {
    guard let aspect = facts.statements[part].meaning?.aspect, case .level = aspect,
      aspect == facts.statements[whole].meaning?.aspect,
      facts.statements[part].meaning?.year == facts.statements[whole].meaning?.year,
      case .concept(let id) = facts.statements[part].meaning?.subject
    else { return false }
    return concepts.contains(id)
  }

  /// Whether amounts are those of all that make up a concept where it is parted in another way, each
  /// once.
  private func isOtherBreakdown(_ parts: [Int], of concept: Concept) -> Bool {
    parts.count > 1 && parts.count == concept.otherParts.count
      && Set(parts.compactMap { self.concept($0)?.id }) == Set(concept.otherParts)
  }

  /// The parts of a concept and theirs: 公务用车购置费 is one of 三公经费, where the list does not
  /// tell the two kinds of 公务用车 together.
  private func allParts(of concept: Concept) -> Set<String> {
    var all = Set(concept.parts)
    for part in concept.parts { all.formUnion(vocabulary.concept(part)?.parts ?? []) }
    return all
  }

  /// Whether each amount of a list is one of its parts or a part of one that is.
  private func isExplained(_ listed: [Int], by parts: [Int]) -> Bool {
    let known = Set(parts)
    let inner = Set(parts.flatMap { concept($0)?.parts ?? [] })
    return listed.allSatisfy { index in
      known.contains(index) || concept(index).map { inner.contains($0.id) } ?? false
    }
  }

  /// The amounts of one subject by fund, if the list is of those.
  private func funds(_ parts: [Int], of whole: Int) -> [Int]? {
    let subject = facts.statements[whole].meaning?.subject
    let funds = parts.filter {
      facts.statements[$0].meaning?.fund != nil && facts.statements[$0].meaning?.subject == subject
    }
    return funds.count == Fund.allCases.count ? funds : nil
  }

  /// Drops parts that another part contains: 财政拨款收入 beside its three funds.
  func withoutNested(_ parts: [Int]) -> [Int] {
    let inner = Set(parts.flatMap { concept($0)?.parts ?? [] })
    return parts.filter { part in
      guard case .concept(let id) = facts.statements[part].meaning?.subject else { return true }
      return !inner.contains(id)
    }
  }

  /// Whether the parts must make up the whole: 支出，其中人员经费甲，公用经费乙 are parts of one part of it, and
  /// say nothing of the others.
  private func isExhaustive(_ whole: Int, _ parts: [Int]) -> Bool {
    if facts.statements[parts[0]].meaning?.fund != nil { return true }
    guard let concept = self.concept(whole) else { return false }
    if isOtherBreakdown(parts, of: concept) { return true }
    guard concept.isExhaustive else { return false }
    let direct = Set(concept.parts)
    return direct.isEmpty
      || parts.contains { self.concept($0).map { direct.contains($0.id) } ?? false }
  }

  func concept(_ index: Int) -> Concept? {
    guard case .concept(let id) = facts.statements[index].meaning?.subject else { return nil }
    return vocabulary.concept(id)
  }
}
