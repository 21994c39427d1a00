internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// One fact told twice.
extension CheckBuilder {
  private struct FactKey: Hashable {
    var subject: Subject
    var aspect: Meaning.Aspect
    var year: Int?
    var fund: Fund?
  }

  mutating func buildSameFacts() {
    var places: [FactKey: [Int]] = [:]
    for (index, statement) in facts.statements.enumerated() {
      guard let key = key(statement) else { continue }
      places[key, default: []].append(index)
    }
    for indices in places.values.sorted(by: { $0[0] < $1[0] }) where indices.count > 1 {
      for pair in zip(indices, indices.dropFirst()) { buildSameFact(pair.0, pair.1) }
      if indices.count > 2 { buildSameFact(indices[0], indices[indices.count - 1]) }
    }
  }

  /// What identifies a fact; nil where the same words need not mean the same fact.
  private func key(_ statement: Statement) -> FactKey? {
    guard let meaning = statement.meaning, statement.region == .plain else { return nil }
    switch meaning.aspect {
    case .level, .change: break
    case .rate, .multiple, .completion, .share, .count: return nil
    }
    var subject = meaning.subject
    if case .functional(let path) = subject {
      // A 科目 means another amount in another table.
      guard let section = meaning.section, let words = vocabulary.section(section),
        let code = evidence.code(of: path, in: words)
      else { return nil }
      subject = .functional(ClassificationPath(category: words.role, code: code))
    }
    if case .economic(let name) = subject {
      guard let role = vocabulary.section(meaning.section)?.role else { return nil }
      subject = .functional(ClassificationPath(category: role, item: name))
    }
    return FactKey(
      subject: subject, aspect: meaning.aspect, year: meaning.year, fund: meaning.fund)
  }

  private mutating func buildSameFact(_ first: Int, _ second: Int) {
    let (left, right) = (facts.statements[first], facts.statements[second])
    guard left.quantity.amount != nil || right.quantity.amount != nil else { return }
    guard case .amount(let one) = left.quantity, case .amount(let two) = right.quantity,
      !isOfAnotherProject(left, right)
    else { return }
    var holds = Rounding.equal(one.interval, two.interval)
    if case .change = left.meaning?.aspect, left.direction != right.direction, !one.number.isZero {
      holds = false
    }
    // 合计350万元，实际支出337万元: of what has no name known, two amounts may be two facts.
    guard holds || !(left.meaning?.subject.isUnnamed ?? true) else { return }
    guard holds || !differInCarried(first, second) else { return }
    checks.append(
      Check(
        kind: .sameFact, operands: [first, second], holds: holds,
        expected: one.number.description))
  }

  /// 甲项目自评得分95分，全年预算数…。乙项目自评得分98分，全年预算数…: whether the review of another project begins between
  /// two numbers of a paragraph that speaks of projects.
  private func isOfAnotherProject(_ one: Statement, _ other: Statement) -> Bool {
    guard case .project = one.meaning?.subject, one.passage == other.passage else { return false }
    let text = facts.passages[one.passage].text.utf8
    return Self.reviews.contains {
      text.firstOffset(of: $0, from: one.range.upperBound, to: other.range.lowerBound) != nil
    }
  }

  private static let reviews = ["自评", "得分", "评价"].map { [UInt8]($0.utf8) }

  // MARK: Joint names

  /// 收入总计 and 支出总计 are one amount, that of 收、支总计: in final accounts by definition; in a budget
  /// what is not spent may be left out of one, so that only a slip of the pen is told there.
  mutating func buildJointTotals() {
    for concept in vocabulary.concepts where !concept.jointOf.isEmpty {
      let names = [concept.id] + concept.jointOf
      let told = names.map { (levels[.concept($0)] ?? []).filter { isTold($0) } }
      for (place, indices) in told.enumerated() {
        for index in indices.prefix(Self.mostRepeated) {
          for other in told.dropFirst(place + 1) {
            if let nearest = nearest(other, to: index) { buildJoint(index, nearest) }
          }
        }
      }
    }
  }

