internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// What the narrative says of all projects together and their sheets contradict.
extension CheckBuilder {
  /// 其中, behind which parts are told.
  private static let ofWhich = ["其中", "包括"].map { [UInt8]($0.utf8) }
  private static let average = [UInt8]("平均".utf8)
  private static let original = [UInt8]("年初".utf8)
  private static let budget = [UInt8]("预算".utf8)
  private static let spending = [UInt8]("支出".utf8)

  /// The numbers of a paragraph that speak of all projects that it counts.
  private struct Told {
    /// 3个 in 3个项目.
    var count: Int
    var numbers: [Int] = []
    /// How many of the sums over all sheets are among the numbers.
    var agreeing = 0
    /// Whether the count is that of the sheets.
    var countsSheets = false
    /// Whether the sentence of the count says that the sheets are published.
    var isOfPublished = false

    /// Whether it cannot but speak of just these sheets: it gives one of their sums to the last
    /// digit, or says that so many are published as there are.
    var isProven: Bool { agreeing > 0 || countsSheets && isOfPublished }
  }

  /// Holds what a paragraph says of all projects against the sheets, if it speaks of just these.
  ///
  /// - Parameter statements: the numbers of a paragraph on performance.
  mutating func contradict(_ statements: [Int], _ totals: SheetTotals) {
    guard totals.sheets.count > 1, let told = told(statements, totals), told.isProven else {
      return
    }
    if !told.countsSheets, told.agreeing > 0, !totals.mayLackSheets {
      addCount(told.count, totals.sheets, totals, "")
    }
    // Of published projects, the sentences behind may speak of all that there are.
    let sentence = facts.statements[told.count].sentence
    for index in told.numbers
    where told.agreeing > 0 || facts.statements[index].sentence == sentence {
      switch quantity(index) {
      case .amount(let amount): contradict(index, amount, totals)
      case .count(_, "分"): contradictAverage(index, totals)
      case .count: contradictGrade(index, totals)
      case .percentage where isOfAll(index, told, totals): contradictRate(index, told, totals)
      case .percentage, .bare, .year, .label, .malformed: break
      }
    }
  }

  /// The first count of projects of a paragraph with what is told of all of them: up to 其中, or to
  /// the next count of projects.
  private func told(_ statements: [Int], _ totals: SheetTotals) -> Told? {
    guard let first = statements.firstIndex(where: { isCountOfProjects($0) }) else { return nil }
    let count = statements[first]
    let text = facts.passages[facts.statements[count].passage].text.utf8
    let start = facts.statements[count].range.upperBound
    let end = Self.ofWhich.compactMap { text.firstOffset(of: $0, from: start) }.min() ?? text.count
    var told = Told(count: count)
    for index in statements[(first + 1)...] {
      guard facts.statements[index].range.lowerBound < end, !isCountOfProjects(index) else { break }
      guard facts.statements[index].region == .plain else { continue }
      told.numbers.append(index)
      let isSum = [totals.budget, totals.executed].compactMap(\.self).contains { total in
        quantity(index).amount.map { Rounding.equal($0.interval, total.interval) } ?? false
      }
      if isSum { told.agreeing += 1 }
    }
    told.countsSheets =
      quantity(count).printed?.grains == Interval.one * Int128(totals.sheets.count)
    told.isOfPublished = vocabulary.words(.publishing).contains {
      text.firstOffset(of: $0, from: sentenceStart(count), to: start + Self.publishingReach) != nil
    }
    return told
  }

  /// How far behind a count 公开 may stand, in bytes: 3个项目的自评结果予以公开.
  private static let publishingReach = 45

  private func isCountOfProjects(_ index: Int) -> Bool {
    guard case .count(_, "个") = quantity(index) else { return false }
    return isOfProjects(index)
  }

  private func sentenceStart(_ index: Int) -> Int {
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text.utf8
    let stop = [UInt8]("。".utf8)
    let before = Array(text[..<statement.range.lowerBound])
    return before.lastOffset(of: stop).map { $0 + stop.count } ?? 0
  }

  // MARK: Counts

