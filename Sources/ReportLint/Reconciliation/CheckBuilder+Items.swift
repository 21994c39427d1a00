internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// The amounts of a 类 and of the 项 below it, wherever a section tells them.
///
/// A section may tell the main 项 only; so a 类 whose 项 do not make it up is suspect only where the
/// other ones do.
extension CheckBuilder {
  private struct ItemGroup {
    var whole: Int?
    /// The first statement of each 项, in the order of the text.
    var items: [ClassificationPath: Int] = [:]
    var order: [ClassificationPath] = []
    /// Whether a 项 or the 类 is told twice with two amounts, or is not of the report's year.
    var isUnclear = false
  }

  private struct ItemKey: Hashable {
    var section: String
    var measure: Measure
    var category: String
  }

  private struct SectionKey: Hashable {
    var section: String
    var measure: Measure
  }

  mutating func buildItemSums() {
    var groups: [ItemKey: ItemGroup] = [:]
    var keys: [ItemKey] = []
    let unread = Set(
      facts.statements.lazy.filter {
        $0.meaning == nil && $0.region == .plain && $0.quantity.amount != nil
      }.map(\.passage))
    for (index, statement) in facts.statements.enumerated() {
      guard let (key, path) = itemKey(statement) else { continue }
      // An amount that was not understood may be that of one more 项.
      if unread.contains(statement.passage) { groups[key, default: ItemGroup()].isUnclear = true }
      if groups[key] == nil { keys.append(key) }
      enter(index, path, &groups[key, default: ItemGroup()])
    }
    var listsBySection: [SectionKey: [(whole: Int, parts: [Int])]] = [:]
    var sections: [SectionKey] = []
    for key in keys {
      guard let group = groups[key], !group.isUnclear, let whole = group.whole,
        !group.items.isEmpty
      else { continue }
      let section = SectionKey(section: key.section, measure: key.measure)
      if listsBySection[section] == nil { sections.append(section) }
      listsBySection[section, default: []].append(
        (whole, group.order.compactMap { group.items[$0] }))
    }
    for section in sections { buildItemSums(listsBySection[section] ?? []) }
  }

  private mutating func buildItemSums(_ lists: [(whole: Int, parts: [Int])]) {
    let failing = lists.filter { !addSum(.listed, whole: $0.whole, parts: $0.parts) }
    guard failing.count == 1, let list = failing.first, lists.count > Self.leastLists,
      !leavesOut(list.parts)
    else { return }
    addBroken(.listed, whole: list.whole, parts: list.parts, suspects: list.parts + [list.whole])
  }

  /// 其余科目不再逐项说明: whether the text says that not all 项 are told.
  private func leavesOut(_ parts: [Int]) -> Bool {
    let roles = Set(parts.compactMap { facts.passages[facts.statements[$0].passage].role })
    return facts.passages.contains { passage in
      passage.role.map(roles.contains) ?? false
        && vocabulary.words(.leftOut).contains { passage.text.utf8.firstOffset(of: $0) != nil }
    }
  }

  /// Of three 类 two must come out.
  private static let leastLists = 2

  private func enter(_ index: Int, _ path: ClassificationPath, _ group: inout ItemGroup) {
    if path.item.isEmpty {
      if let whole = group.whole, quantity(whole) != quantity(index) { group.isUnclear = true }
      group.whole = group.whole ?? index
    } else if let told = group.items[path] {
      if quantity(told) != quantity(index) { group.isUnclear = true }
    } else {
      group.items[path] = index
      group.order.append(path)
    }
  }

  private func itemKey(_ statement: Statement) -> (ItemKey, ClassificationPath)? {
    guard statement.region == .plain, statement.quantity.amount != nil,
      let meaning = statement.meaning, case .functional(let path) = meaning.subject,
      case .level(let measure) = meaning.aspect, meaning.year == nil, meaning.fund == nil,
      !path.category.isEmpty, path.item.isEmpty == path.subcategory.isEmpty,
      let section = meaning.section
    else { return nil }
    let category = path.category.withoutEnding("支出")
    return (ItemKey(section: section.mainRole, measure: measure, category: category), path)
  }
}
