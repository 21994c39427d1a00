internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// 一般公共预算当年拨款: what is said of the year alone, where the tables hold what was carried over too.
extension CheckBuilder {
  /// Whether an amount that is less than its cell is said to be that of the year alone, and what was
  /// carried over may make up the difference.
  func leavesOutCarried(_ index: Int, _ stated: Amount, _ sources: [Check.Source]) -> Bool {
    guard let carried = carriedOver(into: index) else { return false }
    let isOfYearAlone = isOfYearAlone(index)
    return sources.contains { source in
      let difference = source.interval - stated.interval
      return difference.upper > 0 && difference.lower <= carried.upper
        && (isOfYearAlone || isTold(difference, beside: index))
    }
  }

  /// 一般公共预算拨款支出甲、…、上年结转安排支出乙: whether the sentence tells what the difference is.
  private func isTold(_ difference: Interval, beside index: Int) -> Bool {
    let statement = facts.statements[index]
    return facts.statements(of: statement.passage).contains { other in
      other.sentence == statement.sentence && other.direction == nil
        && other.quantity.amount.map { Rounding.equal($0.interval, difference) } ?? false
    }
  }

  /// 当年拨款甲，比上年增加乙; 预算支出丙（含上年结转），比上年增加丁: whether one of two amounts is said to be that of the
  /// year alone, and the other is not, or what they differ by is told beside one, where something was
  /// carried over.
  func differInCarried(_ first: Int, _ second: Int) -> Bool {
    guard carriedOver(into: first) != nil else { return false }
    if isOfYearAlone(first) != isOfYearAlone(second) { return true }
    guard let one = interval(first), let two = interval(second) else { return false }
    return one.upper < two.lower
      ? isTold(two - one, beside: first) : isTold(one - two, beside: second)
  }

  /// Whether what was carried over may make up the difference of the parts of a subject and itself.
  func differsInCarried(_ parts: Interval, _ total: Interval, _ index: Int) -> Bool {
    guard !Rounding.equal(parts, total), let carried = carriedOver(into: index) else {
      return false
    }
    let difference = parts.lower > total.upper ? parts - total : total - parts
    return difference.lower <= carried.upper
  }

  /// What was carried over into a subject, as far as the tables or the text tell it; nil if nothing.
  private func carriedOver(into index: Int) -> Interval? {
    for id in carriedConcepts(of: facts.statements[index]) {
      let cells = evidence.sources(of: .concept(id), vocabulary.defaultMeasure, in: nil)
      let told = (levels[.concept(id)] ?? []).compactMap { interval($0) }
      if let carried = (cells.map(\.interval) + told).first(where: { $0.lower > 0 }) {
        return carried
      }
    }
    return nil
  }

  private func carriedConcepts(of statement: Statement) -> [String] {
    guard let meaning = statement.meaning else { return [] }
    let id: String? =
      switch meaning.subject {
      case .concept(let id): id
      case .functional: vocabulary.section(meaning.section)?.subject
      case .economic, .project, .unnamed: nil
      }
    return id.flatMap { vocabulary.concept($0)?.carriedOver } ?? []
  }

  /// Whether the words before a number, or a heading above it in its section, speak of the year alone.
  private func isOfYearAlone(_ index: Int) -> Bool {
    let statement = facts.statements[index]
    let passage = facts.passages[statement.passage]
    if speaksOfYearAlone(passage.text.utf8.part(0..<statement.range.lowerBound)) { return true }
    for heading in facts.passages[..<statement.passage].reversed() {
      guard heading.role == passage.role else { return false }
      if heading.kind == .heading, speaksOfYearAlone(heading.text.utf8) { return true }
    }
    return false
  }

  private func speaksOfYearAlone(_ text: [UInt8]) -> Bool {
    let text = NormalText.bytes(of: text)
    return vocabulary.words(.yearAlone).contains { text.firstOffset(of: $0) != nil }
  }
}
