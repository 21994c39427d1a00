public import FiscalModel
internal import FiscalText

/// Reads the whole narrative of a report to its facts.
public struct NarrativeReader {
  private let vocabulary: Vocabulary
  private let year: Int?
  /// The name of the body that reports, as normal text; empty if it is not known.
  private let entity: [UInt8]
  private var facts = Facts()
  /// The headings around the passage at hand, outermost first, with the subjects that they name.
  private var headings: [(level: Int, inherited: InheritedSubject)] = []
  private var inherited = InheritedSubject()
  /// What the paragraph before leaves; nothing behind a heading.
  private var preceding = PrecedingParagraph()

  private init(_ vocabulary: Vocabulary, year: Int?, entity: String?) {
    self.vocabulary = vocabulary
    self.year = year
    self.entity = entity.map { NormalText.bytes(of: [UInt8]($0.utf8)) } ?? []
  }

  /// - Complexity: O(n) in the length of the narrative.
  public static func facts(of report: Report, vocabulary: Vocabulary) -> Facts {
    facts(
      Facts(passagesOf: report), year: report.year, entity: report.entity, vocabulary: vocabulary)
  }

  /// Adds what the passages say to facts that hold nothing but them.
  ///
  /// - Parameters:
  ///   - year: the fiscal year of the report.
  ///   - entity: the name of the body that reports.
  /// - Complexity: O(n) in the length of the narrative.
  public static func facts(
    _ passages: Facts, year: Int?, entity: String?, vocabulary: Vocabulary
  ) -> Facts {
    var reader = NarrativeReader(vocabulary, year: year, entity: entity)
    reader.facts = passages
    reader.facts.priorYear = year.map { $0 - 1 } ?? Meaning.yearBefore
    for index in passages.passages.indices { reader.read(index) }
    reader.facts.relations += NumberedLists.relations(reader.facts)
    return reader.facts
  }

  private mutating func read(_ index: Int) {
    let kind = facts.passages[index].kind
    // Most passages are cells of tables.
    guard [.heading, .paragraph, .unrecognised].contains(kind) else { return }
    let passage = facts.passages[index]
    let isNarrative = passage.role?.hasPrefix("narrative") ?? false
    if kind != .heading {
      if isNarrative { readParagraph(index, passage) }
    } else if isNarrative {
      readHeading(index, passage)
    } else {
      headings.removeAll()
    }
  }

  /// A heading hands its subject down to the passages below it.
  private mutating func readHeading(_ index: Int, _ passage: Passage) {
    let level = passage.number?.style.rawValue ?? 0
    while let last = headings.last, last.level >= level { headings.removeLast() }
    inherited = headings.last?.inherited ?? InheritedSubject()
    var reader = clauseReader(index, passage)
    reader.read()
    var handed = reader.inherited
    handed.subject = reader.lastSubject
    handed.isOfOtherBody = inherited.isOfOtherBody || reader.namesOtherBody
    handed.isOfOtherThing =
      reader.firstSubject == nil
      && (inherited.isOfOtherThing
        // 1.办公楼维修
        || !headings.isEmpty
          && vocabulary.isOtherThing(passage.text.utf8, in: 0..<passage.text.utf8.count))
    if handed.isOfOtherThing { handed.subject = nil }
    headings.append((level, handed))
    inherited = handed
    preceding = PrecedingParagraph()
  }

  private mutating func readParagraph(_ index: Int, _ passage: Passage) {
    var reader = clauseReader(index, passage)
    reader.read()
    facts.statements += reader.statements
    facts.relations += reader.relations
    facts.comparisons += reader.comparisons
    facts.absences += reader.absences
    facts.unchanged += reader.unchanged
    facts.reasons += reader.reasons
    facts.changes += reader.changes
    facts.contraryLeads += reader.contraryLeads
    facts.mentions += reader.mentions
    preceding = reader.left
    let subject = inherited.subject
    inherited = reader.inherited
    inherited.subject = subject
    if reader.statements.isEmpty, case .functional = reader.namedSubject {
      // A line that only names a 科目 heads the items below it.
      inherited.subject = reader.namedSubject
    }
  }

  private func clauseReader(_ index: Int, _ passage: Passage) -> ClauseReader {
    ClauseReader(
      vocabulary: vocabulary, reportYear: year, entity: entity, passageIndex: index,
      passage: passage, inherited: inherited, preceding: preceding,
      firstStatement: facts.statements.count)
  }
}
