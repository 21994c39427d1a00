internal import FiscalNarrative
internal import FiscalText

/// Lists that come out as a rule in a document: one that does not is suspect.
extension CheckBuilder {
  /// Where the lists of economic 科目 come out as a rule, one that does not is suspect.
  mutating func buildListsByCustom() {
    let lists = facts.relations.compactMap { relation -> (whole: Int, parts: [Int])? in
      guard case .list(let whole, let parts) = relation, parts.allSatisfy(isEconomic) else {
        return nil
      }
      return (whole, parts)
    }
    let coming = lists.count { list in
      signed(list.whole).map { sum(list.parts).overlaps($0) } ?? false
    }
    guard coming > 1, coming * 2 > lists.count else { return }
    let tested = Set(checks.filter { $0.kind == .listed }.flatMap(\.operands))
    for (whole, parts) in lists
    where parts.count > 2 && !parts.contains(where: tested.contains) && !endsOpenly(parts) {
      addBroken(.listed, whole: whole, parts: parts, suspects: [whole])
    }
  }

  /// Where the items behind each 类 or 款 make it up as a rule, those that do not are suspect.
  mutating func buildItemListsByCustom() {
    let lists = facts.relations.compactMap { relation -> (whole: Int, parts: [Int])? in
      guard case .list(let whole, let parts) = relation,
        parts.allSatisfy({ isBelow($0, whole) })
      else { return nil }
      return (whole, parts)
    }
    let broken = lists.filter { list in
      !(signed(list.whole).map { sum(list.parts).overlaps($0) } ?? false)
    }
    let coming = lists.count - broken.count
    guard coming > 1, coming * 2 > lists.count else { return }
    let tested = Set(checks.filter { $0.kind == .listed }.compactMap(\.operands.last))
    for (whole, parts) in broken where !tested.contains(whole) {
      addBroken(.listed, whole: whole, parts: parts, suspects: parts + [whole])
    }
  }

  /// Whether an amount is that of a 科目 below the one of another.
  private func isBelow(_ part: Int, _ whole: Int) -> Bool {
    guard case .functional(let inner) = facts.statements[part].meaning?.subject,
      case .functional(let outer) = facts.statements[whole].meaning?.subject,
      facts.statements[part].meaning?.aspect == facts.statements[whole].meaning?.aspect
    else { return false }
    return outer.item.isEmpty && !inner.item.isEmpty && inner.category == outer.category
      && (outer.subcategory.isEmpty || inner.subcategory == outer.subcategory)
  }
}
