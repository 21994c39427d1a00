internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// Brings one passage of last year's narrative to this year: its numbers, direction words, years
/// and reasons.
struct PassageRoller {
  let numbers: RollNumbers
  let style: NumberStyle
  let years: YearMover
  private let passage: Passage
  private let passageIndex: Int
  private let statements: Range<Int>
  private let bytes: [UInt8]
  private let section: String
  private(set) var edits = TextEdits()
  private(set) var journal: [RolledNumber] = []
  private(set) var items: [RolledReport.ItemChange] = []
  /// The changes that were found, by where they stand, with their new sign and their subject.
  private var changes: [Change] = []
  /// Sentences that keep a number of last year, by the offset of their end.
  private var keptSentences: [Int] = []
  private var handledRates: Set<Int> = []

  private struct Change {
    var offset: Int
    var subject: Subject
    /// Nil where it is not known.
    var sign: Int?
    var oldSign: Int
  }

  private var facts: Facts { numbers.reading.facts }

  init(
    _ index: Int, statements: Range<Int>, numbers: RollNumbers, style: NumberStyle,
    years: YearMover, section: String, newName: String? = nil
  ) {
    self.newName = newName
    passageIndex = index
    passage = numbers.reading.facts.passages[index]
    self.statements = statements
    self.numbers = numbers
    self.style = style
    self.years = years
    self.section = section
    bytes = passage.text.utf8
  }

  /// Finds all changes of the passage.
  mutating func roll() {
    let clauses = ReasonClauses.all(in: bytes, numbers.reading.vocabulary)
    collectChanges()
    rollReasons(clauses)
    rollLists()
    for index in statements where !handledRates.contains(index) { roll(index) }
    for unchanged in facts.unchanged where unchanged.passage == passageIndex {
      roll(unchanged, clauses)
    }
    for comparison in facts.comparisons where comparison.passage == passageIndex {
      roll(comparison)
    }
    for absence in facts.absences where absence.passage == passageIndex { roll(absence) }
    markKeptSentences()
    rollYears()
  }

  var text: [UInt8] { edits.applied(to: bytes) }

  /// Puts a text in the place of another, as for the name of a 科目.
  mutating func rename(_ range: Range<Int>, to name: String, because reason: String) {
    guard quote(range) != name, edits.add(range, name) else { return }
    note(.computed, range, name, reason)
  }

  /// Leaves open what the money is for.
  mutating func openPurposes() {
    let vocabulary = numbers.reading.vocabulary
    for clause in ReasonClauses.all(in: bytes, vocabulary, word: .purpose) {
      guard edits.add(clause.body, "【请填写：用途】") else { continue }
      note(.open, clause.body, "【请填写：用途】", "新增科目的用途")
    }
  }

  // MARK: The journal

  private func quote(_ range: Range<Int>) -> String { passage.text.string(range) }

  private mutating func note(
    _ state: RolledNumber.State, _ range: Range<Int>, _ after: String, _ reason: String,
    doubt: String? = nil
  ) {
    journal.append(
      RolledNumber(
        state: state, section: section, before: quote(range), after: after, reason: reason,
        doubt: doubt))
  }

  private mutating func replace(_ range: Range<Int>, _ text: String) {
    if quote(range) != text { edits.add(range, text) }
  }

  // MARK: Lists

  private mutating func rollLists() {
    guard newName == nil else { return }
    for list in NameList.all(in: passage, numbers.tables) {
      let before = quote(list.range)
      guard edits.add(list.range, list.text) else { continue }
      journal.append(
        RolledNumber(
          state: .computed, section: section, before: before, after: list.text, reason: "表中有数的科目"))
      for (code, name) in list.removed { tell(.removed, code, name) }
      for (code, name) in list.added { tell(.added, code, name) }
    }
    for list in AmountList.all(in: passageIndex, statements: statements, numbers.tables) {
      roll(list)
    }
  }

  private mutating func tell(
    _ kind: RolledReport.ItemChange.Kind, _ code: String, _ name: String
  ) {
    items.append(RolledReport.ItemChange(kind: kind, section: section, code: code, name: name))
  }

