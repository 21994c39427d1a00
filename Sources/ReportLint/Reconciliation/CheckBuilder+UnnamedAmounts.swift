internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Agreements of amounts whose subjects no layout knows.
///
/// That such numbers agree confirms them; that they do not proves nothing.
extension CheckBuilder {
  // MARK: Changes

  /// 支出减少527.77万元，其中甲减少1,425.45万元，乙增加897.68万元: the changes of a paragraph make up
  /// the first or the last of them.
  mutating func buildChangeLists() {
    var start = 0
    let changes = facts.changes
    while start < changes.count {
      let passage = facts.statements[changes[start].statement].passage
      let end =
        changes[start...].firstIndex { facts.statements[$0.statement].passage != passage }
        ?? changes.count
      let list = Array(changes[start..<end])
      if !addChanges(whole: list[0], parts: list.dropFirst()), let last = list.last,
        !addChanges(whole: last, parts: list.dropLast())
      {
        if isTotal(last) {
          addChangesWithSlip(whole: last, parts: list.dropLast())
        } else if isFollowedByParts(list) {
          addChangesWithSlip(whole: list[0], parts: list.dropFirst())
        }
      }
      start = end
    }
  }

  @discardableResult
  private mutating func addChanges(
    whole: Facts.Change, parts: ArraySlice<Facts.Change>
  ) -> Bool {
    guard parts.count > 1, let unit = quantity(whole.statement).amount?.unit,
      let total = value(whole, unit), !total.contains(0)
    else { return false }
    let values = parts.compactMap { value($0, unit) }
    guard values.count == parts.count, Rounding.sum(values, equals: total) else { return false }
    checks.append(
      Check(kind: .listed, operands: parts.map(\.statement) + [whole.statement], holds: true))
    return true
  }

  /// Whether the clause says that it speaks of all.
  private func isTotal(_ change: Facts.Change) -> Bool {
    let statement = facts.statements[change.statement]
    let text = facts.passages[statement.passage].text
    let start = min(statement.clause.lowerBound, statement.digits.lowerBound)
    let clause = NormalText.bytes(of: text.slice(start..<statement.digits.lowerBound).utf8)
    return Self.totals.contains { clause.firstOffset(of: $0) != nil }
  }

  /// 支出减少527.77万元，其中甲减少…: whether what is behind the first change is said to be its parts.
  private func isFollowedByParts(_ list: [Facts.Change]) -> Bool {
    guard list.count > 2 else { return false }
    let (first, second) = (
      facts.statements[list[0].statement], facts.statements[list[1].statement]
    )
    let isNext = second.sentence == first.sentence + 1
    guard isNext || second.sentence == first.sentence,
      first.range.upperBound < second.digits.lowerBound
    else { return false }
    let text = facts.passages[first.passage].text
    let between = NormalText.bytes(
      of: text.slice(first.range.upperBound..<second.digits.lowerBound).utf8)
    return between.firstOffset(of: isNext ? Self.nextOfWhich : Self.ofWhich) != nil
  }

  private static let ofWhich = [UInt8]("其中".utf8)
  private static let nextOfWhich = [UInt8]("。其中".utf8)
  private static let totals = ["总", "合计", "共计"].map { [UInt8]($0.utf8) }

  /// Changes that would make up the whole if one of them had one other digit, or the others' unit.
  private mutating func addChangesWithSlip(
    whole: Facts.Change, parts: ArraySlice<Facts.Change>
  ) {
    let all = parts + [whole]
    guard parts.count > 1, withoutNested(parts.map(\.statement)).count == parts.count,
      let unit = quantity(whole.statement).amount?.unit,
      all.allSatisfy({ value($0, unit) != nil }), haveOneBase(all)
    else { return }
    if let (index, slip) = changedUnit(all, whole) {
      checks.append(unitCheck(index, slip))
      return
    }
    guard Set(all.compactMap { quantity($0.statement).amount?.unit }).count == 1 else { return }
    let rest = all.compactMap { change in
      value(change, unit).map { isWhole(change, whole) ? -$0 : $0 }
    }.reduce(.zero, +)
    let suspects = all.filter { change in
      guard let amount = quantity(change.statement).amount else { return false }
      let isAdded = isWhole(change, whole) == change.isDown
      return DigitSlip.explains(
        amount.number,
        becoming: (amount.grains + (isAdded ? -middle(rest) : middle(rest)))
          / amount.unit.yuan, slack: parts.count / 2)
        && !isConfirmed(change.statement)
    }
    guard !suspects.isEmpty else { return }
    let sum = parts.compactMap { value($0, unit) }.reduce(.zero, +)
    var check = Check(
      kind: .changeParts, operands: all.map(\.statement), holds: false,
      expected: quantity(whole.statement).amount.flatMap { expected(size(sum), like: $0) },
      arithmetic: arithmetic(ofChanges: parts.map(\.statement)))
    check.isProbable = true
    check.suspects = suspects.map(\.statement)
    checks.append(check)
  }

