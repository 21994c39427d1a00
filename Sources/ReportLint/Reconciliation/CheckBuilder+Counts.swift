internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Lists of counts: 项目20个，其中：甲类12个，乙类8个.
extension CheckBuilder {
  /// That a list of counts comes out confirms them. What is more than the whole of which it is a
  /// part is a fault, and so, probably, are parts that are all nothing of something.
  mutating func buildCountList(whole: Int, parts listed: [Int]) {
    guard !listed.contains(whole) else { return }
    let parts = withoutSequel(listed)
    if parts.count > 1, addSum(.listed, whole: whole, parts: parts) { return }
    guard let total = interval(whole) else { return }
    if parts.count > 1, parts.allSatisfy(isGraded), sum(parts).lower > total.upper {
      return addCounts(.partsWithin, whole: whole, parts: parts)
    }
    let like = parts.filter { isCountedAlike($0, whole) }
    guard like.count == parts.count else { return }
    if parts.count > 1, closesWithRest(parts) {
      return addCounts(.listed, whole: whole, parts: parts)
    }
    for part in parts {
      guard let count = interval(part), count.lower > total.upper else { continue }
      addCounts(.partsWithin, whole: whole, parts: [part])
    }
    if parts.count > 1, sum(parts) == .zero, !isOfReception(whole) {
      addCounts(.listed, whole: whole, parts: parts, isProbable: true)
    }
  }

  /// 执法执勤用车1辆，其他车辆2辆: whether the last of a list is all the rest, so that nothing is left out.
  private func closesWithRest(_ parts: [Int]) -> Bool {
    guard let last = parts.last, case .count(_, "辆") = quantity(last) else { return false }
    let statement = facts.statements[last]
    let before = facts.passages[statement.passage].text.utf8[..<statement.digits.lowerBound]
      .suffix(Self.restReach)
    return Array(before).firstOffset(of: Self.rest) != nil
  }

  private static let rest = [UInt8]("其他".utf8)
  /// 其他公务用车
  private static let restReach = 18

  /// Of those who were received only the foreign ones are told behind 其中, and mostly there are none.
  private func isOfReception(_ count: Int) -> Bool {
    guard case .count(_, let classifier) = quantity(count) else { return false }
    return ["批次", "批", "人次", "人"].contains(classifier)
  }

  private mutating func addCounts(
    _ kind: Check.Kind, whole: Int, parts: [Int], isProbable: Bool = false
  ) {
    var check = Check(
      kind: kind, operands: parts + [whole], holds: false,
      expected: expected(sum(parts), like: quantity(whole)), arithmetic: arithmetic(parts))
    check.isProbable = isProbable
    checks.append(check)
  }

  // MARK: Shares of counts

  /// 项目50个，其中：甲类40个，占80.00%: a share right behind a count is one of the whole of its list.
  mutating func buildCountShares() {
    for relation in facts.relations {
      guard case .list(let whole, let parts) = relation, case .count = quantity(whole) else {
        continue
      }
      for part in parts
      where isShared(part) && (isCountedAlike(part, whole) || countsFollowing(part, whole)) {
        buildRatio(.share, part: part, whole: whole, ratio: part + 1)
      }
    }
    for part in facts.statements.indices.dropLast(2) where isShareOfCount(part) {
      buildRatio(.share, part: part, whole: part + 1, ratio: part + 2)
    }
  }

  /// 编报目标的项目21个，占全部项目24个的87.50%: whether a count, the count of all behind it and a percentage stand so.
  private func isShareOfCount(_ part: Int) -> Bool {
    guard case .count(_, let one) = quantity(part), case .count(_, let two) = quantity(part + 1),
      one == two, quantity(part + 2).percentage != nil
    else { return false }
    let told = (part...(part + 2)).map { facts.statements[$0] }
    guard told.allSatisfy({ $0.passage == told[0].passage && $0.sentence == told[0].sentence })
    else { return false }
    let text = facts.passages[told[0].passage].text
    func between(_ one: Statement, _ next: Statement) -> [UInt8] {
      NormalText.bytes(
        of: text.slice(one.range.upperBound..<max(one.range.upperBound, next.digits.lowerBound))
          .utf8)
    }
    let lead = between(told[0], told[1])
    return lead.count <= Self.longestTotal && Self.shares.contains { lead.starts(with: $0) }
      && between(told[1], told[2]) == Self.ofThem
  }