  private mutating func addCount(
    _ index: Int, _ sheets: [PerformanceSheet], _ totals: SheetTotals, _ grade: String
  ) {
    guard let unit = classifier(index),
      let anchor = (sheets.first ?? totals.sheets.first).flatMap(SheetTotals.source)
    else { return }
    var source = anchor
    source.label = grade.isEmpty ? "自评表涉及的项目" : "自评表中等次为“\(grade)”的项目"
    source.printed = "\(sheets.count)\(unit)"
    var check = Check(
      kind: .table, operands: [index], sources: [source], holds: false,
      expected: "\(sheets.count)")
    check.rule = "PF15"
    check.subject = "项目个数"
    // Where the grades are drawn is not the same everywhere.
    check.isProbable = !grade.isEmpty
    if !grade.isEmpty { check.grounds = Ground.printed(totals.sheets.compactMap(\.totalScore)) }
    checks.append(check)
  }

  private func classifier(_ index: Int) -> String? {
    guard case .count(_, let classifier) = quantity(index) else { return nil }
    return classifier
  }

  private mutating func contradictGrade(_ index: Int, _ totals: SheetTotals) {
    guard totals.areGraded, let grade = grade(before: index, totals.grades) else { return }
    let sheets = totals.sheets(of: grade)
    guard quantity(index).printed?.grains != Interval.one * Int128(sheets.count) else { return }
    addCount(index, sheets, totals, grade)
  }

  /// 平均得分98.29分 of the scores of all sheets.
  private mutating func contradictAverage(_ index: Int, _ totals: SheetTotals) {
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text.utf8
    let start = stretch(before: index)
    guard let scores = totals.scores, let printed = quantity(index).printed,
      text.firstOffset(of: Self.average, from: start, to: statement.digits.lowerBound) != nil,
      let mean = Rounding.mean(scores.map(\.number.interval))
    else { return }
    let holds = Rounding.equal(printed.interval, mean)
    var source = Check.Source(
      label: "各自评表总得分的平均数", text: scores[0].text.slice(scores[0].range), interval: mean,
      amount: nil, exact: middle(mean))
    let expected = PrintedNumber(grains: middle(mean), decimals: max(printed.decimals, 2))
    source.printed = expected.map { "\($0)分" }
    var check = Check(
      kind: .table, operands: [index], sources: [source], holds: holds,
      expected: expected?.description,
      arithmetic: "(" + scores.map(\.number.description).joined(separator: " ＋ ")
        + ") ÷ \(scores.count)")
    check.rule = "PF13"
    check.grounds = Ground.printed(scores)
    check.subject = "平均得分"
    checks.append(check)
  }

  // MARK: Money

  /// 全年预算数合计…, 执行数合计… that are not what the sheets add up to.
  private mutating func contradict(_ index: Int, _ amount: Amount, _ totals: SheetTotals) {
    let known = [totals.budget, totals.executed, totals.original].compactMap(\.self)
    guard !amount.number.isZero,
      !known.contains(where: { Rounding.equal(amount.interval, $0.interval) }),
      let total = total(calledBefore: index, totals)
    else { return }
    let sum = total.cells.reduce(Int128(0)) { $0 + $1.exact }
    var check = Check(
      kind: .listed, operands: [index], sources: total.cells, holds: false,
      expected: Amount(grains: sum, unit: amount.unit, decimals: max(amount.number.decimals, 2))?
        .number.description,
      arithmetic: total.cells.compactMap(\.amount?.number.description)
        .joined(separator: " ＋ "))
    check.rule = "PF16"
    checks.append(check)
  }

  /// The sum that an amount is called: 全年预算数合计, 执行数合计; nil if it is called no sum, or one of
  /// something besides.
  private func total(calledBefore index: Int, _ totals: SheetTotals) -> SheetTotals.Total? {
    switch facts.statements[index].meaning?.subject {
    case .concept, .functional, .economic: return nil
    case .project, .unnamed, nil: break
    }
    let words = wordsLeading(to: index)
    func says(_ word: [UInt8]) -> Bool { words.firstOffset(of: word) != nil }
    guard vocabulary.words(.sum).contains(where: says) else { return nil }
    if vocabulary.words(.executed).contains(where: says) { return totals.executed }
    if says(Self.budget) { return says(Self.original) ? totals.original : totals.budget }
    return says(Self.spending) ? totals.executed : nil
  }