  private mutating func roll(_ list: AmountList) {
    let kept = list.parts.filter { !isGone($0, list) }
    guard !kept.isEmpty else { return }
    for row in list.missingRows(numbers.tables) {
      guard let code = row.code, let model = kept.last(where: { $0.code < code }) ?? kept.first,
        let text = text(row, code, list, like: model)
      else { continue }
      let end = model.range.upperBound
      edits.add(end..<end, list.separator + text)
      tell(.added, code, row.label)
    }
    for (place, part) in list.parts.enumerated() where isGone(part, list) {
      // With the separator behind it, or before it at the end.
      let isLast = place == list.parts.count - 1
      let range =
        isLast
        ? list.parts[place - 1].range.upperBound..<part.range.upperBound
        : part.range.lowerBound..<list.parts[place + 1].range.lowerBound
      guard edits.add(range, "") else { continue }
      note(.computed, part.range, "", "本年没有这个科目的数")
      tell(.removed, part.code, quote(part.mention))
    }
  }

  private func isGone(_ part: AmountList.Part, _ list: AmountList) -> Bool {
    let place = RollTables.Place.row(list.column, code: part.code)
    return numbers.tables.value(place, .now)?.grains == 0
      && numbers.tables.value(place, .last)?.grains != 0
  }

  /// A part for another row, written as the one beside it.
  private mutating func text(
    _ row: BoundRow, _ code: String, _ list: AmountList, like model: AmountList.Part
  ) -> String? {
    guard let value = numbers.tables.value(.row(list.column, code: code), .now) else { return nil }
    var part = TextEdits()
    let isMarked = quote(model.mention).contains("（类）")
    part.add(model.mention, row.label + (isMarked ? "（类）" : ""))
    for index in model.statements {
      let statement = facts.statements[index]
      let digits: String?
      if let amount = statement.quantity.amount {
        digits = style.digits(value.grains, like: amount)
      } else {
        let whole = try? numbers.result(index).whole
        digits = whole.flatMap {
          style.percentage(value.grains, of: $0, like: statement.quantity.percentage)
        }
      }
      guard let digits else { return nil }
      part.add(statement.digits, digits)
      journal.append(
        RolledNumber(
          state: .computed, section: section, before: "",
          after: digits + quote(statement.digits.upperBound..<statement.range.upperBound),
          reason: "新增科目“\(row.label)”：\(value.source)"))
    }
    return String(decoding: part.applied(to: bytes, in: model.range), as: UTF8.self)
  }

  // MARK: Numbers

  private mutating func roll(_ index: Int) {
    let statement = facts.statements[index]
    guard statement.quantity.printed != nil || statement.quantity == .malformed else { return }
    guard statement.region != .reason, !edits.meets(statement.range) else { return }
    guard let meaning = statement.meaning else {
      keep(statement, statement.unboundReason ?? "没有读懂这个数")
      return
    }
    if case .unnamed = meaning.subject {
      keep(statement, "没有读懂属于哪一项")
      return
    }
    switch meaning.aspect {
    case .change(let base): rollChange(index, statement, meaning, base)
    case .rate: rollRate(index, statement)
    default: rollValue(index, statement, meaning)
    }
  }

  private mutating func keep(_ statement: Statement, _ reason: String) {
    note(.copied, statement.range, quote(statement.range), reason)
    guard !numbers.keepsText else { return }
    let end = sentenceEnd(statement.range.upperBound)
    if keptSentences.last != end { keptSentences.append(end) }
  }

  private mutating func rollValue(_ index: Int, _ statement: Statement, _ meaning: Meaning) {
    do throws(RollNumbers.Failure) {
      let result = try numbers.result(index)
      if result.isCopied { throw RollNumbers.Failure(reason: "表中没有这个数") }
      guard let text = printed(result, like: statement) else {
        try dropOrOpen(statement, meaning, result)
        return
      }
      replace(statement.digits, text)
      let after = text + quote(statement.digits.upperBound..<statement.range.upperBound)
      note(.computed, statement.range, after, result.source, doubt: result.doubt)
    } catch {
      open(statement, blank(meaning), error.reason)
    }
  }

