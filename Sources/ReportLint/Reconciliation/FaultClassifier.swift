internal import FiscalNarrative

/// Tells which rule of the catalogue a fault falls under.
struct FaultClassifier {
  let facts: Facts
  let vocabulary: Vocabulary

  /// Most rules of the catalogue are for one kind of disclosure only: a fault must not fall under one
  /// of the other.
  private var isBudget: Bool { vocabulary.defaultMeasure == .budget }
  private var itemRule: String { isBudget ? "NT29" : "NT12" }

  func rule(_ fault: Fault) -> String {
    if let rule = fault.primary.rule { return rule }
    let statement = facts.statements[fault.statement]
    switch fault.primary.kind {
    case .table: return tableRule(statement)
    case .sameFact: return "NN01"
    case .parts, .partsWithin: return partsRule(fault.primary, else: isBudget ? "NN47" : "NN05")
    case .listed: return partsRule(fault.primary, else: "NN47")
    case .changeParts: return "NN44"
    case .negativeBase: return "NN23"
    case .share: return "NN13"
    case .completion: return fault.primary.sources.isEmpty ? "NN17" : completionRule(statement)
    case .completionByGap: return "NN17"
    case .rate, .growth, .multiple: return "NN21"
    case .difference: return "NN20"
    case .average: return "NN49"
    case .unit: return "NN24"
    }
  }

  /// A rate that the money of the project's sheet does not give is one that the sheet contradicts.
  private func completionRule(_ statement: Statement) -> String {
    guard case .project = statement.meaning?.subject else { return "NN17" }
    return "PF14"
  }

  private func tableRule(_ statement: Statement) -> String {
    let isUnbound = statement.meaning?.subject.isUnnamed ?? true
    if isUnbound, facts.passages[statement.passage].role?.hasSuffix("performance") ?? false {
      return "PF14"
    }
    guard let meaning = statement.meaning else { return itemRule }
    switch meaning.subject {
    case .concept(let id): return known(vocabulary.concept(id)?.tableRule) ?? itemRule
    case .functional(let path):
      if path.item.isEmpty, path.subcategory.isEmpty, path.code.count <= 3,
        vocabulary.section(meaning.section)?.tableRule == "NT12"
      {
        return "NT11"
      }
      return vocabulary.section(meaning.section)?.tableRule ?? itemRule
    case .project: return meaning.aspect == .count("分") ? "PF13" : "PF14"
    case .unnamed: return itemRule
    case .economic:
      return vocabulary.section(meaning.section)?.tableRule ?? (isBudget ? itemRule : "NT17")
    }
  }

  private func partsRule(_ check: Check, else general: String) -> String {
    if check.kind == .parts, let part = check.operands.first,
      case .functional = facts.statements[part].meaning?.subject
    {
      return "NN04"
    }
    if let whole = check.operands.last, case .count = facts.statements[whole].quantity {
      return countRule(whole)
    }
    guard let whole = check.operands.last,
      case .concept(let id) = facts.statements[whole].meaning?.subject
    else { return general }
    return known(vocabulary.concept(id)?.partsRule) ?? general
  }

  private func countRule(_ whole: Int) -> String {
    guard case .concept(let id) = facts.statements[whole].meaning?.subject else { return "NN48" }
    return known(vocabulary.concept(id)?.partsRule) ?? "NN48"
  }

  /// A rule that a layout names, if there is one: no fault may get lost over a slip in its data.
  private func known(_ rule: String?) -> String? {
    rule.flatMap { RuleRegistry.rule($0) == nil ? nil : $0 }
  }
}
