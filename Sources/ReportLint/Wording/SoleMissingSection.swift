internal import FiscalModel
internal import FiscalStandards
internal import FiscalText

/// Tells a section that was left out of a narrative which has all the others of its form.
///
/// Other forms than the one that is known join sections or leave several out; where all but one are
/// there, under headings of their own, the one was dropped, even if the contents list and the
/// numbers were brought in line.
struct SoleMissingSection {
  /// How a section that is missing by its role may still be told.
  private struct Cover {
    /// Words of its heading.
    var words: [String]
    /// The section that it may be joined with.
    var neighbour: String?
  }

  private static let covers: [String: Cover] = [
    "narrative.totals": Cover(words: ["总体", "总计"]),
    "narrative.revenue": Cover(words: ["收入"], neighbour: "narrative.expenditure"),
    "narrative.expenditure": Cover(words: ["支出"], neighbour: "narrative.revenue"),
    "narrative.appropriation": Cover(
      words: ["财政拨款收入", "财政拨款收支", "财政拨款收、支"], neighbour: "narrative.general"),
    "narrative.general": Cover(
      words: ["一般公共预算", "财政拨款支出"], neighbour: "narrative.appropriation"),
    "narrative.basic": Cover(words: ["基本支出"], neighbour: "narrative.general"),
    "narrative.threePublic": Cover(words: ["三公"]),
    "narrative.governmentFunds": Cover(words: ["基金"], neighbour: "narrative.stateCapital"),
    "narrative.stateCapital": Cover(words: ["国有资本"], neighbour: "narrative.governmentFunds"),
  ]

  /// The final accounts of earlier years need not tell of the funds under headings of their own.
  private static let firstYearOfFunds = 2021
  private static let funds: Set<String> = ["narrative.governmentFunds", "narrative.stateCapital"]

  private let context: LintContext

  init(_ context: LintContext) { self.context = context }

  /// Whether the section of a role is the only one of its form that is missing.
  func isMissing(_ role: String) -> Bool {
    guard context.kind == .finalAccounts, let year = context.year, let cover = Self.covers[role]
    else { return false }
    let sections = context.report.allSections.filter { $0.heading != nil }
    let roles = Set(sections.compactMap(\.role))
    let missing = Self.covers.keys.filter { role in
      (year >= Self.firstYearOfFunds || !Self.funds.contains(role)) && !isThere(role, roles)
    }
    guard missing == [role] else { return false }
    return !sections.contains { section in
      guard section.role == nil || section.role == "narrative" || section.role == cover.neighbour,
        section.number?.style == .chinese, let heading = section.heading
      else { return false }
      let name = Name(utf8: heading.utf8).string
      return cover.words.contains(where: name.contains)
    }
  }

  private func isThere(_ role: String, _ roles: Set<String>) -> Bool {
    roles.contains(role) || roles.contains { $0.hasPrefix(role + ".") }
  }
}