  private func printed(_ result: RollNumbers.Result, like statement: Statement) -> String? {
    if let whole = result.whole {
      if let number = statement.quantity.percentage, isRight(number, result.grains, whole) {
        return quote(statement.digits)
      }
      if whole == 0, result.grains == 0, let number = statement.quantity.percentage {
        return PrintedNumber(mantissa: 0, decimals: number.decimals).description
      }
      return style.percentage(result.grains, of: whole, like: statement.quantity.percentage)
    }
    return statement.quantity.amount.flatMap { style.digits(result.grains, like: $0) }
  }

  /// Whether a percentage that stays in its own year fits its amounts, as those are rounded
  /// themselves.
  private func isRight(_ number: PrintedNumber, _ part: Int128, _ whole: Int128) -> Bool {
    guard numbers.keepsText, let ratio = Quantity.percentage(number.magnitude).interval,
      let part = Self.rounded(abs(part)), let whole = Self.rounded(abs(whole))
    else { return false }
    return Rounding.ratio(part, to: whole, equals: ratio) ?? false
  }

  /// The values that an amount with the usual decimals stands for.
  private static func rounded(_ grains: Int128) -> Interval? {
    Amount(grains: grains, unit: usual.unit, decimals: usual.number.decimals)?.interval
  }

  /// A percentage of nothing says nothing: its clause goes, if it has one of its own.
  private mutating func dropOrOpen(
    _ statement: Statement, _ meaning: Meaning, _ result: RollNumbers.Result
  ) throws(RollNumbers.Failure) {
    guard result.whole == 0, let start = ownClause(statement) else {
      throw RollNumbers.Failure(reason: "算不出来：\(result.source)")
    }
    edits.add(start..<statement.range.upperBound, "")
    note(.computed, start..<statement.range.upperBound, "", "基数为零，不写比率：\(result.source)")
  }

  /// Where the clause of a number starts with its comma, if no other number stands in it.
  private func ownClause(_ statement: Statement) -> Int? {
    let comma = Array("，".utf8)
    var offset = statement.range.lowerBound
    while offset > 0 {
      offset -= 1
      if bytes.hasBytes(comma, at: offset) { return offset }
      if (0x30...0x39).contains(bytes[offset]) { return nil }
    }
    return nil
  }

  /// Leaves a number open; text that stays in its own year keeps it.
  private mutating func open(_ statement: Statement, _ what: String, _ reason: String) {
    open(statement.range, what, reason)
  }

  private mutating func open(_ range: Range<Int>, _ what: String, _ reason: String) {
    guard !numbers.keepsText else {
      note(.copied, range, quote(range), reason)
      return
    }
    let blank = "【请填写：\(what)】"
    guard edits.add(range, blank) else { return }
    note(.open, range, blank, reason)
  }

  /// What a subject is called in a blank.
  private func name(_ subject: Subject) -> String {
    if let newName, !isConcept(subject) { return newName }
    return SubjectNames.text(subject)
  }

  private func isConcept(_ subject: Subject) -> Bool {
    if case .concept = subject { true } else { false }
  }

  private func blank(_ meaning: Meaning) -> String {
    let name = name(meaning.subject)
    switch meaning.aspect {
    case .level(let measure):
      return (meaning.year == nil ? "" : "上年") + name + (measure == .budget ? "" : measure.rawValue)
    case .change: return "\(name)的增减额"
    case .rate: return "\(name)的增减比例"
    case .completion: return "\(name)的完成率"
    case .share: return "\(name)的占比"
    case .count(let classifier): return "\(name)（\(classifier)数）"
    }
  }

  // MARK: Changes

  /// The signs of all changes, which reasons depend on.
  private mutating func collectChanges() {
    for index in statements {
      let statement = facts.statements[index]
      guard let meaning = statement.meaning, statement.region == .plain else { continue }
      switch meaning.aspect {
      case .change, .rate:
        let result = try? numbers.result(index)
        changes.append(
          Change(
            offset: statement.range.upperBound, subject: meaning.subject,
            sign: result.map { sign($0.grains, like: statement) },
            oldSign: statement.direction == .down ? -1 : 1))
      default: continue
      }
    }
    for unchanged in facts.unchanged where unchanged.passage == passageIndex {
      let result = try? result(unchanged)
      changes.append(
        Change(
          offset: unchanged.range.upperBound, subject: unchanged.subject,
          sign: result.map { Int($0.grains.signum()) }, oldSign: 0))
    }
    changes.sort { $0.offset < $1.offset }
  }

