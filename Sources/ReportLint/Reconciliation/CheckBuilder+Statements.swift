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
        statement.region == .plain, statement.direction == .up, let change = interval(index),
        let level = facts.statements[..<index].lastIndex(where: {
          $0.passage == statement.passage && $0.meaning?.subject == meaning.subject
            && isLevel($0.meaning?.aspect)
        }), let amount = interval(level), Rounding.equal(amount, change),
        isSaidToHaveBeenNothing(level, index)
      else { continue }
      checks.append(Check(kind: .difference, operands: [level, index], holds: true))
    }
  }

  private func isLevel(_ aspect: Meaning.Aspect?) -> Bool {
    if case .level = aspect { return true }
    return false
  }

  /// Whether the words between a level and its change say that there was none.
  private func isSaidToHaveBeenNothing(_ level: Int, _ change: Int) -> Bool {
    let (one, other) = (facts.statements[level], facts.statements[change])
    guard one.range.upperBound < other.range.lowerBound else { return false }
    let between = facts.passages[one.passage].text.slice(
      one.range.upperBound..<other.range.lowerBound)
    let words = NormalText.bytes(of: between.utf8)
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
