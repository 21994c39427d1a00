internal import FiscalNarrative
internal import FiscalText

/// Prints what is said to be as it was: it stays, or becomes a change with its reason left open.
struct UnchangedRoller {
  let context: PassageContext
  let draft: PassageDraft

  func roll(_ unchanged: Facts.Unchanged, _ clauses: [ReasonClauses.Clause]) {
    guard !draft.edits.meets(unchanged.range) else { return }
    let name = context.name(unchanged.subject)
    do throws(RollNumbers.Failure) {
      let result = try context.result(unchanged)
      let like = unchanged.level.flatMap { context.facts.statements[$0].quantity.amount }
      guard let digits = context.style.digits(result.grains, like: like ?? context.style.usual),
        !context.isZero(digits)
      else {
        draft.note(.computed, unchanged.range, context.quote(unchanged.range), result.source)
        return
      }
      var text = context.change(result, like: like)
      if !context.hasComparison(before: unchanged.range.lowerBound) { text = "相比" + text }
      if !clauses.contains(where: { isNext($0, behind: unchanged.range.upperBound) }) {
        text += "，主要原因是【请填写：\(name)变动的原因】"
      }
      draft.edits.add(unchanged.range, text)
      draft.note(.computed, unchanged.range, text, result.source, doubt: result.doubt)
    } catch {
      draft.open(unchanged.range, "\(name)的增减额和增减率", error.reason)
    }
  }

  private func isNext(_ clause: ReasonClauses.Clause, behind offset: Int) -> Bool {
    clause.intro.lowerBound >= offset
      && clause.intro.lowerBound - offset <= 12
  }
}
