internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Sums that the sentence does not spell out: lists of amounts whatever they are called, and the
/// parts of a concept wherever they are told.
///
/// That such a sum comes out confirms its numbers. That it does not is no proof, since a part may
/// be left out or the list be of something else, unless all parts are there or one slip of the pen
/// explains it.
extension CheckBuilder {
  // MARK: Lists

  mutating func buildList(whole: Int, parts: [Int]) {
    if case .count = quantity(whole) { return buildCountList(whole: whole, parts: parts) }
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
    if addHead(whole: whole, parts: parts) { return }
    let isTested = checks.suffix(4).contains { $0.kind == .parts && $0.operands.last == whole }
    if isTested || addUnitSlip(whole: whole, parts: parts) { return }
    if addExcess(whole: whole, parts: parts) || addComposition(whole: whole, parts: parts) {
      return
    }
    if addEarlier(whole: whole, parts: parts) { return }
    addSlip(whole: whole, parts: parts)
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

  /// Whether the next number is the share of an amount.
  private func hasShare(_ part: Int) -> Bool {
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
  private mutating func addUnitSlip(whole: Int, parts: [Int]) -> Bool {
    guard parts.count > 1, let total = interval(whole) else { return false }
    let all = sum(parts)
    // Behind the parts the sentence may go on to something else.
    if let slip = unitSlip(whole, beside: parts[0]),
      (2...parts.count).contains(where: { sum(Array(parts.prefix($0))).overlaps(slip.interval) })
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

  // MARK: 类

  /// Whether all parts are 类 as a whole.
  func areCategories(_ parts: [Int]) -> Bool {
    parts.count > 1
      && parts.allSatisfy { part in
        guard case .functional(let path) = facts.statements[part].meaning?.subject,
          case .level = facts.statements[part].meaning?.aspect
        else { return false }
        return !path.category.isEmpty && path.subcategory.isEmpty && path.item.isEmpty
          && isMarkedCategory(part)
      }
  }

  /// Whether the clause says that it speaks of a 类: economic 科目 have the same names.
  private func isMarkedCategory(_ index: Int) -> Bool {
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text
    let start = min(statement.clause.lowerBound, statement.digits.lowerBound)
    let clause = NormalText.bytes(of: text.slice(start..<statement.digits.lowerBound).utf8)
    return clause.firstOffset(of: Self.categoryMark) != nil
  }

  private static let categoryMark = [UInt8]("（类）".utf8)

  /// 主要用于以下方面：…（类）…: the 类 make up the whole, unless small ones were left out.
  mutating func buildCategories(whole: Int, parts: [Int]) {
    guard let total = interval(whole), quantity(whole).amount != nil,
      facts.statements[whole].meaning?.aspect == facts.statements[parts[0]].meaning?.aspect
    else { return }
    if addSum(.parts, whole: whole, parts: parts) { return }
    let isOver = sum(parts).lower > total.upper
    addBroken(.parts, whole: whole, parts: parts, suspects: isOver ? nil : parts + [whole])
  }

  func sum(_ parts: [Int]) -> Interval {
    let isFine = parts.contains { (quantity($0).printed?.decimals ?? 0) > 0 }
    // 0 is nothing and not something below a half; but a change of 0 beside changes without
    // decimals may have gone either way.
    return parts.compactMap {
      isBareZero($0) && (isFine || isLevel(facts.statements[$0].meaning?.aspect))
        ? .zero : signed($0)
    }.reduce(.zero, +)
  }

  private func isBareZero(_ index: Int) -> Bool {
    quantity(index).printed.map { $0.isZero && $0.decimals == 0 } ?? false
  }

  private func isSame(_ one: Int, _ other: Int) -> Bool {
    guard let left = interval(one), let right = interval(other) else { return false }
    return Rounding.equal(left, right)
  }

  private mutating func addSame(_ one: Int, _ other: Int) {
    checks.append(Check(kind: .sameFact, operands: [one, other], holds: true))
  }

  /// Adds the check of a sum that comes out; whether it does.
  @discardableResult
  mutating func addSum(_ kind: Check.Kind, whole: Int, parts: [Int]) -> Bool {
    guard let total = signed(whole), sum(parts).overlaps(total) else { return false }
    checks.append(
      Check(kind: kind, operands: parts + [whole], holds: true, arithmetic: arithmetic(parts)))
    return true
  }

  func arithmetic(_ parts: [Int]) -> String {
    parts.map { text($0) }.joined(separator: " ＋ ")
  }

  /// Adds the check of a sum that one slip in one of its numbers would explain.
  private mutating func addSlip(whole: Int, parts: [Int]) {
    guard parts.count > 1, let total = interval(whole), let amount = quantity(whole).amount,
      parts.allSatisfy({ quantity($0).amount?.unit == amount.unit })
    else { return }
    let difference = middle(sum(parts)) - middle(total)
    let suspects = (parts + [whole]).filter { index in
      guard let number = quantity(index).amount else { return false }
      let right = number.grains + (index == whole ? difference : -difference)
      return DigitSlip.explains(
        number.number, becoming: right / number.unit.yuan, slack: parts.count / 2)
    }
    // A number that another relation contradicts too, and that this sum would mend, is the one.
    let blamed = (parts + [whole]).filter { index in
      guard let told = interval(index) else { return false }
      let shift = Interval(exactly: difference)
      let right = index == whole ? told + shift : told - shift
      return checks.contains { check in
        !check.holds && check.operands.contains(index)
          && implied(index, by: check)?.overlaps(right) ?? false
      }
    }
    guard !(suspects + blamed).isEmpty else { return }
    addBroken(
      .listed, whole: whole, parts: parts, suspects: blamed.isEmpty ? suspects : blamed)
  }

  /// - Parameter suspects: what a failure that is only probable may be laid to; nil for one that is
  ///   certain.
  mutating func addBroken(
    _ kind: Check.Kind, whole: Int, parts: [Int], suspects: [Int]? = nil
  ) {
    guard let amount = quantity(whole).amount else { return }
    var check = Check(
      kind: kind, operands: parts + [whole], holds: false,
      expected: expected(size(sum(parts)), like: amount), arithmetic: arithmetic(parts))
    check.isProbable = suspects != nil
    check.suspects = suspects
    checks.append(check)
  }

  func size(_ interval: Interval) -> Int128 {
    middle(interval) < 0 ? -middle(interval) : middle(interval)
  }

  /// Where the lists of economic 科目 come out as a rule, one that does not is suspect.
  mutating func buildListsByCustom() {
    let lists = facts.relations.compactMap { relation -> (whole: Int, parts: [Int])? in
      guard case .list(let whole, let parts) = relation, parts.allSatisfy(isEconomic) else {
        return nil
      }
      return (whole, parts)
    }
    let coming = lists.count { list in
      signed(list.whole).map { sum(list.parts).overlaps($0) } ?? false
    }
    guard coming > 1, coming * 2 > lists.count else { return }
    let tested = Set(checks.filter { $0.kind == .listed }.flatMap(\.operands))
    for (whole, parts) in lists where parts.count > 2 && !parts.contains(where: tested.contains) {
      addBroken(.listed, whole: whole, parts: parts, suspects: [whole])
    }
  }

  /// Where the items behind each 类 or 款 make it up as a rule, those that do not are suspect.
  mutating func buildItemListsByCustom() {
    let lists = facts.relations.compactMap { relation -> (whole: Int, parts: [Int])? in
      guard case .list(let whole, let parts) = relation,
        parts.allSatisfy({ isBelow($0, whole) })
      else { return nil }
      return (whole, parts)
    }
    let coming = lists.count { list in
      signed(list.whole).map { sum(list.parts).overlaps($0) } ?? false
    }
    guard coming > 1, coming * 2 > lists.count else { return }
    let tested = Set(checks.filter { $0.kind == .listed }.compactMap(\.operands.last))
    for (whole, parts) in lists where !tested.contains(whole) {
      addBroken(.listed, whole: whole, parts: parts, suspects: parts + [whole])
    }
  }

  /// Whether an amount is that of a 科目 below the one of another.
  private func isBelow(_ part: Int, _ whole: Int) -> Bool {
    guard case .functional(let inner) = facts.statements[part].meaning?.subject,
      case .functional(let outer) = facts.statements[whole].meaning?.subject,
      facts.statements[part].meaning?.aspect == facts.statements[whole].meaning?.aspect
    else { return false }
    return outer.item.isEmpty && !inner.item.isEmpty && inner.category == outer.category
      && (outer.subcategory.isEmpty || inner.subcategory == outer.subcategory)
  }

  private func isEconomic(_ index: Int) -> Bool {
    guard case .economic = facts.statements[index].meaning?.subject else { return false }
    return true
  }

  // MARK: Parts of concepts

  private struct SumKey: Hashable {
    var aspect: Meaning.Aspect
    var year: Int?
  }

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
    guard isComplete, parts.count > 1 || kind == .changeParts,
      parts.allSatisfy({ isNear($0, whole) })
    else { return }
    addBroken(kind, whole: whole, parts: parts)
  }

  /// 减少38.60万元，其中基本支出增加68.60万元，项目支出减少30.00万元: whether the parts make up the change but
  /// for its direction.
  private func isReversed(_ whole: Int, _ parts: [Int]) -> Bool {
    guard let total = signed(whole), !(quantity(whole).printed?.isZero ?? true) else {
      return false
    }
    return sum(parts).overlaps(-total) && parts.allSatisfy { isNear($0, whole) }
  }

  /// 增加2,100.00万元，其中基本支出减少1,800.00万元，项目支出增加300.00万元: the only part with whose direction
  /// turned round the parts make up the change.
  private func turned(_ whole: Int, _ parts: [Int]) -> Int? {
    guard parts.count > 1, let total = signed(whole), parts.allSatisfy({ isNear($0, whole) }) else {
      return nil
    }
    let sum = sum(parts)
    let fitting = parts.filter { part in
      guard let change = signed(part), !(quantity(part).printed?.isZero ?? true) else {
        return false
      }
      return (sum - change - change).overlaps(total)
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
        guard isNear(nearest, whole) else { return nil }
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

  private func isNear(_ one: Int, _ other: Int) -> Bool {
    facts.statements[one].meaning?.section == facts.statements[other].meaning?.section
  }

  private func nearest(_ indices: [Int], to whole: Int) -> Int? {
    let sameSection = indices.filter { isNear($0, whole) }
    return (sameSection.isEmpty ? indices : sameSection).min { abs($0 - whole) < abs($1 - whole) }
  }

  /// Whether a sentence says that a part is as it was, which is a change of nothing.
  private func isUnchanged(_ part: String, _ aspect: Meaning.Aspect) -> Bool {
    guard case .change(let base) = aspect else { return false }
    return facts.unchanged.contains { $0.subject == .concept(part) && $0.base == base }
  }
}
