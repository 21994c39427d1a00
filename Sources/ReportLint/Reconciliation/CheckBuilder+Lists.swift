internal import FiscalNarrative
internal import FiscalText

/// Lists of amounts: whether they make up what they are listed under, whatever they are called.
extension CheckBuilder {
  mutating func buildList(whole: Int, parts: [Int]) {
    if case .count = quantity(whole) { return buildCountList(whole: whole, parts: parts) }
    if case .change = facts.statements[whole].meaning?.aspect {
      return buildChangeList(whole: whole, parts: parts)
    }
    guard !parts.contains(whole), addSum(.listed, whole: whole, parts: parts) == false,
      quantity(whole).amount != nil
    else { return }
    // …，合计 1,170.00 万元: the list closes with its own total.
    if let last = parts.last, parts.count > 2, isSame(last, whole),
      addSum(.listed, whole: last, parts: Array(parts.dropLast()))
    {
      addSame(whole, last)
      return
    }
    if addHead(whole: whole, parts: parts) || addOmission(whole: whole, parts: parts) { return }
    // （一）按功能分类…（二）按用途分类…: one whole has several lists.
    let isTested = checks.suffix(4).contains { check in
      check.kind == .parts && check.operands.last == whole
        && parts.contains { check.operands.contains($0) }
    }
    if isTested || addUnitSlip(whole: whole, parts: parts) { return }
    if addExcess(whole: whole, parts: parts) || addComposition(whole: whole, parts: parts) {
      return
    }
    if addEarlier(whole: whole, parts: parts) { return }
    addOpenSum(whole: whole, parts: parts)
  }

  /// 支出…，比上年增加甲。1.…，比上年增加乙；2.…，比上年减少丙: what was there the year before and is no more is not listed.
  private mutating func buildChangeList(whole: Int, parts: [Int]) {
    if addSum(.changeParts, whole: whole, parts: parts) { return }
    addOpenSum(.changeParts, whole: whole, parts: parts)
  }

  /// “三公”经费甲，会议费乙，合计丙。其中：因公出国（境）费…: adds the check of a list that makes up an amount of its passage
  /// further ahead than the one right before it.
  private mutating func addEarlier(whole: Int, parts: [Int]) -> Bool {
    guard parts.count > 1, sum(parts).lower > 0 else { return false }
    return facts.statements(of: facts.statements[whole].passage).indices.contains { other in
      other < whole && isLevel(facts.statements[other].meaning?.aspect)
        && quantity(other).amount != nil && addSum(.listed, whole: other, parts: parts)
    }
  }

  /// 支出总计甲，其中：基本支出乙，占…；项目支出丙，占…；年末结转和结余丁: what is listed beside a balance makes up the
  /// total, each with its share of it. Adds the check that it does, which is only probable: a list
  /// may leave out what is small.
  private mutating func addComposition(whole: Int, parts: [Int]) -> Bool {
    guard parts.count > 1, let concept = concept(whole), concept.isExhaustive,
      facts.statements[whole].meaning?.aspect == .level(vocabulary.defaultMeasure),
      let main = concept.parts.first, concept.parts.count > 1
    else { return false }
    let balances = parts.filter { part in
      self.concept(part).map { $0.id != main && concept.parts.contains($0.id) } ?? false
    }
    let others = parts.filter { !balances.contains($0) }
    guard !balances.isEmpty, !others.isEmpty,
      others.allSatisfy({ self.concept($0)?.id != main && hasShare($0) })
    else { return false }
    addBroken(.parts, whole: whole, parts: parts, suspects: parts + [whole])
    return true
  }

  /// 支出甲，其中：（一）教育支出乙…（三）住房保障支出丙…: adds the check of 类 in paragraphs of their own that are less than
  /// their whole, where the tables have each of the numbers: one is left out.
  private mutating func addOmission(whole: Int, parts: [Int]) -> Bool {
    guard let total = interval(whole), sum(parts).upper < total.lower, areCategories(parts),
      facts.statements[parts[0]].passage != facts.statements[whole].passage,
      (parts + [whole]).allSatisfy(isInTable)
    else { return false }
    buildCategories(whole: whole, parts: parts)
    return true
  }

  private func isInTable(_ index: Int) -> Bool {
    checks.contains { $0.kind == .table && $0.holds && $0.operands.contains(index) }
  }

  /// Whether the next number is the share of an amount.
  func hasShare(_ part: Int) -> Bool {
    guard facts.statements.indices.contains(part + 1),
      facts.statements[part + 1].passage == facts.statements[part].passage,
      case .share = facts.statements[part + 1].meaning?.aspect
    else { return false }
    return true
  }

  /// 总额甲，其中货物乙，服务丙；授予中小企业合同丁: adds the check of the first amounts of a list, if they make up
  /// the whole; behind them the sentence goes on to something else.
  private mutating func addHead(whole: Int, parts: [Int]) -> Bool {
    guard let total = signed(whole), parts.count > 2 else { return false }
    for count in 2..<parts.count where sum(Array(parts.prefix(count))).overlaps(total) {
      return addSum(.listed, whole: whole, parts: Array(parts.prefix(count)))
    }
    return false
  }

  /// Adds the check of a sum that comes out if one amount had the unit of the others.
  mutating func addUnitSlip(whole: Int, parts: [Int]) -> Bool {
    guard parts.count > 1, let total = interval(whole) else { return false }
    let all = sum(parts)
    // Behind the parts the sentence may go on to something else. All in 万元 but one, it is that one.
    let unit = quantity(parts[0]).amount?.unit
    let alike = parts.prefix { quantity($0).amount?.unit == unit }.count
    if alike > 1, let slip = unitSlip(whole, beside: parts[0]),
      (2...alike).contains(where: { sum(Array(parts.prefix($0))).overlaps(slip.interval) })
    {
      checks.append(unitCheck(whole, slip))
      return true
    }
    for part in parts {
      guard let slip = unitSlip(part, beside: whole), let printed = interval(part),
        (all - printed + slip.interval).overlaps(
          Interval(
            lower: total.lower - (printed.upper - printed.lower),
            upper: total.upper + (printed.upper - printed.lower)))
      else { continue }
      checks.append(unitCheck(part, slip))
      return true
    }
    return false
  }

  /// Adds the checks of economic 科目 that are more than the one that they are listed under, and of
  /// the only part of a list.
  private mutating func addExcess(whole: Int, parts: [Int]) -> Bool {
    guard isEconomic(whole) && parts.allSatisfy(isEconomic) || isOnlyPart(parts, of: whole),
      let total = interval(whole)
    else { return false }
    let greater = parts.filter { interval($0).map { $0.lower > total.upper } ?? false }
    for part in greater { addBroken(.partsWithin, whole: whole, parts: [part]) }
    return !greater.isEmpty
  }

  /// 支出100.00万元，其中：其他支出（类）80.00万元: whether a list holds nothing but one 功能分类 科目 of expenditure, or
  /// one known part of its whole, of the same year.
  private func isOnlyPart(_ parts: [Int], of whole: Int) -> Bool {
    guard parts.count == 1, let part = facts.statements[parts[0]].meaning,
      let meaning = facts.statements[whole].meaning, isLevel(meaning.aspect),
      part.aspect == meaning.aspect, part.year == meaning.year,
      facts.statements[parts[0]].passage == facts.statements[whole].passage
    else { return false }
    switch (meaning.subject, part.subject) {
    case (.concept, .functional): return true
    case (.concept(let id), .concept(let inner)):
      return vocabulary.concept(id)?.parts.contains(inner) ?? false
    default: return false
    }
  }
}
