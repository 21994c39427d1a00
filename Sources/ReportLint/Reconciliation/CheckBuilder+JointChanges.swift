internal import FiscalNarrative
internal import FiscalText

/// What a budget's revenue and its expenditure changed by.
extension CheckBuilder {
  /// 收入预算甲，比上年减少乙…支出预算甲，比上年减少丙: budgets balance in both years, so that a change that is a slip of the
  /// pen away from that of the other side is one.
  mutating func buildJointChanges() {
    guard vocabulary.defaultMeasure == .budget else { return }
    for concept in vocabulary.concepts {
      guard let other = concept.otherSide.flatMap({ vocabulary.concept($0) }),
        concept.isExhaustive, let (one, first) = onlyChange(concept.id),
        let (two, second) = onlyChange(other.id), one < two,
        let levels = levelsOfBoth(concept.id, other.id), Rounding.equal(levels.0, levels.1),
        facts.statements[one].direction == facts.statements[two].direction,
        first.unit == second.unit, !Rounding.equal(first.interval, second.interval),
        DigitSlip.explains(second.number, becoming: first.grains / first.unit.yuan, slack: 0)
      else { continue }
      var check = Check(
        kind: .sameFact, operands: [one, two], holds: false, expected: first.number.description)
      check.isProbable = true
      checks.append(check)
    }
  }

  /// The change from the year before that is told of a concept, if only one is.
  private func onlyChange(_ id: String) -> (Int, Amount)? {
    let told = facts.statements.indices.filter { index in
      let statement = facts.statements[index]
      return statement.meaning?.subject == .concept(id) && statement.region == .plain
        && statement.meaning?.year == nil && statement.meaning?.fund == nil
        && [.change(.priorYear), .change(.priorBudget)].contains(statement.meaning?.aspect)
    }
    guard told.count == 1, let amount = quantity(told[0]).amount else { return nil }
    return (told[0], amount)
  }

  private func levelsOfBoth(_ one: String, _ other: String) -> (Interval, Interval)? {
    guard let first = levels[.concept(one)]?.first.flatMap({ interval($0) }),
      let second = levels[.concept(other)]?.first.flatMap({ interval($0) })
    else { return nil }
    return (first, second)
  }
}
