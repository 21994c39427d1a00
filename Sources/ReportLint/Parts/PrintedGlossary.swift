internal import FiscalModel
internal import FiscalNarrative
internal import FiscalStandards
internal import FiscalText

/// The glossary of a report: the terms that it explains.
struct PrintedGlossary: Sendable {
  struct Entry: Sendable {
    var text: TracedText
    var term: Range<Int>
    /// The term without spaces, quotation marks and widths.
    var key: Name
    var name: String
    var explanation: String

    /// Whether the entry holds that of another term behind it, as printed lines give them that were
    /// full: 甲：指…。乙：指….
    func goesOnWith(_ term: Name) -> Bool {
      let text = [UInt8](explanation.utf8)
      return Self.leads.contains { lead in
        text.firstOffset(of: [UInt8]("。\(term.string)\(lead)".utf8)) != nil
      }
    }

    private static let leads = [":", "指", "是指"]
  }

  private(set) var entries: [Entry] = []
  /// The heading of the glossary.
  private(set) var heading: TracedText?

  init(_ report: Report) {
    for section in report.allSections {
      var isGlossary = false
      for case .glossaryEntry(let entry) in section.blocks {
        isGlossary = true
        let key = Name(utf8: entry.text.utf8, in: entry.term)
        entries.append(
          Entry(
            text: entry.text, term: entry.term, key: key, name: key.string,
            explanation: Name(utf8: entry.text.utf8, in: entry.explanation).string))
      }
      if isGlossary, heading == nil { heading = section.heading }
    }
    heading = report.section("glossary")?.heading ?? heading
  }

  /// Whether a term is explained: under its own name, another one, or together with others.
  func explains(_ term: GlossaryTerm) -> Bool {
    let names = ([term.name] + term.otherNames).map { Name($0) }
    let isEntry = entries.contains { entry in
      names.contains {
        entry.key.contains($0) || (entry.key.count >= 4 && $0.contains(entry.key))
      }
    }
    return isEntry || entries.contains { entry in names.contains { entry.goesOnWith($0) } }
  }
}
