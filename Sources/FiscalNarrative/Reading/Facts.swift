public import FiscalModel

/// What a report says: every passage, every number of the narrative with its meaning, and how the
/// numbers hang together. Worked out once, read by all rules.
public struct Facts: Sendable {
  /// The year before the report's.
  public internal(set) var priorYear = Meaning.yearBefore
  public internal(set) var passages: [Passage] = []
  public internal(set) var tables: [Table] = []
  public internal(set) var statements: [Statement] = []
  public internal(set) var relations: [NumberRelation] = []
  public internal(set) var comparisons: [Comparison] = []
  /// The places where subjects are named.
  public internal(set) var mentions: [Mention] = []
  /// Sentences that say that there is none of something: 无政府性基金预算财政拨款收入.
  public internal(set) var absences: [Absence] = []
  /// Sentences that say that something is as it was: 与上年持平.
  public internal(set) var unchanged: [Unchanged] = []

  /// Increases and decreases that a reason gives with their subject: 项目支出增加，较上年增加12.00万元.
  public internal(set) var reasons: [Reason] = []

  /// Amounts that are said to be more or less, in the order of the text.
  public internal(set) var changes: [Change] = []

  /// Reasons that are called those of a direction that nothing before them took.
  public internal(set) var contraryLeads: [ContraryLead] = []

  /// The words that lead to such a reason: 减少的主要原因 behind an increase.
  public struct ContraryLead: Hashable, Sendable {
    public var passage: Int
    /// The bytes of the direction, and of that which was told last.
    public var range: Range<Int>
    public var isDown: Bool
    public var told: Range<Int>
    public var isToldUnchanged: Bool
  }

  /// An amount that is said to be more or less, whatever it is of.
  public struct Change: Hashable, Sendable {
    public var statement: Int
    public var isDown: Bool
  }

  /// An amount by which a reason says that something changed.
  public struct Reason: Hashable, Sendable {
    public var statement: Int
    /// As the reason calls it: in each section the same words mean another table.
    public var name: String
    public var direction: Direction
  }

  /// Says that a subject's level is that of a base.
  public struct Unchanged: Sendable {
    public var passage: Int
    /// The bytes of the word.
    public var range: Range<Int>
    public var subject: Subject
    public var base: Base
    /// The statement of the level, if the passage tells it, and that of the level before.
    public var level: Int?
    public var previous: Int?
    public var section: String?
  }

  init() {}

  /// The numbers of a passage.
  ///
  /// - Complexity: O(log n) in the numbers of the report.
  public func statements(of passage: Int) -> ArraySlice<Statement> {
    let start = firstStatement(notBefore: passage)
    return statements[start..<max(start, firstStatement(notBefore: passage + 1))]
  }

  /// The numbers of the section of a role and of those below it, in reading order.
  public func statements(below role: String) -> [Statement] {
    statements.filter { passages[$0.passage].role?.hasPrefix(role) ?? false }
  }

  /// The index of the first number of a passage or of those behind it.
  private func firstStatement(notBefore passage: Int) -> Int {
    var (low, high) = (0, statements.count)
    while low < high {
      let middle = (low + high) / 2
      if statements[middle].passage < passage { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The passages and tables of a report, of which nothing has been read yet.
  public init(passagesOf report: Report) {
    var collector = PassageCollector()
    collector.collect(report)
    passages = collector.passages
    tables = collector.tables
  }

  /// Names a subject.
  public struct Mention: Sendable {
    public var passage: Int
    /// The bytes of the name in the passage.
    public var range: Range<Int>
    public var subject: Subject
    public var section: String?
  }

  /// Says that a subject does not occur.
  public struct Absence: Sendable {
    public var passage: Int
    public var range: Range<Int>
    /// The bytes of the clause up to the name.
    public var clause: Range<Int>
    public var subject: Subject
    public var section: String?
  }
}
