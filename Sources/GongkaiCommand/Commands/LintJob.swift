internal import FiscalModel
internal import FiscalStandards
internal import FiscalText
internal import ReportLint

/// Reads and checks one document.
struct LintJob: Sendable {
  /// A document and how it is checked.
  struct Task: Sendable {
    var document: Document
    /// Which document of the run it is, from 0.
    var number: Int
    var settings: LintSettings
  }

  /// What became of a document.
  enum Outcome: Sendable {
    case checked(LintResult, LintSettings, DocumentReview, notes: [String])
    case failed(message: String)
  }

  private let reader: DocumentReader
  private let knowledge: LintKnowledgeBase
  /// Whether several processors may work on one document.
  private let isParallel: Bool
  /// Whether the process ends behind the document, so that nothing need be freed.
  private let isOnly: Bool
  private let library: LayoutLibrary
  private let review: ReviewOptions
  private let detail: LintDetail
  /// Whether a file of accepted findings that was asked for may be missing.
  private let writesAccepted: Bool

  /// The files of last year's disclosure and of the published budget; empty for none.
  private let last: [String]
  private let budget: [String]
  private let dates: PublicationDates

  /// - Parameters:
  ///   - review: the files for reviewers that are wanted.
  ///   - listsNumbers: whether every number is listed with its evidence.
  ///   - isOnly: whether no other document follows.
  ///   - isParallel: whether several processors may work on one document.
  init(
    _ invocation: Invocation, review: ReviewOptions, listsNumbers: Bool, isOnly: Bool,
    isParallel: Bool, last: [String], budget: [String], dates: PublicationDates
  ) throws {
    (self.last, self.budget, self.dates) = (last, budget, dates)
    let knowledge = LintKnowledgeBase()
    self.knowledge = knowledge
    (self.isParallel, self.isOnly) = (isParallel, isOnly)
    var reader = try DocumentReader(invocation)
    reader.threads = Threads(isParallel: isParallel)
    reader.isOnly = isOnly
    if isParallel {
      reader.layoutFound = { knowledge.prepare($0) }
      reader.prepare()
    }
    self.reader = reader
    library = try invocation.library()
    self.review = review
    detail = review.needsProofs ? .proofs : listsNumbers ? .evidence : .states
    writesAccepted = invocation.has(SettingsReader.writeAccept)
  }

  @Sendable func outcome(_ task: Task) -> Outcome {
    do {
      let (document, settings) = (task.document, task.settings)
      let accepted = try acceptedFile(settings)
      let bound = try reader.read(document, layout: settings.layout)
      let others = PublishedReader(reader: reader, report: bound.report, layout: bound.layout)
      var result = try Linter(
        selection: settings.selection, knowledge: knowledge, isParallel: isParallel,
        detail: detail, keepsContext: isOnly
      ).lint(
        bound.report, layout: bound.layout, path: document.name, last: try others.last(last),
        budget: try others.budget(budget), dates: dates)
      if var accepted {
        let path = accepted.file.path
        accepted.keep { isAbout(result, $0, path) }
        accepted.apply(to: &result, selection: settings.selection)
      }
      let made = try DocumentReview(
        review, result: result, report: bound.report, document: document, number: task.number)
      if isOnly { Keepsake.keep((bound, knowledge, result)) }
      return .checked(result, settings, made, notes: bound.notes)
    } catch {
      return .failed(message: "\(error)")
    }
  }

  private func acceptedFile(_ settings: LintSettings) throws -> AcceptedFile? {
    guard
      FileSystem.exists(settings.accepted)
        || settings.isAcceptedRequired && !writesAccepted
    else { return nil }
    let file = try AcceptedFile(DataFile(path: settings.accepted))
    for rule in file.acceptances.map(\.rule) where RuleRegistry.rule(rule.text) == nil {
      do {
        _ = try RuleCatalogue(library).entry(rule.text)
      } catch let error as CommandError {
        throw file.file.error(error.description, at: rule)
      }
    }
    return file
  }

  /// Whether an entry is about this document: one that names a file which is there, but which the
  /// document was not read from, is about a neighbour.
  private func isAbout(_ result: LintResult, _ entry: Acceptance, _ path: String) -> Bool {
    guard let file = entry.file else { return true }
    if result.sources.contains(where: { isPath($0.path, endingIn: file) }) { return true }
    return !FileSystem.exists("\(FileSystem.parent(of: path))/\(file)")
      && !FileSystem.exists(file)
  }
}