  /// 较上年增加…，较上年执行数减少…: whether changes, as far as it is known, are not from different amounts.
  private func haveOneBase(_ changes: ArraySlice<Facts.Change>) -> Bool {
    let aspects = changes.compactMap { facts.statements[$0.statement].meaning?.aspect }
    return aspects.allSatisfy { $0 == aspects.first }
  }

  private func isWhole(_ change: Facts.Change, _ whole: Facts.Change) -> Bool {
    change.statement == whole.statement
  }

  /// The one change that has another unit than the others, if they come out with theirs.
  private func changedUnit(
    _ all: ArraySlice<Facts.Change>, _ whole: Facts.Change
  ) -> (index: Int, right: Amount)? {
    for change in all {
      guard let other = all.first(where: { !isWhole($0, change) }),
        let slip = unitSlip(change.statement, beside: other.statement)
      else { continue }
      let values = all.compactMap { each -> Interval? in
        guard let value = isWhole(each, change) ? slip.interval : interval(each.statement) else {
          return nil
        }
        return each.isDown != isWhole(each, whole) ? -value : value
      }
      if values.reduce(.zero, +).contains(0) { return (change.statement, slip) }
    }
    return nil
  }

  /// The signed value of a change; a number without unit has the whole's.
  private func value(_ change: Facts.Change, _ unit: AmountUnit) -> Interval? {
    let quantity = quantity(change.statement)
    let amount: Amount? =
      if case .bare(let number) = quantity { Amount(number, unit) } else { quantity.amount }
    return amount.map { change.isDown ? -$0.interval : $0.interval }
  }

  // MARK: The same words

  private struct WordsKey: Hashable {
    var words: [UInt8]
    var quantity: Quantity
  }

  /// 涉及预算金额4,415.48万元 …涉及预算金额4,415.48万元: the same words with the same amount.
  mutating func buildRepeatedWords() {
    var told: [WordsKey: Int] = [:]
    for (index, statement) in facts.statements.enumerated()
    where statement.meaning?.subject.isUnnamed ?? true && statement.region == .plain {
      guard let amount = statement.quantity.amount,
        amount.number.magnitude.mantissa >= Self.leastMantissa,
        let words = wordsRight(before: statement)
      else { continue }
      let key = WordsKey(words: words, quantity: statement.quantity)
      if let first = told[key] {
        checks.append(Check(kind: .sameFact, operands: [first, index], holds: true))
      } else {
        told[key] = index
      }
    }
  }

  /// Amounts of fewer digits may be alike by chance.
  private static let leastMantissa: Int64 = 1000
  /// Four ideographs.
  private static let leastWords = 12

  private func wordsRight(before statement: Statement) -> [UInt8]? {
    let text = facts.passages[statement.passage].text
    let end = statement.digits.lowerBound
    let words = NormalText.bytes(of: text.slice(max(0, end - 3 * Self.leastWords)..<end).utf8)
      .filter { $0 != 0x20 }
    return words.count >= Self.leastWords ? Array(words.suffix(Self.leastWords)) : nil
  }

  // MARK: Nothing more, nothing less

  /// 增加0.00万元，与上年持平: a change of nothing is what the words say too.
  mutating func buildUnchangedAmounts() {
    guard !facts.unchanged.isEmpty else { return }
    let unchanged = Set(facts.unchanged.map { Told(passage: $0.passage, subject: $0.subject) })
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning, case .change = meaning.aspect,
        statement.quantity.printed?.isZero ?? false,
        unchanged.contains(Told(passage: statement.passage, subject: meaning.subject))
      else { continue }
      checks.append(Check(kind: .sameFact, operands: [index], holds: true))
    }
  }

  private struct Told: Hashable {
    var passage: Int
    var subject: Subject
  }
}
