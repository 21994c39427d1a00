internal import FiscalNarrative
internal import FiscalText

/// Leaves reasons open, since they are others each year, and takes away those of what did not
/// change.
struct ReasonRoller {
  let context: PassageContext
  let draft: PassageDraft

  let changes: [StatedChanges.Change]
  /// The sign of the change that a sentence with a reason alone speaks of: the last one before.
  let introSign: Int?

  private static let longestHint = 60

  func roll(_ clauses: [ReasonClauses.Clause]) {
    guard !context.numbers.keepsText else { return }
    var start = 0
    for clause in clauses {
      defer { start = clause.body.upperBound }
      let related = changes.filter { (start..<clause.intro.lowerBound).contains($0.offset - 1) }
      let isReason = context.quote(clause.intro).contains("原因")
      guard !related.isEmpty || isReason else { continue }
      let against = budgetComparison(start..<clause.intro.lowerBound)
      if related.isEmpty ? against == .met : related.allSatisfy({ $0.sign == 0 }) {
        drop(clause)
      } else {
        blank(clause, related, isOfBudget: related.isEmpty && against != .none)
      }
    }
  }

  private enum BudgetComparison { case none, met, missed }

  /// What a stretch of text says of what was spent and what was planned, and whether the two are the
  /// same this year.
  private func budgetComparison(_ range: Range<Int>) -> BudgetComparison {
    let orders = context.facts.comparisons.filter {
      $0.passage == context.index && range.contains($0.range.lowerBound)
        && isNear($0.range.upperBound, range.upperBound)
    }
    if !orders.isEmpty {
      return orders.allSatisfy { (try? context.order($0))?.order == .equal } ? .met : .missed
    }
    let rate = context.statements.last { index in
      let statement = context.facts.statements[index]
      guard range.contains(statement.range.lowerBound),
        isNear(statement.range.upperBound, range.upperBound)
      else { return false }
      if case .completion = statement.meaning?.aspect { return true }
      return false
    }
    guard let rate else { return .none }
    guard let result = try? context.numbers.result(rate), result.grains == result.whole else {
      return .missed
    }
    return .met
  }

  /// Whether a reason that begins at `end` may be one for what stands before `start`: it is in the
  /// same sentence, or the next one begins with it or with 预算.
  private func isNear(_ start: Int, _ end: Int) -> Bool {
    let next = context.sentenceEnd(start) + Self.stop.count
    guard next < end else { return true }
    return context.sentenceEnd(next) >= end
      && context.bytes.firstOffset(of: Self.budget, from: next, to: end) != nil
  }

  private static let stop = Array("。".utf8)
  private static let budget = Array("预算".utf8)

  private func drop(_ clause: ReasonClauses.Clause) {
    var range = clause.intro.lowerBound..<clause.body.upperBound
    let comma = Array("，".utf8)
    let of = Array("的".utf8)
    if context.bytes.hasBytes(of, at: range.lowerBound - of.count) {
      // 等于预算数的主要原因
      range = (range.lowerBound - of.count)..<range.upperBound
    } else if context.bytes.hasBytes(comma, at: range.lowerBound - comma.count) {
      range = (range.lowerBound - comma.count)..<range.upperBound
    } else if context.bytes.hasBytes(Self.stop, at: range.upperBound) {
      range = range.lowerBound..<(range.upperBound + Self.stop.count)
    }
    draft.edits.add(range, "")
    draft.note(.computed, range, "", "没有差异，不写原因")
  }

  private func blank(
    _ clause: ReasonClauses.Clause, _ related: [StatedChanges.Change], isOfBudget: Bool
  ) {
    let subject = related.last?.subject ?? lastSubject(before: clause.intro.lowerBound)
    let what = isOfBudget ? "决算数与预算数有差异" : "变动"
    let name = subject.map { context.name($0) + what } ?? what
    let old = context.quote(clause.body)
    let isPlain =
      !old.utf8.contains { (0x30...0x39).contains($0) } && !old.contains { "。；【".contains($0) }
    let hint =
      context.newName == nil && isPlain && old.unicodeScalars.count <= Self.longestHint
      ? "，上年写的是：\(old)" : ""
    let blank = "【请填写：\(name)的原因\(hint)】"
    turnIntro(clause)
    guard draft.edits.add(clause.body, blank) else { return }
    draft.note(.open, clause.body, blank, "原因每年不同，不能照抄")
  }

  /// Whom the sentence speaks of.
  private func lastSubject(before offset: Int) -> Subject? {
    let last = context.statements.last {
      context.facts.statements[$0].range.upperBound <= offset
        && context.facts.statements[$0].meaning != nil
    }
    return last.flatMap { context.facts.statements[$0].meaning?.subject }
  }

  /// The sign of the difference that a word speaks of: from the budget where its clause says so.
  private func sign(before offset: Int) -> Int? {
    let clause = context.quote(context.clauseStart(before: offset)..<offset)
    guard clause.contains("预算") else { return introSign }
    let rate = context.statements.last { index in
      let statement = context.facts.statements[index]
      guard statement.range.upperBound <= offset else { return false }
      if case .completion = statement.meaning?.aspect { return true }
      return false
    }
    guard let rate, let result = try? context.numbers.result(rate), let budget = result.whole else {
      return nil
    }
    return Int((result.grains - budget).signum())
  }

  /// 支出增加的主要原因是: the word follows the new sign of the change before it.
  private func turnIntro(_ clause: ReasonClauses.Clause) {
    let end = clause.intro.lowerBound
    for word in ["增加的", "减少的", "增长的", "下降的", "增加", "减少"] {
      let start = end - word.utf8.count
      guard context.bytes.hasBytes(Array(word.utf8), at: start) else { continue }
      let range = start..<(start + 6)
      guard !draft.edits.meets(range),
        !changes.contains(where: { $0.offset > start && $0.offset < end })
      else { return }
      guard let sign = sign(before: start), sign != 0 else {
        draft.open(range, "增加或减少", "没有可以判断的增减额")
        return
      }
      guard let turned = DirectionWords.turned(context.quote(range), to: sign < 0 ? .down : .up)
      else {
        return
      }
      draft.edits.add(range, turned)
      draft.note(.computed, range, turned, "按前文的增减额")
      return
    }
  }
}
