public import FiscalModel
internal import FiscalNarrative
public import FiscalStandards
internal import FiscalText

/// Another disclosure of the same body that a report is compared with: last year's, or the budget
/// that was published for the year.
public struct PublishedDocument: Sendable {
  let report: Report
  let layout: Layout
  let tables: TableIndex
  let vocabulary: Vocabulary
  let facts: Facts
  let evidence: TableEvidence
  let text: DocumentText
  /// The statements of each subject's own-year levels, by measure.
  private let levels: [Key: [Int]]

  private struct Key: Hashable {
    var subject: Subject
    var measure: Measure
  }

  /// Reads what a bound report says.
  ///
  /// - Throws: a ``LayoutError`` if a data file of the layout is wrong.
  public init(report: Report, layout: Layout) throws(LayoutError) {
    self.report = report
    self.layout = layout
    tables = TableIndex(report, layout: layout)
    vocabulary = try VocabularyReader.vocabulary(for: layout).adding(
      tables, of: report, classifications: [:])
    facts = NarrativeReader.facts(of: report, vocabulary: vocabulary)
    evidence = TableEvidence(tables, vocabulary: vocabulary)
    text = DocumentText(facts.passages)
    var levels: [Key: [Int]] = [:]
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning, case .level(let measure) = meaning.aspect,
        meaning.year == nil, meaning.fund == nil, statement.region == .plain,
        statement.quantity.amount != nil
      else { continue }
      levels[Key(subject: meaning.subject, measure: measure), default: []].append(index)
    }
    self.levels = levels
  }

  /// The fiscal year, or nil if the document does not say it.
  public var year: Int? { report.year }

  /// What the document says a subject's amount is: a cell, else what the narrative states; nil if
  /// it does not say it, or says different things.
  func value(of subject: Subject, _ measure: Measure, in section: String?) -> PublishedValue? {
    let sources = evidence.sources(of: subject, measure, in: section)
    if let first = sources.first {
      let agree = sources.allSatisfy { Rounding.equal($0.interval, first.interval) }
      return agree ? value(first) : nil
    }
    return stated(subject, measure, in: section) ?? joint(subject, measure, in: section)
  }

  /// 收入总计950万元，支出总计950万元 tells what 收、支总计 is, and the other way round.
  private func joint(
    _ subject: Subject, _ measure: Measure, in section: String?
  ) -> PublishedValue? {
    guard case .concept(let id) = subject else { return nil }
    if let whole = vocabulary.concepts.first(where: { $0.jointOf.contains(id) }) {
      return stated(.concept(whole.id), measure, in: section)
    }
    let names = vocabulary.concept(id)?.jointOf ?? []
    let values = names.compactMap { stated(.concept($0), measure, in: section) }
    guard let first = values.first, values.count == names.count,
      values.allSatisfy({ Rounding.equal($0.interval, first.interval) })
    else { return nil }
    return first
  }

  private func value(_ source: Check.Source) -> PublishedValue {
    PublishedValue(
      label: source.label, text: source.text, interval: source.interval, exact: source.exact,
      printed: source.amount?.description ?? source.text.string, isPrinted: true)
  }

  private func stated(
    _ subject: Subject, _ measure: Measure, in section: String?
  ) -> PublishedValue? {
    let statements = (levels[Key(subject: subject, measure: measure)] ?? []).map {
      facts.statements[$0]
    }
    // One name stands for another amount in another section.
    let here = statements.filter { $0.meaning?.section == section }
    guard let first = here.first ?? statements.first, let amount = first.quantity.amount else {
      return nil
    }
    let all = here.isEmpty ? statements : here
    guard
      all.allSatisfy({ Rounding.equal($0.quantity.interval ?? .zero, amount.interval) })
    else { return nil }
    let passage = facts.passages[first.passage].text
    return PublishedValue(
      label: "说明文字", text: passage, range: first.range, interval: amount.interval,
      exact: amount.grains, printed: passage.string(first.range), isPrinted: true)
  }

  /// The value of a formula over the tables, or nil.
  func value(_ expression: Expression) -> PublishedValue? {
    guard let value = try? Evaluator(tables).evaluate(expression),
      let cell = value.operands.lazy.compactMap({ tables.cell($0) }).first
    else { return nil }
    return PublishedValue(
      label: "\(expression)", text: cell.text, interval: value.value,
      exact: (value.value.lower + value.value.upper) / 2, printed: cell.text.string,
      isPrinted: true)
  }

  /// Where a value stands in the document.
  func place(of value: PublishedValue) -> Finding.Related {
    Finding.Related(
      label: label(value), quote: value.range.map { value.text.string($0) } ?? value.text.string,
      location: report.location(of: value.text, value.range))
  }

  /// A value as the evidence of a finding.
  func evidence(_ value: PublishedValue) -> FindingSink.Evidence {
    var evidence = FindingSink.Evidence(label(value), value.text, value.range)
    evidence.location = report.location(of: value.text, value.range)
    return evidence
  }

  /// 2023年度部门预算 预算05 行政运行 合计.
  private func label(_ value: PublishedValue) -> String {
    "\(name) \(value.label)"
  }

  /// 2023年度部门预算.
  var name: String { "\(year.map { "\($0)年度" } ?? "")部门\(layout.kind.word)" }

  /// Nothing, where the table that would list a 科目 is there and does not: it had no amount.
  func absence(of subject: Subject, _ measure: Measure, in section: String?) -> PublishedValue? {
    guard case .functional(let path) = subject, let words = vocabulary.section(section),
      let column = words.functional[measure], evidence.code(of: path, in: words) == nil,
      let table = tables.table(column.table),
      table.blocks.contains(where: { $0.rows.contains { $0.hasNumber } })
    else { return nil }
    return PublishedValue(
      label: "\(table.id)（没有这个科目）", text: table.table.title ?? TracedText(), interval: .zero,
      exact: 0, printed: "0", isPrinted: false)
  }
}

/// An amount in another disclosure, with its place there.
struct PublishedValue: Sendable {
  var label: String
  var text: TracedText
  /// The bytes of the text that print it; nil for all.
  var range: Range<Int>?
  var interval: Interval
  /// In grains of yuan.
  var exact: Int128
  /// As printed, with its unit where it has one.
  var printed: String
  /// Whether it stands there; else it follows from its absence.
  var isPrinted: Bool
}
