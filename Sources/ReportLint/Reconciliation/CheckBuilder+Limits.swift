internal import FiscalNarrative
internal import FiscalText

/// What is a part of something by its definition, wherever the two are told.
extension CheckBuilder {
  /// Tests each concept that does not exceed another one, where the narrative gives one amount of each.
  mutating func buildLimits() {
    for concept in vocabulary.concepts where !concept.limits.isEmpty {
      guard let part = onlyLevel(concept.id), let amount = interval(part) else { continue }
      for limit in concept.limits {
        guard let whole = onlyLevel(limit), let total = interval(whole),
          amount.lower > total.upper
        else { continue }
        var check = Check(
          kind: .partsWithin, operands: [part, whole], holds: false,
          expected: quantity(part).amount?.number.description)
        check.isProbable = true
        checks.append(check)
      }
    }
  }

  /// The first statement of a concept's level, if all that are told are the same amount.
  private func onlyLevel(_ id: String) -> Int? {
    let told = (levels[.concept(id)] ?? []).filter {
      facts.statements[$0].region == .plain && facts.statements[$0].meaning?.fund == nil
    }
    guard let first = told.first, let amount = interval(first),
      told.allSatisfy({ interval($0).map { Rounding.equal($0, amount) } ?? false })
    else { return nil }
    return first
  }
}
