internal import FiscalNarrative
internal import FiscalText

/// The parts of a concept, wherever they are told. As of lists, a sum that does not come out is only a
/// fault where all parts are there or one slip of the pen explains it.
extension CheckBuilder {
  /// Tests each concept's sum in each section that tells it and some of its parts.
  mutating func buildConceptSums() {
    var told: [Subject: [Int]] = [:]
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning, meaning.fund == nil, statement.region == .plain,
        statement.quantity.amount != nil, case .concept = meaning.subject,
        Self.isSummable(meaning.aspect)
      else { continue }
      told[meaning.subject, default: []].append(index)
    }
    var listed: [Int: [Set<Int>]] = [:]
    for check in checks where check.kind == .parts {
      if let whole = check.operands.last { listed[whole, default: []].append(Set(check.operands)) }
    }
    for concept in vocabulary.concepts where !concept.parts.isEmpty {
      for whole in told[.concept(concept.id)] ?? [] {
        buildSum(of: concept, whole, told, besides: listed[whole] ?? [])
      }
    }
  }

  private static func isSummable(_ aspect: Meaning.Aspect) -> Bool {
    switch aspect {
    case .level, .change: true
    case .rate, .multiple, .completion, .share, .count: false
    }
  }

  /// - Parameter listed: the numbers that the sentence's own lists hold together with the whole.
  private mutating func buildSum(
    of concept: Concept, _ whole: Int, _ levels: [Subject: [Int]], besides listed: [Set<Int>]
  ) {
    guard let meaning = facts.statements[whole].meaning else { return }
    var parts: [Int] = []
    var missing: [String] = []
    for part in concept.parts {
      if let nearest = told(part, like: meaning, near: whole, levels) {
        parts.append(nearest)
      } else if isUnchanged(part, meaning.aspect) {
        continue
      } else if let inner = toldChanges(of: part, like: meaning, near: whole, levels) {
        parts += inner
      } else {
        missing.append(part)
      }
    }
    let told = Set(parts.compactMap { self.concept($0)?.id })
    let isComplete = concept.isExhaustive && missing.allSatisfy { isCovered($0, by: told) }
    parts = withoutNested(parts)
    guard !parts.isEmpty, !listed.contains(where: { $0.isSuperset(of: parts) })
    else { return }
    var kind = Check.Kind.parts
    if case .change = meaning.aspect { kind = .changeParts }
    if addSum(kind, whole: whole, parts: parts) { return }
    if kind == .changeParts, parts.count > 1, isReversed(whole, parts) {
      addBroken(kind, whole: whole, parts: parts)
      return
    }
    if kind == .changeParts, let part = turned(whole, parts) {
      addBroken(kind, whole: whole, parts: parts, suspects: [part])
      return
    }
    guard parts.allSatisfy({ areOfOneSection($0, whole) }), !makeUpNearer(parts, than: whole)
    else { return }
    guard isComplete, parts.count > 1 || kind == .changeParts else {
      if kind == .changeParts, makeUpLevel(whole, parts) {
        addOpenSum(kind, whole: whole, parts: parts)
      }
      return
    }
    addBroken(kind, whole: whole, parts: parts)
  }

  /// 本年收入甲。（一）…其中一般公共预算乙：1.财政拨款收入…; 2.其他收入…: whether parts in paragraphs behind their whole make up an
  /// amount that is told between them and it, and so are that one's.
  private func makeUpNearer(_ parts: [Int], than whole: Int) -> Bool {
    guard let first = parts.min(), first > whole,
      facts.statements[first].passage > facts.statements[whole].passage
    else { return false }
    let total = sum(parts)
    return total.lower > 0
      && ((whole + 1)..<first).contains { index in
        facts.statements[index].region == .plain && facts.statements[index].direction == nil
          && quantity(index).amount != nil && interval(index).map(total.overlaps) ?? false
      }
  }

  /// Whether that of which the changes of parts are told makes up this year that of which the change of the
  /// whole is. A part that is left out may still have been there the year before.
  private func makeUpLevel(_ whole: Int, _ parts: [Int]) -> Bool {
    let levels = (parts + [whole]).compactMap { change -> Int? in
      guard let meaning = facts.statements[change].meaning, meaning.year == nil,
        let level = level(of: meaning.subject, near: facts.statements[change]),
        areOfOneSection(level, whole)
      else { return nil }
      return level
    }
    guard levels.count == parts.count + 1, let total = levels.last.flatMap({ interval($0) }) else {
      return false
    }
    return sum(Array(levels.dropLast())).overlaps(total)
  }

  /// 减少38.60万元，其中基本支出增加68.60万元，项目支出减少30.00万元: whether the parts make up the change but
  /// for its direction.
  private func isReversed(_ whole: Int, _ parts: [Int]) -> Bool {
    guard let total = signed(whole), !(quantity(whole).printed?.isZero ?? true) else {
      return false
    }
    return sum(parts).overlaps(-total) && parts.allSatisfy { areOfOneSection($0, whole) }
  }

  /// 增加2,100.00万元，其中基本支出减少1,800.00万元，项目支出增加300.00万元: the only part with whose direction
  /// turned round the parts make up the change.
  private func turned(_ whole: Int, _ parts: [Int]) -> Int? {
    guard parts.count > 1, let total = signed(whole),
      parts.allSatisfy({ areOfOneSection($0, whole) })
    else {
      return nil
    }
    let changed = parts.filter { !(quantity($0).printed?.isZero ?? true) }
    let fitting = changed.filter { part in
      guard let change = signed(part) else { return false }
      return (sum(changed.filter { $0 != part }) - change).overlaps(total)
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// The nearest statement of a concept in the aspect and year of another.
  private func told(
    _ concept: String, like meaning: Meaning, near whole: Int, _ levels: [Subject: [Int]]
  ) -> Int? {
    let like = (levels[.concept(concept)] ?? []).filter {
      facts.statements[$0].meaning?.aspect == meaning.aspect
        && facts.statements[$0].meaning?.year == meaning.year
    }
    return nearest(like, to: whole)
  }

  /// 购置费与上年持平，运行费减少2万元: the changes of the parts of a concept whose own change is not told;
  /// nil if one of them is not.
  private func toldChanges(
    of id: String, like meaning: Meaning, near whole: Int, _ levels: [Subject: [Int]]
  ) -> [Int]? {
    guard case .change = meaning.aspect, let concept = vocabulary.concept(id),
      concept.isExhaustive, !concept.parts.isEmpty
    else { return nil }
    var parts: [Int] = []
    for part in concept.parts {
      if let nearest = told(part, like: meaning, near: whole, levels) {
        guard areOfOneSection(nearest, whole) else { return nil }
        parts.append(nearest)
      } else if !isUnchanged(part, meaning.aspect) {
        return nil
      }
    }
    return parts.isEmpty ? nil : parts
  }

  /// Whether a part that is not told is by all of its own parts, or by one that contains it.
  private func isCovered(_ part: String, by told: Set<String>) -> Bool {
    let inner = vocabulary.concept(part)?.parts ?? []
    return !inner.isEmpty && told.isSuperset(of: inner)
      || told.contains { vocabulary.concept($0)?.parts.contains(part) ?? false }
  }

  func areOfOneSection(_ one: Int, _ other: Int) -> Bool {
    facts.statements[one].meaning?.section == facts.statements[other].meaning?.section
  }

  private func nearest(_ indices: [Int], to whole: Int) -> Int? {
    let sameSection = indices.filter { areOfOneSection($0, whole) }
    return (sameSection.isEmpty ? indices : sameSection).min { abs($0 - whole) < abs($1 - whole) }
  }

  /// Whether a sentence says that a part is as it was, which is a change of nothing.
  private func isUnchanged(_ part: String, _ aspect: Meaning.Aspect) -> Bool {
    guard case .change(let base) = aspect else { return false }
    return facts.unchanged.contains { $0.subject == .concept(part) && $0.base == base }
  }
}
