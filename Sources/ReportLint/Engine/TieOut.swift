internal import FiscalModel
internal import FiscalNarrative

/// Brings every number of the narrative into exactly one state, with its evidence.
struct TieOut {
  private let context: LintContext
  private let names: SubjectName
  /// Where a rule reports a number as wrong.
  private let faulty: [Location: Finding]

  init(_ context: LintContext, findings: [Finding]) {
    self.context = context
    faulty = Dictionary(
      findings.filter { $0.category.hasPrefix("N") && $0.severity > .info }.map {
        ($0.location, $0)
      },
      uniquingKeysWith: { first, _ in first })
    names = SubjectName(context)
  }

  func records() -> [NumberRecord] {
    context.facts.statements.indices.map { record($0) }
  }

  private func record(_ index: Int) -> NumberRecord {
    let statement = context.facts.statements[index]
    let text = context.facts.passages[statement.passage].text
    let location = context.report.location(of: text, statement.range)
    let digits = context.report.location(of: text, statement.digits)
    let finding = faulty[location] ?? faulty[digits]
    let (state, reason) =
      finding == nil ? state(index, statement) : (NumberRecord.State.contradicted, nil)
    let evidence = evidence(index)
    return NumberRecord(
      location: location, quote: text.string(statement.range), state: state,
      meaning: statement.meaning == nil ? nil : names.name(statement),
      evidence: evidence.isEmpty ? finding?.related ?? [] : evidence, reason: reason)
  }

  private func state(
    _ index: Int, _ statement: Statement
  ) -> (NumberRecord.State, reason: String?) {
    let published = published(index)
    if context.reconciliation.fault(of: index) != nil || published.contains(where: { !$0.holds }) {
      return (.contradicted, nil)
    }
    if !published.isEmpty { return (.verified, nil) }
    if !context.reconciliation.agreements(of: index).isEmpty { return (.verified, nil) }
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
    [context.priorYear?.check(of: index), context.publishedBudget?.check(of: index)]
      .compactMap(\.self)
  }

  private func evidence(_ index: Int) -> [Finding.Related] {
    let fault = context.reconciliation.fault(of: index)
    let checks =
      (fault.map { [$0.primary] + $0.others } ?? []) + context.reconciliation.agreements(of: index)
    var related: [Finding.Related] = []
    for (document, check) in [
      (context.priorYear?.last, context.priorYear?.check(of: index)),
      (context.publishedBudget?.budget, context.publishedBudget?.check(of: index)),
    ] {
      guard let document, let value = check?.published else { continue }
      related.append(document.place(of: value))
    }
    for check in checks.prefix(6) {
      for source in check.sources.prefix(2) {
        related.append(
          Finding.Related(
            label: source.label, quote: source.text.string,
            location: context.report.location(of: source.text)))
      }
      for operand in check.operands where operand != index && related.count < 8 {
        let other = context.facts.statements[operand]
        let text = context.facts.passages[other.passage].text
        related.append(
          Finding.Related(
            label: names.name(other), quote: text.string(other.range),
            location: context.report.location(of: text, other.range)))
      }
    }
    return related
  }
}
