public import FiscalStandards
internal import FiscalText

/// A subject of disclosures that is no 科目: 本年收入合计, 公务接待费, 机关运行经费.
public struct Concept: Sendable {
  public var id: String
  /// The section roles in which the names mean this concept; empty for everywhere. A role holds
  /// for the sections below it.
  public var sections: [String]
  /// What the tables state it with, by measure.
  public var formulas: [Measure: [Formula]]
  /// What counts that which goes with it, by the word that counts: 批次, 人次, 辆.
  public var counts: [String: [Formula]] = [:]
  /// What often gives the same amount: agreement confirms it, disagreement proves nothing.
  public var references: [Measure: [Formula]] = [:]
  /// The concepts that together make it up.
  public var parts: [String]
  /// Those that together make it up where it is parted in another way: 财政拨款支出 by fund, or into
  /// 基本支出 and 项目支出.
  public var otherParts: [String] = []
  /// The concepts of what was carried over, which it holds unless the text speaks of the year alone: 当年拨款….
  public var carriedOver: [String] = []
  /// The rule that reports a number that disagrees with the tables, and the one for parts that do
  /// not add up.
  public var tableRule: String?
  public var partsRule: String?
  /// The concept that is meant, where this one only adds names that hold in some sections.
  public var sameAs: String?
  /// The concepts in lists of whose parts the short names mean this one: 财政拨款收入…，其中：本年收入….
  public var wholes: [String] = []
  /// Whether it is a source of money, so that in a list of the parts of something its name means what
  /// of that comes from it: 政府采购预算…，其中：一般公共预算拨款….
  public var isSource = false
  /// Whether the sources in a list of its parts are those of the whole body: 收入预算….
  public var listsSources = false
  /// The concepts that it does not exceed, as what comes from one fund does not exceed the whole.
  public var limits: [String] = []
  /// What the name leaves out in a list that tells that beside it: 人员支出…，对个人和家庭的补助….
  public var besides: [[UInt8]] = []
  /// The concepts of which this one is the joint name, where they are the same amount: 收、支总计.
  public var jointOf: [String] = []
  /// The concept that is on the side of expenditure what this one is on that of revenue, or the
  /// other way round: 本年支出合计 of 本年收入合计.
  public var otherSide: String?
  /// The concept of a budget's layout whose published amount is this one's original budget.
  public var budgetConcept: String?
  /// Whether the parts behind 其中 always make up the whole.
  public var isExhaustive: Bool
  /// Whether it is money that was carried over or is left, and no revenue or expenditure of the year.
  public var isBalance = false

  public init(id: String) {
    self.id = id
    sections = []
    formulas = [:]
    parts = []
    isExhaustive = false
  }

  /// How closely the concept fits a section: the length of the longest of its roles that holds
  /// there, 0 for a concept of everywhere, nil if it has no place there.
  func fit(_ role: String?) -> Int? {
    guard !sections.isEmpty else { return 0 }
    guard let role else { return nil }
    return sections.filter { role.isRole($0) }.map(\.utf8.count).max()
  }
}