  /// The sign of a change as it is printed: what rounds to nothing is none.
  private func sign(_ grains: Int128, like statement: Statement) -> Int {
    if let amount = statement.quantity.amount,
      let text = style.digits(grains, like: amount), isZero(text)
    {
      return 0
    }
    return Int(grains.signum())
  }

  private func isZero(_ digits: String) -> Bool {
    digits.utf8.allSatisfy { !(0x31...0x39).contains($0) }
  }

  /// The rate that the sentence gives with a change.
  private func rate(behind index: Int) -> Int? {
    let next = index + 1
    guard next < statements.upperBound, case .rate = facts.statements[next].meaning?.aspect,
      facts.statements[next].meaning?.subject == facts.statements[index].meaning?.subject,
      facts.statements[next].sentence == facts.statements[index].sentence
    else { return nil }
    return next
  }

  private mutating func rollChange(
    _ index: Int, _ statement: Statement, _ meaning: Meaning, _ base: Base
  ) {
    let rate = rate(behind: index)
    if let rate { handledRates.insert(rate) }
    let end = rate.map { facts.statements[$0].range.upperBound } ?? statement.range.upperBound
    let start = directionStart(statement)
    do throws(RollNumbers.Failure) {
      let result = try numbers.result(index)
      guard let amount = statement.quantity.amount,
        let digits = style.digits(abs(result.grains), like: amount)
      else { throw RollNumbers.Failure(reason: "没有读懂这个数") }
      if isZero(digits) {
        // 0 stays 0 where the drafter printed it.
        guard !amount.number.isZero else { return keepZero(statement, rate, result) }
        if rewriteAbsence(statement, result, through: end) { return }
        sayWith(before: start)
        edits.add(start..<end, DirectionWords.unchanged)
        note(.computed, start..<end, DirectionWords.unchanged, result.source, doubt: result.doubt)
        return
      }
      if rewriteAbsence(statement, result, through: end) { return }
      turn(statement, result)
      replace(statement.digits, digits)
      let after = digits + quote(statement.digits.upperBound..<statement.range.upperBound)
      note(.computed, statement.range, after, result.source, doubt: result.doubt)
      if let rate { rollRate(behind: statement, rate, result) }
    } catch {
      open(start..<end, "\(name(meaning.subject))的增减额和增减率", error.reason)
    }
  }

  /// 比上年持平 is said with 与.
  private mutating func sayWith(before end: Int) {
    let start = clauseStart(before: end)
    for word in ["比", "较"].map({ Array($0.utf8) }) {
      guard let place = bytes.firstOffset(of: word, from: start, to: end),
        !bytes.hasBytes(Array("相".utf8), at: place - word.count),
        !bytes.hasBytes(Array("例".utf8), at: place + word.count)
      else { continue }
      edits.add(place..<(place + word.count), "与")
      return
    }
  }

  /// Where the clause starts in which an offset stands.
  private func clauseStart(before offset: Int) -> Int {
    let marks = ["，", "。", "；", "：", "）"].map { Array($0.utf8) }
    var start = offset
    while start > 0, !marks.contains(where: { bytes.hasBytes($0, at: start - $0.count) }) {
      start -= 1
    }
    return start
  }

  /// 上年未安排，本年增加…: once there was something the year before, its sentence is another one.
  private mutating func rewriteAbsence(
    _ statement: Statement, _ result: RollNumbers.Result, through end: Int
  ) -> Bool {
    let clause = clauseStart(before: statement.range.lowerBound)
    guard clause > 0, let whole = result.whole, whole != 0, !numbers.keepsText else {
      return false
    }
    let before = clauseStart(before: clause - Array("，".utf8).count)
    let absent = quote(before..<clause)
    guard let year = years.mentions(in: Array(absent.utf8), .narrative).first?.text,
      ["未", "没有", "无"].contains(where: { absent.contains($0) })
    else { return false }
    let like = statement.quantity.amount
    let isSame = like.flatMap { style.digits(result.grains, like: $0) }.map(isZero) ?? false
    let text =
      isSame ? "与\(year)年\(DirectionWords.unchanged)" : "比\(year)年\(change(result, like: like))"
    guard edits.add(before..<end, text) else { return false }
    note(.computed, before..<end, text, result.source, doubt: result.doubt)
    return true
  }

