internal import FiscalNarrative
internal import FiscalText

/// Prints amounts, shares and completion rates of this year.
struct LevelRoller {
  let context: PassageContext
  let draft: PassageDraft

  func roll(_ index: Int, _ statement: Statement, _ meaning: Meaning) {
    do throws(RollNumbers.Failure) {
      let result = try context.numbers.result(index)
      if result.isCopied { throw RollNumbers.Failure(reason: "表中没有这个数") }
      guard let text = printed(result, like: statement) else {
        try dropOrOpen(statement, meaning, result)
        return
      }
      draft.replace(statement.digits, text)
      let after = text + context.quote(statement.digits.upperBound..<statement.range.upperBound)
      draft.note(.computed, statement.range, after, result.source, doubt: result.doubt)
    } catch {
      draft.open(statement, blank(meaning, statement), error.reason)
    }
  }

  private func printed(_ result: RollNumbers.Result, like statement: Statement) -> String? {
    if let whole = result.whole {
      if let number = statement.quantity.percentage, context.isRight(number, result.grains, whole) {
        return context.quote(statement.digits)
      }
      if whole == 0, result.grains == 0, let number = statement.quantity.percentage {
        return PrintedNumber(mantissa: 0, decimals: number.decimals).description
      }
      return context.style.percentage(result.grains, of: whole, like: statement.quantity.percentage)
    }
    return statement.quantity.amount.flatMap { context.style.digits(result.grains, like: $0) }
  }

  /// A percentage of nothing says nothing: its clause goes, if it has one of its own.
  private func dropOrOpen(
    _ statement: Statement, _ meaning: Meaning, _ result: RollNumbers.Result
  ) throws(RollNumbers.Failure) {
    guard result.whole == 0, let start = ownClause(statement) else {
      throw RollNumbers.Failure(reason: "算不出来：\(result.source)")
    }
    draft.edits.add(start..<statement.range.upperBound, "")
    draft.note(.computed, start..<statement.range.upperBound, "", "基数为零，不写比率：\(result.source)")
  }

  /// Where the clause of a number starts with its comma, if no other number stands in it.
  private func ownClause(_ statement: Statement) -> Int? {
    let comma = Array("，".utf8)
    var offset = statement.range.lowerBound
    while offset > 0 {
      offset -= 1
      if context.bytes.hasBytes(comma, at: offset) { return offset }
      if (0x30...0x39).contains(context.bytes[offset]) { return nil }
    }
    return nil
  }

  /// What a measure is called behind a name: a budget calls what was spent 执行数.
  private func word(_ measure: Measure) -> String {
    let isBudget = context.numbers.reading.vocabulary.defaultMeasure == .budget
    switch measure {
    case .budget: return ""
    case .finalAmount: return isBudget ? "执行数" : measure.rawValue
    case .originalBudget, .adjustedBudget: return measure.rawValue
    }
  }

  private func blank(_ meaning: Meaning, _ statement: Statement) -> String {
    let name = context.name(meaning.subject)
    switch meaning.aspect {
    case .level(let measure):
      return (meaning.year == nil ? "" : "上年") + name + word(measure)
    case .change: return "\(name)的增减额"
    case .rate: return "\(name)的增减比例"
    case .multiple: return "\(name)与上年之比"
    case .completion: return "\(name)的完成率"
    case .share: return "\(name)的占比"
    case .count(let classifier): return (words(before: statement) ?? name) + classifier + "数"
    }
  }

  private static let marks = ["，", "。", "；", "：", "、"].map { Array($0.utf8) }
  /// Two and ten ideographs.
  private static let lengths = 6...30

  /// What the text calls that which is counted, where a few words stand before the number: one
  /// subject may be counted by kinds.
  private func words(before statement: Statement) -> String? {
    let end = statement.digits.lowerBound
    var start = end
    while start > 0,
      !Self.marks.contains(where: { context.bytes.hasBytes($0, at: start - $0.count) })
    {
      start -= 1
    }
    let words = context.bytes[start..<end]
    guard context.newName == nil, Self.lengths.contains(words.count),
      words.allSatisfy({ $0 >= 0x80 })
    else { return nil }
    return String(decoding: words, as: UTF8.self)
  }
}
