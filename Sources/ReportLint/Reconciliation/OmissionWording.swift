internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// Says that a list whose numbers are all right, by the tables, leaves a part of its whole out.
struct OmissionWording {
  let context: LintContext
  let check: Check

  /// Reports what is left out at the whole. Parts that come to more than their whole are told one
  /// within the other, which is no fault.
  func report(into findings: inout FindingSink) {
    guard let index = check.operands.last, let missing else { return }
    let statement = context.facts.statements[index]
    let text = context.facts.passages[statement.passage].text
    let name =
      check.lackedPart
      ?? table.flatMap {
        CellNamesake(context.tables).name(of: .amount(missing), beside: $0.text)
      }
    findings.report(
      text, statement.range,
      "\(lead)合起来 \(check.expected ?? "")，比 \(text.string(statement.range)) 少 \(missing)，"
        + "漏写了\(name.map { "“\($0)”" } ?? "其余部分")",
      severity: .warning, confidence: .medium, category: "S1", arithmetic: check.arithmetic,
      evidence: table.map { [.init($0.label, $0.text)] } ?? [], suggestion: "补写漏列的部分",
      rests: check.operands.map { .reading($0) } + [.list(of: index)]
        + Ground.cells(copiedIn: check, context),
      refutes: check.operands.map { .amount($0) } + [.list(of: index)]
        + check.operands.dropLast().map {
          .items(passage: context.facts.statements[$0].passage)
        })
  }

  /// What shows that the parts are right.
  private var lead: String {
    if check.lackedPart != nil { return "所列各项" }
    let areInTables = check.operands.allSatisfy { operand in
      context.reconciliation.agreements(of: operand).contains { $0.kind == .table }
    }
    return areInTables ? "所列各项都与表相符，" : "所列各项与占比都相符，"
  }

  /// The whole less its parts, as they are printed.
  private var missing: Amount? {
    let amounts = check.operands.compactMap { context.facts.statements[$0].quantity.amount }
    guard amounts.count == check.operands.count, let whole = amounts.last else { return nil }
    var rest = whole.grains
    for part in amounts.dropLast() { rest -= part.grains }
    guard rest > 0 else { return nil }
    return Amount(grains: rest, unit: whole.unit, decimals: whole.number.decimals)
  }

  private var table: Check.Source? {
    check.operands.last.flatMap { whole in
      context.reconciliation.agreements(of: whole).first { $0.kind == .table }?.sources.first
    }
  }
}