  private mutating func keepZero(
    _ statement: Statement, _ rate: Int?, _ result: RollNumbers.Result
  ) {
    note(.computed, statement.range, quote(statement.range), result.source)
    guard let rate else { return }
    let range = facts.statements[rate].range
    note(.computed, range, quote(range), result.source)
  }

  private mutating func rollRate(
    behind change: Statement, _ index: Int, _ result: RollNumbers.Result
  ) {
    let statement = facts.statements[index]
    if let whole = result.whole, let number = statement.quantity.percentage,
      isRight(number, result.grains, whole)
    {
      turn(statement, result)
      note(.computed, statement.range, quote(statement.range), "（\(result.source)）÷ 上年数")
      return
    }
    guard let whole = result.whole,
      let text = style.percentage(
        abs(result.grains), of: abs(whole), like: statement.quantity.percentage)
    else {
      let range = change.range.upperBound..<statement.range.upperBound
      edits.add(range, "")
      note(.computed, range, "", "基数为零，不写比率：\(result.source)")
      return
    }
    turn(statement, result)
    replace(statement.digits, text)
    note(.computed, statement.range, text + "%", "（\(result.source)）÷ 上年数", doubt: result.doubt)
  }

  /// A rate without its change.
  private mutating func rollRate(_ index: Int, _ statement: Statement) {
    do throws(RollNumbers.Failure) {
      let result = try numbers.result(index)
      let start = directionStart(statement)
      let range = start..<statement.range.upperBound
      guard result.grains != 0 else {
        edits.add(range, DirectionWords.unchanged)
        note(.computed, range, DirectionWords.unchanged, result.source)
        return
      }
      guard let whole = result.whole,
        let text = style.percentage(
          abs(result.grains), of: abs(whole), like: statement.quantity.percentage)
      else {
        let text = change(result, like: nil)
        edits.add(range, text)
        note(.computed, range, text, "基数为零，不写比率：\(result.source)")
        return
      }
      turn(statement, result)
      replace(statement.digits, text)
      note(.computed, statement.range, text + "%", result.source, doubt: result.doubt)
    } catch {
      let name = statement.meaning.map { self.name($0.subject) } ?? ""
      open(directionStart(statement)..<statement.range.upperBound, "\(name)的增减比例", error.reason)
    }
  }

  /// 增加12.30万元，增长4.56%.
  private func change(_ result: RollNumbers.Result, like amount: Amount?) -> String {
    let direction: Direction = result.grains < 0 ? .down : .up
    let amount = amount ?? Amount(PrintedNumber(mantissa: 0, decimals: 2), .tenThousandYuan)
    let digits = style.digits(abs(result.grains), like: amount) ?? ""
    let text = DirectionWords.amount(direction) + digits + amount.unit.rawValue
    guard let whole = result.whole,
      let rate = style.percentage(abs(result.grains), of: abs(whole), like: nil)
    else { return text }
    return "\(text)，\(DirectionWords.rate(direction))\(rate)%"
  }

  /// Turns the direction word where the new sign is another one.
  private mutating func turn(_ statement: Statement, _ result: RollNumbers.Result) {
    guard let range = statement.directionRange, result.grains != 0 else { return }
    let direction: Direction = result.grains < 0 ? .down : .up
    guard statement.direction != direction,
      let word = DirectionWords.turned(quote(range), to: direction)
    else { return }
    edits.add(range, word)
  }

  /// Where the words of a change start: its direction word, 各 before it included.
  private func directionStart(_ statement: Statement) -> Int {
    var start = statement.directionRange?.lowerBound ?? statement.range.lowerBound
    for word in ["各", "均"] where bytes.hasBytes(Array(word.utf8), at: start - 3) { start -= 3 }
    return start
  }

  // MARK: What was as before

  private func result(_ unchanged: Facts.Unchanged) throws(RollNumbers.Failure)
    -> RollNumbers.Result
  {
    let meaning = Meaning(
      subject: unchanged.subject, aspect: .change(unchanged.base), section: unchanged.section)
    guard let near = unchanged.level ?? nearStatement(unchanged) else {
      throw RollNumbers.Failure(reason: "没有说明属于哪一项")
    }
    return try numbers.change(meaning, unchanged.base, at: near)
  }

