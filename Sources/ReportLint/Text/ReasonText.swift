internal import FiscalModel
internal import FiscalNarrative
internal import FiscalText

/// The words of the reason that a sentence gives for a change.
enum ReasonText {
  /// Whether a passage gives a reason for a change: in the words that lead one in, or as a clause
  /// behind the change that tells no number.
  static func isGiven(for statement: Statement, _ context: LintContext) -> Bool {
    let (text, passage) = (context.text, context.text.range(of: statement.passage))
    guard !isStated(text, passage, context.grammar) else { return true }
    return isGiven(behind: statement.range.upperBound, statement.passage, context)
  }

  /// Whether a clause without a number stands behind an offset of a passage.
  static func isGiven(behind offset: Int, _ passage: Int, _ context: LintContext) -> Bool {
    let (text, passage) = (context.text, context.text.range(of: passage))
    var clause = 0
    for index in passage
    where text.bytes(index..<(index + 1)).lowerBound >= offset {
      let scalar = text.scalars[index]
      if marks.contains(scalar) {
        if clause >= shortestReason { return true }
        clause = 0
      } else if isDigit(scalar) {
        // A clause with a number tells that number.
        clause = -1
      } else if isIdeograph(scalar), clause >= 0 {
        clause =
          clause == 0 && others.contains(where: { text.has($0, at: index) }) ? -1 : clause + 1
      }
    }
    return clause >= shortestReason
  }

  /// What a clause behind a change begins with that tells no reason.
  private static let others = ["主要用于", "用于", "其中", "具体"].map(\.scalarValues)

  /// Whether a passage says in words that it gives a reason.
  static func isStated(
    _ text: DocumentText, _ passage: Range<Int>, _ grammar: Grammar
  ) -> Bool {
    grammar.reasons.isFound(in: text, passage) || leads(text, passage, grammar)
  }

  /// 因压减接待，公务接待费减少…: whether a clause of a passage begins with a word for its reason.
  private static func leads(
    _ text: DocumentText, _ passage: Range<Int>, _ grammar: Grammar
  ) -> Bool {
    grammar.causes.matches(in: text, passage).contains { match in
      (match.range.lowerBound == passage.lowerBound
        || marks.contains(text.scalar(match.range.lowerBound - 1)))
        && !officially.contains(text.scalar(match.range.upperBound))
    }
  }

  /// 公 of 因公出国（境）费.
  private static let officially = "公".scalarValues

  /// 人员增加: a shorter clause is 下降, 其中.
  private static let shortestReason = 4
  private static let marks = "，。；：".scalarValues

  private static let word = "原因".scalarValues
  private static let fillers = ["是：", "为：", "是", "为", "：", "系"].map(\.scalarValues)
  private static let ends = "。；".scalarValues
  /// How far behind the number the word stands.
  private static let reach = 24

  /// 国有资本…减少2.00万元。财政拨款收入支出增加的主要原因是…: whether a sentence of its own says that its reason is
  /// that of a change the other way.
  private static func isOfOther(
    _ text: DocumentText, start: Int, end: Int, _ statement: Statement
  ) -> Bool {
    guard let direction = statement.direction, direction != .unchanged,
      let stop = (max(start, 0)..<end).last(where: { text.scalars[$0] == fullStop })
    else { return false }
    let contrary = direction == .up ? falling : rising
    return contrary.isFound(in: text, stop..<end)
  }

  private static let fullStop: UInt32 = 0x3002
  private static let rising = PhraseSet(["增加", "增长", "上升", "提高"])
  private static let falling = PhraseSet(["减少", "下降", "降低"])

  /// What stands behind 原因 after a number of the same sentence, as code points.
  static func range(behind statement: Statement, _ context: LintContext) -> Range<Int>? {
    let text = context.text
    let passage = text.range(of: statement.passage)
    guard
      var index = passage.first(where: {
        text.bytes($0..<($0 + 1)).lowerBound >= statement.range.upperBound
      })
    else { return nil }
    let limit = min(index + reach, passage.upperBound)
    while index < limit, !text.has(word, at: index) {
      // Another number between is what the reason is about. A full stop may stand before 主要原因.
      if isDigit(text.scalars[index]), text.scalars[index - 1] != 0x5E74 { return nil }
      index += 1
    }
    guard index < limit, !isOfOther(text, start: index - reach, end: index, statement) else {
      return nil
    }
    var start = index + word.count
    if let filler = fillers.first(where: { text.has($0, at: start) }) { start += filler.count }
    guard start < passage.upperBound else { return nil }
    let end = (start..<passage.upperBound).first { ends.contains(text.scalars[$0]) }
    let range = start..<(end ?? passage.upperBound)
    return range.isEmpty ? nil : range
  }
}
