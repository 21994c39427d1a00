internal import FiscalText

/// The rate of completion (完成率) of a sentence in which a person has filled in the budget: it
/// follows from the two amounts before it.
enum CompletionRate {
  private static let hint = "完成率"
  private static let budgets = ["预算为", "预算数为"].map { [UInt8]($0.utf8) }
  private static let finals = ["决算为", "决算数为", "执行数为"].map { [UInt8]($0.utf8) }
  private static let unit = [UInt8](AmountUnit.tenThousandYuan.rawValue.utf8)
  private static let stop = [UInt8]("。".utf8)
  private static let decimals = 2

  /// Whether a blank asks for such a rate: 完成率, 教育支出的完成率.
  static func isMeant(_ hint: String) -> Bool { hint.hasSuffix(Self.hint) }

  /// The rate with its sign; nil where an amount is not there, or the budget is zero.
  ///
  /// - Parameter text: what stands before the blank.
  static func text(behind text: [UInt8]) -> String? {
    let start = text.lastOffset(of: stop) ?? 0
    guard let whole = amount(behindOneOf: budgets, in: text, from: start),
      let part = amount(behindOneOf: finals, in: text, from: start)
    else { return nil }
    return Rounding.percentage(part.grains, of: whole.grains, decimals: decimals).map { "\($0)%" }
  }

  private static func amount(
    behindOneOf words: [[UInt8]], in text: [UInt8], from start: Int
  ) -> PrintedNumber? {
    words.lazy.compactMap { amount(behind: $0, in: text, from: start) }.first
  }

  /// The amount behind the last of some words that have one behind them.
  static func amount(
    behind words: [UInt8], in text: [UInt8], from start: Int
  ) -> PrintedNumber? {
    var amount: PrintedNumber?
    var offset = start
    while let found = text.firstOffset(of: words, from: offset) {
      offset = found + words.count
      var scanner = NumberScanner(text, in: offset..<text.count)
      guard let token = scanner.next(), token.range.lowerBound == offset,
        text.hasBytes(unit, at: token.range.upperBound)
      else { continue }
      amount = token.value
    }
    return amount
  }

  /// An amount as it is to be printed: a bare number is in ten thousand yuan.
  static func amount(_ content: String) -> String {
    guard CellNumber([UInt8](content.utf8)).value != nil else { return content }
    return content + AmountUnit.tenThousandYuan.rawValue
  }
}
