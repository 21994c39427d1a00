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

  struct Indicator: Sendable {
    var comparison: Comparison?
    var target: Value?
    var actual: Value?
    var weight: Value?
    var score: Value?
    /// Whether it is the rate at which the budget was spent.
    var isExecutionRate: Bool
    /// What is counted, as normal text, and the counts with the words that follow them.
    var name: [UInt8] = []
    var planned: Count?
    var reached: Count?
    /// Counts that stand in the name: 组织学习14次.
    var named: [Count] = []
  }

  /// A number with what is counted by it.
  struct Count: Sendable {
    var value: Value
    /// What follows the number, as normal text: 人次 …
    var unit: [UInt8]
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
  var totalWeight: Value?
  var totalScore: Value?
  /// Whether a row that looks like an indicator could not be read.
  var isIncomplete = false
}
