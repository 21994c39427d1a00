internal import FiscalModel
internal import FiscalText

/// A performance self-evaluation sheet (绩效自评表) read into its values. What could not be read
/// with certainty is left out, and the sheet says so.
struct PerformanceSheet: Sendable {
  /// A number with the text that prints it.
  struct Value: Sendable {
    var number: PrintedNumber
    var text: TracedText
    /// The bytes of the number in the text.
    var range: Range<Int>
  }

  /// How an actual value is to stand to its target.
  enum Comparison: Sendable {
    case atLeast
    case atMost
    case equal
  }

  /// Rules go through all indicators time and again: a reference is cheaper to pass than its many
  /// members.
  final class Indicator: Sendable {
    let comparison: Comparison?
    let target: Value?
    let actual: Value?
    let weight: Value?
    let score: Value?
    /// Whether it is the rate at which the budget was spent.
    let isExecutionRate: Bool
    /// The cells as printed; nil where they are empty or the form has no such column.
    let name: TracedText?
    /// The level-2 indicator that it belongs to: 数量指标, 成本指标.
    let kind: String
    let targetText: TracedText?
    let actualText: TracedText?
    let unit: TracedText?
    let reason: TracedText?
    /// Whether the form has a column for the reason of a deviation.
    let asksReason: Bool

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
  struct Money: Sendable {
    var label: TracedText
    var budgets: [Value?]
    /// 全年预算数, 执行数 and their rate, where the form has columns for them.
    var budget: Value?
    var executed: Value?
    var rate: Value?
  }

  /// A level-1 indicator with its weight in brackets: 产出指标（50）.
  struct Group: Sendable {
    var weight: Value
    /// The weights of the rows below it.
    var rows: [Value]
  }

  var title: TracedText?
  var project: TracedText?
  /// 全年预算数 and 执行数 of the whole, as printed.
  var budget: Value?
  var executed: Value?
  /// The rate, weight and score printed beside the money.
  var rate: Value?
  var rateWeight: Value?
  var rateScore: Value?
  var indicators: [Indicator] = []
  var groups: [Group] = []
  /// The goal that was set and what came of it.
  var goal: TracedText?
  var result: TracedText?
  /// The whole of the money and its parts, with the numbers below the heads of the amounts.
  var money: [Money] = []
  /// Whether it only sets goals (绩效目标表): nothing was reached or scored yet.
  var isGoals = false
  /// Whether a part of the money could not be read, so that the parts cannot be added up.
  var isMoneyUncertain = false
  var totalWeight: Value?
  var totalScore: Value?
  /// Whether a row that looks like an indicator could not be read.
  var isIncomplete = false
}
