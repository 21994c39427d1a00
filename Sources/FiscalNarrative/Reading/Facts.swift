public import FiscalModel

/// What a report says: every passage, every number of the narrative with its meaning, and how the
/// numbers hang together. Worked out once, read by all rules.
public struct Facts: Sendable {
  public internal(set) var passages: [Passage] = []
  public internal(set) var tables: [Table] = []
  public internal(set) var statements: [Statement] = []
  public internal(set) var relations: [NumberRelation] = []
  public internal(set) var comparisons: [Comparison] = []
  /// The places where subjects are named.
  public internal(set) var mentions: [Mention] = []
  /// Sentences that say that there is none of something: 无政府性基金预算财政拨款收入.
  public internal(set) var absences: [Absence] = []

  init() {}

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
    public var subject: Subject
    public var section: String?
  }
}
