internal import FiscalText

/// The rate of completion (完成率) of a sentence in which a person has filled in the budget: it
/// follows from the two amounts before it.
enum CompletionRate {
  static let hint = "完成率"
  private static let budget = [UInt8]("预算为".utf8)
  private static let final = [UInt8]("支出决算为".utf8)
  private static let unit = [UInt8](AmountUnit.tenThousandYuan.rawValue.utf8)
  private static let stop = [UInt8]("。".utf8)
  private static let decimals = 2

  /// The rate with its sign; nil where an amount is not there, or the budget is zero.
  ///
  /// - Parameter text: what stands before the blank.
  static func text(behind text: [UInt8]) -> String? {
    let start = lastOffset(of: stop, in: text, from: 0) ?? 0
    guard let whole = amount(behind: budget, in: text, from: start),
      let part = amount(behind: final, in: text, from: start)
    else { return nil }
    return Rounding.percentage(part.grains, of: whole.grains, decimals: decimals).map { "\($0)%" }
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

  private static func lastOffset(of words: [UInt8], in text: [UInt8], from start: Int) -> Int? {
    var last: Int?
    var offset = start
    while let found = text.firstOffset(of: words, from: offset) {
      last = found
      offset = found + words.count
    }
    return last
  }

  /// An amount as it is to be printed: a bare number is in ten thousand yuan.
  static func amount(_ content: String) -> String {
    guard CellNumber([UInt8](content.utf8)).value != nil else { return content }
    return content + AmountUnit.tenThousandYuan.rawValue
  }
}
