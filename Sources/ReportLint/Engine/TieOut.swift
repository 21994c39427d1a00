internal import FiscalModel
internal import FiscalNarrative

/// Brings every number of the narrative into exactly one state, with its evidence.
struct TieOut {
  private let context: LintContext
  private let names: SubjectName
  private let explains: Bool
  /// The numbers that state one fact, by statement.
  private let facts: [Int: Int]

  /// - Parameter explains: whether the records carry the arithmetic.
  init(_ context: LintContext, explains: Bool) {
    self.context = context
    self.explains = explains
    names = SubjectName(context)
    facts = explains ? FactGroups(context.reconciliation.checks).groups : [:]
  }

  func records() -> [NumberRecord] {
    context.facts.statements.indices.map { record($0) }
  }

  private func record(_ index: Int) -> NumberRecord {
    let statement = context.facts.statements[index]
    let text = context.facts.passages[statement.passage].text
    let (state, reason) = state(index, statement)
    var record = NumberRecord(
      location: context.report.location(of: text, statement.range),
      quote: text.string(statement.range), state: state,
      meaning: statement.meaning == nil ? nil : names.name(statement),
      evidence: evidence(index), reason: reason)
    record.spot = Spot(text, statement.range)
    record.fact = facts[index]
    if explains { record.proofs = proofs(index) }
    return record
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
    if context.reconciliation.fault(of: index) != nil { return (.contradicted, nil) }
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

  private func evidence(_ index: Int) -> [Finding.Related] {
    var related: [Finding.Related] = []
    for check in checks(index).prefix(6) {
      for source in check.sources.prefix(2) {
        related.append(
          Finding.Related(
            label: source.label, quote: source.text.string,
            location: context.report.location(of: source.text), spot: Spot(source.text)))
      }
      for operand in check.operands where operand != index && related.count < 8 {
        let other = context.facts.statements[operand]
        let text = context.facts.passages[other.passage].text
        related.append(
          Finding.Related(
            label: names.name(other), quote: text.string(other.range),
            location: context.report.location(of: text, other.range),
            spot: Spot(text, other.range)))
      }
    }
    return related
  }
}
