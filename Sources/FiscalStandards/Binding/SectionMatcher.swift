internal import FiscalModel
internal import FiscalText

/// Tells which part or section of a form a section is, by its heading and by where it stands.
struct SectionMatcher {
  private struct Candidate {
    var role: String
    var titles: [Name]
    var essences: [Name]
  }

  private static let leastScore = 0.8
  private static let mainParts = ["overview", "narrative", "tables"]
  private static let longestHeading = 45
  /// An essence of no more characters is told by its place too.
  private static let shortestEssence = 2

  private let candidates: [Candidate]
  private let names: TitleNames
  private let keywords: SectionKeywords

  init(_ layout: Layout, names: TitleNames) {
    self.names = names
    var candidates: [Candidate] = []
    func collect(_ forms: [SectionForm]) {
      for form in forms {
        let titles = form.titles.map { Name($0) }
        candidates.append(
          Candidate(role: form.role, titles: titles, essences: titles.map { names.heading($0) }))
        collect(form.sections)
      }
    }
    collect(layout.parts)
    self.candidates = candidates
    keywords = SectionKeywords(layout.headings, roles: candidates.map(\.role))
  }

  /// Gives each section of a report its role, top down.
  func bind(_ parts: inout [Section]) {
    for index in parts.indices { bind(&parts[index], below: nil) }
  }

  private func bind(_ section: inout Section, below parent: String?) {
    if section.role == nil, let title = section.title {
      let name = Name(utf8: title.utf8)
      section.role = role(name, below: parent) ?? keywords.role(name, below: parent)
    }
    let role = section.role ?? parent
    for index in section.sections.indices { bind(&section.sections[index], below: role) }
  }

  /// The role of the section that the title of a report of one section names.
  func role(ofTitle title: Name) -> String? {
    role(title, below: Self.narrative) ?? keywords.role(title, below: Self.narrative)
  }

  private static let narrative = "narrative"

  /// The role of a heading. A section of the part it stands in is taken first; one of another part
  /// only if its heading says so without doubt.
  func role(_ heading: Name, below parent: String?) -> String? {
    guard heading.count >= 2, heading.count <= Self.longestHeading else { return nil }
    let heading = heading.withoutClosingMark()
    let essence = names.heading(heading)
    var best: (role: String, score: Double)?
    for candidate in candidates {
      // 总体情况说明 says nothing without the section that it stands in.
      let isBare = essence.count <= Self.shortestEssence
      if isBare, !candidate.role.isOutermostRole, let parent,
        !candidate.role.isRole(below: parent)
      {
        continue
      }
      if isOfAllSpending(essence, candidate.role, below: parent) { continue }
      var score = score(heading, essence, candidate)
      guard score >= Self.leastScore else { continue }
      // Inside another part these are told by their own names, not by one that is like them.
      if parent != nil, Self.mainParts.contains(candidate.role),
        !candidate.titles.contains(heading)
      {
        continue
      }
      score += nearness(candidate.role, below: parent)
      if score > (best?.score ?? 0) { best = (candidate.role, score) }
    }
    guard let best, best.score >= Self.leastScore else { return nil }
    return best.role
  }

  /// 支出决算情况 with （二）项目支出情况 below it: whether a heading tells a part of all spending by its bare name, and so is no
  /// section on what the general public budget pays of it.
  private func isOfAllSpending(_ essence: Name, _ role: String, below parent: String?) -> Bool {
    parent == Self.spending && Self.kindsOfSpending.contains(role)
      && Self.kinds.contains { essence == $0 }
  }

  private static let spending = "narrative.expenditure"
  private static let kindsOfSpending = ["narrative.basic", "narrative.projects"]
  private static let kinds = ["基本支出", "项目支出"].map { Name($0) }

  private func score(_ heading: Name, _ essence: Name, _ candidate: Candidate) -> Double {
    var best = 0.0
    for index in candidate.titles.indices {
      if heading == candidate.titles[index] { return 1 }
      let official = candidate.essences[index]
      if !official.isEmpty, essence == official { best = max(best, 0.97) }
      if essence.count >= 2, essence.hasSuffix(official), official.count >= 4,
        !keywords.namesSubject(essence.withoutSuffix(official))
      {
        // The body's name, which may not be known, stands before it.
        best = max(best, official.count >= 6 ? 0.9 : 0.85)
      }
      best = max(best, essence.likeness(official, atLeast: Self.leastScore))
    }
    return best
  }

  /// Whether a role is that of a part of a section, which stands in no other section.
  private func isInnerPart(_ role: String) -> Bool {
    role.utf8.count { $0 == UInt8(ascii: ".") } > 1
  }

  /// Sections below the parent are likely, those of other parts are not.
  private func nearness(_ role: String, below parent: String?) -> Double {
    guard let parent else { return role.isOutermostRole ? 0.05 : 0 }
    if role.isRole(below: parent) { return 0.1 }
    if role.isRole(below: parent.outermostRole) {
      guard isInnerPart(role), !parent.isOutermostRole else { return 0 }
      // 支出决算具体情况 of another section is no part of the one that the form calls so; 其他重要事项
      // are told anywhere.
      return role.hasPrefix("narrative.other.") ? -0.15 : -0.3
    }
    return role.isOutermostRole ? -0.05 : -0.15
  }
}
