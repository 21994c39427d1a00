internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Tells a section that was left out of a narrative which has all the others of its form.
///
/// Other forms than the one that is known join sections or leave several out; where all but one are
/// there, under headings of their own, the one was dropped, even if the contents list and the
/// numbers were brought in line.
struct SoleMissingSection {
  private static let part = "narrative"

  private let layout: Layout
  private let sections: [Section]
  private let year: Int

  /// - Parameter sections: all sections of the report.
  static func role(in sections: [Section], _ layout: Layout, year: Int?) -> String? {
    guard layout.kind == .finalAccounts, let year else { return nil }
    let headed = sections.filter { $0.heading != nil }
    return SoleMissingSection(layout: layout, sections: headed, year: year).role()
  }

  /// The role of the only section of the form that is missing; nil if all are there, or several are
  /// not.
  private func role() -> String? {
    let roles = Set(sections.compactMap(\.role))
    let missing = layout.headings.sections.filter { section in
      !section.words.isEmpty && (section.firstYearOfHeading ?? 0) <= year
        && !isThere(role(section.name), roles)
    }
    guard let sole = missing.first, missing.count == 1 else { return nil }
    return sections.contains { mayHold(sole, $0) } ? nil : role(sole.name)
  }

  private func role(_ name: String) -> String { "\(Self.part).\(name)" }

  /// Whether a section that no form knows, or one that the missing one is joined with at times, is
  /// headed by words of the missing one.
  private func mayHold(_ sole: HeadingWords.Section, _ section: Section) -> Bool {
    let isJoined = section.role != nil && section.role == sole.neighbour.map(role)
    guard
      isJoined
        || (section.role == nil || section.role == Self.part)
          && section.number?.style == .chinese,
      let heading = section.heading
    else { return false }
    let name = Name(utf8: heading.utf8)
    return sole.words.contains(where: name.contains)
  }

  private func isThere(_ role: String, _ roles: Set<String>) -> Bool {
    roles.contains(role) || roles.contains { $0.hasPrefix(role + ".") }
  }
}