  /// Whether a rate stands in the sentence of the count or of a sum over all sheets: in another one
  /// it may be that of a project.
  private func isOfAll(_ index: Int, _ told: Told, _ totals: SheetTotals) -> Bool {
    let sentence = facts.statements[index].sentence
    let sums = [totals.budget, totals.executed].compactMap(\.self)
    return facts.statements[told.count].sentence == sentence
      || told.numbers.contains { other in
        facts.statements[other].sentence == sentence
          && sums.contains { total in
            quantity(other).amount.map { Rounding.equal($0.interval, total.interval) } ?? false
          }
      }
  }

  /// 完成预算的98.56%: of the sums.
  private mutating func contradictRate(_ index: Int, _ told: Told, _ totals: SheetTotals) {
    guard case .completion = facts.statements[index].meaning?.aspect,
      let executed = totals.executed, let budget = totals.budget, let ratio = interval(index),
      let printed = quantity(index).percentage,
      let holds = Rounding.ratio(
        narrowed(executed, told), to: narrowed(budget, told), equals: ratio), !holds
    else { return }
    let (part, whole) = (Self.sum(executed), Self.sum(budget))
    let expected = Rounding.percentage(part, of: whole, decimals: max(printed.decimals, 2))
    var check = Check(
      kind: .completion, operands: [index],
      sources: [
        Self.sumSource("自评表执行数之和", executed, part), Self.sumSource("自评表全年预算数之和", budget, whole),
      ], holds: false, expected: expected.map { "\($0)%" },
      arithmetic: Self.printed(part) + " ÷ " + Self.printed(whole))
    check.rule = "PF16"
    checks.append(check)
  }

  /// What a sum can be that the paragraph states itself, with fewer roundings.
  private func narrowed(_ total: SheetTotals.Total, _ told: Told) -> Interval {
    let stated = told.numbers.lazy.compactMap { quantity($0).amount?.interval }
    return stated.compactMap { total.interval.intersection($0) }.first ?? total.interval
  }

  private static func sum(_ total: SheetTotals.Total) -> Int128 {
    total.cells.reduce(0) { $0 + $1.exact }
  }

  private static func sumSource(
    _ label: String, _ total: SheetTotals.Total, _ sum: Int128
  ) -> Check.Source {
    Check.Source(
      label: label, text: total.cells[0].text, interval: total.interval, amount: nil, exact: sum)
  }

  private static func printed(_ sum: Int128) -> String {
    Amount(grains: sum, unit: .tenThousandYuan, decimals: 2)?.number.description ?? ""
  }

  // MARK: Counts by grade

  /// 项目39个，其中“优”的30个、“良”的8个、“中”的1个、“差”的0个; 5个项目，4个评为“优”、1个评为“良”: where all grades are
  /// told they add up to the projects, and never to more.
  mutating func buildGradeCounts(_ statements: [Int], _ grades: GradeScale) {
    var whole: Int?
    var parts: [GradeCount] = []
    for index in statements {
      guard case .count(_, "个") = quantity(index) else { continue }
      if let name = quotedWord(before: index) ?? quotedWord(behind: index) {
        parts.append(GradeCount(index: index, name: name))
      } else {
        addGrades(whole, parts, grades)
        parts = []
        whole = isOfProjects(index) || isBehindProjects(index) ? index : nil
      }
    }
    addGrades(whole, parts, grades)
  }

  private struct GradeCount {
    var index: Int
    var name: String
  }

  private mutating func addGrades(
    _ whole: Int?, _ parts: [GradeCount], _ grades: GradeScale
  ) {
    let names = Set(parts.map(\.name))
    let (known, top) = (Set(grades.names), grades.names.first ?? "")
    guard let whole, parts.count > 1, names.count == parts.count, names.contains(top),
      let total = interval(whole)
    else { return }
    for part in parts where isShared(part.index) {
      buildRatio(.share, part: part.index, whole: whole, ratio: part.index + 1)
    }
    let sum = sum(parts.map(\.index))
    let isAll =
      names.union(absentGrades(behind: parts[parts.count - 1].index)).isSuperset(of: known)
      || names.contains { names.contains(Self.not + $0) }
    let holds = Rounding.equal(sum, total)
    guard isAll || holds || sum.lower > total.upper else { return }
    var check = Check(
      kind: isAll || holds ? .listed : .partsWithin, operands: parts.map(\.index) + [whole],
      holds: holds,
      expected: expected(sum, like: quantity(whole)), arithmetic: arithmetic(parts.map(\.index)))
    check.rule = "PF15"
    checks.append(check)
  }

