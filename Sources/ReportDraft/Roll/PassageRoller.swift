internal import FiscalNarrative
internal import FiscalText

/// Brings one passage of last year's narrative to this year: its numbers, direction words, years
/// and reasons.
struct PassageRoller {
  private let context: PassageContext
  private let draft: PassageDraft
  private let changes: StatedChanges
  /// The sign of the change that a sentence with a reason alone speaks of: the last one before.
  var introSign: Int?
  /// The performance sheets, and what the passage has to do with them; nil outside of what is said
  /// of performance.
  var projects: RollProjects?

  init(_ context: PassageContext, section: String) {
    self.context = context
    draft = PassageDraft(context, section: section)
    changes = StatedChanges(context)
  }

  var edits: TextEdits { draft.edits }
  var journal: [RolledNumber] { draft.journal }
  var items: [RolledReport.ItemChange] { draft.items }
  var text: [UInt8] { draft.edits.applied(to: context.bytes) }

  /// The sign of the first change of the passage, for the passages behind it.
  var firstSign: Int? { changes.all.first.flatMap(\.sign) }

  /// Finds all changes of the passage. What is found first wins over what overlaps it.
  func roll() {
    let clauses = ReasonClauses.all(in: context.bytes, context.numbers.reading.vocabulary)
    ReasonRoller(context: context, draft: draft, changes: changes.all, introSign: introSign)
      .roll(clauses)
    ListRoller(context: context, draft: draft).roll()
    rollStatements(without: rollProjects(), clauses)
    ItemPartRoller(context: context, draft: draft).rollWholes()
    let facts = context.facts
    for unchanged in facts.unchanged where unchanged.passage == context.index {
      UnchangedRoller(context: context, draft: draft).roll(unchanged, clauses)
    }
    for comparison in facts.comparisons where comparison.passage == context.index {
      OrderRoller(context: context, draft: draft).roll(comparison, clauses)
    }
    for absence in facts.absences where absence.passage == context.index {
      AbsenceRoller(context: context, draft: draft).roll(absence)
    }
    BlankRoller(context: context, draft: draft).roll()
    draft.markKeptSentences()
    rollYears()
  }

  /// Puts a text in the place of another, as for the name of a 科目.
  func rename(_ range: Range<Int>, to name: String, because reason: String) {
    guard context.quote(range) != name, draft.edits.add(range, name) else { return }
    draft.note(.computed, range, name, reason)
  }

  /// Leaves open what the money is for.
  func openPurposes() {
    let vocabulary = context.numbers.reading.vocabulary
    for clause in ReasonClauses.all(in: context.bytes, vocabulary, word: .purpose) {
      guard draft.edits.add(clause.body, "【请填写：用途】") else { continue }
      draft.note(.open, clause.body, "【请填写：用途】", "新增科目的用途")
    }
  }

  /// Leaves open what no sheet tells of a new project.
  func openProjectRest() {
    guard let projects, let entry = projects.entries[context.index] else { return }
    ProjectRoller(context: context, draft: draft, projects: projects, entry: entry).openRest()
  }

  // MARK: Numbers

  /// Prints what performance sheets tell.
  ///
  /// - Returns: the statements that are done.
  private func rollProjects() -> Set<Int> {
    guard let projects else { return [] }
    if let entry = projects.entries[context.index] {
      return ProjectRoller(context: context, draft: draft, projects: projects, entry: entry).roll()
    }
    return ProjectTotalsRoller(context: context, draft: draft, projects: projects).roll()
  }

  private func rollStatements(without done: Set<Int>, _ clauses: [ReasonClauses.Clause]) {
    var changes = ChangeRoller(context, draft)
    let levels = LevelRoller(context: context, draft: draft)
    for index in context.statements
    where !changes.handledRates.contains(index) && !done.contains(index) {
      let statement = context.facts.statements[index]
      guard let meaning = meaning(of: statement, clauses) else { continue }
      switch meaning.aspect {
      case .change(let base): changes.rollChange(index, statement, meaning, base)
      case .rate: changes.rollRate(index, statement)
      default: levels.roll(index, statement, meaning)
      }
    }
  }

  /// What a number means that is to be printed anew. One that was not understood is kept.
  private func meaning(
    of statement: Statement, _ clauses: [ReasonClauses.Clause]
  ) -> Meaning? {
    guard statement.quantity.printed != nil || statement.quantity == .malformed,
      statement.region != .reason || isBehindReason(statement, clauses),
      !draft.edits.meets(statement.range)
    else { return nil }
    guard let meaning = statement.meaning else {
      if ItemPartRoller(context: context, draft: draft).roll(statement) { return nil }
      draft.keep(statement, statement.unboundReason ?? "没有读懂这个数")
      return nil
    }
    if case .unnamed = meaning.subject {
      draft.keep(statement, "没有读懂属于哪一项")
      return nil
    }
    return meaning
  }

  /// Whether a number stands in the sentence of a reason, but behind it.
  private func isBehindReason(
    _ statement: Statement, _ clauses: [ReasonClauses.Clause]
  ) -> Bool {
    clauses.contains { clause in
      let end = clause.body.upperBound
      return (end..<max(end, context.sentenceEnd(end))).contains(statement.range.lowerBound)
    }
  }

  // MARK: Years

  private func rollYears() {
    let place: YearMover.Place = context.passage.kind == .heading ? .heading : .narrative
    for mention in context.years.mentions(in: context.bytes, place) {
      if let text = mention.text {
        guard draft.edits.add(mention.range, text) else { continue }
        draft.note(.computed, mention.range, text, "年度", doubt: mention.note)
      } else if let reason = mention.note, !draft.edits.meets(mention.range) {
        draft.note(.copied, mention.range, context.quote(mention.range), reason)
      }
    }
  }
}
