internal import FiscalNarrative
internal import FiscalText

/// Prints changes and their rates: amount, direction word and percentage of this year.
struct ChangeRoller {
  let context: PassageContext
  let draft: PassageDraft

  /// The rates that were printed with their changes.
  private(set) var handledRates: Set<Int> = []

  init(_ context: PassageContext, _ draft: PassageDraft) {
    self.context = context
    self.draft = draft
  }

  /// The rate that the sentence gives with a change.
  private func rate(behind index: Int) -> Int? {
    let next = index + 1
    guard next < context.statements.upperBound,
      case .rate = context.facts.statements[next].meaning?.aspect,
      context.facts.statements[next].meaning?.subject
        == context.facts.statements[index].meaning?.subject,
      context.facts.statements[next].sentence == context.facts.statements[index].sentence
    else { return nil }
    return next
  }

  mutating func rollChange(
    _ index: Int, _ statement: Statement, _ meaning: Meaning, _ base: Base
  ) {
    let rate = rate(behind: index)
    if let rate { handledRates.insert(rate) }
    let end =
      rate.map { context.facts.statements[$0].range.upperBound } ?? statement.range.upperBound
    let start = directionStart(statement)
    do throws(RollNumbers.Failure) {
      let result = try context.numbers.result(index)
      guard let amount = statement.quantity.amount,
        let digits = context.style.digits(abs(result.grains), like: amount)
      else { throw RollNumbers.Failure(reason: "没有读懂这个数") }
      if context.isZero(digits) {
        // 0 stays 0 where the drafter printed it.
        guard !amount.number.isZero else { return keepZero(statement, rate, result) }
        if rewriteAbsence(statement, result, through: end) { return }
        sayWith(before: start)
        draft.edits.add(start..<end, DirectionWords.unchanged)
        draft.note(
          .computed, start..<end, DirectionWords.unchanged, result.source, doubt: result.doubt)
        return
      }
      if rewriteAbsence(statement, result, through: end) { return }
      turn(statement, result)
      draft.replace(statement.digits, digits)
      let after = digits + context.quote(statement.digits.upperBound..<statement.range.upperBound)
      draft.note(.computed, statement.range, after, result.source, doubt: result.doubt)
      if let rate { rollRate(behind: statement, rate, result) }
    } catch {
      draft.open(start..<end, "\(context.name(meaning.subject))的增减额和增减率", error.reason)
    }
  }

  /// 比上年持平 is said with 与.
  private func sayWith(before end: Int) {
    let start = context.clauseStart(before: end)
    for word in ["比", "较"].map({ Array($0.utf8) }) {
      guard let place = context.bytes.firstOffset(of: word, from: start, to: end),
        !context.bytes.hasBytes(Array("相".utf8), at: place - word.count),
        !context.bytes.hasBytes(Array("例".utf8), at: place + word.count)
      else { continue }
      draft.edits.add(place..<(place + word.count), "与")
      return
    }
  }

  /// 上年未安排，本年增加…: once there was something the year before, its sentence is another one.
  private func rewriteAbsence(
    _ statement: Statement, _ result: RollNumbers.Result, through end: Int
  ) -> Bool {
    let clause = context.clauseStart(before: statement.range.lowerBound)
    guard clause > 0, let whole = result.whole, whole != 0, !context.numbers.keepsText else {
      return false
    }
    let before = context.clauseStart(before: clause - Array("，".utf8).count)
    let absent = context.quote(before..<clause)
    guard let year = context.years.mentions(in: Array(absent.utf8), .narrative).first?.text,
      ["未", "没有", "无"].contains(where: { absent.contains($0) })
    else { return false }
    let like = statement.quantity.amount
    let isSame =
      like.flatMap { context.style.digits(result.grains, like: $0) }.map(context.isZero) ?? false
    let text =
      isSame
      ? "与\(year)年\(DirectionWords.unchanged)" : "比\(year)年\(context.change(result, like: like))"
    guard draft.edits.add(before..<end, text) else { return false }
    draft.note(.computed, before..<end, text, result.source, doubt: result.doubt)
    return true
  }

  private func keepZero(
    _ statement: Statement, _ rate: Int?, _ result: RollNumbers.Result
  ) {
    draft.note(.computed, statement.range, context.quote(statement.range), result.source)
    guard let rate else { return }
    let range = context.facts.statements[rate].range
    draft.note(.computed, range, context.quote(range), result.source)
  }

  func rollRate(
    behind change: Statement, _ index: Int, _ result: RollNumbers.Result
  ) {
    let statement = context.facts.statements[index]
    if let whole = result.whole, let number = statement.quantity.percentage,
      context.isRight(number, result.grains, whole)
    {
      turn(statement, result)
      draft.note(
        .computed, statement.range, context.quote(statement.range), "（\(result.source)）÷ 上年数")
      return
    }
    guard let whole = result.whole,
      let text = context.style.percentage(
        abs(result.grains), of: abs(whole), like: statement.quantity.percentage)
    else {
      let range = change.range.upperBound..<statement.range.upperBound
      draft.edits.add(range, "")
      draft.note(.computed, range, "", "基数为零，不写比率：\(result.source)")
      return
    }
    turn(statement, result)
    draft.replace(statement.digits, text)
    draft.note(
      .computed, statement.range, text + "%", "（\(result.source)）÷ 上年数", doubt: result.doubt)
  }

  /// A rate without its change.
  func rollRate(_ index: Int, _ statement: Statement) {
    do throws(RollNumbers.Failure) {
      let result = try context.numbers.result(index)
      let start = directionStart(statement)
      let range = start..<statement.range.upperBound
      guard result.grains != 0 else {
        draft.edits.add(range, DirectionWords.unchanged)
        draft.note(.computed, range, DirectionWords.unchanged, result.source)
        return
      }
      guard let whole = result.whole,
        let text = context.style.percentage(
          abs(result.grains), of: abs(whole), like: statement.quantity.percentage)
      else {
        let text = context.change(result, like: nil)
        draft.edits.add(range, text)
        draft.note(.computed, range, text, "基数为零，不写比率：\(result.source)")
        return
      }
      turn(statement, result)
      draft.replace(statement.digits, text)
      draft.note(.computed, statement.range, text + "%", result.source, doubt: result.doubt)
    } catch {
      let name = statement.meaning.map { context.name($0.subject) } ?? ""
      draft.open(
        directionStart(statement)..<statement.range.upperBound, "\(name)的增减比例", error.reason)
    }
  }

  /// Turns the direction word where the new sign is another one.
  private func turn(_ statement: Statement, _ result: RollNumbers.Result) {
    guard let range = statement.directionRange, result.grains != 0 else { return }
    let direction: Direction = result.grains < 0 ? .down : .up
    guard statement.direction != direction,
      let word = DirectionWords.turned(context.quote(range), to: direction)
    else { return }
    draft.edits.add(range, word)
  }

  /// Where the words of a change start: its direction word, 各 before it included.
  private func directionStart(_ statement: Statement) -> Int {
    var start = statement.directionRange?.lowerBound ?? statement.range.lowerBound
    for word in ["各", "均"] where context.bytes.hasBytes(Array(word.utf8), at: start - 3) {
      start -= 3
    }
    return start
  }
}