  /// 不 of 不合格, beside which 合格 is all the rest.
  private static let not = "不"

  private static let opening = [UInt8]("“".utf8)
  private static let closing = [UInt8]("”".utf8)
  private static let links = ["的", "项目", "数", "有", "共"].map { [UInt8]($0.utf8) }
  private static let project = [UInt8]("项目".utf8)

  /// The word in quotation marks whose projects a number counts: “优”的项目.
  private func quotedWord(before index: Int) -> String? {
    var words = wordsLeading(to: index)
    while let link = Self.links.first(where: { words.suffix($0.count).elementsEqual($0) }) {
      words.removeLast(link.count)
    }
    guard words.suffix(Self.closing.count).elementsEqual(Self.closing) else { return nil }
    words.removeLast(Self.closing.count)
    guard let start = words.lastOffset(of: Self.opening) else { return nil }
    return String(decoding: words[(start + Self.opening.count)...], as: UTF8.self)
  }

  /// The word in quotation marks that a number is told to be of: 4个评为“优”, 5个项目自评等级为“优”.
  private func quotedWord(behind index: Int) -> String? {
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text.utf8
    var start = statement.range.upperBound
    let links = [Self.space] + vocabulary.words(.gradingFiller)
    while let link = links.first(where: { text.hasBytes($0, at: start) }) {
      start += link.count
    }
    return quotedWord(text, at: start)
  }

  private func quotedWord(_ text: [UInt8], at start: Int) -> String? {
    guard text.hasBytes(Self.opening, at: start),
      case let open = start + Self.opening.count,
      let end = text.firstOffset(
        of: Self.closing, from: open, to: min(text.count, open + Self.longestGrade))
    else { return nil }
    return String(decoding: text[open..<end], as: UTF8.self)
  }

  /// …，没有“中”“差”: the grades that no project behind a count has.
  private func absentGrades(behind index: Int) -> Set<String> {
    let statement = facts.statements[index]
    let text = facts.passages[statement.passage].text.utf8
    let reach = min(text.count, statement.range.upperBound + Self.absenceReach)
    let absences = Self.absences.compactMap { word -> Int? in
      text.firstOffset(of: word, from: statement.range.upperBound, to: reach).map {
        $0 + word.count
      }
    }
    guard var start = absences.min() else { return [] }
    var names: Set<String> = []
    while let name = quotedWord(text, at: start) {
      names.insert(name)
      start += Self.opening.count + name.utf8.count + Self.closing.count
      if text.hasBytes(Self.pause, at: start) { start += Self.pause.count }
    }
    return names
  }

  private static let space = [UInt8(ascii: " ")]
  private static let absences = ["没有", "无"].map { [UInt8]($0.utf8) }
  private static let pause = [UInt8]("、".utf8)
  /// Three ideographs and a quotation mark.
  private static let longestGrade = 12
  /// Ten ideographs.
  private static let absenceReach = 30

  /// 项目39个, 项目共39个
  private func isBehindProjects(_ index: Int) -> Bool {
    var words = wordsLeading(to: index)
    while let link = Self.links.first(where: {
      $0 != Self.project && words.suffix($0.count).elementsEqual($0)
    }) {
      words.removeLast(link.count)
    }
    return words.suffix(Self.project.count).elementsEqual(Self.project)
  }

  /// What stands between a number and the one before it, without spaces.
  private func wordsLeading(to index: Int) -> [UInt8] {
    let statement = facts.statements[index]
    let bytes = facts.passages[statement.passage].text.utf8
    return bytes[stretch(before: index)..<statement.digits.lowerBound].filter { $0 != 0x20 }
  }
}
