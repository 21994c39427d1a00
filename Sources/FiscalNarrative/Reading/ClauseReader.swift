internal import FiscalModel
internal import FiscalText

/// Reads one passage: binds each number to subject, measure and base as a reader carries them from
/// clause to clause.
///
/// The state is what a reader keeps in mind: what is spoken of, which measure was named, what is
/// compared with what, and whether a list of parts, a reason or a purpose has begun.
struct ClauseReader {
  let vocabulary: Vocabulary
  let reportYear: Int?
  let passageIndex: Int
  let passage: Passage
  let text: NormalText

  /// What the paragraph before leaves to go on with.
  let preceding: PrecedingParagraph

  /// The later year that the sentence before spoke of, or the paragraph before: 2025年预算….
  var laterYear: Int?

  /// The name of the body that reports; empty if it is not known.
  let entity: [UInt8]
  /// Whether the passage begins with the name of another body, or the heading above it is one:
  /// 养老服务中心：….
  var isOfOtherBody = false

  /// The subject that the headings around the passage set, and the 类 and 款 named last.
  var inherited: InheritedSubject

  var statements: [Statement] = []
  var relations: [NumberRelation] = []
  var comparisons: [Comparison] = []
  var absences: [Facts.Absence] = []
  var unchanged: [Facts.Unchanged] = []
  var reasons: [Facts.Reason] = []
  var mentions: [Facts.Mention] = []
  var changes: [Facts.Change] = []
  var contraryLeads: [Facts.ContraryLead] = []
  /// The directions that the passage told so far, where they stand in the normal text, and how many
  /// numbers stood before its last reason.
  var toldDirections: [(direction: Direction, range: Range<Int>, sentence: Int)] = []
  var lastReason: Int?

  /// The words and numbers of the passage, and where the one behind that at hand stands.
  private(set) var tokens: [Token] = []
  private(set) var next = 0

  var state = ClauseState()
  var outer: [ClauseState] = []
  /// Where stops stand inside brackets, and so end no sentence.
  var enclosedStops: Set<Int> = []
  /// Where numbers stand that share a unit, with the unit that the number itself lacks.
  var sharedUnits: [Int: AmountUnit?] = [:]
  /// Where percentages stand that are joined to others: 25.8%、46.6%和27.6%.
  var parallelPercentages: Set<Int> = []
  /// Levels stated in this passage, for the relations that later numbers have with them.
  var levels: [LevelKey: Int] = [:]
  var completions: [Subject: Int] = [:]
  var sentence = 0
  /// Where the last number and the last name of a subject end, in the normal text.
  var lastNumberEnd = -1
  var lastNumberStart = -1
  var lastNameEnd = -1
  /// How many bytes of unknown text stand right before the token at hand.
  var unknownBefore = 0
  /// What was told last of revenue and of expenditure, but for the parts of a list, and of what a
  /// change was told.
  var lastRevenue: Subject?
  var lastExpenditure: Subject?
  var changed: Set<Subject> = []
  /// The sentence that named a subject last.
  var namedSentence = -1
  /// Four ideographs.
  static let longestModifier = 12
  /// How many statements the report has before this passage's.
  let firstStatement: Int

  struct LevelKey: Hashable {
    var subject: Subject
    var measure: Measure
    var year: Int?
  }

  init(
    vocabulary: Vocabulary, reportYear: Int?, entity: [UInt8] = [], passageIndex: Int,
    passage: Passage, inherited: InheritedSubject,
    preceding: PrecedingParagraph = PrecedingParagraph(), firstStatement: Int
  ) {
    self.vocabulary = vocabulary
    self.reportYear = reportYear
    self.entity = entity
    self.preceding = preceding
    self.passageIndex = passageIndex
    self.passage = passage
    self.inherited = inherited
    self.firstStatement = firstStatement
    text = NormalText(passage.text.utf8)
  }

  mutating func read() {
    let start = bodyStart
    tokens = Tokenizer.tokens(text, from: start, vocabulary: vocabulary)
    enclosedStops = Self.enclosedStops(tokens)
    sharedUnits = Self.sharedUnits(tokens)
    parallelPercentages = Self.parallelPercentages(tokens)
    laterYear = preceding.laterYear
    state.subject = startSubject
    goOnFromPreceding(start)
    state.phraseSubject = state.subject
    isOfOtherBody = inherited.isOfOtherBody
    state.clauseStart = start
    var end = start
    for (index, token) in tokens.enumerated() where !isUnknown(token) {
      unknownBefore = token.range.lowerBound - end
      if unknownBefore > 0 {
        state.hasGap = true
        state.unknownLength += unknownBefore
      }
      end = token.range.upperBound
      next = index + 1
      if refersBack(token, next: next < tokens.count ? tokens[next] : nil) { continue }
      if turnsSide(at: token) { continue }
      read(token)
    }
    let endsBehindItem = endsWithParts && listsItem
    endSentence()
    left = leftToNext(endsBehindItem: endsBehindItem)
  }

  /// What the passage leaves to the paragraph behind it.
  private(set) var left = PrecedingParagraph()

