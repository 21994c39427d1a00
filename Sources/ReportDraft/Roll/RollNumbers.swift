internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// What the numbers of last year's narrative are this year.
struct RollNumbers {
  /// A number of this year with how it came about, in Chinese.
  struct Result {
    /// In grains of yuan; of a rate or share, the part.
    var grains: Int128
    /// What a rate or share is of.
    var whole: Int128?
    var source: String
    /// What should be looked at: last year's sentence and table disagreed.
    var doubt: String?
    /// Whether the 科目 has no row this year.
    var isAbsent = false
    /// Whether it is what the text says, since no table has it.
    var isCopied = false
  }

  /// Why there is no number of this year.
  struct Failure: Error {
    /// In Chinese.
    var reason: String
  }

  let reading: DisclosureReading
  let words: RollWords
  private(set) var tables: RollTables
  /// How many years are between the two disclosures; with 0 the text is brought to the tables of
  /// its own year.
  let distance: Int
  /// What each passage names.
  let mentions: [Int: [Facts.Mention]]
  private let facts: Facts
  private let measure: Measure
  private let relations: StatementRelations
  /// Where each level of the own year stands, by statement.
  private var chosen: [Int: Choice] = [:]
  private var bySubject: [Key: [Int]] = [:]

  private struct Key: Hashable {
    var subject: Subject
    var measure: Measure
  }

  private struct Choice {
    var place: RollTables.Place
    var doubt: String?
  }

  init(_ reading: DisclosureReading, words: RollWords, tables: RollTables, distance: Int) {
    self.reading = reading
    self.words = words
    self.tables = tables
    self.distance = distance
    facts = reading.facts
    mentions = Dictionary(grouping: reading.facts.mentions, by: \.passage)
    measure = reading.vocabulary.defaultMeasure
    relations = StatementRelations(reading.facts)
    for index in facts.statements.indices {
      guard let (meaning, measure) = ownLevel(index) else { continue }
      bySubject[Key(subject: meaning.subject, measure: measure), default: []].append(index)
      chosen[index] = choice(index, meaning, measure)
    }
  }

  /// The meaning of a statement that gives a level of the disclosure's own year.
  private func ownLevel(_ index: Int) -> (Meaning, Measure)? {
    let statement = facts.statements[index]
    guard let meaning = statement.meaning, case .level(let measure) = meaning.aspect,
      meaning.year == nil, statement.region == .plain, statement.quantity.amount != nil
    else { return nil }
    return (meaning, measure)
  }

  /// Whether what no table tells stays as it stands: the text stays in its own year, and is not
  /// written for another 科目.
  var keepsText: Bool { distance == 0 && tables.substitute == nil }

  // MARK: Where a level stands

  private func choice(_ index: Int, _ meaning: Meaning, _ measure: Measure) -> Choice? {
    guard let printed = facts.statements[index].quantity.interval else { return nil }
    let places = tables.places(of: meaning.subject, measure, in: meaning.section)
    for place in places.certain + places.likely where holds(place, printed) {
      return Choice(place: place)
    }
    // A cell beside the name is of the measure that the tables are of.
    if meaning.fund == nil, measure == self.measure, let place = labelled(index, printed) {
      return Choice(place: place)
    }
    guard meaning.fund == nil, let place = places.certain.first else { return nil }
    guard tables.value(place, .last) != nil else { return Choice(place: place) }
    let quote = quote(index)
    return Choice(place: place, doubt: "上年原文“\(quote)”与上年的表不一致，请核对")
  }

  private func holds(_ place: RollTables.Place, _ printed: Interval) -> Bool {
    tables.value(place, .last).map { isSame($0.grains, printed) } ?? false
  }

  /// Whether a value of a table can be a printed one.
  private func isSame(_ grains: Int128, _ printed: Interval) -> Bool {
    // Cells of 万元 are rounded themselves.
    Rounding.equal(printed, Interval(exactly: grains))
  }

  /// The place beside the subject's name, if all that agree last year agree this year too.
  private func labelled(_ index: Int, _ printed: Interval) -> RollTables.Place? {
    let places = tables.labelled(
      SubjectNames.names(of: index, in: facts, reading.vocabulary), printed)
    let values = places.compactMap { place in
      tables.value(place, .now).map { (place, $0.grains) }
    }
    guard let first = values.first, values.allSatisfy({ $0.1 == first.1 }) else { return nil }
    return first.0
  }

  private func quote(_ index: Int) -> String {
    let statement = facts.statements[index]
    return facts.passages[statement.passage].text.string(statement.range)
  }

  // MARK: Numbers

  /// The new number of a statement.
  func result(_ index: Int) throws(Failure) -> Result {
    let statement = facts.statements[index]
    guard let meaning = statement.meaning else {
      throw Failure(reason: statement.unboundReason ?? "没有读懂这个数")
    }
    guard statement.region == .plain else { throw Failure(reason: "用途或原因说明中的数") }
    switch meaning.aspect {
    case .level(let measure):
      return try meaning.year == nil
        ? level(index, meaning, measure) : earlier(index, meaning, measure)
    case .change(let base): return try change(meaning, base, at: index)
    case .rate(let base): return try rate(meaning, base, at: index)
    case .completion(let measure): return try completion(index, meaning, measure)
    case .multiple: throw Failure(reason: "与上年之比要另行计算")
    case .share: return try share(index)
    case .count: throw Failure(reason: "表中没有这个个数")
    }
  }