  private static let ofThem = [UInt8]("的".utf8)

  /// Whether the next number is a percentage, and nothing but 占 stands before it.
  func isShared(_ part: Int) -> Bool {
    guard facts.statements.indices.contains(part + 1),
      facts.statements[part + 1].passage == facts.statements[part].passage,
      facts.statements[part + 1].sentence == facts.statements[part].sentence,
      quantity(part + 1).percentage != nil
    else { return false }
    let (one, next) = (facts.statements[part], facts.statements[part + 1])
    guard one.range.upperBound < next.digits.lowerBound else { return false }
    let text = facts.passages[one.passage].text
    let between = NormalText.bytes(
      of: text.slice(one.range.upperBound..<next.digits.lowerBound).utf8
    )
    .filter { $0 != 0x20 }
    return Self.shareLinks.contains(between) || isOfTotal(between)
  }

  /// ，占项目总数的
  private func isOfTotal(_ words: [UInt8]) -> Bool {
    words.count <= Self.longestTotal && Self.shares.contains { words.starts(with: $0) }
      && Self.totals.contains { words.suffix($0.count).elementsEqual($0) }
  }

  private static let shares = ["，占", "占", "（占"].map { NormalText.bytes(of: [UInt8]($0.utf8)) }
  private static let totals = ["总数的", "总个数的", "总数比例为", "总数比重为"].map { [UInt8]($0.utf8) }
  /// Twelve ideographs.
  private static let longestTotal = 36

  private static let shareLinks = ["，占", "占", "，占比", "（占", "，占比为", "（占比"].map {
    NormalText.bytes(of: [UInt8]($0.utf8)).filter { $0 != 0x20 }
  }

  // MARK: Counts with their amounts

  private struct CountList {
    var whole: Int
    var parts: [Int]
  }

  /// 项目18个，资金90.00万元，其中：甲类15个，资金60.00万元；乙类3个，资金30.00万元: where the amounts come
  /// out, no part was left out, and the counts come out too; and the other way round.
  mutating func buildCountsBesideAmounts() {
    let (counts, amounts) = comingLists()
    for relation in facts.relations {
      guard case .list(let whole, let parts) = relation, parts.count > 1,
        case let passage = facts.statements[whole].passage,
        case let list = CountList(whole: whole, parts: parts),
        let total = interval(whole), !sum(parts).overlaps(total)
      else { continue }
      if case .count = quantity(whole) {
        guard let beside = amounts[passage]?.first(where: { Self.alternate(list, $0) }) else {
          continue
        }
        addCounts(
          .listed, whole: whole, parts: parts, isProbable: partsOfSomething(beside) < 2)
      } else if quantity(whole).amount != nil,
        let beside = counts[passage]?.first(where: { Self.alternate($0, list) }),
        partsOfSomething(beside) > 1,
        parts.allSatisfy({ countedNoun($0) == countedNoun(whole) })
      {
        addBroken(.listed, whole: whole, parts: parts, suspects: parts + [whole])
      }
    }
  }

  /// The lists of counts and those of amounts that come out, by passage.
  private func comingLists() -> (counts: [Int: [CountList]], amounts: [Int: [CountList]]) {
    var (counts, amounts): ([Int: [CountList]], [Int: [CountList]]) = ([:], [:])
    for check in checks where check.holds && (check.kind == .listed || check.kind == .parts) {
      guard let whole = check.operands.last else { continue }
      let list = CountList(whole: whole, parts: Array(check.operands.dropLast()))
      let passage = facts.statements[whole].passage
      if case .count = quantity(whole) {
        counts[passage, default: []].append(list)
      } else if quantity(whole).amount != nil {
        amounts[passage, default: []].append(list)
      }
    }
    return (counts, amounts)
  }

  private func partsOfSomething(_ list: CountList) -> Int {
    list.parts.count { !(quantity($0).printed?.isZero ?? true) }
  }

