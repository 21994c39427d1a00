internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Amounts for each of several: 国内公务接待4批次、30人次，支出3.00万元，人均1,000元.
extension CheckBuilder {
  /// The words that count what an average is for, by the character that says it: 人均, 每辆.
  private static let classifiers: [(sign: [UInt8], words: Set<String>)] = [
    ([UInt8]("人".utf8), ["人次", "人", "名"]), ([UInt8]("车".utf8), ["辆"]),
    ([UInt8]("辆".utf8), ["辆"]), ([UInt8]("批".utf8), ["批次", "批"]),
    ([UInt8]("户".utf8), ["户"]), ([UInt8]("次".utf8), ["次", "场", "期"]),
  ]
  /// 均, 平均 and 每, beside which that character stands.
  private static let even = ["均", "平均"].map { [UInt8]($0.utf8) }
  private static let each = [UInt8]("每".utf8)
  /// 元/月, 元每月
  private static let rates = ["/", "／", "每", "（每", "·"].map { [UInt8]($0.utf8) }

  mutating func buildAverages() {
    for index in facts.statements.indices where facts.statements[index].isAverage {
      guard let words = words(ofAverage: index) else { continue }
      if !buildAverage(index, words) { buildThreePublicAverage(index, words) }
    }
  }

  /// What is counted for an average; nil if it is of something else besides.
  private func words(ofAverage index: Int) -> Set<String>? {
    let statement = facts.statements[index]
    let bytes = facts.passages[statement.passage].text.utf8
    let end = statement.digits.lowerBound
    let start = stretch(before: index)
    let words = Array(bytes[start..<end])
    guard !vocabulary.words(.otherAverage).contains(where: { words.firstOffset(of: $0) != nil }),
      !Self.rates.contains(where: { bytes.hasBytes($0, at: statement.range.upperBound) })
    else { return nil }
    for classifier in Self.classifiers {
      let signs = Self.even.map { classifier.sign + $0 } + [Self.each + classifier.sign]
      let ends = signs.compactMap { sign in words.lastOffset(of: sign).map { $0 + sign.count } }
      guard let end = ends.max() else { continue }
      return isSpending(words[end...]) ? classifier.words : nil
    }
    return nil
  }

  private static let marks = ["：", ":", " "].map { [UInt8]($0.utf8) }

  /// Whether nothing stands between 人均 and its number but words by which it is the money spent that is
  /// averaged: 人均年收入 and 人均住房面积 are told of the same people, but are no part of the amount.
  private func isSpending(_ words: ArraySlice<UInt8>) -> Bool {
    var rest = words
    let known = vocabulary.words(.spending) + Self.marks
    while !rest.isEmpty {
      guard let word = known.first(where: { rest.starts(with: $0) }) else { return false }
      rest = rest.dropFirst(word.count)
    }
    return true
  }

  /// Behind the number before it in the passage.
  func stretch(before index: Int) -> Int {
    let statement = facts.statements[index]
    guard index > 0, facts.statements[index - 1].passage == statement.passage else { return 0 }
    return min(facts.statements[index - 1].range.upperBound, statement.digits.lowerBound)
  }

  // MARK: In one sentence

  /// Tests an average against the amount and the count of its own sentence.
  ///
  /// - Returns: whether it is known which they are.
  private mutating func buildAverage(_ index: Int, _ words: Set<String>) -> Bool {
    let sentence = neighbours(of: index)
    // Elsewhere the amount and the people of a sentence need not belong together.
    let isProbable = !isOfThreePublic(index)
    let amounts = sentence.filter { isLevel($0) }
    let counts = sentence.filter { isCount($0, words) }
    guard !amounts.isEmpty, !counts.isEmpty else { return false }
    let pairs = amounts.flatMap { amount in counts.map { (amount: amount, count: $0) } }
    if let pair = pairs.first(where: { holds(index, $0.amount, $0.count) ?? false }) {
      addAverage(index, pair.amount, pair.count, holds: true)
    } else if let pair = pairs.last, areSame(amounts), areSame(counts),
      holds(index, pair.amount, pair.count) == false
    {
      addAverage(index, pair.amount, pair.count, holds: false, isProbable: isProbable)
    } else {
      return false
    }
    return true
  }

  /// Whether numbers are one, told again or not.
  private func areSame(_ numbers: [Int]) -> Bool {
    numbers.allSatisfy { interval($0) == interval(numbers[0]) }
  }

  /// The numbers of a sentence up to an average before them; those behind an average only where
  /// none stand before it. Averages in a row, 批均…，人均…, are of the same numbers.
  private func neighbours(of index: Int) -> [Int] {
    let statement = facts.statements[index]
    func isNear(_ other: Int) -> Bool {
      guard facts.statements.indices.contains(other) else { return false }
      let near = facts.statements[other]
      return near.passage == statement.passage && near.sentence == statement.sentence
    }
    func run(by step: Int) -> [Int] {
      var next = index + step
      while isNear(next), facts.statements[next].isAverage { next += step }
      var run: [Int] = []
      while isNear(next), !facts.statements[next].isAverage {
        run.append(next)
        next += step
      }
      return run
    }
    let before = run(by: -1)
    return before.isEmpty ? run(by: 1) : before.reversed()
  }

