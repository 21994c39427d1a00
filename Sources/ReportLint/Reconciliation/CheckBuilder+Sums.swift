internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// Sums that the sentence does not spell out: lists of amounts whatever they are called.
///
/// That such a sum comes out confirms its numbers. That it does not is no proof, since a part may
/// be left out or the list be of something else, unless all parts are there or one slip of the pen
/// explains it.
extension CheckBuilder {
  // MARK: Lists

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
          && (isMarkedCategory(part) || isCategory(path.category))
      }
  }

  /// Whether the clause says that it speaks of a 类.
  private func isMarkedCategory(_ index: Int) -> Bool {
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text
    let start = min(statement.clause.lowerBound, statement.digits.lowerBound)
    let clause = NormalText.bytes(of: text.slice(start..<statement.digits.lowerBound).utf8)
    return clause.firstOffset(of: Self.categoryMark) != nil
  }

  private static let categoryMark = [UInt8]("（类）".utf8)

  /// Whether a name is that of a 类, where no mark says of which level it is.
  private func isCategory(_ name: String) -> Bool {
    vocabulary.officialItems?.isName(name, of: .category) ?? false
  }

  /// 主要用于以下方面：…（类）…: the 类 make up the whole, unless small ones were left out.
  mutating func buildCategories(whole: Int, parts: [Int]) {
    guard let total = interval(whole), quantity(whole).amount != nil,
      facts.statements[whole].meaning?.aspect == facts.statements[parts[0]].meaning?.aspect
    else { return }
    if addSum(.parts, whole: whole, parts: parts) { return }
    let isOver = sum(parts).lower > total.upper
    let balances = balances(of: facts.statements[whole].meaning?.subject)
    if !isOver, !balances.isEmpty {
      // Of what is left at the year's end there are no 类.
      let told = balances.compactMap { levels[.concept($0)]?.last { areOfOneSection($0, whole) } }
      if !told.isEmpty { _ = addSum(.parts, whole: whole, parts: parts + told) }
      return
    }
    guard isOver || !isCutOff(parts) && !namesMainOnly(whole, parts) else { return }
    let isCertain = isOver && parts.allSatisfy(isMarkedCategory)
    addBroken(.parts, whole: whole, parts: parts, suspects: isCertain ? nil : parts + [whole])
  }

  /// The parts of a total, or of those that it is the joint name of, that are no expenditure of the year: 支出总计 is
  /// 本年支出合计 and what is left.
  func balances(of whole: Subject?) -> [String] {
    guard case .concept(let id) = whole, let concept = vocabulary.concept(id) else { return [] }
    let totals = [concept] + concept.jointOf.compactMap { vocabulary.concept($0) }
    return totals.filter(\.isExhaustive).flatMap(\.parts).filter {
      [UInt8]($0.utf8).firstOffset(of: Self.balance) != nil
    }
  }

  private static let balance = [UInt8]("结余".utf8)

  /// 教育支出（类）甲，占…；…, in a paragraph of its own: the 类 of the section make up what the section told last of
  /// its subject.
  mutating func buildCategoryPassages() {
    let tested = Set(checks.filter { $0.kind == .parts }.flatMap(\.operands))
    for passage in Set(facts.statements.map(\.passage)).sorted() {
      let told = facts.statements(of: passage)
      let parts = told.indices.filter { told[$0].quantity.amount != nil }
      guard parts.count > 2, !parts.contains(where: tested.contains), beginsAnew(passage),
        parts.allSatisfy({ hasShare($0) && told[$0].meaning?.year == nil }), areCategories(parts),
        let section = told[parts[0]].meaning?.section,
        let subject = vocabulary.section(section)?.subject,
        let whole = levels[.concept(subject)]?.last(where: { $0 < parts[0] }),
        facts.passages[facts.statements[whole].passage].role == facts.passages[passage].role,
        let total = interval(whole),
        haveSharesOfOther(parts) || !differsInCarried(sum(parts), total, whole)
      else { continue }
      buildCategories(whole: whole, parts: parts)
    }
  }

  /// Whether the passage before one is complete, so that no part of a list stands there.
  private func beginsAnew(_ passage: Int) -> Bool {
    guard passage > 0, facts.passages[passage - 1].kind == .paragraph else { return true }
    let text = facts.passages[passage - 1].text.utf8
    return text.isEmpty
      || Self.ends.contains { text.hasBytes($0, at: text.count - $0.count) }
  }

  private static let ends = ["。", "：", ":"].map { [UInt8]($0.utf8) }

  /// Whether the shares behind the parts show that these do not make up what they are shares of.
  private func haveSharesOfOther(_ parts: [Int]) -> Bool {
    let shares = parts.compactMap { quantity($0 + 1).interval }.reduce(.zero, +)
    return shares.upper < Interval.one * 99 / 100 || shares.lower > Interval.one * 101 / 100
  }

  /// Whether nothing behind a list says that it has ended, not even a stop: the rest may be lost.
  private func isCutOff(_ parts: [Int]) -> Bool {
    let last = facts.statements[parts[parts.count - 1]]
    let text = facts.passages[last.passage].text.utf8
    let isLast = !facts.statements(of: last.passage).contains {
      $0.digits.lowerBound >= last.range.upperBound && $0.quantity.amount != nil
    }
    return isLast && !Self.stops.contains { text.hasBytes($0, at: text.count - $0.count) }
  }

  private static let stops = ["。", "；", "："].map { [UInt8]($0.utf8) }

  /// 主要包括：甲…，乙…; 包括甲…、乙…等: whether a list says that it leaves something out. 主要用于以下方面 does not.
  private func namesMainOnly(_ whole: Int, _ parts: [Int]) -> Bool {
    let (total, first) = (facts.statements[whole], facts.statements[parts[0]])
    let text = facts.passages[first.passage].text.utf8
    if endsOpenly(parts) { return true }
    let start = total.passage == first.passage ? total.range.upperBound : 0
    let lead = text.part(min(start, first.digits.lowerBound)..<first.digits.lowerBound)
    return lead.firstOffset(of: Self.mainly) != nil && lead.firstOffset(of: Self.aspects) == nil
  }

  /// …、乙12.00万元等: whether the last of the parts is said not to be the last of all.
  private func endsOpenly(_ parts: [Int]) -> Bool {
    let last = facts.statements[parts[parts.count - 1]]
    return facts.passages[last.passage].text.utf8.hasBytes(
      Self.andSoOn, at: last.range.upperBound)
  }

  private static let andSoOn = [UInt8]("等".utf8)
  private static let mainly = [UInt8]("主要".utf8)
  private static let aspects = [UInt8]("方面".utf8)

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

  /// 增加50.00万元，减少20.00万元: what the size of the sum comes from.
  func arithmetic(ofChanges parts: [Int]) -> String {
    let isDown = middle(sum(parts)) < 0
    let terms = parts.map { part in
      let isAdded = ((signed(part).map(middle) ?? 0) < 0) == isDown || isBareZero(part)
      return (isAdded ? "＋ " : "－ ") + text(part)
    }.joined(separator: " ")
    return terms.hasPrefix("＋ ") ? String(terms.dropFirst(2)) : terms
  }

  /// Whether the parts of a sum come to less than its whole.
  func isTooLittle(_ check: Check) -> Bool {
    guard let total = check.operands.last.flatMap({ signed($0) }) else { return false }
    return sum(Array(check.operands.dropLast())).upper < total.lower
  }

  /// A sum that does not come out, but need not.
  struct OpenSum {
    var kind: Check.Kind
    var whole: Int
    var parts: [Int]
  }

  /// Keeps a sum that need not come out for ``buildSlips()``.
  mutating func addOpenSum(_ kind: Check.Kind = .listed, whole: Int, parts: [Int]) {
    openSums.append(OpenSum(kind: kind, whole: whole, parts: parts))
  }

  /// Adds the checks of sums that one slip in one of their numbers would explain.
  mutating func buildSlips() {
    let failing = checks.filter { !$0.holds }
    for sum in openSums { addSlip(sum.kind, whole: sum.whole, parts: sum.parts, beside: failing) }
  }

  private mutating func addSlip(
    _ kind: Check.Kind, whole: Int, parts: [Int], beside failing: [Check]
  ) {
    guard parts.count > 1, let total = signed(whole), let amount = quantity(whole).amount,
      parts.allSatisfy({ quantity($0).amount?.unit == amount.unit })
    else { return }
    let difference = middle(sum(parts)) - middle(total)
    /// By how much a number must be more for the sum to come out.
    func rise(_ index: Int) -> Int128? {
      guard let change = signed(index) else { return nil }
      let rise = index == whole ? difference : -difference
      return middle(change) < 0 ? -rise : rise
    }
    let suspects = (parts + [whole]).filter { index in
      guard let number = quantity(index).amount, let rise = rise(index) else { return false }
      return DigitSlip.explains(
        number.number, becoming: (number.grains + rise) / number.unit.yuan, slack: parts.count / 2)
        && !isConfirmed(index)
    }
    // A number that another relation contradicts too, and that this sum would mend, is the one.
    let blamed = (parts + [whole]).filter { index in
      guard let told = interval(index), let rise = rise(index) else { return false }
      let right = told + Interval(exactly: rise)
      return failing.contains { check in
        check.operands.contains(index) && implied(index, by: check)?.overlaps(right) ?? false
      }
    }
    guard !(suspects + blamed).isEmpty else { return }
    addBroken(kind, whole: whole, parts: parts, suspects: blamed.isEmpty ? suspects : blamed)
  }

  /// Whether a table or a percentage agrees with a number, in which then is no slip.
  func isConfirmed(_ index: Int) -> Bool {
    checks.contains { check in
      guard check.holds, check.operands.contains(index) else { return false }
      switch check.kind {
      case .table, .completion, .completionByGap, .share, .rate, .growth, .multiple: return true
      default: return false
      }
    }
  }

  /// - Parameter suspects: what a failure that is only probable may be laid to; nil for one that is
  ///   certain.
  mutating func addBroken(
    _ kind: Check.Kind, whole: Int, parts: [Int], suspects: [Int]? = nil
  ) {
    guard let amount = quantity(whole).amount else { return }
    var check = Check(
      kind: kind, operands: parts + [whole], holds: false,
      expected: expected(size(sum(parts)), like: amount),
      arithmetic: kind == .changeParts ? arithmetic(ofChanges: parts) : arithmetic(parts))
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
    for (whole, parts) in lists
    where parts.count > 2 && !parts.contains(where: tested.contains) && !endsOpenly(parts) {
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
    let broken = lists.filter { list in
      !(signed(list.whole).map { sum(list.parts).overlaps($0) } ?? false)
    }
    let coming = lists.count - broken.count
    guard coming > 1, coming * 2 > lists.count else { return }
    let tested = Set(checks.filter { $0.kind == .listed }.compactMap(\.operands.last))
    for (whole, parts) in broken where !tested.contains(whole) {
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
}
