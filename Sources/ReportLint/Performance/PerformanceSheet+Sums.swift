internal import FiscalNarrative
internal import FiscalText

extension PerformanceSheet {
  /// What all scores add up to; nil where one could not be read.
  var scoreSum: Int128? {
    guard !isIncomplete, !lacksRateWeight, indicators.allSatisfy({ $0.score != nil }) else {
      return nil
    }
    let scores = indicators.compactMap(\.score) + (rateScore.map { [$0] } ?? [])
    return scores.reduce(0) { $0 + $1.number.grains }
  }

  /// The only indicator whose score is above its weight; nil if there is none or there are several.
  var onlyExcessive: (weight: Value, score: Value)? {
    let pairs = indicators.compactMap { indicator in
      indicator.weight.flatMap { weight in indicator.score.map { (weight: weight, score: $0) } }
    }.filter { $0.score.number.grains > $0.weight.number.grains }
    return pairs.count == 1 ? pairs[0] : nil
  }

  /// Whether no weight is above their total: such a one was read from another column.
  var hasPlausibleWeights: Bool {
    guard let total = totalWeight else { return true }
    return indicators.allSatisfy { indicator in
      indicator.weight.map { $0.number.grains <= total.number.grains } ?? true
    }
  }
}