  /// Whether a number is an amount of the report's own year, no change and no reason.
  private func isLevel(_ index: Int) -> Bool {
    let statement = facts.statements[index]
    guard statement.quantity.amount != nil, statement.region == .plain,
      statement.direction == nil
    else { return false }
    guard let meaning = statement.meaning else { return true }
    return meaning.aspect == .level(vocabulary.defaultMeasure) && meaning.year == nil
  }

  private func isCount(_ index: Int, _ words: Set<String>) -> Bool {
    guard case .count(let number, let classifier) = quantity(index), !number.isZero else {
      return false
    }
    // 用于3辆公务用车的运行维护，车均…
    return words.contains(classifier) && facts.statements[index].region != .reason
  }

  private func holds(_ index: Int, _ amount: Int, _ count: Int) -> Bool? {
    guard let part = interval(amount), let whole = interval(count), let average = interval(index)
    else { return nil }
    return Rounding.ratio(part, to: whole, equals: average)
  }

  private mutating func addAverage(
    _ index: Int, _ amount: Int, _ count: Int, holds: Bool, isProbable: Bool = false
  ) {
    guard let money = quantity(amount).amount, let number = quantity(count).printed,
      let average = quantity(index).amount, number.grains > 0
    else { return }
    let (scaled, overflows) = money.grains.multipliedReportingOverflow(by: Interval.one)
    guard !overflows else { return }
    let each = scaled / number.grains
    var check = Check(
      kind: .average, operands: [count, amount, index], holds: holds,
      expected: expected(each, like: average), arithmetic: "\(money) ÷ \(number)")
    check.isProbable = isProbable
    checks.append(check)
  }

  // MARK: Of the three public expenses

  /// What averages of the section are of, with what is counted for them.
  private static let threePublic: [(words: Set<String>, amounts: [String], count: String)] = [
    (["辆"], ["公务用车运行维护费", "公务用车运行费"], "公务用车保有量"),
    (["人次", "人", "名"], ["国内公务接待费", "公务接待费"], "国内公务接待费"),
    (["批次", "批"], ["国内公务接待费", "公务接待费"], "国内公务接待费"),
  ]
  private static let reception = [UInt8]("接待".utf8)
  private static let otherTopics = ["出国", "会议", "培训"].map { [UInt8]($0.utf8) }
  private static let purchase = [UInt8]("购置".utf8)

  /// Tests an average whose amount and count other sentences of the section tell. They may be of
  /// the middle of the year: a failure is only probable.
  private mutating func buildThreePublicAverage(_ index: Int, _ words: Set<String>) {
    let statement = facts.statements[index]
    guard isOfThreePublic(index), let kind = Self.threePublic.first(where: { $0.words == words })
    else { return }
    let bytes = Array(facts.passages[statement.passage].text.utf8[..<statement.digits.lowerBound])
    guard words == ["辆"] ? !isOfPurchase(index) : isOfGuests(bytes),
      let amount = kind.amounts.compactMap({ only([$0], where: { isLevel($0) }) }).first,
      let count = only([kind.count], where: { isCount($0, words) }),
      let holds = holds(index, amount, count)
    else { return }
    addAverage(index, amount, count, holds: holds, isProbable: true)
  }

  /// Whether it is receptions that were spoken of last.
  private func isOfGuests(_ words: [UInt8]) -> Bool {
    guard let guests = words.lastOffset(of: Self.reception) else { return false }
    return Self.otherTopics.allSatisfy { (words.lastOffset(of: $0) ?? -1) < guests }
  }

  /// 车均购置费
  private func isOfPurchase(_ index: Int) -> Bool {
    let statement = facts.statements[index]
    return facts.passages[statement.passage].text.utf8.firstOffset(
      of: Self.purchase, from: stretch(before: index), to: statement.digits.lowerBound) != nil
  }

  private func isOfThreePublic(_ index: Int) -> Bool {
    let passage = facts.passages[facts.statements[index].passage]
    return passage.role?.hasPrefix("narrative.threePublic") ?? false
  }

  /// The first number of some concepts in the section, if all of them say the same.
  private func only(_ concepts: [String], where isMeant: (Int) -> Bool) -> Int? {
    let found = facts.statements.indices.filter { index in
      guard let meaning = facts.statements[index].meaning, meaning.year == nil,
        case .concept(let id) = meaning.subject, concepts.contains(id),
        meaning.section?.hasPrefix("narrative.threePublic") ?? false
      else { return false }
      return isMeant(index)
    }
    guard let first = found.first,
      found.allSatisfy({ quantity($0).printed?.grains == quantity(first).printed?.grains })
    else { return nil }
    return first
  }
}
