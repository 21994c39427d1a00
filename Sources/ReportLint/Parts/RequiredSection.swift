internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// A section that a form requires. The words by which it is known when it stands under another
/// heading, joined with another section or without heading, are those of `headings.txt`.
struct RequiredSection {
  /// The roles under which it may stand; one that is there is enough.
  var roles: [String]
  /// Whether it is required where the layout has no word on it.
  var isAlwaysRequired: Bool
  /// Whether only the templates ask for it and no regulation, so that a report whose contents list
  /// does not have it follows another form.
  var isOfTemplate: Bool

  init(_ roles: String..., isAlwaysRequired: Bool = false, isOfTemplate: Bool = false) {
    self.roles = roles
    self.isAlwaysRequired = isAlwaysRequired
    self.isOfTemplate = isOfTemplate
  }

  /// Reports the section if the layout requires it and the report has nothing of it.
  func check(
    _ context: ReportSurface, into findings: inout FindingSink, severity: Severity? = nil
  ) {
    let forms = roles.compactMap { context.layout.section($0) }
    guard let form = forms.first(where: \.isRequired) ?? forms.first,
      form.isRequired || isAlwaysRequired, SectionPresence(context).isNarrative(form.role)
    else { return }
    guard !isExempt(context) else { return }
    let isSure = isMissing(form, context)
    guard isSure || context.soleMissingSection == form.role, !context.isSupplement else { return }
    let title = form.titles[0]
    findings.report(
      absent: "缺少“\(title)”", severity: isSure ? severity : .warning,
      confidence: isSure ? .high : .medium, expected: title,
      evidence: SectionPresence(context).anchor(form.role).map { [.init("所在部分", $0)] } ?? [],
      suggestion: "补上“\(title)”，没有发生的也要说明", refutes: roles.map { .section($0) })
  }

  /// Whether final accounts of the report's year tell of the section already; budgets always do.
  func isDue(_ context: ReportSurface) -> Bool {
    guard context.kind == .finalAccounts else { return true }
    return (words(context)?.firstYear ?? 0) <= (context.year ?? 0)
  }

  /// Whether bodies with such a name need not tell of the section.
  private func isExempt(_ context: ReportSurface) -> Bool {
    guard let entity = context.report.entity, let words = words(context) else { return false }
    return words.exemptBodies.contains { entity.hasSuffix($0) }
  }

  /// What is known of it by the last part of its roles, which is the same for all of them.
  private func words(_ context: ReportSurface) -> HeadingWords.Section? {
    roles.first?.split(separator: ".").last.flatMap { context.layout.headings.section(String($0)) }
  }

  private func isMissing(_ form: SectionForm, _ context: ReportSurface) -> Bool {
    guard !isPresent(context) else { return false }
    let presence = SectionPresence(context)
    return presence.isWhole(form.role) && (!isOfTemplate || !presence.hasOwnForm(form.role))
  }

  private func isPresent(_ context: ReportSurface) -> Bool {
    let inner = roles.map { $0 + "." }
    let isHeaded = context.roles.contains { role in
      roles.contains(role) || inner.contains { role.hasPrefix($0) }
    }
    guard !isHeaded else { return true }
    let text = context.text
    let marks = SectionMarks(words(context))
    for (index, passage) in context.prose {
      let range = text.range(of: index)
      switch passage.kind {
      case .heading, .contents:
        if marks.isHeading(text, range) { return true }
      case .paragraph, .unrecognised:
        // A heading that was run in, or the section's own words.
        let head = range.lowerBound..<min(range.lowerBound + 40, range.upperBound)
        if passage.number != nil, marks.isHeading(text, head) { return true }
        // What the duties mention is not said of the accounts.
        let isDuty = passage.role?.hasPrefix("overview") ?? false
        if !isDuty || roles[0].hasPrefix("overview"), marks.isTold(text, range) { return true }
      default: break
      }
    }
    return false
  }
}

/// The words of `headings.txt` that tell that a report has a section.
private struct SectionMarks {
  private let headings: PhraseSet
  private let texts: PhraseSet
  /// Code points that must not stand right before a word.
  private let excluded: [[UInt32]]

  init(_ words: HeadingWords.Section?) {
    headings = PhraseSet(words?.marksOfHeading ?? [])
    texts = PhraseSet(words?.marksOfText ?? [])
    excluded = words?.unlessBehind.map(\.scalarValues) ?? []
  }

  func isHeading(_ text: DocumentText, _ range: Range<Int>) -> Bool {
    isFound(headings, text, range)
  }

