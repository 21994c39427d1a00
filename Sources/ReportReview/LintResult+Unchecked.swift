internal import ReportLint

extension LintResult {
  /// The numbers of the narrative that were not checked, then the other checks not made.
  var allUnchecked: [Unchecked] {
    numbers.indices.compactMap { index in
      guard numbers[index].state == .unchecked else { return nil }
      let record = numbers[index]
      return Unchecked(
        quote: record.quote, reason: record.reason ?? "含义不明", location: record.location)
    } + unchecked
  }
}
