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

  /// Whether no weight is above their total: such a one was read from another column.
  var hasPlausibleWeights: Bool {
    guard let total = totalWeight else { return true }
    return indicators.allSatisfy { indicator in
      indicator.weight.map { $0.number.grains <= total.number.grains } ?? true
    }
  }
}
