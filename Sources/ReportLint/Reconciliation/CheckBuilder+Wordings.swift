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
      if !addChanges(whole: list[0], parts: list.dropFirst()), let last = list.last {
        addChanges(whole: last, parts: list.dropLast())
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
