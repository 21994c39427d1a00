public import FiscalModel
public import FiscalText

/// One relation that numbers of the narrative must satisfy, and what came of testing it.
public struct Check: Sendable {
  /// What the relation is.
  public enum Kind: Hashable, Sendable {
    /// The number stands in a table too.
    case table
    /// The same fact stands in another sentence.
    case sameFact
    /// Parts add up to their whole.
    case parts
    /// The amounts of a list add up to the one before it, whatever they are called.
    case listed
    /// The changes of the parts add up to the change of the whole.
    case changeParts
    /// A part does not exceed its whole, where not all parts are told.
    case partsWithin
    case share
    case completion
    /// A completion rate against the final amount and its difference from the budget.
    case completionByGap
    /// A change and a rate against the level.
    case rate
    /// A change against two levels.
    case difference
    /// A rate against two levels.
    case growth
    /// A level as a percentage of the one before.
    case multiple
    /// An increase that is greater than the level that it led to.
    case negativeBase
    /// An amount divided by a count: 人均, 每辆平均.
    case average
    /// The unit of an amount with which its percentage does not fit, and with another does.
    case unit
  }

  /// A cell or formula that takes part, with its value.
  public struct Source: Sendable {
    /// What it is, in Chinese: 公开05 行政运行 合计.
    public var label: String
    public var text: TracedText
    public var interval: Interval
    /// The cell's amount as printed; nil for a formula over several cells.
    public var amount: Amount?
    /// What stands there, where it is no amount.
    public var printed: String?
    /// The value without rounding interval, in grains of yuan.
    public var exact: Int128
    /// Whether it stands in a table whose cells were torn apart: it can bear out, not contradict.
    public var isDoubtful = false

    public init(
      label: String, text: TracedText, interval: Interval, amount: Amount?, exact: Int128
    ) {
      self.label = label
      self.text = text
      self.interval = interval
      self.amount = amount
      self.exact = exact
    }
  }

  public var kind: Kind
  /// The numbers of the narrative that take part, as indices into the facts' statements; the one
  /// that is computed from the others stands last.
  public var operands: [Int]
  public var sources: [Source]
  public var holds: Bool
  /// What the last operand should be, as it would be printed.
  public var expected: String?
  /// The calculation, for people: 1,511.37 ÷ 4.20.
  public var arithmetic: String?
  /// Whether a failure only makes a fault probable, since nothing says that the relation must hold.
  public var isProbable = false
  /// Whether a change and its rate agree if the change has the direction that the rate tells.
  public var isReversed = false
  /// The numbers that a failure may be laid to; nil for all that take part.
  public var suspects: [Int]?
  /// The rule of the catalogue that a failure falls under, where kind and numbers do not tell it.
  var rule: String?
  /// What the last number is, where its meaning does not tell it.
  var subject: String?
  /// What it takes for granted besides its sources.
  var grounds: [Ground] = []
  /// The part of the whole that alone the list lacks.
  var lackedPart: String?

  public init(
    kind: Kind, operands: [Int], sources: [Source] = [], holds: Bool, expected: String? = nil,
    arithmetic: String? = nil
  ) {
    self.kind = kind
    self.operands = operands
    self.sources = sources
    self.holds = holds
    self.expected = expected
    self.arithmetic = arithmetic
  }
}

extension Check.Kind {
  /// What a number that is worked out of two others is called; nil for sums and comparisons.
  var ratioName: String? {
    switch self {
    case .share: "占比"
    case .completion, .completionByGap: "完成率"
    case .rate, .growth: "增减比例"
    case .multiple: "与上年之比"
    case .difference: "增减额"
    case .average: "平均数"
    case .table, .sameFact, .parts, .listed, .changeParts, .negativeBase, .partsWithin, .unit: nil
    }
  }
}