  private func level(
    _ index: Int, _ meaning: Meaning, _ measure: Measure
  ) throws(Failure) -> Result {
    guard let choice = chosen[index] else { return try copied(index, "表中没有这个数") }
    guard let value = tables.value(choice.place, .now) else {
      return try copied(index, "本年的表中没有这个数")
    }
    return Result(
      grains: value.grains, source: value.source, doubt: choice.doubt, isAbsent: value.isAbsent)
  }

  /// What the text says, where it stays in its own year.
  private func copied(_ index: Int, _ reason: String) throws(Failure) -> Result {
    guard keepsText, let amount = facts.statements[index].quantity.amount else {
      throw Failure(reason: reason)
    }
    return Result(grains: amount.grains, source: "原文“\(quote(index))”", isCopied: true)
  }

  /// This year's level of a subject, as its nearest sentence has it.
  func level(
    of subject: Subject, _ measure: Measure, near index: Int
  ) throws(Failure) -> Result {
    if let stated = nearest(subject, measure, index), let meaning = facts.statements[stated].meaning
    {
      return try level(stated, meaning, measure)
    }
    let section = facts.statements[index].meaning?.section
    return try level(of: subject, measure, in: section)
  }

  /// This year's level of a subject that no sentence states.
  func level(
    of subject: Subject, _ measure: Measure, in section: String?
  ) throws(Failure) -> Result {
    let places = tables.places(of: subject, measure, in: section).certain
    let values = places.compactMap { tables.value($0, .now) }
    guard let first = values.first else { throw Failure(reason: "表中没有这个数") }
    guard values.allSatisfy({ $0.grains == first.grains }) else {
      throw Failure(reason: "几张表的数不一致")
    }
    return Result(grains: first.grains, source: first.source, isAbsent: first.isAbsent)
  }

  private func nearest(_ subject: Subject, _ measure: Measure, _ index: Int) -> Int? {
    let section = facts.statements[index].meaning?.section
    let all = bySubject[Key(subject: subject, measure: measure)] ?? []
    // One name stands for another amount in another section.
    let here = all.filter { facts.statements[$0].meaning?.section == section }
    return (here.isEmpty ? all : here).min { abs($0 - index) < abs($1 - index) }
  }

  // MARK: The year before

  private func earlier(
    _ index: Int, _ meaning: Meaning, _ measure: Measure
  ) throws(Failure) -> Result {
    guard let own = reading.report.year, meaning.year == own - 1 else {
      throw Failure(reason: "以前年度的数，没有依据可改")
    }
    if keepsText, !hasGiven(meaning.subject, measure, meaning.section) {
      guard let amount = facts.statements[index].quantity.amount else {
        throw Failure(reason: "没有读懂这个数")
      }
      return Result(grains: amount.grains, source: "上年的数，照原文")
    }
    return try prior(meaning.subject, measure, near: index)
  }

  /// Whether the user gave the number of the year before.
  private func hasGiven(_ subject: Subject, _ measure: Measure, _ section: String?) -> Bool {
    tables.places(of: subject, measure, in: section).certain.contains { tables.given($0) != nil }
  }

  /// The level of the year before this one: what the user gave, what last year's tables say, else its sentences.
  private func prior(
    _ subject: Subject, _ measure: Measure, near index: Int
  ) throws(Failure) -> Result {
    let stated = nearest(subject, measure, index)
    let section = facts.statements[index].meaning?.section
    let place =
      stated.flatMap { chosen[$0]?.place }
      ?? tables.places(of: subject, measure, in: section).certain.first
    if let place, let value = tables.given(place) {
      return Result(grains: value.grains, source: value.source)
    }
    if keepsText { return try priorOfOwnYear(subject, measure, near: index) }
    guard distance == 1 else { throw Failure(reason: "上年公开文本不是前一年度的，没有前一年度的数") }
    if let place, let value = tables.value(place, .last) {
      return Result(grains: value.grains, source: "上年\(value.source)", isAbsent: value.isAbsent)
    }
    guard let stated, let amount = facts.statements[stated].quantity.amount else {
      throw Failure(reason: tables.reasonOfNone(place) ?? "上年的公开文本中没有\(measure.rawValue)")
    }
    return Result(grains: amount.grains, source: "上年说明文字“\(quote(stated))”")
  }

  /// What the text says of the year before its own: a level, or what follows from a change.
  private func priorOfOwnYear(
    _ subject: Subject, _ measure: Measure, near index: Int
  ) throws(Failure) -> Result {
    guard let stated = nearest(subject, measure, index),
      let level = facts.statements[stated].quantity.amount,
      let change = relations.change(of: subject, near: index, facts)
    else { throw Failure(reason: "没有上年的数") }
    let grains = chosen[stated].flatMap { tables.value($0.place, .last)?.grains } ?? level.grains
    return Result(grains: grains - change, source: "原文的增减额")
  }

