internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Brings every number of the narrative into exactly one state, with its evidence.
struct TieOut: Sendable {
  private let context: LintContext
  private let report: Report
  private let names: SubjectName
  /// Where a rule reports a number as wrong.
  private let faulty: [Location: [Int]]
  private let findings: [Finding]
  private let detail: LintDetail
  /// The numbers that state one fact, by statement.
  private let facts: [Int: Int]

  init(_ context: LintContext, findings: [Finding], detail: LintDetail) {
    self.context = context
    report = context.report
    self.detail = detail
    self.findings = findings
    faulty = Dictionary(
      grouping: findings.indices.filter {
        findings[$0].severity > .info && findings[$0].category.hasPrefix("N")
      }, by: { findings[$0].location })
    names = SubjectName(context)
    facts = detail == .proofs ? FactGroups(context.reconciliation.checks).groups : [:]
  }

  func records(_ threads: Threads) -> [NumberRecord] {
    threads.map(context.facts.statements.count) { record($0) }
  }

  private func record(_ index: Int) -> NumberRecord {
    let statement = context.facts.statements[index]
    let text = context.facts.passages[statement.passage].text
    let location = report.location(of: text, statement.range)
    let finding =
      finding(text, statement.range, location)
      ?? finding(text, statement.digits, report.location(of: text, statement.digits))
    let (state, reason) =
      finding == nil ? state(index, statement) : (NumberRecord.State.contradicted, nil)
    let evidence = detail == .states ? [] : evidence(index)
    return NumberRecord(
      location: location, quote: text.string(statement.range), state: state,
      meaning: statement.meaning == nil ? nil : names.name(statement),
      evidence: evidence.isEmpty ? finding?.related ?? [] : evidence, reason: reason,
      spot: Spot(text, statement.range), fact: facts[index],
      proofs: detail == .proofs ? proofs(index) : [])
  }

  /// The finding on just these bytes: all numbers of a paragraph of a Word file share a location.
  private func finding(_ text: TracedText, _ range: Range<Int>, _ location: Location) -> Finding? {
    let index = faulty[location]?.first { index in
      guard let spot = findings[index].spot, spot.text.utf8.count == text.utf8.count else {
        return findings[index].quote == text.string(range)
      }
      return spot.range == range
    }
    return index.map { findings[$0] }
  }

  private func proofs(_ index: Int) -> [Proof] {
    checks(index).map { CheckWording(context: context, check: $0).proof }
  }

  /// The relations that fail because of a number, then those that hold.
  private func checks(_ index: Int) -> [Check] {
    let fault = context.reconciliation.fault(of: index)
    return (fault.map { [$0.primary] + $0.others } ?? [])
      + context.reconciliation.agreements(of: index)
  }

  private func state(
    _ index: Int, _ statement: Statement
  ) -> (NumberRecord.State, reason: String?) {
    let published = published(index)
    if context.reconciliation.fault(of: index) != nil || published.contains(where: { !$0.holds }) {
      return (.contradicted, nil)
    }
    if !published.isEmpty { return (.verified, nil) }
    if context.reconciliation.isBorneOut(index) { return (.verified, nil) }
    switch statement.quantity {
    case .year: return (.excluded, "年份")
    case .label: return (.excluded, "编号、日期、标准或名称中的数字")
    case .malformed: return (.unchecked, "不能读成一个数")
    default: break
    }
    if let reason = statement.unboundReason { return (.unchecked, reason) }
    return (.unchecked, "含义明确，但没有可以核对的表格或文字")
  }

  /// What other disclosures say of a number.
  private func published(_ index: Int) -> [PublishedCheck] {
    // Nearly always there are none.
    guard context.priorYear != nil || context.publishedBudget != nil else { return [] }
    return [context.priorYear?.check(of: index), context.publishedBudget?.check(of: index)]
      .compactMap(\.self)
  }

  private func evidence(_ index: Int) -> [Finding.Related] {
    var related: [Finding.Related] = []
    for (document, check) in [
      (context.priorYear?.last, context.priorYear?.check(of: index)),
      (context.publishedBudget?.budget, context.publishedBudget?.check(of: index)),
    ] {
      guard let document, let value = check?.published else { continue }
      related.append(document.place(of: value))
    }
    for check in checks(index).prefix(6) {
      for source in check.sources.prefix(2) {
        related.append(
          Finding.Related(
            label: source.label, quote: source.text.string,
            location: report.location(of: source.text), spot: Spot(source.text)))
      }
      for operand in check.operands where operand != index && related.count < 8 {
        let other = context.facts.statements[operand]
        let text = context.facts.passages[other.passage].text
        related.append(
          Finding.Related(
            label: names.name(other), quote: text.string(other.range),
            location: report.location(of: text, other.range),
            spot: Spot(text, other.range)))
      }
    }
    return related
  }
}