  private func leftToNext(endsBehindItem: Bool) -> PrecedingParagraph {
    if isOnlyLead { return preceding }
    var left = PrecedingParagraph()
    left.subject = firstSubject ?? preceding.subject
    left.endsBehindItem = endsBehindItem
    left.laterYear = laterYear
    left.whole = state.lastBefore.flatMap { index in told(index).map { (index, $0) } }
    left.amount = state.lastAmountBefore
    left.divisible = divisible.flatMap { index in told(index).map { (index, $0) } }
    if left.divisible == nil, isDividing(bodyStart) { left.divisible = preceding.divisible }
    left.base = state.toldBaseBefore
    return left
  }

  /// 其中： in a line of its own.
  private var isOnlyLead: Bool {
    !tokens.isEmpty
      && tokens.allSatisfy { token in
        switch token.kind {
        case .term(.word(.ofWhich)), .mark(.colon): true
        default: false
        }
      }
  }

  /// A paragraph that begins with a comparison speaks of what the one before it spoke of first; one
  /// that begins with 其中, or （二）按支出用途分类, tells the parts of what was told there last.
  private mutating func goOnFromPreceding(_ start: Int) {
    guard let first = tokens.first, first.range.lowerBound == start else { return }
    switch first.kind {
    case .term(.word(.compare)) where start == 0:
      state.subject = preceding.subject ?? state.subject
    case .term(.word(.ofWhich)) where isBreakdown(start) && endsWithStop:
      let divides = isDividing(start)
      state.lastBefore = divides ? preceding.divisible?.index : preceding.whole?.index
      state.lastAmountBefore = divides ? preceding.divisible?.index : preceding.amount
      state.toldBaseBefore = preceding.base
    default: break
    }
  }

  private func isBreakdown(_ start: Int) -> Bool {
    start == 0 && text.bytes.hasBytes(Self.ofWhich, at: 0) || isDividing(start)
  }

  /// The level of what the section speaks of, else the only level that the paragraph tells.
  private var divisible: Int? {
    if let subject = sectionSubject, let index = level(subject) { return index }
    let told = statements.indices.filter { index in
      guard case .level = statements[index].meaning?.aspect else { return false }
      return statements[index].meaning?.year == nil
    }
    return told.count == 1 ? firstStatement + told[0] : nil
  }

  /// 按支出性质划分：…
  private func isDividing(_ start: Int) -> Bool { text.bytes.hasBytes(Self.by, at: start) }

  private static let by = [UInt8]("按".utf8)

  /// Whether nothing of the last sentence may stand in the next paragraph.
  private var endsWithStop: Bool {
    if case .mark(.stop) = tokens.last?.kind { return true }
    return false
  }

  /// A number of the passage, or the one that a list at its start is told of.
  func told(_ index: Int) -> Statement? {
    if index >= firstStatement { return statements[index - firstStatement] }
    return [preceding.whole, preceding.divisible].compactMap(\.self).first { $0.index == index }?
      .statement
  }

  /// …52.00万元，其中：
  private var endsWithParts: Bool {
    let last = tokens.last { token in
      if case .mark(.colon) = token.kind { return false }
      return true
    }
    guard case .term(.word(.ofWhich)) = last?.kind else { return false }
    return true
  }

  /// Whether the list at hand has a whole that is none of the concepts.
  private var listsItem: Bool {
    guard state.region == .plain, state.listWhole != nil else { return false }
    if case .concept = state.whole.flatMap(subject(of:)) { return false }
    return true
  }

  /// The subject at the end of the passage, carried over or named.
  var lastSubject: Subject? { namedSubject ?? inherited.subject }

  /// The subjects that the passage named last and first.
  var namedSubject: Subject? {
    didSet { if firstSubject == nil { firstSubject = namedSubject } }
  }
  private(set) var firstSubject: Subject?

  /// Behind the number of the heading or item.
  var bodyStart: Int {
    guard let number = HeadingNumber.scan(text.bytes) else { return 0 }
    return number.range.upperBound
  }

  var sectionSubject: Subject? {
    vocabulary.section(passage.role)?.subject.map { .concept($0) }
  }

  /// What numbers without a name are of at the start of the passage.
  private var startSubject: Subject? {
    inherited.subject ?? (inherited.isOfOtherThing ? nil : sectionSubject) ?? projectSubject
  }

  /// In a section on performance, a paragraph that names no subject speaks of its project.
  var projectSubject: Subject? {
    guard let role = passage.role, role.hasSuffix("performance") else { return nil }
    return .project(passage: passageIndex)
  }

  /// 上年决算12万元，本年决算10万元: whether a word speaks of the report's own year.
  private func isOfOwnYear(_ range: Range<Int>) -> Bool {
    Self.ownYears.contains { text.bytes.hasBytes($0, at: range.lowerBound) }
  }

  private static let ownYears = ["本年", "今年"].map { [UInt8]($0.utf8) }

  mutating func read(_ token: Token) {
    switch token.kind {
    case .mark(let mark): read(mark, token.range)
    case .path(let path): name(classification(path), token.range)
    case .term(let term):
      if !state.isComparing, state.year != nil, isOfOwnYear(token.range) {
        state.year = nil
        state.isOfPrior = false
      }
      read(term, token.range)
    case .number(let quantity, let digits): read(quantity, digits: digits, token.range)
    }
  }
}
