internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards

/// A section that a form requires, and the words by which it is known when it stands under another
/// heading, joined with another section or without heading.
struct RequiredSection {
  var role: String
  /// Words that tell the section in a heading.
  var headings: PhraseSet
  /// Words that tell it in the text of the narrative.
  var words: PhraseSet

  init(_ role: String, headings: [String], words: [String] = []) {
    self.role = role
    self.headings = PhraseSet(headings)
    self.words = PhraseSet(words)
  }

  /// Reports the section if the layout requires it and the report has nothing of it.
  func check(
    _ context: LintContext, into findings: inout FindingSink, severity: Severity? = nil
  ) {
    guard let form = context.layout.section(role), form.isRequired,
      SectionPresence(context).isNarrative(role), !isPresent(context)
    else { return }
    let title = form.titles[0]
    findings.report(
      absent: "缺少“\(title)”", severity: severity, expected: title,
      evidence: SectionPresence(context).anchor(role).map { [.init("所在部分", $0)] } ?? [],
      suggestion: "补上“\(title)”，没有发生的也要说明")
  }

  private func isPresent(_ context: LintContext) -> Bool {
    let text = context.text
    for (index, passage) in context.facts.passages.enumerated() {
      if let role = passage.role, role == self.role || role.hasPrefix(self.role + ".") { return true }
      let range = text.range(of: index)
      switch passage.kind {
      case .heading, .contents:
        if headings.isFound(in: text, range) { return true }
      case .paragraph, .unrecognised:
        // A heading that was run in, or the section's own words.
        let head = range.lowerBound..<min(range.lowerBound + 40, range.upperBound)
        if passage.number != nil, headings.isFound(in: text, head) { return true }
        // What the duties mention is not said of the accounts.
        let isDuty = passage.role?.hasPrefix("overview") ?? false
        if !isDuty || role.hasPrefix("overview"), words.isFound(in: text, range) { return true }
      default: break
      }
    }
    return false
  }
}

/// Which parts of a disclosure a report has at all.
struct SectionPresence {
  private let context: LintContext

  init(_ context: LintContext) { self.context = context }

  /// Whether the report has the part to which a role belongs, so that a section of it can be
  /// missing. A file of tables alone lacks nothing of the narrative.
  func isNarrative(_ role: String) -> Bool {
    let part = role.prefix { $0 != "." }
    let sections = context.report.allSections
    let inPart = sections.count { $0.role?.hasPrefix(part) ?? false }
    if inPart > 0, role != String(part) { return true }
    let parts = Set(sections.compactMap { $0.role?.prefix { $0 != "." } })
    return parts.subtracting(["tables", "performance", "attachments"]).count >= 2
  }

  /// The heading of the part in which a section should stand.
  func anchor(_ role: String) -> TracedText? {
    let part = String(role.prefix { $0 != "." })
    return context.report.section(part)?.heading ?? context.report.parts.first?.heading
  }
}
