internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Statements that another sentence bears out without giving the same number.
extension CheckBuilder {
  /// 无政府性基金预算财政拨款支出: what is said not to be is nothing.
  mutating func buildAbsences() {
    let absent = Set(facts.absences.map(\.subject))
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning, case .level = meaning.aspect, meaning.year == nil,
        statement.region == .plain, statement.quantity.printed?.isZero ?? false,
        absent.contains(meaning.subject)
      else { continue }
      checks.append(Check(kind: .sameFact, operands: [index], holds: true))
    }
  }

  /// 2024年未安排预算，2025年增加45.00万元: what came of nothing is the change itself.
  mutating func buildChangesFromNothing() {
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning, case .change = meaning.aspect,
        statement.region == .plain, statement.direction == .up, let change = interval(index)
      else { continue }
      let levels = facts.statements[..<index].indices.reversed().prefix {
        facts.statements[$0].passage == statement.passage
      }.filter {
        facts.statements[$0].meaning?.subject == meaning.subject
          && isLevel(facts.statements[$0].meaning?.aspect)
      }
      guard let last = levels.first, let amount = interval(last) else { continue }
      if Rounding.equal(amount, change), isSaidToHaveBeenNothing(last, index) {
        checks.append(Check(kind: .difference, operands: [last, index], holds: true))
      } else if let level = levels.first(where: { wasNothing(meaning.subject, $0, index) }),
        let now = interval(level)
      {
        checks.append(
          Check(
            kind: .difference, operands: [level, index], holds: Rounding.equal(now, change),
            expected: expected(now, like: quantity(index)), arithmetic: "\(text(level)) － 0"))
      }
    }
  }

  /// Whether a year is said, between a level and its change, in which there was none of just this
  /// subject: 2023年度未发生因公出国（境）费，2024年度增加….
  private func wasNothing(_ subject: Subject, _ level: Int, _ change: Int) -> Bool {
    let (one, other) = (facts.statements[level], facts.statements[change])
    guard one.meaning?.aspect == .level(vocabulary.defaultMeasure), one.meaning?.year == nil,
      let mention = facts.mentions.last(where: {
        $0.passage == one.passage && $0.subject == subject
          && $0.range.lowerBound >= one.range.upperBound
          && $0.range.upperBound <= other.range.lowerBound
      })
    else { return false }
    let bytes = facts.passages[one.passage].text.utf8
    let before = Array(bytes[one.range.upperBound..<mention.range.lowerBound])
    let start =
      Self.stops.compactMap { stop in
        before.lastOffset(of: stop).map { $0 + stop.count }
      }.max() ?? 0
    let clause = NormalText.bytes(of: Array(before[start...]))
    return clause.firstOffset(of: Self.year) != nil
      && clause.firstOffset(of: Self.originalBudget) == nil && saysNothing(clause)
  }

  private static let stops = ["，", "。", "；"].map { [UInt8]($0.utf8) }
  /// What says that a clause is of another year: 2023年度, 上年, 去年.
  private static let year = [UInt8]("年".utf8)
  /// 年初未安排预算 says nothing of the year before.
  private static let originalBudget = [UInt8]("年初".utf8)

  func isLevel(_ aspect: Meaning.Aspect?) -> Bool {
    if case .level = aspect { return true }
    return false
  }

  /// Whether the words between a level and its change say that there was none.
  private func isSaidToHaveBeenNothing(_ level: Int, _ change: Int) -> Bool {
    let (one, other) = (facts.statements[level], facts.statements[change])
    guard one.range.upperBound < other.range.lowerBound else { return false }
    let between = facts.passages[one.passage].text.slice(
      one.range.upperBound..<other.range.lowerBound)
    return saysNothing(NormalText.bytes(of: between.utf8))
  }

  /// Whether normal text has a word for none.
  private func saysNothing(_ words: [UInt8]) -> Bool {
    var offset = 0
    while offset < words.count {
      let found = vocabulary.lexicon.longest(words, at: offset)
      if found?.term == .word(.absence) { return true }
      offset += found?.length ?? decodeScalar(words, at: offset).length
    }
    return false
  }

  private struct CountedKey: Hashable {
    var passage: Int
    var subject: Subject
  }

  /// Nothing spent, nothing counted: 0.00万元，团组0个、0人次.
  mutating func buildCountsOfNothing() {
    var amounts: [CountedKey: [Int]] = [:]
    var counts: [CountedKey: [Int]] = [:]
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning, meaning.year == nil else { continue }
      let key = CountedKey(passage: statement.passage, subject: meaning.subject)
      switch meaning.aspect {
      case .level: amounts[key, default: []].append(index)
      case .count: counts[key, default: []].append(index)
      case .change, .rate, .multiple, .completion, .share: break
      }
    }
    for (key, spent) in amounts.sorted(by: { $0.value[0] < $1.value[0] }) {
      guard let counted = counts[key],
        (spent + counted).allSatisfy({ quantity($0).printed?.isZero ?? false })
      else { continue }
      checks.append(Check(kind: .sameFact, operands: spent + counted, holds: true))
    }
  }

  /// The same change as the reason of several others.
  mutating func buildReasons() {
    var told: [[Int]] = []
    var places: [Facts.Reason: Int] = [:]
    for reason in facts.reasons {
      var key = reason
      key.statement = 0
      if let place = places[key] {
        told[place].append(reason.statement)
      } else {
        places[key] = told.count
        told.append([reason.statement])
      }
    }
    for statements in told {
      for (one, two) in zip(statements, statements.dropFirst()) { buildReason(one, two) }
    }
  }

  private mutating func buildReason(_ one: Int, _ two: Int) {
    guard let left = quantity(one).amount, let right = quantity(two).amount else { return }
    if Rounding.equal(left.interval, right.interval) {
      checks.append(Check(kind: .sameFact, operands: [one, two], holds: true))
      return
    }
    // The reason may have changed with the section; a slip of the pen is none.
    guard left.unit == right.unit,
      DigitSlip.explains(left.number, becoming: right.number.grains, slack: 0)
    else { return }
    var check = Check(
      kind: .sameFact, operands: [one, two], holds: false, expected: left.number.description)
    check.isProbable = true
    checks.append(check)
  }
}