  private func nearStatement(_ unchanged: Facts.Unchanged) -> Int? {
    statements.last { facts.statements[$0].range.upperBound <= unchanged.range.lowerBound }
      ?? statements.first
  }

  private mutating func roll(_ unchanged: Facts.Unchanged, _ clauses: [ReasonClauses.Clause]) {
    guard !edits.meets(unchanged.range) else { return }
    let name = self.name(unchanged.subject)
    do throws(RollNumbers.Failure) {
      let result = try result(unchanged)
      let like = unchanged.level.flatMap { facts.statements[$0].quantity.amount }
      guard let digits = style.digits(result.grains, like: like ?? Self.usual), !isZero(digits)
      else {
        note(.computed, unchanged.range, quote(unchanged.range), result.source)
        return
      }
      var text = change(result, like: like)
      if !hasComparison(before: unchanged.range.lowerBound) { text = "相比" + text }
      if !clauses.contains(where: { isNext($0, behind: unchanged.range.upperBound) }) {
        text += "，主要原因是【请填写：\(name)变动的原因】"
      }
      edits.add(unchanged.range, text)
      note(.computed, unchanged.range, text, result.source, doubt: result.doubt)
    } catch {
      open(unchanged.range, "\(name)的增减额和增减率", error.reason)
    }
  }

  private static let usual = Amount(PrintedNumber(mantissa: 0, decimals: 2), .tenThousandYuan)

  /// Whether the clause before an offset says 相比 or 比 already; 与上年数 alone asks for 一致.
  private func hasComparison(before offset: Int) -> Bool {
    let start = clauseStart(before: offset)
    return ["比", "较"].contains {
      bytes.firstOffset(of: Array($0.utf8), from: start, to: offset) != nil
    }
  }

  private func isNext(_ clause: ReasonClauses.Clause, behind offset: Int) -> Bool {
    clause.intro.lowerBound >= offset
      && clause.intro.lowerBound - offset <= 12
  }

  // MARK: What there was not

  /// A sentence that says that there is none of something that there is this year.
  private mutating func roll(_ absence: Facts.Absence) {
    let measure = numbers.reading.vocabulary.defaultMeasure
    guard !numbers.keepsText || !statements.isEmpty,
      let now = try? numbers.level(of: absence.subject, measure, in: absence.section),
      now.grains != 0, let digits = style.digits(now.grains, like: Self.usual)
    else { return }
    let end = sentenceEnd(absence.range.upperBound)
    let amount = digits + Self.usual.unit.rawValue
    let blank = "【请填写：本年有\(name(absence.subject))\(amount)，请改写这一句】"
    guard edits.add(end..<end, blank) else { return }
    note(.open, absence.range, blank, "本年的表中有数：\(now.source)")
  }

  // MARK: 大于, 小于, 等于

  private mutating func roll(_ comparison: Comparison) {
    guard let subject = comparison.subject, !edits.meets(comparison.range),
      let near = comparison.final ?? comparison.budget ?? comparison.rate
    else { return }
    do throws(RollNumbers.Failure) {
      let final = try numbers.level(of: subject, .finalAmount, near: near)
      let budget: RollNumbers.Result
      if let index = comparison.budget {
        budget = try numbers.result(index)
      } else {
        budget = try numbers.level(of: subject, .originalBudget, near: near)
      }
      let order: Order =
        final.grains > budget.grains ? .above : final.grains < budget.grains ? .below : .equal
      let isSame = order == comparison.order || comparison.order.allows(order)
      let word = isSame ? quote(comparison.range) : DirectionWords.order(order)
      replace(comparison.range, word)
      note(.computed, comparison.range, word, "\(final.source)，\(budget.source)")
    } catch {
      open(comparison.range, "大于、小于或等于", error.reason)
    }
  }

  // MARK: Reasons

  private mutating func rollReasons(_ clauses: [ReasonClauses.Clause]) {
    guard !numbers.keepsText else { return }
    var start = 0
    for clause in clauses {
      defer { start = clause.body.upperBound }
      let related = changes.filter { (start..<clause.intro.lowerBound).contains($0.offset - 1) }
      let isReason = quote(clause.intro).contains("原因")
      guard !related.isEmpty || isReason else { continue }
      if !related.isEmpty, related.allSatisfy({ $0.sign == 0 }) {
        drop(clause)
      } else {
        blank(clause, related)
      }
    }
  }

