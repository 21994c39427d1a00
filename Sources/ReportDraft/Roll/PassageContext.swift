internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// A passage of last year's text, with all that its new text depends on.
struct PassageContext {
  let numbers: RollNumbers
  let style: NumberStyle
  let years: YearMover
  let passage: Passage
  /// The passage's place among all.
  let index: Int
  /// The statements of the passage.
  let statements: Range<Int>
  /// The 科目 for which the passage is written anew, so that nothing of the old one may stay.
  let newName: String?

  var facts: Facts { numbers.reading.facts }
  var bytes: [UInt8] { passage.text.utf8 }
  /// What the passage names.
  var mentions: [Facts.Mention] { numbers.mentions[index] ?? [] }

  // MARK: Text

  func quote(_ range: Range<Int>) -> String { passage.text.string(range) }

  func sentenceEnd(_ offset: Int) -> Int {
    bytes.firstOffset(of: Array("。".utf8), from: offset) ?? bytes.count
  }

  /// Where the clause starts in which an offset stands.
  func clauseStart(before offset: Int) -> Int {
    let marks = ["，", "。", "；", "：", "）"].map { Array($0.utf8) }
    var start = offset
    while start > 0, !marks.contains(where: { bytes.hasBytes($0, at: start - $0.count) }) {
      start -= 1
    }
    return start
  }

  /// Whether the clause before an offset says 相比 or 比 already; 与上年数 alone asks for 一致.
  func hasComparison(before offset: Int) -> Bool {
    let start = clauseStart(before: offset)
    return ["比", "较"].contains {
      bytes.firstOffset(of: Array($0.utf8), from: start, to: offset) != nil
    }
  }

  // MARK: Words

  /// What a subject is called in a blank.
  func name(_ subject: Subject) -> String {
    if let newName, !isConcept(subject) { return newName }
    return SubjectNames.text(subject)
  }

  func isConcept(_ subject: Subject) -> Bool {
    if case .concept = subject { true } else { false }
  }

  /// 增加12.30万元，增长4.56%.
  func change(_ result: RollNumbers.Result, like amount: Amount?) -> String {
    let direction: Direction = result.grains < 0 ? .down : .up
    let amount = amount ?? style.usual
    let digits = style.digits(abs(result.grains), like: amount) ?? ""
    let text = DirectionWords.amount(direction) + digits + amount.unit.rawValue
    guard let whole = result.whole,
      let rate = style.percentage(abs(result.grains), of: abs(whole), like: nil)
    else { return text }
    return "\(text)，\(DirectionWords.rate(direction))\(rate)%"
  }

  // MARK: Numbers

  /// Whether a printed number is nothing.
  func isZero(_ digits: String) -> Bool {
    digits.utf8.allSatisfy { !(0x31...0x39).contains($0) }
  }

  /// Whether a percentage that stays in its own year fits its amounts, as those are rounded
  /// themselves.
  func isRight(_ number: PrintedNumber, _ part: Int128, _ whole: Int128) -> Bool {
    guard numbers.keepsText, let ratio = Quantity.percentage(number.magnitude).interval,
      let part = rounded(abs(part)), let whole = rounded(abs(whole))
    else { return false }
    return Rounding.ratio(part, to: whole, equals: ratio) ?? false
  }

  /// The values that an amount with the usual decimals stands for.
  private func rounded(_ grains: Int128) -> Interval? {
    Amount(grains: grains, unit: style.usual.unit, decimals: style.usual.number.decimals)?.interval
  }

  /// The change of what the text says is as it was.
  func result(_ unchanged: Facts.Unchanged) throws(RollNumbers.Failure)
    -> RollNumbers.Result
  {
    let meaning = Meaning(
      subject: unchanged.subject, aspect: .change(unchanged.base), section: unchanged.section)
    guard let near = unchanged.level ?? nearStatement(unchanged) else {
      throw RollNumbers.Failure(reason: "没有说明属于哪一项")
    }
    return try numbers.change(meaning, unchanged.base, at: near)
  }

  /// How what was spent stands to what was planned this year.
  func order(
    _ comparison: Comparison
  ) throws(RollNumbers.Failure) -> (order: Order, source: String) {
    guard let subject = comparison.subject,
      let near = comparison.final ?? comparison.budget ?? comparison.rate
    else { throw RollNumbers.Failure(reason: "没有说明属于哪一项") }
    let final = try numbers.level(of: subject, .finalAmount, near: near)
    let budget: RollNumbers.Result
    if let index = comparison.budget {
      budget = try numbers.result(index)
    } else {
      budget = try numbers.level(of: subject, .originalBudget, near: near)
    }
    let order: Order =
      final.grains > budget.grains ? .above : final.grains < budget.grains ? .below : .equal
    return (order, "\(final.source)，\(budget.source)")
  }

  func nearStatement(_ unchanged: Facts.Unchanged) -> Int? {
    statements.last { facts.statements[$0].range.upperBound <= unchanged.range.lowerBound }
      ?? statements.first
  }
}
