internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// An amount of an economic category or of 人员经费 and 公用经费, with the amounts of the economic
/// 科目 that the sentence lists behind it.
struct EconomicList {
  /// Indices into the facts' statements.
  var whole: Int
  var items: [Int]

  static let categories: Set<String> = [
    "工资福利支出", "商品和服务支出", "对个人和家庭的补助", "对个人和家庭的补助支出", "债务利息及费用支出", "资本性支出",
    "资本性支出（基本建设）", "对企业补助", "对企业补助支出", "其他支出",
  ]
  private static let wholes: Set<String> = ["人员经费", "公用经费"]
  private static let lists = ["包括", "其中"].map { Array($0.utf8) }
  /// How far behind the amount the word stands that begins a list.
  private static let reach = 24

  /// The lists of the sections on basic and project expenditure, in reading order.
  static func groups(_ facts: Facts) -> [EconomicList] {
    var groups: [EconomicList] = []
    var open = false
    for (index, statement) in facts.statements.enumerated() {
      guard let meaning = statement.meaning, case .level = meaning.aspect, meaning.year == nil,
        statement.region == .plain, statement.quantity.amount != nil,
        ["narrative.basic", "narrative.projects"].contains(where: {
          meaning.section?.hasPrefix($0) ?? false
        })
      else {
        // A number that was not understood may be one of the items.
        if statement.quantity.amount != nil, open { groups.removeLast() }
        if statement.quantity.amount != nil { open = false }
        continue
      }
      if isWhole(meaning.subject) {
        open = isList(statement, facts)
        if open { groups.append(EconomicList(whole: index, items: [])) }
      } else if open, case .economic = meaning.subject,
        facts.statements[groups[groups.count - 1].whole].passage == statement.passage
      {
        groups[groups.count - 1].items.append(index)
      } else {
        // An amount of a name that is nobody's own may be one of the items too: 养老保险缴费.
        if open, meaning.subject.isUnnamed { groups.removeLast() }
        open = false
      }
    }
    return groups
  }

  private static func isWhole(_ subject: Subject) -> Bool {
    switch subject {
    case .concept(let id): wholes.contains(id)
    case .economic(let name): categories.contains(name)
    case .functional, .project, .unnamed: false
    }
  }

  /// Whether a word that begins a list stands behind an amount.
  private static func isList(_ statement: Statement, _ facts: Facts) -> Bool {
    let text = facts.passages[statement.passage].text.utf8
    let start = statement.range.upperBound
    let end = min(text.count, start + reach)
    return lists.contains { text.firstOffset(of: $0, from: start, to: end) != nil }
  }
}