  /// Whether each amount stands behind its count and before the next one.
  private static func alternate(_ counts: CountList, _ amounts: CountList) -> Bool {
    guard counts.parts.count == amounts.parts.count else { return false }
    var order = [counts.whole, amounts.whole]
    for (count, amount) in zip(counts.parts, amounts.parts) { order += [count, amount] }
    return zip(order, order.dropFirst()).allSatisfy { $0 < $1 }
  }

  // MARK: What is counted

  /// 2个评为“优”: whether a count names no thing of its own but a grade, of which each thing of the
  /// whole has one.
  private func isGraded(_ index: Int) -> Bool {
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text.utf8
    return vocabulary.words(.grading).contains { text.hasBytes($0, at: statement.range.upperBound) }
  }

  /// 2个评为“优”、1个评为“良”；对2个项目…: the counts of a list up to the semicolon that ends it, where none
  /// stands between the first two.
  func withoutSequel(_ parts: [Int]) -> [Int] {
    guard parts.count > 2, !isParted(parts[0], parts[1]),
      let end = parts.indices.dropFirst(2).first(where: { isParted(parts[$0 - 1], parts[$0]) })
    else { return parts }
    return Array(parts[..<end])
  }

  /// Whether a semicolon parts two numbers of a passage.
  private func isParted(_ one: Int, _ other: Int) -> Bool {
    let (first, last) = (facts.statements[one], facts.statements[other])
    guard first.passage == last.passage, first.range.upperBound <= last.digits.lowerBound else {
      return true
    }
    return facts.passages[first.passage].text.utf8.firstOffset(
      of: Self.semicolon, from: first.range.upperBound, to: last.digits.lowerBound) != nil
  }

  private static let semicolon = [UInt8]("；".utf8)

  /// Whether two counts are of the same things: by the word that counts, or, where that counts
  /// anything, by the noun before the number.
  private func isCountedAlike(_ one: Int, _ other: Int) -> Bool {
    guard case .count(_, let classifier) = quantity(one) else { return false }
    return Self.tellingClassifiers.contains(classifier)
      || countedNoun(one) == countedNoun(other) || haveSameNoun(one, other)
  }

  /// 3个项目，其中8个项目: whether the same two ideographs stand behind two counts.
  private func haveSameNoun(_ one: Int, _ other: Int) -> Bool {
    let nouns = [one, other].map { index -> [UInt8] in
      let statement = facts.statements[index]
      return Array(
        facts.passages[statement.passage].text.utf8[statement.range.upperBound...].lazy
          .filter { $0 != 0x20 }.prefix(Self.noun))
    }
    return nouns[0] == nouns[1] && nouns[0].count == Self.noun
      && nouns[0].indices.allSatisfy {
        !$0.isMultiple(of: 3) || (0xE4...0xE9).contains(nouns[0][$0])
      }
  }

  /// Two ideographs.
  private static let noun = 6

  /// 25个项目，其中甲类项目5个: whether a count is of the noun that follows its whole.
  private func countsFollowing(_ part: Int, _ whole: Int) -> Bool {
    let statement = facts.statements[whole]
    let noun = countedNoun(part)
    return !noun.isEmpty
      && facts.passages[statement.passage].text.utf8.hasBytes(noun, at: statement.range.upperBound)
  }

  private static let tellingClassifiers: Set<String> = [
    "辆", "人次", "批次", "台", "套", "台（套）", "台/套", "平方米",
  ]

  /// The two ideographs before a number and the words that lead to it: 项目 of 项目共20个.
  private func countedNoun(_ index: Int) -> [UInt8] {
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text
    let end = statement.digits.lowerBound
    var words = NormalText.bytes(of: text.slice(max(0, end - Self.nounReach)..<end).utf8)
      .filter { $0 != 0x20 }
    while let link = Self.links.first(where: { words.suffix($0.count).elementsEqual($0) }) {
      words.removeLast(link.count)
    }
    return Array(words.suffix(6))
  }

  /// Eight ideographs.
  private static let nounReach = 24
  private static let links = ["共计", "共", "为", "计", "数", "有"].map { [UInt8]($0.utf8) }
}
