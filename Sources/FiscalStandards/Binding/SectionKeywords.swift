internal import FiscalModel

/// Tells a section of the narrative by the one subject that its heading names, where the heading is
/// like none of the form: 一般公共预算“三公”经费预算及会议费、培训费预算情况.
struct SectionKeywords {
  private struct Keyword {
    var words: [String]
    /// The ends of the roles of such a section, of which a form has one.
    var ends: [String]
  }

  private static let keywords = [
    Keyword(words: ["三公"], ends: [".threePublic"]),
    Keyword(words: ["政府性基金", "政府基金"], ends: [".governmentFunds"]),
    Keyword(words: ["国有资本经营", "国有资本"], ends: [".stateCapital"]),
    Keyword(words: ["机关运行经费", "机构运行经费"], ends: [".organOperating"]),
    Keyword(words: ["政府采购"], ends: [".procurement"]),
    Keyword(words: ["国有资产"], ends: [".assets"]),
    Keyword(words: ["绩效"], ends: [".performance"]),
  ]

  /// Words of headings below which the accounts are told, whatever the form.
  private static let general = [
    "收支", "收入支出", "情况说明", "说明情况", "预算执行", "决算情况", "预算情况", "支出情况", "收入情况", "支出按",
  ]
  private static let others = ["名词", "报表", "公开表", "附件", "附表", "目录", "概况", "职责", "构成", "人员", "机构设置"]

  private let roles: [String]

  init(roles: [String]) { self.roles = roles }

  /// The role of a heading that no form has, if it stands in the narrative or in no known part.
  func role(_ heading: Name, below parent: String?) -> String? {
    guard parent?.hasPrefix("narrative") ?? true else { return nil }
    let text = heading.string
    guard !Self.others.contains(where: text.contains) else { return nil }
    let named = Self.keywords.filter { $0.words.contains(where: text.contains) }
    // An attached report on performance is no section of the narrative.
    if parent != nil, named.count == 1, let keyword = named.first,
      let role = roles.first(where: { role in keyword.ends.contains(where: role.hasSuffix) })
    {
      return role
    }
    guard named.isEmpty, parent == nil || parent == "narrative",
      Self.general.contains(where: text.contains)
    else { return nil }
    return roles.contains("narrative") ? "narrative" : nil
  }
}