  /// The level of the year before of a subject that no number of the text need speak of.
  func prior(of subject: Subject, in section: String?) throws(Failure) -> Result {
    guard let place = tables.places(of: subject, measure, in: section).certain.first else {
      throw Failure(reason: "表中没有这个数")
    }
    if let value = tables.given(place) {
      return Result(grains: value.grains, source: value.source)
    }
    guard distance == 1, let value = tables.value(place, .last) else {
      throw Failure(reason: "上年的表中没有这个数")
    }
    return Result(grains: value.grains, source: "上年\(value.source)", isAbsent: value.isAbsent)
  }

  /// The change of such a subject against the year before; signed.
  func change(of subject: Subject, in section: String?) throws(Failure) -> Result {
    let now = try level(of: subject, measure, in: section)
    let before = try prior(of: subject, in: section)
    return Result(
      grains: now.grains - before.grains, whole: before.grains,
      source: "\(now.source) － \(before.source)", isAbsent: now.isAbsent)
  }

  /// This year's level of such a subject.
  func level(of subject: Subject, in section: String?) throws(Failure) -> Result {
    try level(of: subject, measure, in: section)
  }

  /// What was spent on such a subject of its original budget.
  func completion(of subject: Subject, in section: String?) throws(Failure) -> Result {
    ratio(
      try level(of: subject, .finalAmount, in: section),
      of: try budget(of: subject, in: section))
  }

  /// The original budget of such a subject.
  func budget(of subject: Subject, in section: String?) throws(Failure) -> Result {
    try level(of: subject, .originalBudget, in: section)
  }

  private func priorMeasure(_ base: Base) throws(Failure) -> Measure {
    switch base {
    case .priorYear: return measure
    case .priorBudget: return measure == .budget ? .budget : .originalBudget
    case .priorFinal: return .finalAmount
    case .originalBudget, .earlierYear: throw Failure(reason: "没有所比较的数")
    }
  }

  // MARK: Changes and ratios

  /// The change of a subject's level against a base; signed.
  func change(_ meaning: Meaning, _ base: Base, at index: Int) throws(Failure) -> Result {
    let now = try level(of: meaning.subject, measure, near: index)
    let before = try self.base(meaning, base, at: index)
    return Result(
      grains: now.grains - before.grains, whole: before.grains,
      source: "\(now.source) － \(before.source)", doubt: now.doubt, isAbsent: now.isAbsent)
  }

  private func base(_ meaning: Meaning, _ base: Base, at index: Int) throws(Failure) -> Result {
    if base == .originalBudget {
      return try level(of: meaning.subject, .originalBudget, near: index)
    }
    return try prior(meaning.subject, try priorMeasure(base), near: index)
  }

  private func rate(_ meaning: Meaning, _ base: Base, at index: Int) throws(Failure) -> Result {
    var result = try change(meaning, base, at: index)
    result.source = "（\(result.source)）÷ 上年数"
    return result
  }

  private func completion(
    _ index: Int, _ meaning: Meaning, _ measure: Measure
  ) throws(Failure) -> Result {
    let final: Result
    let budget: Result
    if let (whole, part) = relations.ratio[index] {
      (final, budget) = (try result(part), try result(whole))
    } else {
      final = try level(of: meaning.subject, .finalAmount, near: index)
      budget = try level(of: meaning.subject, measure, near: index)
    }
    return ratio(final, of: budget)
  }

  private func share(_ index: Int) throws(Failure) -> Result {
    if let (whole, part) = relations.ratio[index] {
      var result = ratio(try result(part), of: try result(whole))
      let stated = facts.statements[whole].quantity.interval
      result.doubt = result.doubt ?? doubt(share: index, part, stated)
      return result
    }
    if let (subject, part) = relations.shareOf[index] {
      let whole = try level(of: subject, measure, near: index)
      var result = ratio(try result(part), of: whole)
      let stated = nearest(subject, measure, index).flatMap {
        facts.statements[$0].quantity.interval
      }
      result.doubt = result.doubt ?? doubt(share: index, part, stated)
      return result
    }
    throw Failure(reason: "占比没有说明是什么与什么之比")
  }

  /// What is to be said of a share that did not fit its amounts last year: perhaps it is of another
  /// whole.
  private func doubt(share: Int, _ part: Int, _ whole: Interval?) -> String? {
    guard let amount = facts.statements[part].quantity.interval, let whole,
      let printed = facts.statements[share].quantity.interval,
      Rounding.ratio(amount, to: whole, equals: printed) == false
    else { return nil }
    return "上年原文的占比“\(quote(share))”与金额不符，请核对是占什么的比例"
  }

  private func ratio(_ part: Result, of whole: Result) -> Result {
    Result(
      grains: part.grains, whole: whole.grains, source: "\(part.source) ÷ \(whole.source)",
      doubt: part.doubt ?? whole.doubt, isAbsent: part.isAbsent)
  }
}

extension RollNumbers {
  /// The same numbers, looked up in other tables.
  func looking(in tables: RollTables) -> RollNumbers {
    var copy = self
    copy.tables = tables
    return copy
  }
}