  private mutating func drop(_ clause: ReasonClauses.Clause) {
    var range = clause.intro.lowerBound..<clause.body.upperBound
    let comma = Array("，".utf8)
    let stop = Array("。".utf8)
    if bytes.hasBytes(comma, at: range.lowerBound - comma.count) {
      range = (range.lowerBound - comma.count)..<range.upperBound
    } else if bytes.hasBytes(stop, at: range.upperBound) {
      range = range.lowerBound..<(range.upperBound + stop.count)
    }
    edits.add(range, "")
    note(.computed, range, "", "与上年持平，不写原因")
  }

  private mutating func blank(_ clause: ReasonClauses.Clause, _ related: [Change]) {
    let subject = related.last?.subject ?? lastSubject(before: clause.intro.lowerBound)
    let name = subject.map { self.name($0) + "变动" } ?? "变动"
    let old = quote(clause.body)
    let isPlain =
      !old.utf8.contains { (0x30...0x39).contains($0) } && !old.contains { "。；".contains($0) }
    let hint =
      newName == nil && isPlain && old.unicodeScalars.count <= Self.longestHint
      ? "，上年写的是：\(old)" : ""
    let blank = "【请填写：\(name)的原因\(hint)】"
    turnIntro(clause)
    guard edits.add(clause.body, blank) else { return }
    note(.open, clause.body, blank, "原因每年不同，不能照抄")
  }

  private static let longestHint = 60

  /// Whom the sentence speaks of.
  private func lastSubject(before offset: Int) -> Subject? {
    let last = statements.last {
      facts.statements[$0].range.upperBound <= offset && facts.statements[$0].meaning != nil
    }
    return last.flatMap { facts.statements[$0].meaning?.subject }
  }

  /// 支出增加的主要原因是: the word follows the new sign of the change before it.
  private mutating func turnIntro(_ clause: ReasonClauses.Clause) {
    let end = clause.intro.lowerBound
    for word in ["增加的", "减少的", "增长的", "下降的", "增加", "减少"] {
      let start = end - word.utf8.count
      guard bytes.hasBytes(Array(word.utf8), at: start) else { continue }
      let range = start..<(start + 6)
      guard !edits.meets(range), !changes.contains(where: { $0.offset > start && $0.offset < end })
      else { return }
      guard let sign = introSign, sign != 0 else {
        open(range, "增加或减少", "没有可以判断的增减额")
        return
      }
      guard let turned = DirectionWords.turned(quote(range), to: sign < 0 ? .down : .up) else {
        return
      }
      edits.add(range, turned)
      note(.computed, range, turned, "按前文的增减额")
      return
    }
  }

  /// The 科目 for which the passage is written anew, so that nothing of the old one may stay.
  private let newName: String?

  /// The sign of the change that a sentence with a reason alone speaks of: the last one before.
  var introSign: Int?

  /// The sign of the first change of the passage, for the passages behind it.
  var firstSign: Int? { changes.first.flatMap(\.sign) }

  // MARK: Marks and years

  private func sentenceEnd(_ offset: Int) -> Int {
    bytes.firstOffset(of: Array("。".utf8), from: offset) ?? bytes.count
  }

  /// What is put behind a sentence that keeps numbers of last year.
  static let mark = "【请填写：核对本句沿用的上年数】"

  private mutating func markKeptSentences() {
    for end in keptSentences { edits.add(end..<end, Self.mark) }
  }

  private mutating func rollYears() {
    let place: YearMover.Place = passage.kind == .heading ? .heading : .narrative
    for mention in years.mentions(in: bytes, place) {
      if let text = mention.text {
        guard edits.add(mention.range, text) else { continue }
        note(.computed, mention.range, text, "年度", doubt: mention.note)
      } else if let reason = mention.note, !edits.meets(mention.range) {
        note(.copied, mention.range, quote(mention.range), reason)
      }
    }
  }
}

extension Order {
  /// Whether 不大于 and 不小于 still say what is so.
  fileprivate func allows(_ order: Order) -> Bool {
    switch self {
    case .notAbove: order != .above
    case .notBelow: order != .below
    case .above, .below, .equal: false
    }
  }
}
