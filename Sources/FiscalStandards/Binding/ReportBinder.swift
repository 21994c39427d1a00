public import FiscalModel
public import FiscalText

/// Binds a report to its form: gives it a kind and a layout where it has none, its tables ids and
/// column keys, its sections roles. What no form knows stays as it is.
public struct ReportBinder: Sendable {
  private let library: LayoutLibrary

  public init(_ library: LayoutLibrary) { self.library = library }

  /// The layout that a report names, or the one that it seems to follow.
  ///
  /// - Throws: a ``LayoutError`` if the named layout does not exist, if a data file is wrong, or if
  ///   there is no layout at all.
  public func layout(for report: Report) throws(LayoutError) -> Layout {
    if let name = report.layout { return try library.layout(name) }
    return try layout(LayoutChooser(report), kind: report.kind)
  }

  /// The layout that a document will probably follow, of which no more is known than the text with
  /// which it begins.
  public func probableLayout(opening: [UInt8]) throws(LayoutError) -> Layout {
    try layout(LayoutChooser(opening: opening), kind: nil)
  }

  private func layout(_ chooser: LayoutChooser, kind: ReportKind?) throws(LayoutError) -> Layout {
    let kind = kind ?? chooser.kind() ?? .finalAccounts
    var summaries = try library.summaries().filter { $0.kind == kind }
    // The national form stands first, so that it wins where nothing speaks for another.
    summaries.sort { ($0.name.utf8.count, $0.name) < ($1.name.utf8.count, $1.name) }
    guard let chosen = chooser.choose(summaries) else {
      throw LayoutError(path: library.path, message: "没有\(kind.word)的布局")
    }
    return try library.layout(chosen.name)
  }

  /// Binds a report to the layout of ``layout(for:)``, and answers that layout.
  @discardableResult
  public func bind(_ report: inout Report) throws(LayoutError) -> Layout {
    let layout = try layout(for: report)
    bind(&report, to: layout)
    return layout
  }

  /// Binds a report to a layout.
  public func bind(_ report: inout Report, to layout: Layout, threads: Threads = Threads()) {
    report.layout = layout.name
    report.kind = layout.kind
    let names = TitleNames(entity: report.entity)
    let (parts, tables) = threads.both { [report] in
      self.parts(of: report, SectionMatcher(layout, names: names))
    } _: { [report] in
      TableBinder(layout, names: names, year: report.year).tables(of: report)
    }
    report.parts = parts
    report.replaceTables(with: tables)
  }

  /// The parts of a report with the roles of their sections.
  private func parts(of report: Report, _ matcher: SectionMatcher) -> [Section] {
    var report = report
    matcher.bind(&report.parts)
    if !report.allSections.contains(where: isTellingSection) { bindNarrative(&report, matcher) }
    return report.parts
  }

  private static let narrative = "narrative"

  /// Whether a section of the narrative tells a number: a definition under a heading that a form
  /// has is not what a report is about.
  private func isTellingSection(_ section: Section) -> Bool {
    guard section.role?.hasPrefix(Self.narrative) ?? false else { return false }
    return hasNumber(section)
  }

  private func hasNumber(_ section: Section) -> Bool {
    section.blocks.contains {
      guard case .paragraph(let paragraph) = $0 else { return false }
      return paragraph.text.utf8.contains { (0x30...0x39).contains($0) }
    } || section.sections.contains { hasNumber($0) }
  }

  /// A report without headings that a form knows, such as a notice on the three public expenses
  /// alone, is narrative as far as it has text: of the section that its title names, if any.
  private func bindNarrative(_ report: inout Report, _ matcher: SectionMatcher) {
    let role = title(report).flatMap { matcher.role(ofTitle: $0) }
    for index in report.parts.indices where report.parts[index].role == nil {
      guard hasText(report.parts[index]) else { continue }
      report.parts[index].role =
        role.flatMap { $0.hasPrefix(Self.narrative) ? $0 : nil } ?? Self.narrative
    }
  }

  private func title(_ report: Report) -> Name? {
    accountsTitle(report) ?? firstTitle(report)
  }

  /// The first line, if it is no sentence: 某乡2025年“三公”经费情况说明.
  private func firstTitle(_ report: Report) -> Name? {
    for case .paragraph(let paragraph) in report.cover + (report.parts.first?.blocks ?? []) {
      let text = [UInt8](paragraph.text.utf8)
      return text.firstOffset(of: Self.stop) == nil ? Name(utf8: text) : nil
    }
    return nil
  }

  private static let stop = [UInt8]("。".utf8)

  private func accountsTitle(_ report: Report) -> Name? {
    for block in report.cover + (report.parts.first?.blocks ?? []) {
      guard case .paragraph(let paragraph) = block else { continue }
      let text = [UInt8](paragraph.text.utf8)
      guard [Self.accounts, Self.budget].contains(where: { text.firstOffset(of: $0) != nil })
      else { continue }
      return Name(utf8: text)
    }
    return nil
  }

  private static let accounts = [UInt8]("决算".utf8)
  private static let budget = [UInt8]("预算".utf8)

  private func hasText(_ section: Section) -> Bool {
    section.blocks.contains { if case .paragraph = $0 { true } else { false } }
      || section.sections.contains { hasText($0) }
  }
}
