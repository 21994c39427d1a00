internal import FiscalModel

/// Tells a section of the narrative by the one subject that its heading names, where the heading is
/// like none of the form: 一般公共预算“三公”经费预算及会议费、培训费预算情况.
struct SectionKeywords {
  private let words: HeadingWords
  private let roles: [String]

  init(_ words: HeadingWords, roles: [String]) {
    self.words = words
    self.roles = roles
  }

  /// Whether words name what a section speaks of, as the name of a body does not.
  func namesSubject(_ words: Name) -> Bool {
    self.words.sections.contains { $0.subjects.contains(where: words.contains) }
  }

  /// Whether a heading is one of the narrative's where no part stands around it: an attached report
  /// on performance is none, nor is a table.
  private static func standsAlone(_ role: String, _ heading: Name) -> Bool {
    !role.hasSuffix(performance) && !heading.hasSuffix(table)
  }

  private static let performance = ".performance"
  private static let table = Name("表")

  /// The role of a heading that no form has, if it stands in the narrative or in no known part.
  func role(_ heading: Name, below parent: String?) -> String? {
    guard parent?.hasPrefix("narrative") ?? true,
      !words.otherParts.contains(where: heading.contains)
    else { return nil }
    let named = words.sections.filter { $0.subjects.contains(where: heading.contains) }
    if named.count == 1, let section = named.first,
      let role = roles.first(where: { $0.hasSuffix("." + section.name) }),
      parent != nil || Self.standsAlone(role, heading)
    {
      return role
    }
    guard named.isEmpty, parent == nil || parent == "narrative",
      words.narrative.contains(where: heading.contains)
    else { return nil }
    return roles.contains("narrative") ? "narrative" : nil
  }
}