  func isTold(_ text: DocumentText, _ range: Range<Int>) -> Bool { isFound(texts, text, range) }

  private func isFound(_ set: PhraseSet, _ text: DocumentText, _ range: Range<Int>) -> Bool {
    guard !excluded.isEmpty else { return set.isFound(in: text, range) }
    return set.matches(in: text, range).contains { match in
      !excluded.contains { text.has($0, at: match.range.lowerBound - $0.count) }
    }
  }
}

/// Which parts of a disclosure a report has at all.
struct SectionPresence {
  private let context: ReportSurface

  init(_ context: ReportSurface) { self.context = context }

  /// Whether the report has the part to which a role belongs, so that a section of it can be
  /// missing. A file of tables alone lacks nothing of the narrative.
  func isNarrative(_ role: String) -> Bool {
    let part = Self.part(of: role)
    if role.utf8.count > part.utf8.count, context.partNames.contains(where: { $0.hasPrefix(part) })
    {
      return true
    }
    return context.partNames.count { !Self.beside.contains($0) } >= 2
  }

  /// The parts that a file of tables alone may have too.
  private static let beside: [Substring] = ["tables", "performance", "attachments"]

  /// What stands before the first point of a role.
  private static func part(of role: String) -> Substring {
    role[..<(role.utf8.firstIndex(of: UInt8(ascii: ".")) ?? role.endIndex)]
  }

  /// The parts to which roles belong, each once.
  static func parts(of roles: [String]) -> [Substring] {
    var parts: [Substring] = []
    for role in roles {
      let part = part(of: role)
      if parts.last != part, !parts.contains(part) { parts.append(part) }
    }
    return parts
  }

  /// Whether the report means to have all of the part to which a role belongs: it has the part's
  /// heading, or at least this share of its required sections. Else it is an excerpt, or follows
  /// another form, and nothing can be said to be missing.
  func isWhole(_ role: String) -> Bool {
    let part = String(Self.part(of: role))
    if let heading = context.report.section(part)?.heading, isTitled(heading, part) { return true }
    let roles = Set(context.roles)
    let required = context.layout.parts.flatMap(\.sections)
      .filter { $0.isRequired && $0.role.hasPrefix(part + ".") }
    let present = required.count { form in
      roles.contains { $0 == form.role || $0.hasPrefix(form.role + ".") }
    }
    return Double(present) >= Self.leastShare * Double(required.count)
  }

  private static let leastShare = 0.5

  /// Whether a heading calls a part by a name of the form, and is not only like such a part.
  private func isTitled(_ heading: TracedText, _ part: String) -> Bool {
    let name = Name(utf8: heading.utf8)
    return context.layout.section(part)?.titles.contains { name.hasSuffix(Name($0)) } ?? false
  }

  /// Whether the report says by its contents list which sections the part of a role has, and has
  /// these, but for one that may be worded otherwise there, numbered without a gap.
  func hasOwnForm(_ role: String) -> Bool {
    let entries = Set((context.report.contents?.entries ?? []).map { Name(utf8: $0.title.utf8) })
    let part = String(Self.part(of: role))
    guard let sections = context.report.section(part)?.sections else { return false }
    let numbered = sections.filter { $0.number != nil }
    let listed = numbered.count { section in
      section.heading.map { entries.contains(Name(utf8: $0.utf8)) } ?? false
    }
    // Many contents lists name the parts alone.
    if listed == 0 { return isOtherForm(numbered, part) }
    return listed >= Self.leastListed && listed + 1 >= numbered.count
      && numbered.enumerated().allSatisfy { $1.number?.value == $0 + 1 }
  }

  private static let leastListed = 3

  /// Whether sections without a contents list are those of another form: numbered without a gap, and
  /// several of the known form are not among them. Of that form itself one was left out, or two.
  private func isOtherForm(_ numbered: [Section], _ part: String) -> Bool {
    guard numbered.count >= Self.leastListed,
      numbered.enumerated().allSatisfy({ $1.number?.value == $0 + 1 })
    else { return false }
    let roles = Set(context.roles)
    let missing = context.layout.parts.flatMap(\.sections).count { form in
      form.isRequired && form.role.hasPrefix(part + ".")
        && !roles.contains { $0 == form.role || $0.hasPrefix(form.role + ".") }
    }
    return missing > Self.mostLeftOut
  }

  private static let mostLeftOut = 2

  /// The heading of the part in which a section should stand.
  func anchor(_ role: String) -> TracedText? {
    let part = String(Self.part(of: role))
    return context.report.section(part)?.heading ?? context.report.parts.first?.heading
  }
}