  /// A disclosure tells its totals two or three times.
  private static let mostRepeated = 4

  /// Whether a level is told in a sentence of the accounts themselves, where they tell their totals:
  /// elsewhere 总计 is loosely what came in or was spent in the year, as it is where it is what its
  /// parts add up to.
  private func isTold(_ index: Int) -> Bool {
    guard facts.statements[index].region == .plain, let meaning = facts.statements[index].meaning,
      meaning.fund == nil, let section = meaning.section, !leavesOut(index)
    else { return false }
    let isBudget = vocabulary.defaultMeasure == .budget
    let sections = isBudget ? Self.budgetSections : Self.totalSections
    guard sections.contains(where: section.hasSuffix) else { return false }
    return isBudget
      || !checks.contains { check in
        check.kind == .parts && check.holds && check.operands.last == index
      }
  }

  private static let totalSections = ["totals", "summary"]
  /// A budget's revenue and expenditure balance, and their sections tell the same totals again.
  private static let budgetSections = totalSections + ["revenue", "expenditure"]

  /// 收入总计90万元（不含年初结转）: whether a bracket says that something is left out.
  private func leavesOut(_ index: Int) -> Bool {
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text.utf8
    return Self.leftOut.contains { text.hasBytes($0, at: statement.range.upperBound) }
  }

  private static let leftOut = ["（不", "（未", "（剔除", "（扣除"].map { [UInt8]($0.utf8) }

  /// 收入总计甲（不含年初结转乙），支出总计丙: whether what was left over makes up the difference of two totals, so
  /// that they are called so loosely.
  private func isExplained(_ first: Int, _ second: Int, _ one: Interval, _ two: Interval) -> Bool {
    let sums = [(first, one), (second, two)].map { index, total in
      let rest = (concept(index)?.parts ?? []).dropFirst().compactMap { part in
        levels[.concept(part)]?.first.flatMap { interval($0) }
      }
      return rest.reduce([total]) { sums, amount in sums + sums.map { $0 + amount } }
    }
    return sums[0].contains { left in sums[1].contains { Rounding.equal(left, $0) } }
  }

  /// Whether what two totals differ by is told anywhere, as what is carried over is. One that is twice
  /// the other differs by the other.
  private func isDifferenceTold(_ one: Amount, _ other: Amount) -> Bool {
    let difference = one.interval - other.interval
    func isDifference(_ amount: Amount) -> Bool {
      [difference, -difference].contains { Rounding.equal($0, amount.interval) }
    }
    guard !isDifference(one), !isDifference(other) else { return false }
    return facts.statements.contains { $0.quantity.amount.map(isDifference) ?? false }
  }

  /// 总收入, 总支出: often what came in and was spent in the year, without what was left over.
  private func isLoose(_ index: Int) -> Bool {
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text.utf8
    return vocabulary.words(.total).contains {
      text.firstOffset(
        of: $0, from: statement.clause.lowerBound, to: statement.digits.lowerBound) != nil
    }
  }

  private func nearest(_ indices: [Int], to index: Int) -> Int? {
    indices.min { abs($0 - index) < abs($1 - index) }
  }

  private mutating func buildJoint(_ first: Int, _ second: Int) {
    guard facts.statements[first].meaning?.subject != facts.statements[second].meaning?.subject,
      let one = quantity(first).amount, let two = quantity(second).amount
    else { return }
    let holds = Rounding.equal(one.interval, two.interval)
    let isSlip =
      one.unit == two.unit
      && DigitSlip.explains(two.number, becoming: one.grains / one.unit.yuan, slack: 0)
    let isStrict =
      vocabulary.defaultMeasure == .finalAmount && !isLoose(first) && !isLoose(second)
    guard holds || isStrict || isSlip else { return }
    guard holds || !isExplained(first, second, one.interval, two.interval),
      holds || !isDifferenceTold(one, two)
    else { return }
    var check = Check(
      kind: .sameFact, operands: [first, second], holds: holds, expected: one.number.description)
    check.isProbable = !holds
    checks.append(check)
  }
}
