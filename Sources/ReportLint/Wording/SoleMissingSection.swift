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

  private let context: LintContext

  init(_ context: LintContext) { self.context = context }

  /// Whether the section of a role is the only one of its form that is missing.
  func isMissing(_ role: String) -> Bool {
    guard context.kind == .finalAccounts, let year = context.year else { return false }
    let sections = context.report.allSections.filter { $0.heading != nil }
    let roles = Set(sections.compactMap(\.role))
    let missing = context.layout.headings.sections.filter { section in
      !section.words.isEmpty && (section.firstYearOfHeading ?? 0) <= year
        && !isThere(self.role(section.name), roles)
    }
    guard let sole = missing.first, missing.count == 1, self.role(sole.name) == role else {
      return false
    }
    return !sections.contains { mayHold(sole, $0) }
  }

  private func role(_ name: String) -> String { "\(Self.part).\(name)" }

  /// Whether a section that no form knows, or one that the missing one is joined with at times, is
  /// headed by words of the missing one.
  private func mayHold(_ sole: HeadingWords.Section, _ section: Section) -> Bool {
    guard
      section.role == nil || section.role == Self.part
        || section.role == sole.neighbour.map(role),
      section.number?.style == .chinese, let heading = section.heading
    else { return false }
    let name = Name(utf8: heading.utf8)
    return sole.words.contains(where: name.contains)
  }

  private func isThere(_ role: String, _ roles: Set<String>) -> Bool {
    roles.contains(role) || roles.contains { $0.hasPrefix(role + ".") }
  }
}
