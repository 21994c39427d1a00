internal import FiscalNarrative
public import FiscalStandards

/// What the data files of a layout tell the linter.
struct LintKnowledge: Sendable {
  let vocabulary: Vocabulary
  let wording: Wording
  let limits: Limits
  let grammar: Grammar
  let accountForms: AccountForms
  let performanceForm: PerformanceForm
  /// The dated 科目 by classification; empty where the layouts have none.
  let classifications: [Classification: ClassificationTable]
  let identities: [Identity]

  /// - Throws: a ``LayoutError`` with the place in a data file that is wrong.
  init(_ layout: Layout) throws(LayoutError) {
    vocabulary = try VocabularyReader.vocabulary(for: layout)
    wording = try Wording(layout)
    limits = try Limits(layout)
    grammar = try Grammar(layout)
    accountForms = try AccountForms(layout)
    performanceForm = try PerformanceForm(layout)
    classifications = try layout.classifications()
    identities = try layout.identities()
  }
}

/// The data files of layouts, each read once however many reports follow it.
public final class LintKnowledgeBase: Sendable {
  private let known = Memo<[String], LintKnowledge>()

  public init() {}

  /// Reads the data files of a layout that will be asked for, for whoever has a thread to spare. An
  /// error shows when it is asked for.
  public func prepare(_ layout: Layout) { _ = try? knowledge(of: layout) }

  func knowledge(of layout: Layout) throws(LayoutError) -> LintKnowledge {
    try known.value(of: layout.folders) { () throws(LayoutError) in try LintKnowledge(layout) }
  }
}
