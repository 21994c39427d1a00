public import FiscalModel
public import FiscalText

/// A performance self-evaluation sheet (绩效自评表) read into its values. What could not be read
/// with certainty is left out, and the sheet says so.
public struct PerformanceSheet: Sendable {
  /// A number with the text that prints it.
  public struct Value: Sendable {
    public var number: PrintedNumber
    public var text: TracedText
    /// The bytes of the number in the text.
    public var range: Range<Int>

    public init(number: PrintedNumber, text: TracedText, range: Range<Int>) {
      self.number = number
      self.text = text
      self.range = range
    }
  }

  /// How an actual value is to stand to its target.
  public enum Comparison: Sendable {
    case atLeast
    case atMost
    case equal
  }

  /// Rules go through all indicators time and again: a reference is cheaper to pass than its many
  /// members.
  public final class Indicator: Sendable {
    public let comparison: Comparison?
    public let target: Value?
    public let actual: Value?
    public let weight: Value?
    public let score: Value?
    /// Whether it is the rate at which the budget was spent.
    public let isExecutionRate: Bool
    /// The cells as printed; nil where they are empty or the form has no such column.
    public let name: TracedText?
    /// The level-2 indicator that it belongs to: 数量指标, 成本指标.
    public let kind: String
    public let targetText: TracedText?
    public let actualText: TracedText?
    public let unit: TracedText?
    public let reason: TracedText?
    /// Whether the form has a column for the reason of a deviation.
    public let asksReason: Bool

    init(
      comparison: Comparison?, target: Value?, actual: Value?, weight: Value?, score: Value?,
      isExecutionRate: Bool, name: TracedText? = nil, kind: String = "",
      targetText: TracedText? = nil, actualText: TracedText? = nil, unit: TracedText? = nil,
      reason: TracedText? = nil, asksReason: Bool = false
    ) {
      self.comparison = comparison
      self.target = target
      self.actual = actual
      self.weight = weight
      self.score = score
      self.isExecutionRate = isExecutionRate
      self.name = name
      self.kind = kind
      self.targetText = targetText
      self.actualText = actualText
      self.unit = unit
      self.reason = reason
      self.asksReason = asksReason
    }
  }

  /// A row of the money with what it holds: 财政拨款 30 30 26.8.
  public struct Money: Sendable {
    public var label: TracedText
    public var budgets: [Value?]
    /// 全年预算数, 执行数 and their rate, where the form has columns for them.
    public var budget: Value?
    public var executed: Value?
    public var rate: Value?
  }

  /// A level-1 indicator with its weight in brackets: 产出指标（50）.
  public struct Group: Sendable {
    public var weight: Value
    /// The weights of the rows below it.
    public var rows: [Value]
  }

  public var title: TracedText?
  public var project: TracedText?
  /// 全年预算数 and 执行数 of the whole, as printed.
  public var budget: Value?
  public var executed: Value?
  /// The unit of the money; nil where the sheet does not say it.
  public var unit: AmountUnit?
  /// The rate, weight and score printed beside the money.
  public var rate: Value?
  public var rateWeight: Value?
  public var rateScore: Value?
  public var indicators: [Indicator] = []
  public var groups: [Group] = []
  /// The goal that was set and what came of it.
  public var goal: TracedText?
  public var result: TracedText?
  /// The whole of the money and its parts, with the numbers below the heads of the amounts.
  public var money: [Money] = []
  /// Whether it only sets goals (绩效目标表): nothing was reached or scored yet.
  public var isGoals = false
  /// Whether a part of the money could not be read, so that the parts cannot be added up.
  public var isMoneyUncertain = false
  public var totalWeight: Value?
  public var totalScore: Value?
  /// Whether a row that looks like an indicator could not be read.
  public var isIncomplete = false

  /// Whether the weight of the rate of spending, 10 of 100, seems to stand where it could not be
  /// read: the indicators make up all but that.
  public var lacksRateWeight: Bool {
    guard let total = totalWeight, rateWeight == nil,
      !indicators.contains(where: \.isExecutionRate)
    else { return false }
    let sum = indicators.reduce(Int128(0)) { $0 + ($1.weight?.number.grains ?? 0) }
    return sum + Self.usualRateWeight * Interval.one == total.number.grains
  }

  private static let usualRateWeight: Int128 = 10
}
