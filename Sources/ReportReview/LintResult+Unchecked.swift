internal import ReportLint

extension LintResult {
  /// The numbers of the narrative that were not checked, then the other checks not made.
  var allUnchecked: [Unchecked] {
    numbers.filter { $0.state == .unchecked }.map { record in
      Unchecked(
        quote: record.quote, reason: record.reason ?? "含义不明", location: record.location)
    } + unchecked
  }
}
