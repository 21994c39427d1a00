internal import FiscalNarrative
internal import FiscalText

/// Tells which rule of the catalogue a fault falls under.
struct FaultClassifier {
  let facts: Facts
  let vocabulary: Vocabulary

  func rule(_ fault: Fault) -> String {
    let statement = facts.statements[fault.statement]
    if isUnitSlip(fault) { return "NN24" }
    switch fault.primary.kind {
    case .table: return tableRule(statement)
    case .sameFact: return "NN01"
    case .parts, .partsWithin: return partsRule(fault.primary)
    case .share: return "NN13"
    case .completion: return "NN17"
    case .rate, .growth: return "NN21"
    case .difference: return "NN20"
    }
  }

  /// A change printed in 元 whose rate fits 万元.
  private func isUnitSlip(_ fault: Fault) -> Bool {
    guard fault.primary.kind == .rate, fault.primary.operands.count == 3 else { return false }
    let amounts = fault.primary.operands.prefix(2).compactMap {
      facts.statements[$0].quantity.amount
    }
    guard amounts.count == 2, amounts[0].unit != amounts[1].unit else { return false }
    let rate = facts.statements[fault.primary.operands[2]]
    guard let interval = rate.quantity.interval else { return false }
    let change = Amount(amounts[1].number, amounts[0].unit).interval
    let isDown = facts.statements[fault.primary.operands[1]].direction == .down
    return Rounding.rate(
      change: isDown ? -change : change, current: amounts[0].interval,
      equals: isDown ? -interval : interval) ?? false
  }

  private func tableRule(_ statement: Statement) -> String {
    guard let meaning = statement.meaning else { return "NT12" }
    switch meaning.subject {
    case .concept(let id): return vocabulary.concept(id)?.tableRule ?? "NT12"
    case .functional(let path):
      if path.item.isEmpty, path.subcategory.isEmpty, path.code.count <= 3,
        vocabulary.section(meaning.section)?.tableRule == "NT12"
      {
        return "NT11"
      }
      return vocabulary.section(meaning.section)?.tableRule ?? "NT12"
    case .project: return "PF14"
    case .economic: return vocabulary.section(meaning.section)?.tableRule ?? "NT17"
    }
  }

  private func partsRule(_ check: Check) -> String {
    guard let whole = check.operands.last,
      case .concept(let id) = facts.statements[whole].meaning?.subject
    else { return "NN05" }
    return vocabulary.concept(id)?.partsRule ?? "NN05"
  }
}
